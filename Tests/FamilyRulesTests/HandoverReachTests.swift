// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `Where a handover goes` {
    private func member(
        _ account: String, at organisation: String?, kind: Membership.Kind = .professional, ended: Moment? = nil
    ) -> Membership {
        Membership(
            id: id("\(account) at \(organisation ?? "hidden")"), account: id(account), kind: kind,
            organisation: organisation.map { id($0) }, covers: [Household.mother.id], share: .plan,
            term: Period(from: today + -30), ended: ended)
    }

    private func reach(_ members: [Membership]) -> HandoverReach {
        HandoverReach(from: id("holder"), to: id("receiver"), among: members, on: today)
    }

    /// Each line: for whom the one before works, for whom the next; nil where the reader does not know.
    @Test(
        arguments: [
            (["team"], ["team"], .near), (["team"], ["team", "school"], .near),
            (["team"], ["school"], .elsewhere([id("school")])), (["team"], [nil], .unknown),
            ([nil], ["school"], .unknown), ([nil], [nil], .unknown), ([], ["school"], .near), (["team"], [], .near),
            (["team", "school"], ["school"], .near),
        ] as [([String?], [String?], HandoverReach)])
    func `follows from for whom both work, as the reader knows it`(
        before: [String?], next: [String?], expected: HandoverReach
    ) {
        let members = before.map { member("holder", at: $0) } + next.map { member("receiver", at: $0) }
        #expect(reach(members) == expected)
    }

    @Test func `is near where one of the two is not a helper now`() {
        let grandmother = [member("holder", at: "team"), member("receiver", at: nil, kind: .relative)]
        #expect(reach(grandmother) == .near)
        let left = [member("holder", at: "team"), member("receiver", at: "school", ended: Moment(today, hour: 8))]
        #expect(reach(left) == .near)
    }
}
