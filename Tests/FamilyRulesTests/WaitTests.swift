// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import NetworkRules
import PeopleRules
import Testing

@Suite struct `A wait` {
    private static let today: Day = "2026-11-23"

    @Test(arguments: [
        // Still running, over, paused in the past, and paused now.
        (Wait(.start, from: today + -30), 30), (Wait(.start, from: today + -30, until: today + -10), 20),
        (Wait(.start, from: today + -30, until: today + -10, paused: 5), 15),
        (Wait(.start, from: today + -30, pausedSince: today + -20), 10),
        (Wait(.start, from: today + -30, paused: 3, pausedSince: today + -20), 7),
        (Wait(.start, from: today), 0), (Wait(.start, from: today + 3), 0),
        (Wait(.start, from: today + -3, until: today, paused: 9), 0),
    ])
    func `counts the days that the family did not wish`(wait: Wait, days: Int) {
        #expect(wait.days(until: Self.today) == days)
    }

    @Test func `that is over is counted as long as it lasted, and one that runs is not yet`() {
        let wait = Wait(.inAll, from: Self.today + -30, until: Self.today, paused: 10)
        #expect(wait.spell == .spell(began: Self.today + -20, ended: Self.today))
        #expect(Wait(.inAll, from: Self.today + -30).spell == nil)
    }

    private static func waits(
        _ met: Int?, _ started: Int?, ended: Int? = nil, pausedSince: Int? = nil
    ) -> [Int] {
        let wait = Referral.Waiting(
            asked: today + -40, met: met.map { today + -$0 }, started: started.map { today + -$0 },
            ended: ended.map { today + -$0 }, pausedSince: pausedSince.map { today + -$0 })
        let referral = Referral(
            id: id("r"), family: id("f"), person: id("p"), bundle: id("r"), sender: Side(id("a")),
            receiver: Side(id("b")), state: .waiting, since: Moment(today), wait: wait)
        return referral.waits.map { $0.days(until: today) } + [referral.waitInAll.days(until: today)]
    }

    @Test func `ends at the first appointment and begins anew until the start`() {
        #expect(Self.waits(nil, nil) == [40, 40])
        #expect(Self.waits(30, nil) == [10, 30, 40])
        #expect(Self.waits(30, 12) == [10, 18, 28])
        #expect(Self.waits(12, 12) == [28, 0, 28])
        #expect(Self.waits(30, nil, ended: 5) == [10, 25, 35])
        #expect(Self.waits(nil, nil, ended: 5) == [35, 35])
        #expect(Self.waits(30, nil, pausedSince: 20) == [10, 10, 20])
        #expect(Self.waits(nil, nil, pausedSince: 20) == [20, 20])
    }

    /// Medians as the package lifelines for Python gives them for the same waits.
    @Test(
        arguments: [
            (Array(repeating: 10, count: 10), [Int](), 10, 10),
            (Array(1...10), [], 5, 10),
            (Array(1...12), [30, 30, 30, 30], 8, 15),
            (Array(1...5), [6, 6, 6, 6, 6, 6, 6], nil, 0),
            (Array(1...9), [], nil, 0),
            ([7, 7, 7, 14, 14, 21], [3, 3, 10, 30], 14, 10),
        ] as [([Int], [Int], Int?, Int)])
    func `elsewhere is told by the median of those over and those still waiting, and of few not at all`(
        over: [Int], running: [Int], median: Int?, about: Int
    ) {
        let expected = ExpectedWait(
            of: over.map { .init($0, isOver: true) } + running.map { .init($0, isOver: false) })
        #expect(expected?.median == median)
        #expect(expected.map { $0.about == about } ?? true)
    }
}
