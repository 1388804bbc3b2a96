// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Testing

@Suite struct `A promise is chased` {
    @Test(arguments: [
        (PromiseUrgency.acute, PromiseStep.nearing, Moment("2026-11-23", hour: 9, minute: 45)),
        (.acute, .due, Moment("2026-11-23", hour: 10)),
        (.acute, .escalated, Moment("2026-11-23", hour: 10, minute: 30)),
        (.day, .nearing, Moment("2026-11-24", hour: 3)),
        (.day, .escalated, Moment("2026-11-24", hour: 21)),
        (.week, .nearing, Moment("2026-11-27", hour: 9)),
        (.week, .escalated, Moment("2026-12-01", hour: 17)),
        (.regular(workingDays: 1), .nearing, Moment("2026-11-24", hour: 9)),
        (.regular(workingDays: 23), .due, Moment("2026-12-24", hour: 17)),
        (.regular(workingDays: 23), .nearing, Moment("2026-12-23", hour: 9)),
        (.regular(workingDays: 23), .escalated, Moment("2026-12-28", hour: 17)),
        (.agreed(Moment("2026-11-23", hour: 11)), .nearing, Moment("2026-11-23", hour: 10, minute: 30)),
    ])
    func `at moments that fit its urgency`(urgency: PromiseUrgency, step: PromiseStep, moment: Moment) {
        #expect(Promise.made(urgency).moment(of: step) == moment)
    }

    @Test(arguments: [
        PromiseUrgency.acute, .day, .week, .regular(workingDays: 1), .regular(workingDays: 10),
        .agreed(Moment("2026-11-23", hour: 9, minute: 5)), .agreed(Moment("2027-11-23")),
    ])
    func `first near, then at, then after its moment`(urgency: PromiseUrgency) {
        for hour in 0..<(24 * 14) {
            let promise = Promise.made(urgency, Moment("2026-12-20") + .hours(hour))
            let moments = PromiseStep.allCases.map(promise.moment(of:))
            #expect(moments == moments.sorted() && moments[0] >= promise.made)
        }
    }

    @Test(arguments: [
        (0, [], []), (45, [PromiseStep.nearing], []), (60, [.nearing, .due], []), (60, [.due], [PromiseStep.nearing]),
        (90, [.nearing, .due, .escalated], []), (90, [], [.nearing, .due, .escalated]),
    ])
    func `by each step once`(minutes: Int, steps: [PromiseStep], done: [PromiseStep]) {
        let promise = Promise.made(.acute)
        #expect(promise.stepsDue(at: promise.made + .minutes(minutes), done: Set(done)) == steps)
    }

    @Test func `no more once it is settled`() throws {
        let promise = try Promise.made(.acute).settled(at: Moment("2026-11-23", hour: 9, minute: 10))
        #expect(promise.stepsDue(at: promise.made + .days(9)) == [])
        #expect(promise.nextLook(done: []) == nil)
    }

    @Test func `until no step is left`() {
        let promise = Promise.made(.acute)
        #expect(promise.nextLook(done: []) == promise.made + .minutes(45))
        #expect(promise.nextLook(done: [.nearing]) == promise.due)
        #expect(promise.nextLook(done: Set(PromiseStep.allCases)) == nil)
    }

    @Test(arguments: [
        (PromiseUrgency.acute, PromiseStep.escalated, true), (.day, .escalated, true), (.acute, .due, false),
        (.week, .escalated, false), (.regular(workingDays: 5), .escalated, false),
    ])
    func `into the inbox when an urgent one was let pass`(urgency: PromiseUrgency, step: PromiseStep, moves: Bool) {
        let promise = Promise.made(urgency, fallback: .numbered(2))
        #expect(promise.owner(after: step) == (moves ? .organisation(.numbered(2)) : promise.owner))
    }

    @Test(arguments: [
        (PromiseKind.callBack, true), (.reviewHold, true), (.answerMessage, false), (.feedback, false),
    ])
    func `into the inbox by its kind, though there was a week for it`(kind: PromiseKind, moves: Bool) {
        let promise = Promise.made(.week, fallback: .numbered(2), kind: kind)
        #expect(promise.owner(after: .due) == promise.owner)
        #expect(promise.owner(after: .escalated) == (moves ? .organisation(.numbered(2)) : promise.owner))
    }

    @Test func `and keeps its owner where there is no inbox`() {
        let promise = Promise.made(.acute)
        #expect(promise.owner(after: .escalated) == promise.owner)
    }
}
