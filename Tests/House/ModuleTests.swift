// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

/// The modules as Package.swift makes them.
struct Modules: Decodable, Sendable {
    struct Module: Decodable, Sendable {
        var name: String
        var path: String
        var sources: [String]
        var target_dependencies: [String]?
    }

    var targets: [Module]

    /// What `swift package describe` tells; in a scratch folder of its own, as `swift test` locks the usual one.
    static func described() throws -> Modules {
        let scratch = FileManager.default.temporaryDirectory.appending(
            path: "rondom-house-\(ProcessInfo.processInfo.processIdentifier)")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "swift", "package", "--package-path", SourceFile.root.path, "--scratch-path", scratch.path, "describe",
            "--type", "json",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let json = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode(Modules.self, from: json)
    }

    /// The modules that one imports, straight away or through others.
    func reached(from name: String) -> Set<String> {
        var reached: Set<String> = []
        var open = [name]
        while let next = open.popLast() {
            let imports = targets.first { $0.name == next }?.target_dependencies ?? []
            open += imports.filter { reached.insert($0).inserted }
        }
        return reached
    }

    /// `People… → Family…` for each module that reaches one it must not know.
    func crossings(from lower: String..., to upper: String...) -> [String] {
        targets.filter { module in lower.contains { module.name.hasPrefix($0) || module.name.hasSuffix($0) } }
            .flatMap { module in
                reached(from: module.name).sorted()
                    .filter { name in upper.contains { name.hasPrefix($0) || name.hasSuffix($0) } }
                    .map { "\(module.name) → \($0)" }
            }
    }

    /// The files that no module holds.
    func strays(among paths: [String]) -> [String] {
        let held = Set(targets.flatMap { module in module.sources.map { "\(module.path)/\($0)" } })
        return paths.filter { !held.contains($0) }
    }
}

@Suite struct `The modules` {
    let modules: Modules

    init() throws { modules = try Modules.described() }

    @Test func `of the lower storeys cannot name a child`() {
        #expect(modules.crossings(from: "People", "Network", to: "Family") == [])
        #expect(modules.crossings(from: "People", to: "Network") == [])
    }

    @Test func `of rules know no database, no page and no web server`() {
        #expect(modules.crossings(from: "Rules", to: "Database", "Site", "Store", "Web") == [])
    }

    @Test func `of stores know no page`() {
        #expect(modules.crossings(from: "Store", to: "Site", "Web") == [])
    }

    @Test func `hold every source file`() {
        // What libFuzzer runs is compiled by itself, with the sources it tries.
        let apart = ["Benchmarks/", "Tests/faults/fuzz/"]
        let ours = SourceFile.all.map(\.path).filter { path in !apart.contains(where: path.hasPrefix) }
        #expect(modules.strays(among: ours) == [])
    }

    @Test func `that cross a storey, also through others, are seen`() {
        var crossed = modules
        crossed.targets.append(
            .init(name: "NetworkGossip", path: "", sources: [], target_dependencies: ["FamilyRules"]))
        crossed.targets.append(
            .init(name: "NetworkChat", path: "", sources: [], target_dependencies: ["NetworkGossip"]))
        #expect(
            crossed.crossings(from: "Network", to: "Family") == [
                "NetworkGossip → FamilyRules", "NetworkChat → FamilyRules",
            ])
    }

    @Test func `that forgot a folder are seen`() {
        #expect(modules.strays(among: ["Sources/Family/Forgotten/Rules/Plan.swift"]).count == 1)
    }
}
