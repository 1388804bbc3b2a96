// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import Kernel
import PeopleStore
import TestDatabases
import Testing

@Suite struct `rondom serve refuses` {
    @Test func `a place where nothing is`() async throws {
        let place = try await InstalledPlace()
        expectRefusal(try place.run(["serve"]), "no key store")
        #expect(try place.run(["key", "create"]).code == 0)
        expectRefusal(try place.run(["serve"]), "rondom migrate")
        #expect(!FileManager.default.fileExists(atPath: place.databaseFile))
    }

    @Test(arguments: Engine.all) func `an older and a newer schema`(engine: Engine) async throws {
        let place = try await InstalledPlace.ready(engine)
        let database = try await Database.open(try #require(DatabaseLocation(place.database)))
        try await database.write { _ = try $0.execute("DELETE FROM migration WHERE number = 34") }
        expectRefusal(try place.run(["serve"]), "older release")
        try await database.write { connection in
            _ = try connection.execute(
                "INSERT INTO migration (number, name, taken_at) VALUES (34, 'x', 0), (9000, 'y', 0)")
        }
        expectRefusal(try place.run(["serve"]), "newer release")
        expectRefusal(try place.run(["migrate"]), "newer release")
        await database.close()
    }

    @Test func `the town, its data and its keys`() async throws {
        let town = try await DemoTown.fresh()
        expectRefusal(try town.run(["serve"]), "invented town")
        let place = try await InstalledPlace.ready()
        expectRefusal(
            try RondomProgram.run(["serve", "--database", "sqlite:\(town.folder)/town.sqlite", "--keys", place.keys]),
            "invented town")
        let keys = ["--database", place.database, "--keys", "sqlite:\(town.folder)/town.keys"]
        expectRefusal(try RondomProgram.run(["serve"] + keys), "invented town")
    }

    @Test func `another key, and another installation's`() async throws {
        let (place, other) = (try await InstalledPlace.ready(), try await InstalledPlace.ready())
        #expect(try place.run(["account", "create", "administrator", "Ravi Jansen"]).code == 0)
        expectRefusal(
            try RondomProgram.run(["serve", "--database", place.database, "--keys", other.keys]), "two installations")
        try Data(repeating: 7, count: 32).write(to: URL(filePath: place.storeKey))
        expectRefusal(try place.run(["serve"]), "store key does not fit")
        try FileManager.default.removeItem(atPath: place.storeKey)
        expectRefusal(try place.run(["serve"]), "no store key")
    }

    @Test func `a key store that was used with other data`() async throws {
        let place = try await InstalledPlace.ready()
        let server = try RunningServer(["serve"] + place.options)
        server.tellToStop()
        #expect(server.ended() == 0)
        let vault = try Vault.open(at: .sqlite(path: place.keyFile))
        try vault.saveHeads([ChainHead(chain: "journal:x", number: 1, link: [1], at: Moment(milliseconds: 1))])
        let empty = ["--database", "sqlite:\(place.folder)/empty.sqlite", "--keys", place.keys]
        #expect(try RondomProgram.run(["migrate"] + empty.prefix(2)).code == 0)
        expectRefusal(try RondomProgram.run(["serve"] + empty), "used with other data")
    }

    @Test func `damaged files`() async throws {
        let place = try await InstalledPlace.ready()
        let whole = try Data(contentsOf: URL(filePath: place.databaseFile))
        try Data(repeating: 90, count: whole.count).write(to: URL(filePath: place.databaseFile))
        expectRefusal(try place.run(["serve"]), "damaged")
        try Data(repeating: 90, count: 5_000).write(to: URL(filePath: place.keyFile))
        expectRefusal(try place.run(["serve"]), "damaged")
    }

    @Test(arguments: [
        "rondom.example", "http://rondom.example", "https://127.0.0.1", "https://rondom.example/path",
        "http://localhost:80",
    ])
    func `an address behind a proxy at which browsers make no passkeys`(address: String) async throws {
        let place = try await InstalledPlace.ready()
        expectRefusal(try place.run(["serve", "--behind-proxy", "--address", address]), "--address")
    }

    @Test func `plain http to other machines`() async throws {
        let place = try await InstalledPlace.ready()
        expectRefusal(try place.run(["serve", "--host", "0.0.0.0"]), "--behind-proxy")
        expectRefusal(try RondomProgram.run(["serve"] + place.options, ["RONDOM_HOST": "0.0.0.0"]), "--behind-proxy")
    }

    @Test func `data and keys in one cluster`() async throws {
        var place = try await InstalledPlace(.postgres)
        place.keys = try await InstalledPlace(.postgres).database
        let options = place.options + ["--store-key", place.storeKey]
        #expect(try RondomProgram.run(["key", "create"] + options).code == 0)
        #expect(try RondomProgram.run(["migrate"] + options).code == 0)
        expectRefusal(try RondomProgram.run(["serve"] + options), "--same-cluster")
        let server = try RunningServer(["serve", "--same-cluster"] + options)
        #expect(try Visitor(port: server.port).get("/health/ready").status == 200)
        server.tellToStop()
        #expect(server.ended() == 0)
    }

    @Test func `a port that is taken`() async throws {
        let place = try await InstalledPlace.ready()
        let server = try RunningServer(["serve"] + place.options)
        expectRefusal(try place.run(["serve", "--port", "\(server.port)"]), "can't be listened at")
    }

    private func expectRefusal(
        _ run: RondomProgram.Run, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(run.code == 2, sourceLocation: sourceLocation)
        #expect(run.complaint.contains(words), sourceLocation: sourceLocation)
        #expect(run.complaint.split(separator: "\n").count == 1, sourceLocation: sourceLocation)
        #expect(!run.complaint.contains("Error"), sourceLocation: sourceLocation)
    }
}
