// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

@testable import Database

/// The process beside the tests that does something to a key store and may be killed doing it.
struct CrashingProcess {
    private let process = Process()
    private let output = Pipe()

    /// It kills itself after the step, if one is given.
    init(_ place: KeyStorePlace, dyingAfter step: Vault.Step?, _ act: String, _ ids: [String] = []) throws {
        process.executableURL = Self.executable
        process.arguments = [step?.rawValue ?? "none", place.argument, place.storeKey, act] + ids
        process.standardOutput = output
        try process.run()
    }

    /// Whether it was killed, once it ended.
    func wasKilled() -> Bool {
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// Kills it, and answers with all whole lines it wrote before.
    func killed(after delay: TimeInterval) throws -> [String] {
        Thread.sleep(forTimeInterval: delay)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// SwiftPM puts it beside the bundle of the tests.
    private static var executable: URL {
        URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent().appending(path: "VaultCrash")
    }
}
