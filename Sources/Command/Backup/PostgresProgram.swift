// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation

/// One of PostgreSQL's own programs, told the address by its environment.
struct PostgresProgram {
    let name: String
    let location: DatabaseLocation

    /// Carries it out; no when it is not installed.
    func run(_ arguments: [String]) throws -> Bool {
        guard let program = Self.path(of: name) else { return false }
        let process = Process()
        let complaints = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(location.environment) { _, ours in ours }
        process.standardError = complaints
        try process.run()
        let said = try complaints.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Stop.failed("\(name) did not succeed: \(String(decoding: said, as: UTF8.self).asClause).")
        }
        return true
    }

    private static func path(of name: String) -> URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        return folders.map { URL(filePath: $0 + "/" + name) }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
    }
}
