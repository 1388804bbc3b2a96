// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Testing

@Suite struct `A session` {
    private static let start = Moment("2026-11-23", hour: 9)

    private func session(_ kind: Account.Kind, seen: Duration = .zero) -> Session {
        let new = Session(digest: "d", account: account, kind: kind, at: Self.start)
        return Session(
            digest: new.digest, account: new.account, started: new.started, seen: Self.start + seen, ends: new.ends)
    }

    private let account: ID<Account> = IDSource { (1, 1) }.next(at: start)

    @Test(arguments: [
        (Account.Kind.familyMember, 60), (.professional, 60), (.manager, 60), (.administrator, 15),
        (.privacyOfficer, 15),
    ])
    func `is over when it was not used for too long`(kind: Account.Kind, minutes: Int) {
        let seen = Duration.hours(2)
        let idle = Duration.minutes(minutes)
        #expect(!session(kind, seen: seen).isOver(at: Self.start + seen + idle - .seconds(1), for: kind))
        #expect(session(kind, seen: seen).isOver(at: Self.start + seen + idle, for: kind))
    }

    @Test(arguments: Account.Kind.allCases)
    func `is over after twelve hours, used or not`(kind: Account.Kind) {
        let seen = Duration.hours(12) - .minutes(1)
        #expect(!session(kind, seen: seen).isOver(at: Self.start + .hours(12) - .seconds(1), for: kind))
        #expect(session(kind, seen: seen).isOver(at: Self.start + .hours(12), for: kind))
    }

    @Test func `goes on when the clock is set back`() {
        #expect(!session(.professional, seen: .minutes(30)).isOver(at: Self.start - .hours(1), for: .professional))
    }

    @Test(arguments: [(59, false), (60, true), (-60, false)])
    func `writes down its use once a minute`(seconds: Int, isWorthIt: Bool) {
        #expect(session(.professional).isWorthNoting(at: Self.start + .seconds(seconds)) == isWorthIt)
    }
}

@Suite struct `A session's token` {
    @Test func `is 32 bytes, in a cookie as hexadecimal digits`() {
        let bytes = (0..<32).map { UInt8($0 * 8) }
        let token = SessionToken(from: SecretSource { Array(bytes.prefix($0)) })
        #expect(token.cookie == "0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8")
        #expect(token.bytes == bytes)
        #expect(SessionToken(cookie: token.cookie) == token)
    }

    @Test func `is another one each time`() {
        #expect(SessionToken(from: .unguessable) != SessionToken(from: .unguessable))
    }

    @Test(arguments: ["", "00", String(repeating: "A", count: 64), String(repeating: "g", count: 64), "é"])
    func `is not read from anything else`(cookie: String) {
        #expect(SessionToken(cookie: cookie) == nil)
    }
}
