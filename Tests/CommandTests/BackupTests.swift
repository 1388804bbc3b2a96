// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import Kernel
import TestDatabases
import Testing

@Suite struct `A back-up` {
    @Test func `made beside a server that writes is whole, and opens elsewhere`() async throws {
        let town = try await DemoTown.fresh()
        let server = try town.serve()
        let marieke = try Visitor("marieke", port: server.port)
        let reading = Task.detached { while !Task.isCancelled, try marieke.get("/families").status == 200 {} }
        let path = TestFolder.path("backup")
        let backup = try town.run(["backup", "--to", path])
        reading.cancel()
        _ = try? await reading.value
        #expect(backup.code == 0)
        #expect(backup.output.contains("Heads of"))
        #expect(!FileManager.default.fileExists(atPath: path + "/data/rondom.sqlite-wal"))

        let place = RestoredPlace()
        let restore = try place.restore(path, storeKey: town.folder + "/rondom.storekey")
        #expect(restore.complaint.isEmpty)
        #expect(restore.code == 0)
        let verify = try place.run(["verify"])
        #expect(verify.output.contains("are as they were written"))
        #expect(verify.code == 0)
        let against = try town.run(["verify", "--heads", path + "/heads.txt"])
        #expect(against.code == 0)
    }

    @Test func `is never put over something`() async throws {
        let town = try await DemoTown.fresh()
        let path = TestFolder.path("backup")
        #expect(try town.run(["backup", "--to", path]).code == 0)
        #expect(try town.run(["backup", "--to", path]).code == 2)
        let before = try Data(contentsOf: URL(filePath: town.folder + "/town.sqlite"))
        let over = try town.run(["restore", "--from", path])
        #expect(over.code == 2)
        #expect(over.complaint.contains("There is a database"))
        let keys = try RondomProgram.run(
            [
                "restore", "--from", path, "--database", "sqlite:\(TestFolder.path("sqlite"))", "--keys",
                "sqlite:\(town.folder)/town.keys",
            ])
        #expect(keys.code == 2)
        #expect(keys.complaint.contains("--keep-keys"))
        #expect(try Data(contentsOf: URL(filePath: town.folder + "/town.sqlite")) == before)
    }

    @Test func `that is damaged, or whose keys do not open, is not put back`() async throws {
        let town = try await DemoTown.fresh()
        let path = TestFolder.path("backup")
        #expect(try town.run(["backup", "--to", path]).code == 0)
        let place = RestoredPlace()
        try FileManager.default.createDirectory(atPath: place.folder, withIntermediateDirectories: true)
        try Data(repeating: 3, count: 32).write(to: URL(filePath: place.folder + "/wrong.storekey"))
        let wrong = try place.restore(path, storeKey: place.folder + "/wrong.storekey")
        #expect(wrong.code == 2)
        #expect(wrong.complaint.contains("store key does not fit"))
        #expect(!FileManager.default.fileExists(atPath: place.folder + "/rondom.keys"))

        var bytes = try Data(contentsOf: URL(filePath: path + "/data/rondom.sqlite"))
        for at in stride(from: 8_192, to: bytes.count - 4_096, by: 8_192) {
            bytes.replaceSubrange(at..<at + 2_000, with: Data(repeating: 90, count: 2_000))
        }
        try bytes.write(to: URL(filePath: path + "/data/rondom.sqlite"))
        let damaged = try place.restore(path, storeKey: town.folder + "/rondom.storekey")
        #expect(damaged.code == 1)
        #expect(damaged.complaint.contains("damaged"))
        #expect(!FileManager.default.fileExists(atPath: place.folder + "/rondom.sqlite"))
    }

    @Test func `of PostgreSQL goes by its own tools`() async throws {
        let place = try await InstalledPlace.ready(.postgres)
        #expect(try place.run(["account", "create", "administrator", "Ravi Jansen"]).code == 0)
        let path = TestFolder.path("backup")
        let backup = try place.run(["backup", "--to", path])
        #expect(backup.complaint.isEmpty)
        #expect(backup.output.contains("pg_dump"))
        let empty = try await InstalledPlace(.postgres).database
        let options = [
            "--database", empty, "--keys", "sqlite:\(place.folder)/other.keys", "--store-key", place.storeKey,
        ]
        let restore = try RondomProgram.run(["restore", "--from", path] + options)
        #expect(restore.complaint.isEmpty)
        #expect(try RondomProgram.run(["account", "list", "--names"] + options).output.contains("Ravi Jansen"))
        #expect(try RondomProgram.run(["restore", "--from", path, "--keep-keys"] + options).code == 2)
    }
}

/// A place where a back-up is put.
struct RestoredPlace: Sendable {
    let folder = TestFolder.path("restored")

    var options: [String] {
        ["--database", "sqlite:\(folder)/rondom.sqlite", "--keys", "sqlite:\(folder)/rondom.keys"]
    }

    /// With a copy of the store key.
    func restore(_ path: String, storeKey: String) throws -> RondomProgram.Run {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? FileManager.default.removeItem(atPath: folder + "/rondom.storekey")
        try FileManager.default.copyItem(atPath: storeKey, toPath: folder + "/rondom.storekey")
        return try run(["restore", "--from", path])
    }

    func run(_ command: [String]) throws -> RondomProgram.Run { try RondomProgram.run(command + options) }
}
