// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Testing

@Suite struct `A norm` {
    private static let kind = PromiseKind.feedback

    @Test(arguments: [(0, false), (1, true), (250, true), (251, false), (-3, false)])
    func `is a number of working days within a year`(days: Int, isOne: Bool) {
        let norm = try? Norm(Self.kind, workingDays: days)
        #expect((norm != nil) == isOne)
    }

    @Test(arguments: [
        (PromiseUrgency.regular(workingDays: 10), PromiseUrgency.regular(workingDays: 3)), (.week, .week), (.day, .day),
        (.acute, .acute),
    ])
    func `counts for what is done in working days alone`(by rule: PromiseUrgency, then: PromiseUrgency) throws {
        let norms = Norms([try Norm(Self.kind, workingDays: 3)])
        let ids = IDSource.unguessable
        let now = Moment("2026-11-23" as Day, hour: 9)
        let (owner, other): (ID<Organisation>, ID<Organisation>) = (ids.next(at: now), ids.next(at: now))
        let debt = Debt(Self.kind, of: .organisation(owner), to: .organisation(other), rule)
        #expect(norms.urgency(of: debt) == then)
        let another = Debt(.triage, of: .organisation(owner), to: .organisation(other), rule)
        #expect(norms.urgency(of: another) == rule)
    }

    @Test(arguments: [
        (PromiseUrgency.regular(workingDays: 10), PromiseUrgency.regular(workingDays: 3), true),
        (.regular(workingDays: 5), .week, false), (.day, .acute, false), (.day, .day, true),
    ])
    func `makes nothing another promise`(one: PromiseUrgency, other: PromiseUrgency, isAlike: Bool) {
        #expect(one.isAlike(other) == isAlike && other.isAlike(one) == isAlike)
    }
}
