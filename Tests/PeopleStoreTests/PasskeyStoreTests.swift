// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `A kept passkey` {
    private static let now = PeopleDatabase.now

    private static func passkey(
        _ number: UInt8, of account: ID<Account> = .numbered(1), label: String = "Telefoon"
    ) -> Passkey {
        Passkey(
            id: .numbered(UInt64(number)), account: account, credential: Array(repeating: number, count: 16),
            publicKey: Passkey.PublicKey(.es256, Array(repeating: 200, count: 64)), counter: .max - 1, label: label,
            madeAt: now)
    }

    @Test(arguments: Engine.all)
    func `is found by what the device calls it, until it is removed by its owner`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.account(1)
        try await people.account(2)
        #expect(try await people.write { try $0.add(Self.passkey(7), people.vault) })
        #expect(try await people.passkey(7) == Self.passkey(7))
        #expect(try await people.passkey(8) == nil)
        #expect(try await people.write { try $0.remove(.numbered(7), of: .numbered(2)) } == false)
        #expect(try await people.write { try $0.remove(.numbered(7), of: .numbered(1)) })
        #expect(try await people.passkey(7) == nil)
    }

    @Test(arguments: Engine.all)
    func `is one person's alone`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.account(1)
        try await people.account(2)
        #expect(try await people.write { try $0.add(Self.passkey(7), people.vault) })
        let again = Passkey(
            id: .numbered(8), account: .numbered(2), credential: Self.passkey(7).credential,
            publicKey: Self.passkey(7).publicKey, counter: 0, label: "Andere", madeAt: Self.now)
        #expect(try await people.write { try $0.add(again, people.vault) } == false)
        #expect(try await people.passkey(7)?.account == .numbered(1))
    }

    @Test(arguments: Engine.all)
    func `is one of twenty at most`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.account(1)
        for number in 1...UInt8(Passkey.most) {
            #expect(try await people.write { try $0.add(Self.passkey(number), people.vault) })
        }
        #expect(try await people.write { try $0.add(Self.passkey(99), people.vault) } == false)
        #expect(try await people.read { try $0.passkeys(of: .numbered(1), people.vault) }.count == Passkey.most)
    }

    @Test(arguments: Engine.all)
    func `remembers its counter, its last use and its name`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.account(1)
        #expect(try await people.write { try $0.add(Self.passkey(7), people.vault) })
        try await people.write { try $0.note(Self.passkey(7), counter: .max, used: Self.now + .hours(1)) }
        #expect(
            try await people.write { try $0.rename(.numbered(7), of: .numbered(2), "Van een ander", people.vault) }
                == false)
        #expect(
            try await people.write { try $0.rename(.numbered(7), of: .numbered(1), "Tablet", people.vault) })
        let found = try await people.passkey(7)
        #expect(found?.counter == .max && found?.usedAt == Self.now + .hours(1) && found?.label == "Tablet")
    }

    @Test(arguments: Engine.all)
    func `can't be read, nor moved to another account`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.account(1)
        try await people.account(2)
        #expect(try await people.write { try $0.add(Self.passkey(7, label: "Telefoon van Aylin"), people.vault) })
        let kept = try await people.read {
            try $0.rows("SELECT label, public_key FROM passkey ORDER BY id") { $0.bytes(0) + $0.bytes(1) }
        }
        #expect(kept.map { String(decoding: $0, as: UTF8.self).contains("Aylin") } == [false])
        try await people.write { try $0.execute("UPDATE passkey SET account = \(ID<Account>.numbered(2).text)") }
        await #expect(throws: VaultError.damaged) { try await people.passkey(7) }
    }

    @Test func `is made under a name that is always the same and tells nothing`() async throws {
        let people = try await PeopleDatabase.make(Engine.all[0])
        let first = people.vault.passkeyHandle(of: .numbered(1))
        #expect(first == people.vault.passkeyHandle(of: .numbered(1)))
        #expect(first != people.vault.passkeyHandle(of: .numbered(2)))
        #expect(first.count == 64)
    }
}

@Suite struct `A question to a device` {
    private static let now = PeopleDatabase.now

    @Test(arguments: Engine.all)
    func `is answered once, within five minutes`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let question = people.vault.question(for: .numbered(7), askedAt: Self.now)
        for (wait, isTaken) in [
            (Duration.minutes(5), false), (.seconds(-1), false), (.minutes(5) - .seconds(1), true),
            (.minutes(1), false),
        ] {
            #expect(
                try await people.write { try $0.takeAnswer(to: question, askedAt: Self.now, at: Self.now + wait) }
                    == isTaken, "\(wait)")
        }
        // An hour later it is over, and by a clock that is then set back it was answered.
        try await people.write { try $0.sweepAccounts(at: Self.now + .hours(1)) }
        let again = try await people.write {
            try $0.takeAnswer(to: question, askedAt: Self.now, at: Self.now + .minutes(2))
        }
        #expect(!again)
        try await people.write { try $0.sweepAccounts(at: Self.now + .days(1) + .minutes(5)) }
        let left = try await people.read { try $0.rows("SELECT 1 FROM passkey_answer ORDER BY digest") { _ in 1 } }
        #expect(left.isEmpty)
    }

    @Test func `is another one for each browser and each time`() async throws {
        let vault = try await PeopleDatabase.make(Engine.all[0]).vault
        let questions = [
            vault.question(for: .numbered(7), askedAt: Self.now), vault.question(for: .numbered(8), askedAt: Self.now),
            vault.question(for: .numbered(7), askedAt: Self.now + .milliseconds(1)),
        ]
        #expect(Set(questions).count == 3)
    }
}

extension PeopleDatabase {
    fileprivate func passkey(_ number: UInt8) async throws -> Passkey? {
        try await read { [vault] in try $0.passkey(credential: Array(repeating: number, count: 16), vault) }
    }
}
