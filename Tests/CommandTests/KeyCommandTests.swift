// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import TestDatabases
import Testing

@Suite struct `rondom key` {
    @Test(arguments: Engine.all) func `makes keys once`(engine: Engine) async throws {
        var place = try await InstalledPlace(engine)
        if engine == .postgres { place.keys = place.database }
        let options = ["--keys", place.keys, "--store-key", place.storeKey]
        #expect(try RondomProgram.run(["key", "create"] + options).code == 0)
        #expect(FileManager.default.fileExists(atPath: place.storeKey))
        let again = try RondomProgram.run(["key", "create"] + options)
        #expect(again.code == 2)
        #expect(again.complaint.contains("already a store key"))
        #expect(try RondomProgram.run(["key", "check"] + options).output.contains("all 3 keys open"))
    }

    @Test func `rotate opens all anew, and leaves older copies closed`() async throws {
        let place = try await InstalledPlace.ready()
        #expect(try place.run(["account", "create", "administrator", "Ravi Jansen"]).code == 0)
        try FileManager.default.copyItem(atPath: place.keyFile, toPath: place.folder + "/old.keys")
        #expect(try place.run(["key", "rotate"]).code == 0)
        #expect(try place.run(["account", "list", "--names"]).output.contains("Ravi Jansen"))
        let old = try RondomProgram.run(
            ["key", "check", "--keys", "sqlite:\(place.folder)/old.keys", "--store-key", place.storeKey])
        #expect(old.code == 2)
        #expect(old.complaint.contains("one of the two is an old copy"))
    }
}
