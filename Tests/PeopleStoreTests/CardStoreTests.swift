// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `A kept card` {
    private static let now = PeopleDatabase.now

    @Test(arguments: Engine.all)
    func `opens its account once, with its figures`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.card()
        #expect(try await people.begin())
        #expect(try await people.joining() == aylin)
        #expect(try await people.use() == aylin)
        #expect(try await people.use() == nil)
        #expect(try await people.joining() == nil)
        #expect(try await people.begin(token: 8) == false)
        let card = try await people.read { try $0.latestCard(of: aylin.id) }
        #expect(card?.state(at: Self.now + .days(20)) == .used(Self.now))
    }

    @Test(arguments: Engine.all)
    func `opens nothing with wrong figures, and is void at the fifth`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.card()
        for _ in 0..<4 { #expect(try await people.begin(pin: "9999") == false) }
        #expect(try await people.begin())
        #expect(try await people.begin(pin: "9999") == false)
        #expect(try await people.begin() == false)
        #expect(try await people.joining() == nil)
        let card = try await people.read { try $0.latestCard(of: aylin.id) }
        #expect(card?.state(at: Self.now) == .voided(Self.now))
    }

    @Test(arguments: Engine.all)
    func `opens nothing under another code, nor after its end`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.card()
        #expect(try await people.begin(code: 4) == false)
        #expect(try await people.begin(at: Self.now + .days(14) - .seconds(1)))
        #expect(try await people.begin(at: Self.now + .days(14)) == false)
        // Found over once, it stays so by whatever clock.
        #expect(try await people.begin(at: Self.now + .days(14) - .seconds(1)) == false)
    }

    @Test(arguments: Engine.all)
    func `is void when a newer one is made, also half-way`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.card()
        #expect(try await people.begin())
        try await people.write { try $0.renewCard(code: 4, at: Self.now + .seconds(1), people.vault) }
        #expect(try await people.use() == nil)
        #expect(try await people.begin() == false)
        #expect(try await people.begin(code: 4, at: Self.now + .seconds(2)))
    }

    @Test(arguments: Engine.all)
    func `is used by one of two who hold it`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.card()
        #expect(try await people.begin(token: 7))
        #expect(try await people.begin(token: 8))
        #expect(try await people.use(token: 7) == nil)
        #expect(try await people.use(token: 8) == aylin)
        #expect(try await people.read { try $0.hasJoined(.numbered(8), at: Self.now, people.vault) })
        #expect(try await people.read { try $0.hasJoined(.numbered(7), at: Self.now, people.vault) } == false)
    }

    @Test(arguments: Engine.all)
    func `waits half an hour for a way to sign in`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.card()
        #expect(try await people.begin())
        #expect(try await people.use(at: Self.now + .minutes(30)) == nil)
        #expect(try await people.use(at: Self.now + .minutes(29)) == aylin)
    }

    @Test(arguments: Engine.all)
    func `ends every session and way in of before`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.card()
        let session = Session(
            digest: people.vault.digest(of: .numbered(3)), account: aylin.id, kind: aylin.kind, at: Self.now)
        try await people.write { try $0.start(session) }
        #expect(try await people.begin())
        #expect(try await people.read { try $0.signedIn(.numbered(3), people.vault) } != nil)
        #expect(try await people.use() == aylin)
        #expect(try await people.read { try $0.signedIn(.numbered(3), people.vault) } == nil)
    }

    @Test(arguments: Engine.all)
    func `is kept by neither code nor figures`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.card()
        let kept = try await people.read {
            try $0.rows("SELECT digest, pin FROM card ORDER BY digest") { $0.text(0) + $0.text(1) }
        }
        #expect(kept.count == 1)
        #expect(!kept[0].contains(CardCode.numbered(3).text) && kept[0].count == 128)
    }

    @Test(arguments: Engine.all)
    func `is swept half a year after its end`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.card()
        #expect(try await people.begin())
        try await people.write { try $0.sweepAccounts(at: Self.now + .days(190)) }
        #expect(try await people.read { try $0.latestCard(of: aylin.id) } != nil)
        try await people.write { try $0.sweepAccounts(at: Self.now + .days(194)) }
        #expect(try await people.read { try $0.latestCard(of: aylin.id) } == nil)
    }
}

extension CardCode {
    static func numbered(_ number: UInt8) -> CardCode {
        .make(from: SecretSource { Array(repeating: number, count: $0) })
    }
}

extension CardPin {
    /// 0417: no secret at all.
    static let spoken = CardPin.make(from: SecretSource { count in (0..<count).map { [0, 4, 1, 7][$0 % 4] } })
}

extension Connection {
    fileprivate func renewCard(code: UInt8, at now: Moment, _ vault: Vault) throws {
        try makeCard(
            for: .numbered(1), by: .numbered(2), code: .numbered(code), pin: .spoken, at: now, vault)
    }
}

extension PeopleDatabase {
    /// A card for Aylin, made by Marieke.
    @discardableResult
    fileprivate func card() async throws -> Account {
        let aylin = try await account(1, "Aylin Yildiz", .familyMember)
        try await account(2)
        try await write { [vault] in try $0.renewCard(code: 3, at: Self.now, vault) }
        return aylin
    }

    fileprivate func begin(
        code: UInt8 = 3, pin: String = "0417", token: UInt8 = 7, at now: Moment = PeopleDatabase.now
    ) async throws -> Bool {
        let typed = try #require(CardPin(typed: pin))
        return try await write { [vault] in
            try $0.beginJoining(.numbered(code), typed, token: .numbered(token), at: now, vault)
        }
    }

    fileprivate func joining(token: UInt8 = 7) async throws -> Account? {
        try await read { [vault] in try $0.joiningAccount(.numbered(token), at: Self.now, vault) }
    }

    fileprivate func use(token: UInt8 = 7, at now: Moment = PeopleDatabase.now) async throws -> Account? {
        try await write { [vault] in try $0.useCard(.numbered(token), at: now, vault)?.account }
    }
}
