// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `An account` {
    @Test(arguments: Engine.all)
    func `is kept with its profile`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.account(1)
        let samira = try await people.account(2, "Samira El Idrissi", .familyMember)
        let found = try await people.read { try $0.accounts([samira.id, marieke.id, .numbered(3)], people.vault) }
        #expect(found == [marieke, samira])
        #expect(try await people.read { try $0.account(.numbered(3), people.vault) } == nil)
    }

    @Test(arguments: Engine.all)
    func `has no readable name in the database`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.account(1)
        let sealed = try await people.read { try $0.rows("SELECT name FROM account ORDER BY id") { $0.bytes(0) } }
        #expect(sealed.count == 1)
        #expect(!String(decoding: sealed[0], as: UTF8.self).contains("Marieke"))
    }

    @Test(arguments: Engine.all)
    func `can be called otherwise`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.account(1)
        let profile = AccountProfile(name: "Marieke de Wit", language: "en")
        try await people.write { try $0.save(profile, of: marieke.id, people.vault) }
        #expect(try await people.read { try $0.account(marieke.id, people.vault) }?.profile == profile)
    }

    @Test(arguments: Engine.all)
    func `does not open with another's name in its row`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.account(1)
        let samira = try await people.account(2, "Samira El Idrissi")
        try await people.write {
            let name = try $0.row("SELECT name FROM account WHERE id = \(samira.id) ORDER BY id") { $0.bytes(0) }
            try $0.execute("UPDATE account SET name = \(name) WHERE id = \(marieke.id)")
        }
        await #expect(throws: VaultError.damaged) {
            try await people.read { try $0.account(marieke.id, people.vault) }
        }
    }

    @Test(arguments: Engine.all)
    func `is of a kind that the schema knows`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        for (number, kind) in Account.Kind.allCases.enumerated() {
            try await people.account(UInt64(number), "Wie dan ook", kind)
        }
        await #expect(throws: DatabaseError.self) {
            try await people.write { try $0.execute("UPDATE account SET kind = 'king'") }
        }
    }
}

@Suite struct `The town's people` {
    @Test(arguments: Engine.all)
    func `are listed in their order and found by name`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.account(1)
        try await people.account(2)
        #expect(try await people.read { try $0.isDemo() } == false)
        let later = DemoPerson(
            slug: "marieke", account: .numbered(1), positionNL: "Regisseur", positionEN: "Director", place: 2)
        let first = DemoPerson(
            slug: "samira", account: .numbered(2), positionNL: "Moeder", positionEN: "Mother", place: 1)
        try await people.write {
            try $0.add(later)
            try $0.add(first)
        }
        #expect(try await people.read { try $0.demoPeople() } == [first, later])
        #expect(try await people.read { try $0.demoPerson("marieke") } == later)
        #expect(try await people.read { try $0.demoPerson("' OR '1'='1") } == nil)
        #expect(try await people.read { try $0.isDemo() })
    }
}
