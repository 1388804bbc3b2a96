// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `A remembered device` {
    private static let now = PeopleDatabase.now

    private static func make(_ engine: Engine) async throws -> (PeopleDatabase, Account) {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.account(1, "Aylin Yildiz", .familyMember)
        let device = RememberedDevice(
            id: .numbered(7), account: aylin.id, device: Device(.android, .firefox), began: now, seen: now,
            ends: now + RememberedDevice.term)
        try await people.write { try $0.remember(device, by: .numbered(1), people.vault) }
        return (people, aylin)
    }

    @Test(arguments: Engine.all)
    func `comes in for a month, each time with another token`(engine: Engine) async throws {
        let (people, aylin) = try await Self.make(engine)
        func enter(_ token: UInt8, _ next: UInt8, after span: Duration) async throws -> Bool? {
            try await people.write {
                try $0.enter(by: .numbered(token), next: .numbered(next), at: Self.now + span, people.vault)?.isReplaced
            }
        }
        #expect(try await enter(1, 2, after: .days(1)) == true)
        #expect(try await enter(2, 3, after: .days(2)) == true)
        #expect(try await enter(9, 4, after: .days(2)) == nil)
        #expect(try await people.read { try $0.rememberedDevices(of: aylin.id, at: Self.now + .days(29)) }.count == 1)
        #expect(try await enter(3, 4, after: .days(30)) == nil)
        #expect(try await people.read { try $0.rememberedDevices(of: aylin.id, at: Self.now + .days(30)) } == [])
    }

    @Test(arguments: Engine.all)
    func `may ask twice in a moment, and is forgotten when an old token turns up later`(engine: Engine) async throws {
        let (people, aylin) = try await Self.make(engine)
        func enter(_ token: UInt8, _ next: UInt8, after seconds: Int) async throws -> Bool? {
            try await people.write {
                try $0.enter(
                    by: .numbered(token), next: .numbered(next), at: Self.now + .seconds(seconds), people.vault)?
                    .isReplaced
            }
        }
        #expect(try await enter(1, 2, after: 10) == true)
        #expect(try await enter(1, 3, after: 20) == false)
        #expect(try await enter(1, 3, after: 90) == nil)
        #expect(try await people.read { try $0.rememberedDevices(of: aylin.id, at: Self.now) } == [])
        #expect(try await enter(2, 4, after: 91) == nil)
    }

    @Test(arguments: Engine.all)
    func `is forgotten with the sessions that began on it, by its owner only`(engine: Engine) async throws {
        let (people, aylin) = try await Self.make(engine)
        let other = try await people.account(2)
        let session = Session(
            digest: "on it", account: aylin.id, kind: .familyMember, at: Self.now, remembered: .numbered(7))
        let apart = Session(digest: "apart", account: aylin.id, kind: .familyMember, at: Self.now)
        try await people.write {
            try $0.start(session)
            try $0.start(apart)
        }
        #expect(try await people.write { try $0.forget(.numbered(7), of: other.id) } == [])
        #expect(try await people.write { try $0.forget(.numbered(7), of: aylin.id) } == ["on it"])
        #expect(try await people.read { try $0.sessions(of: aylin, at: Self.now) } == [apart])
    }

    @Test(arguments: Engine.all)
    func `is forgotten with all others when its owner ends them, but for this one`(engine: Engine) async throws {
        let (people, aylin) = try await Self.make(engine)
        let session = Session(
            digest: "this", account: aylin.id, kind: .familyMember, at: Self.now, remembered: .numbered(7))
        try await people.write {
            try $0.start(session)
            try $0.start(Session(digest: "that", account: aylin.id, kind: .familyMember, at: Self.now))
        }
        #expect(try await people.write { try $0.endSessions(of: aylin.id, but: session) } == ["that"])
        #expect(try await people.read { try $0.rememberedDevices(of: aylin.id, at: Self.now) }.count == 1)
        #expect(try await people.write { try $0.endSessions(of: aylin.id) } == 1)
        #expect(try await people.read { try $0.rememberedDevices(of: aylin.id, at: Self.now) } == [])
    }
}

@Suite struct `A guess` {
    private static let now = PeopleDatabase.now

    @Test(arguments: Engine.all)
    func `is counted for each place, and waits where it was made too often`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let places: [GuessedAt] = [.name("Aylin", people.vault), .address("192.0.2.1", people.vault)]
        for _ in 0..<5 { #expect(try await people.write { try $0.guess(places, at: Self.now) } == nil) }
        #expect(try await people.write { try $0.guess(places, at: Self.now) } == .seconds(30))
        let again: [GuessedAt] = [.name(" aylin ", people.vault)]
        #expect(try await people.write { try $0.guess(again, at: Self.now) } == .seconds(30))
        let elsewhere: [GuessedAt] = [.name("Joost", people.vault), .address("192.0.2.1", people.vault)]
        #expect(try await people.write { try $0.guess(elsewhere, at: Self.now) } == nil)
        let device: [GuessedAt] = [.name(on: .numbered(7), people.vault)]
        #expect(try await people.write { try $0.guess(device, at: Self.now) } == nil)
    }

    @Test(arguments: Engine.all)
    func `that was right begins anew, but not for the address`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let places: [GuessedAt] = [.name("aylin", people.vault), .address("2001:db8:1:2::5", people.vault)]
        for _ in 0..<5 { try await people.write { _ = try $0.guess(places, at: Self.now) } }
        try await people.write { try $0.forgive(places, at: Self.now) }
        let failures = try await people.read {
            try $0.rows("SELECT failures FROM guessing ORDER BY failures") { $0.int(0) }
        }
        #expect(failures == [4])
        let neighbour: [GuessedAt] = [.address("2001:db8:1:2:ffff::1", people.vault)]
        #expect(neighbour[0].digest == places[1].digest)
    }

    @Test(arguments: Engine.all)
    func `and what signing in left behind is swept`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.account(1)
        let places: [GuessedAt] = [.name("aylin", people.vault)]
        let begun = BegunSignIn(account: aylin.id, until: Self.now + BegunSignIn.term)
        try await people.write {
            _ = try $0.guess(places, at: Self.now)
            try $0.begin(begun, by: .numbered(5), people.vault)
            try $0.record(SignInRecord(at: Self.now, way: .code, device: .unknown), session: "s", of: aylin.id)
        }
        #expect(try await people.read { try $0.begunSignIn(.numbered(5), at: Self.now, people.vault) } == aylin)
        #expect(try await people.read { try $0.begunSignIn(.numbered(5), at: begun.until, people.vault) } == nil)
        #expect(try await people.read { try $0.signInRecords(of: aylin.id, limit: 5) }.map(\.way) == [.code])
        try await people.write { try $0.sweepAccounts(at: Self.now + .days(31)) }
        let left = try await people.read {
            try $0.rows(
                """
                SELECT count(*) FROM guessing UNION ALL SELECT count(*) FROM begun_sign_in
                UNION ALL SELECT count(*) FROM sign_in_record ORDER BY 1
                """
            ) { $0.int(0) }
        }
        #expect(left == [0, 0, 0])
    }
}

@Suite struct `Hashing passwords` {
    @Test func `knows the password again, and no other`() async throws {
        let hashing = PasswordHashing()
        let hash = try await hashing.hash(try Password("correct paard", name: nil))
        #expect(hash.text.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(try await hashing.matches("correct paard", hash))
        #expect(try await !hashing.matches("correct paars", hash))
        #expect(try await !hashing.matches(String(repeating: "a", count: 1_000_000), hash))
    }

    @Test func `does the same work where there is no password`() async throws {
        let hashing = PasswordHashing(cost: .least)
        #expect(try await !hashing.matches("", nil))
        #expect(hashing.computed == 1)
    }

    @Test func `lets some wait, and refuses more`() async throws {
        let hashing = PasswordHashing()
        let refused = await withTaskGroup(of: Bool.self, returning: Int.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    do { return try await hashing.matches("x", nil) } catch { return true }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused > 0)
        #expect(hashing.computed + refused == 200)
        #expect(try await !hashing.matches("x", nil))
    }
}
