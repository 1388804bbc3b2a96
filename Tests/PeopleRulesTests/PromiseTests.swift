// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Testing

@Suite struct `A promise` {
    private static let marieke = Promise.Owner.account(.numbered(1))
    private static let inbox: ID<Organisation> = .numbered(2)

    @Test func `is settled by the act itself`() throws {
        let now = Moment("2026-11-24")
        #expect(try Promise.made().settled(at: now).state == .settled(now))
    }

    @Test(arguments: Promise.ClosingReason.allCases)
    func `is closed by its receiver, with a reason`(reason: Promise.ClosingReason) throws {
        let now = Moment("2026-11-24")
        let promise = Promise.made()
        #expect(try promise.closed(by: promise.receiver, reason, at: now).state == .closed(now, reason))
    }

    @Test(arguments: [
        Promise.Receiver.account(.numbered(1)), .organisation(.numbered(3)), .person(.numbered(4)),
    ])
    func `is closed by nobody else`(who: Promise.Receiver) {
        #expect(throws: Promise.Refusal.notTheReceiver) {
            try Promise.made().closed(by: who, .weSpoke, at: Moment("2026-11-24"))
        }
    }

    @Test func `is settled, closed or handed over while it is open only`() throws {
        let settled = try Promise.made().settled(at: Moment("2026-11-24"))
        let closed = try Promise.made().closed(by: Promise.made().receiver, .weSpoke, at: Moment("2026-11-24"))
        for promise in [settled, closed] {
            #expect(throws: Promise.Refusal.notOpen) { try promise.settled(at: Moment("2026-11-25")) }
            #expect(throws: Promise.Refusal.notOpen) { try promise.handedOver(to: Self.marieke) }
            #expect(throws: Promise.Refusal.notOpen) {
                try promise.closed(by: promise.receiver, .weSpoke, at: Moment("2026-11-25"))
            }
        }
    }

    @Test func `keeps its due moment when another owes it`() throws {
        let promise = try Promise.made().handedOver(to: .organisation(Self.inbox))
        #expect(promise.owner == .organisation(Self.inbox))
        #expect(promise.due == Promise.made().due)
        #expect(promise.isOpen)
    }

    @Test(arguments: [
        (PromiseUrgency.acute, Moment("2026-04-03", hour: 23), Moment("2026-04-04", hour: 0)),
        (.day, Moment("2026-04-03", hour: 16), Moment("2026-04-04", hour: 16)),
        (.day, Moment("2026-10-24", hour: 16), Moment("2026-10-25", hour: 15)),
        (.week, Moment("2026-11-23", hour: 9), Moment("2026-11-30", hour: 17)),
        (.week, Moment("2026-04-02", hour: 16), Moment("2026-04-13", hour: 17)),
        (.week, Moment("2026-11-28", hour: 12), Moment("2026-12-04", hour: 17)),
        (.regular(workingDays: 10), Moment("2026-03-02", hour: 9), Moment("2026-03-16", hour: 17)),
        (.regular(workingDays: 1), Moment("2026-12-24", hour: 18), Moment("2026-12-28", hour: 17)),
        (.regular(workingDays: 0), Moment("2026-11-23", hour: 9), Moment("2026-11-24", hour: 17)),
        (.agreed(Moment("2026-12-01", hour: 15)), Moment("2026-11-23"), Moment("2026-12-01", hour: 15)),
        (.agreed(Moment("2026-11-01")), Moment("2026-11-23"), Moment("2026-11-23")),
    ])
    func `is due by its urgency`(urgency: PromiseUrgency, made: Moment, due: Moment) {
        #expect(Promise.made(urgency, made).due == due)
    }
}

@Suite struct `A promise's ring` {
    @Test(arguments: [(-60, 0), (0, 0), (6, 10), (30, 50), (59, 98), (60, 100), (500, 100)])
    func `fills as its moment comes near`(minutes: Int, percent: Int) {
        let promise = Promise.made(.acute)
        #expect(promise.percentPassed(at: promise.made + .minutes(minutes)) == percent)
    }

    @Test func `is full when there never was time`() {
        let promise = Promise.made(.agreed(Moment("2000-01-01")))
        #expect(promise.percentPassed(at: promise.made) == 100)
    }

    @Test func `tells how late it is, while it is open`() throws {
        let promise = Promise.made(.acute)
        #expect(promise.lateness(at: promise.due) == nil)
        #expect(promise.lateness(at: promise.due + .minutes(5)) == .minutes(5))
        #expect(try promise.settled(at: promise.due).lateness(at: promise.due + .minutes(5)) == nil)
    }
}

@Suite struct `Promises in a list` {
    @Test func `stand with most harm from waiting first`() {
        let start = Moment("2026-11-23", hour: 9)
        let late = Promise.made(.week, start - .days(30))
        let acute = Promise.made(.acute, start)
        let day = Promise.made(.day, start)
        let soon = Promise.made(.regular(workingDays: 1), start)
        #expect([soon, day, late, acute].sorted { $0.comesBefore($1) } == [acute, day, late, soon])
    }
}
