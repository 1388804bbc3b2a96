// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import Mail
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

/// Set back an hour, or a year ahead for a while and mended.
@Suite struct `Mail by a clock that was wrong` {
    @Test(arguments: Engine.all)
    func `is at most one an hour, set back an hour`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        try await office.tell([1])
        office.wait(.minutes(5))
        try await office.send()
        #expect(office.receivers == ["1@post.example"])
        office.wait(.hours(-1))
        try await office.tell([1])
        for _ in 0..<3 {
            office.wait(.minutes(19))
            try await office.send()
        }
        #expect(office.receivers.count == 1)
        office.wait(.hours(1) + .minutes(5))
        try await office.send()
        #expect(office.receivers.count == 2)
    }

    @Test(arguments: Engine.all)
    func `goes on when a clock of a year ahead is mended`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        office.wait(.days(365))
        try await office.tell([1, 2])
        office.wait(.minutes(5))
        office.answer(.later(451), to: "2@post.example")
        try await office.send()
        #expect(office.receivers == ["1@post.example", "2@post.example"])
        office.wait(.days(-365))
        office.answer(.delivered, to: "2@post.example")
        try await office.tell([1])
        office.wait(.minutes(5))
        try await office.send()
        #expect(office.receivers.sorted() == ["1@post.example", "1@post.example", "2@post.example", "2@post.example"])
        #expect(try await office.waiting(2).isEmpty)
        office.wait(.minutes(30))
        try await office.tell([1])
        office.wait(.minutes(5))
        try await office.send()
        #expect(office.receivers.count == 4)
    }

    @Test(arguments: Engine.all)
    func `has codes that stay over, and may be asked for again`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let (vault, me, now) = (people.vault, .numbered(1) as ID<Account>, PeopleDatabase.now)
        func ask(_ at: Moment) async throws {
            try await people.write {
                try $0.askNoticeCode(for: mailAddress("a@post.example"), of: me, digits: "012345", at: at, vault)
            }
        }
        func answer(_ at: Moment) async throws -> NoticeCode.Answer {
            try await people.write { try $0.confirmNoticeAddress(of: me, typed: "012345", at: at, vault) }
        }
        try await ask(now)
        #expect(try await answer(now + .minutes(70)) == .over)
        #expect(try await answer(now + .minutes(10)) == .over)
        let ahead = now + .days(365)
        for place in 0..<5 { try await ask(ahead + .minutes(3 * place)) }
        await #expect(throws: NoticeCode.Refusal.tooOften) { try await ask(ahead + .minutes(20)) }
        #expect(try await answer(now + .hours(3)) == .over)
        try await ask(now + .hours(3))
        #expect(try await answer(now + .hours(3)) == .right)
    }
}
