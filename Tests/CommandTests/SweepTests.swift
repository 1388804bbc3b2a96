// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Kernel
import NetworkStore
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `The hourly sweep` {
    private static let now = Moment("2026-11-23", hour: 9)

    @Test(arguments: Engine.all) func `takes keys without a row after a day, and no others`(engine: Engine) async throws
    {
        let vault = try Vault.temporary(clock: Clock { Self.now })
        let dossiers = try await Self.dossiers(engine, vault)
        let account = Account(
            id: IDSource.unguessable.next(at: Self.now), kind: .administrator,
            profile: AccountProfile(name: "Ravi Jansen"))
        try await dossiers.database.write { try $0.create(account, vault) }
        let orphan = IDSource.unguessable.next(at: Self.now, Account.self).text
        try vault.makeKeys([orphan])
        let sweep = HourlySweep(dossiers, Clock { Self.now }) { _ in }
        #expect(try await sweep.sweepOrphanKeys(at: Self.now + .hours(23)) == 0)
        #expect(try await sweep.sweepOrphanKeys(at: Self.now + .hours(25)) == 1)
        #expect(try vault.key(account.id.text) != nil)
        #expect(try vault.check() == 4)
    }

    @Test(arguments: Engine.all) func `takes nothing beside data that are not the key store's`(engine: Engine)
        async throws
    {
        let vault = try Vault.temporary(clock: Clock { Self.now })
        let dossiers = try await Self.dossiers(engine, vault)
        try vault.makeKeys([IDSource.unguessable.next(at: Self.now, Account.self).text])
        try vault.saveHeads([ChainHead(chain: "access:x", number: 0, link: [], at: Self.now)])
        let sweep = HourlySweep(dossiers, Clock { Self.now }) { _ in }
        #expect(try await sweep.sweepOrphanKeys(at: Self.now + .days(9)) == 0)
    }

    private static func dossiers(_ engine: Engine, _ vault: Vault) async throws -> Dossiers {
        let database = try await TestDatabase.make(
            engine, migrations: peopleMigrations + networkMigrations + familyMigrations)
        return Dossiers(database: database, vault: vault, process: "test")
    }
}
