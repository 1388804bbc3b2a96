// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `Credentials` {
    private static let now = PeopleDatabase.now

    @Test(arguments: Engine.all)
    func `are found by the name in whatever form it is typed`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.account(1, "Aylin Yildiz", .familyMember)
        let name = try SignInName("Aylin@Example.org")
        let hash = PasswordHash("$argon2id$ of hers")
        try await people.write {
            try $0.setSignInName(name, for: aylin.id, people.vault)
            try $0.setPassword(hash, for: aylin.id, at: Self.now, people.vault)
        }
        let typed = try SignInName(" aylin@example.ORG")
        let found = try await people.read { try $0.credentials(typed, people.vault) }
        #expect(found?.account == aylin)
        #expect(found?.hash == hash)
        #expect(try await people.read { try $0.signInName(of: aylin.id, people.vault) } == "Aylin@Example.org")
        let other = try SignInName("aylin@example.com")
        #expect(try await people.read { try $0.credentials(other, people.vault) } == nil)
    }

    @Test(arguments: Engine.all)
    func `are not readable in the database`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.account(1)
        let name = try SignInName("aylin@example.org")
        try await people.write {
            try $0.setSignInName(name, for: aylin.id, people.vault)
            try $0.setPassword(PasswordHash("$argon2id$x"), for: aylin.id, at: Self.now, people.vault)
        }
        let kept = try await people.read {
            try $0.rows("SELECT digest, name FROM sign_in_name ORDER BY account") { $0.bytes(0) + $0.bytes(1) }
                + $0.rows("SELECT hash FROM password ORDER BY account") { $0.bytes(0) }
        }
        for bytes in kept {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("aylin") && !text.contains("argon2id"))
        }
    }

    @Test(arguments: Engine.all)
    func `have a name that nobody else has`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.account(1)
        let other = try await people.account(2)
        let (name, another) = (try SignInName("aylin"), try SignInName("Aylin Y"))
        try await people.write { try $0.setSignInName(name, for: aylin.id, people.vault) }
        await #expect(throws: SignInName.Refusal.taken) {
            try await people.write { try $0.setSignInName(name, for: other.id, people.vault) }
        }
        try await people.write {
            try $0.setSignInName(name, for: aylin.id, people.vault)
            try $0.setSignInName(another, for: aylin.id, people.vault)
            try $0.setSignInName(name, for: other.id, people.vault)
        }
        #expect(try await people.read { try $0.credentials(name, people.vault)?.account.id } == other.id)
    }

    @Test(arguments: Engine.all)
    func `are gone with the account's key, or when it is emptied`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let aylin = try await people.account(1)
        let name = try SignInName("aylin")
        let codes = RecoveryCode.fresh(from: .unguessable)
        try await people.write {
            try $0.setSignInName(name, for: aylin.id, people.vault)
            try $0.setPassword(PasswordHash("x"), for: aylin.id, at: Self.now, people.vault)
            try $0.offer(TOTP(from: .unguessable), to: aylin.id, people.vault)
            try $0.setRecoveryCodes(codes, for: aylin.id, people.vault)
            try $0.empty(aylin.id)
        }
        #expect(try await people.read { try $0.credentials(name, people.vault) } == nil)
        #expect(try await people.read { try $0.offeredAuthenticator(of: aylin.id, people.vault) } == nil)
        #expect(try await people.read { try $0.recoveryCodesLeft(of: aylin.id) } == nil)
    }
}

@Suite struct `A second factor` {
    private static let now = PeopleDatabase.now
    private static let totp = TOTP(from: SecretSource { Array(repeating: 7, count: $0) })
    private static func code(_ moment: Moment = now) -> String { totp.code(step: TOTP.step(at: moment)) }

    private static func confirmed(_ engine: Engine) async throws -> (PeopleDatabase, Account) {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.account(1)
        let isConfirmed = try await people.write {
            try $0.offer(totp, to: marieke.id, people.vault)
            return try $0.confirmAuthenticator(
                code(now - .minutes(1) + .seconds(30)), of: marieke.id, at: now, people.vault)
        }
        #expect(isConfirmed)
        return (people, marieke)
    }

    @Test(arguments: Engine.all)
    func `counts when its code was shown once, and not before`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.account(1)
        try await people.write { try $0.offer(Self.totp, to: marieke.id, people.vault) }
        #expect(try await people.read { try $0.hasAuthenticator(marieke.id) } == false)
        #expect(
            try await people.write { try $0.useCode(Self.code(), of: marieke.id, at: Self.now, people.vault) } == false)
        let isWrongTaken = try await people.write {
            try $0.confirmAuthenticator("000000", of: marieke.id, at: Self.now, people.vault)
        }
        #expect(!isWrongTaken)
        let isTaken = try await people.write {
            try $0.confirmAuthenticator(Self.code(), of: marieke.id, at: Self.now, people.vault)
        }
        #expect(isTaken)
        #expect(try await people.read { try $0.hasAuthenticator(marieke.id) })
    }

    @Test(arguments: Engine.all)
    func `takes each code once`(engine: Engine) async throws {
        let (people, marieke) = try await Self.confirmed(engine)
        func use(_ code: String) async throws -> Bool {
            try await people.write { try $0.useSecondFactor(code, of: marieke.id, at: Self.now, people.vault) }
        }
        #expect(try await use(Self.code()))
        #expect(try await !use(Self.code()))
        #expect(try await !use(Self.code(Self.now - .seconds(30))))
        #expect(try await use(Self.code(Self.now + .seconds(30))))
        #expect(try await !use("000000"))
    }

    @Test(arguments: Engine.all)
    func `that is replaced counts until the new one is confirmed`(engine: Engine) async throws {
        let (people, marieke) = try await Self.confirmed(engine)
        let next = TOTP(from: SecretSource { Array(repeating: 8, count: $0) })
        try await people.write { try $0.offer(next, to: marieke.id, people.vault) }
        #expect(try await people.write { try $0.useCode(Self.code(), of: marieke.id, at: Self.now, people.vault) })
        let later = Self.now + .minutes(5)
        let code = next.code(step: TOTP.step(at: later))
        #expect(try await people.write { try $0.confirmAuthenticator(code, of: marieke.id, at: later, people.vault) })
        #expect(
            try await !people.write { try $0.useCode(Self.code(later), of: marieke.id, at: later, people.vault) })
        #expect(try await people.read { try $0.offeredAuthenticator(of: marieke.id, people.vault) } == nil)
    }

    @Test(arguments: Engine.all)
    func `on paper serves once, for its own account, until a new set`(engine: Engine) async throws {
        let (people, marieke) = try await Self.confirmed(engine)
        let ilse = try await people.account(2, "Ilse Brouwer")
        let codes = RecoveryCode.fresh(from: .unguessable)
        try await people.write { try $0.setRecoveryCodes(codes, for: marieke.id, people.vault) }
        func use(_ code: RecoveryCode, _ account: Account) async throws -> Bool {
            try await people.write { try $0.useSecondFactor(code.groups, of: account.id, at: Self.now, people.vault) }
        }
        #expect(try await !use(codes[0], ilse))
        #expect(try await use(codes[0], marieke))
        #expect(try await !use(codes[0], marieke))
        #expect(try await people.read { try $0.recoveryCodesLeft(of: marieke.id) } == 9)
        try await people.write {
            try $0.setRecoveryCodes(RecoveryCode.fresh(from: .unguessable), for: marieke.id, people.vault)
        }
        #expect(try await !use(codes[1], marieke))
        #expect(try await people.read { try $0.recoveryCodesLeft(of: marieke.id) } == 10)
        #expect(try await people.read { try $0.recoveryCodesLeft(of: ilse.id) } == nil)
    }
}
