// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import TestDatabases
import Testing

/// What a process writes to a disk that fails, or that is watched, by strace.
@Suite struct `The disk under SQLite` {
    private struct Run {
        let code: Int32
        let said: [String]
        let complaint: String
        /// The calls that strace was asked to watch.
        let calls: [Substring]

        func count(_ beginning: String) -> Int { said.count { $0.hasPrefix(beginning) } }
    }

    private func write(
        to path: String, writers: Int, notes: Int, under rules: [String]
    ) throws -> Run {
        let (watched, process) = (TestFolder.path("strace"), Process())
        let (output, errors) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/strace")
        process.arguments =
            ["-f", "-o", watched] + rules.flatMap { ["-e", $0] }
            + [Self.program, path, "\(writers)", "\(notes)"]
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let calls = try String(contentsOfFile: watched, encoding: .utf8).split(separator: "\n")
        return Run(
            code: process.terminationStatus,
            said: String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init),
            complaint: String(decoding: complaint, as: UTF8.self), calls: calls)
    }

    /// It lies beside the tests.
    private static let program: String = {
        let tests = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return URL(filePath: tests).deletingLastPathComponent().appending(path: "DatabaseWriter").path
    }()

    private func notes(in path: String) async throws -> Set<String> {
        let database = try await Database.open(.sqlite(path: path))
        defer { Task { await database.close() } }
        return Set(try await database.read { try $0.rows("SELECT id FROM note ORDER BY id") { $0.text(0) } })
    }

    private func flushes(in calls: [Substring]) -> Int {
        calls.count { $0.contains("fdatasync(") || $0.contains("fsync(") }
    }

    @Test func `is flushed once for each act that comes alone`() throws {
        let (few, many) = (TestFolder.path("sqlite"), TestFolder.path("sqlite"))
        let short = try write(to: few, writers: 1, notes: 20, under: ["trace=fdatasync,fsync"])
        let long = try write(to: many, writers: 1, notes: 220, under: ["trace=fdatasync,fsync"])
        #expect(long.count("kept") == 220)
        #expect(flushes(in: long.calls) - flushes(in: short.calls) == 200)
    }

    @Test func `is flushed seldom when acts come together`() throws {
        let run = try write(to: TestFolder.path("sqlite"), writers: 64, notes: 20, under: ["trace=fdatasync,fsync"])
        #expect(run.count("kept") == 64 * 20)
        #expect(flushes(in: run.calls) * 8 <= 64 * 20)
    }

    @Test func `that does not confirm ends the process with a word about it`() async throws {
        let path = TestFolder.path("sqlite")
        let run = try write(
            to: path, writers: 8, notes: 50,
            under: ["trace=fdatasync,fsync", "inject=fdatasync,fsync:error=EIO:when=20+"])
        #expect(run.code == 70)
        #expect(run.complaint.contains("the disk did not confirm a write"))
        #expect(run.count("kept") < 400)
        #expect(run.said.contains("ready"))
        let kept = try await notes(in: path)
        #expect(kept.isSuperset(of: run.said.compactMap { $0.hasPrefix("kept ") ? String($0.dropFirst(5)) : nil }))
    }

    @Test(arguments: ["ENOSPC", "EIO"])
    func `that refuses some writes loses only those acts`(error: String) async throws {
        let path = TestFolder.path("sqlite")
        let run = try write(
            to: path, writers: 16, notes: 25,
            under: ["trace=pwrite64", "inject=pwrite64:error=\(error):when=60+37"])
        #expect(run.code == 0)
        #expect(run.count("kept") + run.count("refused") == 400)
        #expect(run.count("kept") > 100)
        let kept = try await notes(in: path)
        #expect(kept == Set(run.said.compactMap { $0.hasPrefix("kept ") ? String($0.dropFirst(5)) : nil }))
    }

    @Test func `that is full says so, and the acts that were kept stay`() async throws {
        let path = TestFolder.path("sqlite")
        let run = try write(
            to: path, writers: 16, notes: 40, under: ["trace=pwrite64", "inject=pwrite64:error=ENOSPC:when=80+"])
        #expect(run.code == 0)
        #expect(run.count("refused") > 0)
        #expect(run.said.contains { $0.contains("unavailable") })
        let kept = try await notes(in: path)
        #expect(kept == Set(run.said.compactMap { $0.hasPrefix("kept ") ? String($0.dropFirst(5)) : nil }))
    }
}
