// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Kernel
import PeopleStore
import Synchronization
import TestDatabases
import Testing
import Town

@Suite struct `A town that is filled` {
    /// How far a filling said to be.
    private final class Heard: Sendable {
        let steps = Mutex<[Int]>([])
    }

    @Test func `has all families and tells how far it is`() async throws {
        let town = Town.zuilenOndiep(today: FilledDatabase.today)
        let dossiers = try await FilledDatabase.empty(.sqlite)
        let heard = Heard()
        let filled = try await town.fill(dossiers, ids: FilledDatabase.counted()) { done, all in
            heard.steps.withLock { $0.append(done * 1_000 + all) }
        }
        #expect(filled.families.count == 40)
        #expect(heard.steps.withLock(\.self) == (0...40).map { $0 * 1_000 + 40 })
        #expect(try await dossiers.database.read { try $0.demoPeople().count } == Town.demoPeople.count)
    }

    @Test(arguments: Engine.all)
    func `lies in the past, its happenings in their order`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let turned = try await town.dossiers.database.read { connection in
            try connection.row(
                """
                SELECT COUNT(*) FROM journal a JOIN journal b ON b.family_id = a.family_id AND b.number = a.number + 1
                WHERE b.at < a.at OR b.at >= \(Moment(FilledDatabase.today))
                """
            ) { $0.int(0) }
        }
        #expect(turned == 0)
    }

    @Test func `of any size is written some families at a time`() async throws {
        let town = Town.large(families: 120, today: FilledDatabase.today, messages: 3...5)
        let dossiers = try await FilledDatabase.empty(.sqlite)
        let heard = Heard()
        let filled = try await town.fill(dossiers, ids: FilledDatabase.counted()) { done, _ in
            heard.steps.withLock { $0.append(done) }
        }
        #expect(filled.families.count == 120)
        #expect(heard.steps.withLock(\.self) == [25, 50, 75, 100, 120])
        let reports = try await dossiers.verifyChains { _, _ in }
        #expect(reports.count == 241)
        #expect(reports.flatMap(\.findings).allSatisfy { !$0.isDamage })
    }
}
