// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Testing

@Suite struct `The rhythm of mail` {
    private static let now = Moment("2026-11-23", hour: 9)

    @Test(
        arguments: [
            (nil, nil, true), (0, nil, false), (59, nil, false), (60, nil, true), (nil, 0, false),
            (nil, 23 * 60, false),
            (nil, 24 * 60, true), (0, 24 * 60, false), (61, 5, false),
            // The clock was set back since: an hour changes nothing, and one that was far ahead holds up nothing.
            (-1, nil, false), (-60, nil, false), (-121, nil, true), (nil, -1, false), (nil, -121, true),
        ] as [(Int?, Int?, Bool)])
    func `is one an hour, and one a day to who was refused`(sent: Int?, refused: Int?, isOpen: Bool) {
        let ago = { (minutes: Int) in Self.now - .minutes(minutes) }
        #expect(NoticeRhythm.isOpen(at: Self.now, sent: sent.map(ago), refused: refused.map(ago)) == isOpen)
    }

    @Test(arguments: [(0, 1), (1, 1), (2, 5), (3, 15), (4, 60), (5, 180), (6, 360), (7, 720), (8, 720), (99, 720)])
    func `waits longer after each try that failed`(tries: Int, minutes: Int) {
        #expect(NoticeRhythm.wait(afterTries: tries) == .minutes(minutes))
    }

    @Test(arguments: [(0, false), (47, false), (48, true), (-1, false)])
    func `ends after two days`(hours: Int, isStale: Bool) {
        #expect(NoticeRhythm.isStale(Self.now - .hours(hours), at: Self.now) == isStale)
    }
}

@Suite struct `A code for an address` {
    private static let now = Moment("2026-11-23", hour: 9)

    private func code(_ address: String = "a@post.example", after before: NoticeCode? = nil, minutes: Int = 0) throws
        -> NoticeCode?
    {
        try NoticeCode.asked(
            for: MailAddress(address), after: before, digits: "012345", at: Self.now + .minutes(minutes))
    }

    @Test(arguments: [
        (["012345"], 0, [NoticeCode.Answer.right]), ([" 012 345 "], 59, [.right]), (["012345"], 60, [.over]),
        (["1", "2", "012345"], 0, [.wrong(triesLeft: 2), .wrong(triesLeft: 1), .right]),
        (["1", "", "x", "012345"], 0, [.wrong(triesLeft: 2), .wrong(triesLeft: 1), .over, .over]),
    ])
    func `is right within an hour and three tries`(typed: [String], minutes: Int, answers: [NoticeCode.Answer]) throws {
        var code = try #require(try code())
        #expect(typed.map { code.answer(to: $0, at: Self.now + .minutes(minutes)) } == answers)
    }

    @Test func `is the same one when asked for again at once`() throws {
        let first = try code()
        #expect(try code(after: first, minutes: 1) == nil)
        #expect(try code("b@post.example", after: first, minutes: 1)?.asked == 2)
        #expect(try code(after: first, minutes: 2)?.asked == 2)
    }

    @Test func `is given five times a day`() throws {
        var code = try #require(try code())
        for place in 2...5 { code = try #require(try self.code(after: code, minutes: place * 10)) }
        #expect(throws: NoticeCode.Refusal.tooOften) { try self.code(after: code, minutes: 23 * 60) }
        #expect(try self.code(after: code, minutes: 24 * 60)?.asked == 1)
    }

    @Test(
        arguments: [([0, 0, 0, 0, 0, 0, 0, 7], "000007"), (Array(repeating: 255, count: 8), "551615")]
            as [([UInt8], String)])
    func `has six digits`(bytes: [UInt8], digits: String) { #expect(NoticeCode.digits(from: bytes) == digits) }
}
