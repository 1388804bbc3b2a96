// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Foundation
import Kernel
import PeopleRules
import TestDatabases
import Testing

@Suite struct `rondom erase --due` {
    /// A young person asks, who is in charge grants it.
    private func granted(_ town: DemoTown) async throws {
        let dossiers = try await town.open()
        let (family, sem) = (try town.filled.family("de-wit-yildiz"), try town.filled.person("sem"))
        let now = Clock.machine.now()
        let id: ID<Forgetting> = IDSource.unguessable.next(at: now)
        func look(_ who: String) throws -> Look {
            Look(
                reader: try town.filled.account(who), at: now, from: "", action: .update,
                item: ItemName(.forgetting, id))
        }
        let vault = dossiers.vault
        let asked = try await dossiers.act(family, try look("sem"), form: IDSource.unguessable.next(at: now)) {
            key, connection in
            try connection.askForgetting(
                as: id, about: sem, saying: nil, at: now, ids: .unguessable, key, vault)
            return Found("asked", about: [sem])
        }
        #expect(asked == "asked")
        let done = try await dossiers.decide(.grant, about: id, in: family, ids: .unguessable, try look("marieke"))
        #expect(done)
        await dossiers.database.close()
    }

    @Test func `says that nothing is due where nothing is`() async throws {
        let run = try await DemoTown.fresh().run(["erase", "--due", "--yes"])
        #expect(run.code == 0 && run.output.contains("Nothing is to be erased now."))
    }

    @Test func `carries out what was granted, also for an old back-up`() async throws {
        let town = try await DemoTown.fresh()
        try await granted(town)
        let backup = TestFolder.path("backup")
        try FileManager.default.copyItem(atPath: town.folder, toPath: backup)
        let asked = try town.run(["erase", "--due"])
        #expect(asked.code == 2 && asked.complaint.contains("--yes"))
        let part = try town.filled.part("de-wit-yildiz/sem").text
        #expect(try await !`rondom erase`.isErased(part, in: town))
        let run = try town.run(["erase", "--due", "--yes"])
        #expect(run.code == 0 && run.output.contains("Keys destroyed: 1"), "\(run.complaint)")
        #expect(try await `rondom erase`.isErased(part, in: town))
        #expect(try town.run(["erase", "--due", "--yes"]).output.contains("Nothing is to be erased now."))
        #expect(try town.run(["verify"]).code == 0)
        // The data of before beside today's keys open, but for this person; the keys of before don't open any more.
        let today = KeyStoreLocation.sqlite(path: town.folder + "/town.keys")
        let database = try await Database.open(.sqlite(path: backup + "/town.sqlite"))
        let vault = try Vault.open(at: today)
        let dossiers = Dossiers(database: database, vault: vault, process: "test")
        let sem = try town.filled.person("sem")
        let look = Look(
            reader: try town.filled.account("marieke"), at: Clock.machine.now(), from: "", action: .read,
            item: ItemName(.circle, try town.filled.family("de-wit-yildiz")))
        let names = try await dossiers.read(try town.filled.family("de-wit-yildiz"), look) { key, connection in
            Found(
                try connection.persons(key).map { ($0.person.id == sem, $0.name) }.map { "\($0.0) \($0.1 ?? "-")" },
                about: [])
        }
        #expect(names?.contains("true -") == true && names?.contains { $0.hasPrefix("false Aylin") } == true)
        await database.close()
        #expect(throws: VaultError.self) {
            try Vault.open(at: .sqlite(path: backup + "/town.keys"), storeKey: today.storeKeyPath)
        }
    }
}
