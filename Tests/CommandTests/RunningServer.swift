// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A server of the real program, at a port of its own; ended with the test.
final class RunningServer: Sendable {
    let port: Int
    private let process: Process
    private let output: Pipe
    private let complaints: String

    /// Waits until it says where it runs.
    init(_ arguments: [String], _ environment: [String: String] = [:]) throws {
        process = RondomProgram.process(arguments + ["--port", "0"], environment)
        output = Pipe()
        complaints = NSTemporaryDirectory() + "rondom-server-\(UUID().uuidString).log"
        _ = FileManager.default.createFile(atPath: complaints, contents: nil)
        process.standardOutput = output
        process.standardError = FileHandle(forWritingAtPath: complaints)
        try process.run()
        var said = ""
        while !said.contains("\n") {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += String(decoding: more, as: UTF8.self)
        }
        guard let port = said.split(separator: ":").last.flatMap({ Int($0.prefix { $0.isNumber }) }) else {
            throw Wire.Broken(description: (try? String(contentsOfFile: complaints, encoding: .utf8)) ?? "said nothing")
        }
        self.port = port
    }

    deinit {
        if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: complaints)
    }

    /// Tells it to stop.
    func tellToStop() { Glibc.kill(process.processIdentifier, SIGTERM) }

    /// Ends it at once, without a word.
    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The exit code, once it ended.
    func ended() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    var isRunning: Bool { process.isRunning }

    /// Whether it logs this, within ten seconds.
    func says(_ text: String) async throws -> Bool {
        for _ in 0..<200 where !said.contains(text) { try await Task.sleep(for: .milliseconds(50)) }
        return said.contains(text)
    }

    /// What it logged.
    var said: String { (try? String(contentsOfFile: complaints, encoding: .utf8)) ?? "" }
}
