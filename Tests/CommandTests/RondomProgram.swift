// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import TestDatabases

/// The real program, as SwiftPM puts it beside the bundle of the tests.
enum RondomProgram {
    static let path = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        .appending(path: "rondom")

    /// What a run said and how it ended.
    struct Run: Sendable {
        let code: Int32
        let output: String
        let complaint: String
    }

    /// Runs a command to its end.
    static func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Run {
        let process = process(arguments, environment)
        let (output, complaint) = (Pipe(), TestFolder.path("stderr"))
        _ = FileManager.default.createFile(atPath: complaint, contents: nil)
        process.standardOutput = output
        process.standardError = FileHandle(forWritingAtPath: complaint)
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Run(
            code: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            complaint: (try? String(contentsOfFile: complaint, encoding: .utf8)) ?? "")
    }

    static func process(_ arguments: [String], _ environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
        return process
    }
}
