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

    /// Changes what lies in the town's database, as time or somebody else would.
    private func change(_ town: DemoTown, _ sql: @escaping @Sendable (DemoTown) throws -> [SQL]) async throws {
        let dossiers = try await town.open()
        try await dossiers.database.write { connection in
            for statement in try sql(town) { try connection.execute(statement) }
        }
        await dossiers.database.close()
    }

    /// Nothing changed in a family for 21 years.
    private static func past(_ town: DemoTown) throws -> SQL {
        let long = Clock.machine.now() - .days(21 * 366)
        let name = "journal:" + (try town.filled.family("osei").text)
        return "UPDATE chain SET at = \(long) WHERE name = \(name)"
    }

    /// As a town of today in which one family is long silent has a hole in what was written.
    private static let surely = ["erase", "--due", "--yes", "--clock-is-right"]

    private func setHold(in town: DemoTown) async throws {
        let now = Clock.machine.now()
        try await change(town) { town in
            [
                """
                INSERT INTO keeping_hold (family_id, id, cause, by_id, made_at, review_day)
                VALUES (\(try town.filled.family("de-wit-yildiz")), '01900000-0000-7000-8000-00000000000b', 'court',
                    \(try town.filled.account("marieke")), \(now), \(now.day + 30))
                """
            ]
        }
    }

    @Test func `tells what stands in the way, and takes nothing`() async throws {
        let town = try await DemoTown.fresh()
        try await granted(town)
        try await setHold(in: town)
        let run = try town.run(["erase", "--due", "--yes"])
        #expect(run.code == 0 && run.output.contains("Not now:"))
        #expect(run.output.contains("a complaint, a court case or an inspection"))
        #expect(try await !`rondom erase`.isErased(town.filled.part("de-wit-yildiz/sem").text, in: town))
    }

    /// A crash between the keys and the rows: whatever came since, there is nothing left to keep.
    @Test func `finishes where the key went and the rows stayed`() async throws {
        let town = try await DemoTown.fresh()
        try await granted(town)
        try await setHold(in: town)
        let part = try town.filled.part("de-wit-yildiz/sem").text
        try Vault.open(at: .sqlite(path: town.folder + "/town.keys")).erase([part])
        let run = try town.run(["erase", "--due", "--yes"])
        #expect(run.code == 0 && run.output.contains("Keys destroyed: 0"), "\(run.output)\(run.complaint)")
        #expect(try town.run(["erase", "--due", "--yes"]).output.contains("Nothing is to be erased now."))
    }

    /// One that can't be erased keeps nothing else from going, and is finished by the same command; a birth that is
    /// damaged keeps nothing from being listed.
    @Test func `goes on after a failure, and ends with 1`() async throws {
        let town = try await DemoTown.fresh()
        try await granted(town)
        try await change(town) { town in
            let family = try town.filled.family("osei")
            return [
                try Self.past(town),
                "UPDATE person SET birth = X'00' WHERE family_id = \(family)",
                """
                CREATE TRIGGER stuck BEFORE UPDATE ON dossier_part WHEN NEW.erased_at IS NOT NULL
                    AND NEW.id NOT IN (SELECT part_id FROM forgetting)
                BEGIN SELECT RAISE(ABORT, 'stuck'); END
                """,
            ]
        }
        let run = try town.run(Self.surely)
        #expect(run.code == 1 && run.output.contains("Not done: family"), "\(run.output)\(run.complaint)")
        #expect(run.complaint.contains("1 of 2 could not be erased"))
        #expect(try await `rondom erase`.isErased(town.filled.part("de-wit-yildiz/sem").text, in: town))
        try await change(town) { _ in ["DROP TRIGGER stuck"] }
        let osei = try town.filled.family("osei")
        let again = try town.run(Self.surely)
        #expect(again.code == 0 && again.output.contains("Gone: family \(osei)"))
        #expect(try town.run(Self.surely).output.contains("Nothing is to be erased now."))
    }

    @Test func `asks first whether a clock is right that runs far ahead of all that was written`() async throws {
        let town = try await DemoTown.fresh()
        try await change(town) { town in
            Self.written(days: 90) + [try Self.past(town)]
        }
        let asked = try town.run(["erase", "--due", "--yes"])
        #expect(asked.code == 2 && asked.complaint.contains("--clock-is-right"))
        #expect(try await !`rondom erase`.isErased(town.filled.part("osei").text, in: town))
        #expect(try town.run(Self.surely).code == 0)
        #expect(try await `rondom erase`.isErased(town.filled.part("osei").text, in: town))
    }

    /// What a server wrote by a clock of five years ahead stands beyond a silence; after that all looks up to date.
    @Test func `asks also where a server itself ran on a clock far ahead`() async throws {
        let town = try await DemoTown.fresh()
        let now = Clock.machine.now()
        try await change(town) { town in
            let name = "journal:" + (try town.filled.family("de-wit-yildiz").text)
            return Self.written(days: 5 * 365) + [
                try Self.past(town), "UPDATE chain SET at = \(now) WHERE name = \(name)",
            ]
        }
        let asked = try town.run(["erase", "--due", "--yes"])
        #expect(asked.code == 2 && asked.complaint.contains("--clock-is-right"))
        #expect(asked.complaint.contains("until \(now.day.iso)"), "\(asked.complaint)")
        #expect(try await !`rondom erase`.isErased(town.filled.part("osei").text, in: town))
        #expect(try town.run(Self.surely).code == 0)
        #expect(try await `rondom erase`.isErased(town.filled.part("osei").text, in: town))
    }

    /// All that was written, so many days longer ago.
    private static func written(days: Int) -> [SQL] {
        let ago = days * 86_400_000
        return ["UPDATE chain SET at = at - \(ago)", "UPDATE access_record SET at = at - \(ago)"]
    }
}
