// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `What waits for somebody` {
    private let now = Moment("2026-11-23", hour: 9, minute: 15)

    private func promise(
        _ urgency: PromiseUrgency, made: Moment = Moment("2026-11-20"), owner: Promise.Owner = .account(id("helper"))
    ) -> TodayOrder.Place {
        let promise = Promise(
            id: id("p"), kind: .takeAction, owner: owner, receiver: .account(id("mother")),
            subject: Promise.Subject(kind: "family", id: "family"), urgency: urgency, made: made)
        return TodayOrder(at: now).place(of: promise.outline)
    }

    private func messages(since: Moment, _ talk: String = "talk") -> TodayOrder.Place {
        TodayOrder(at: now).place(of: id(talk), since: since)
    }

    @Test(arguments: [
        (PromiseUrgency.acute, Waiting.Group.now),
        (.agreed(Moment("2026-11-20", hour: 17)), .now),
        (.agreed(Moment("2026-11-23", hour: 11, minute: 15)), .now),
        (.agreed(Moment("2026-11-23", hour: 11, minute: 16)), .today),
        (.agreed(Moment("2026-11-23", hour: 23, minute: 59)), .today),
        (.agreed(Moment("2026-11-24")), .week),
        (.agreed(Moment("2026-11-30", hour: 23)), .week),
        (.agreed(Moment("2026-12-01")), .later),
    ])
    func `stands in the group of its moment`(urgency: PromiseUrgency, group: Waiting.Group) {
        #expect(promise(urgency).group == group)
    }

    @Test func `stands apart when it lies with the organisation, and when it is a message`() {
        #expect(promise(.acute, owner: .organisation(id("inbox"))).group == .organisation)
        #expect(messages(since: now).group == .messages)
    }

    @Test func `comes in the order of the harm that waiting does`() {
        let ordered = [
            promise(.acute, made: now), promise(.day, made: now - .hours(23)),
            promise(.agreed(Moment("2026-11-19"))), promise(.agreed(now + .minutes(30))),
            messages(since: now - .days(3)), messages(since: now - .hours(1)),
            promise(.agreed(Moment("2026-11-23", hour: 16))), promise(.week),
            promise(.regular(workingDays: 20)), promise(.acute, owner: .organisation(id("inbox"))),
        ]
        #expect(ordered.reversed().sorted() == ordered)
    }
}
