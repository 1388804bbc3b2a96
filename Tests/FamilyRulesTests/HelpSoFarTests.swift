// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `Help so far` {
    private func help(_ members: [Membership], about persons: [Person] = [Household.eleven]) -> HelpSoFar {
        HelpSoFar(of: members, about: Set(persons.map(\.id)), until: today)
    }

    private func member(
        _ name: String, _ from: Day, _ until: Day? = nil, ended: Day? = nil, kind: Membership.Kind = .professional,
        covers: [Person] = [Household.eleven]
    ) -> Membership {
        Household.membership(
            of: name, covers: covers, from: from, until: until, ended: ended.map { Moment($0, hour: 12, minute: 0) },
            kind: kind)
    }

    @Test func `counts professionals, each once, who came`() {
        let again = Membership(
            id: id("again"), account: id("nurse"), kind: .professional, organisation: Household.office,
            covers: [Household.eleven.id], share: .all, term: Period(from: "2026-09-01"))
        let help = help([
            member("nurse", "2026-01-01", ended: "2026-03-01"), again, member("coach", "2026-02-01", kind: .relative),
            member("teacher", "2026-12-01"), member("other", "2026-02-01", covers: [Household.seventeen]),
            member("worker", "2026-05-01", "2026-06-01"),
        ])
        #expect(help.helpers == 2)
        #expect(help.helpersNow == 1)
        #expect(help.spells.map(\.period.from) == ["2026-01-01", "2026-02-01", "2026-05-01", "2026-09-01"])
        #expect(help.from == "2026-01-01")
    }

    @Test func `ends with the membership or with its term, whichever comes first`() {
        let help = help([
            member("a", "2026-01-01", "2026-04-01", ended: "2026-02-01"), member("b", "2026-01-02", "2026-02-02"),
            member("c", "2026-01-03", "2027-01-01"), member("d", "2026-01-04", ended: "2026-01-04"),
        ])
        #expect(help.spells.map(\.period.until) == ["2026-02-01", "2026-02-02", nil, "2026-01-04"])
    }

    @Test func `names each week or longer in which no professional was there`() {
        let gaps = { (members: [Membership]) in help(members).gaps }
        #expect(gaps([]) == [])
        #expect(gaps([member("a", "2026-01-01")]) == [])
        #expect(gaps([member("a", "2026-01-01", "2026-02-01"), member("b", "2026-02-07")]) == [])
        #expect(
            gaps([member("a", "2026-01-01", "2026-02-01"), member("b", "2026-02-08")])
                == [Period(from: "2026-02-01", until: "2026-02-08")])
        #expect(
            gaps([
                member("a", "2026-01-01", "2026-02-01"), member("long", "2026-01-05", "2026-10-01"),
                member("granny", "2026-01-01", kind: .relative),
            ]) == [Period(from: "2026-10-01")])
    }

    @Test func `says when most helped at the same time`() {
        #expect(help([member("a", "2026-01-01"), member("granny", "2026-01-01", kind: .relative)]).busiest == nil)
        let most = help([
            member("a", "2026-01-01"), member("b", "2026-02-01", "2026-05-01"), member("c", "2026-04-01", "2026-06-01"),
        ]).busiest
        #expect(most?.helpers == 3)
        #expect(most?.period == Period(from: "2026-04-01", until: "2026-05-01"))
        #expect(
            help([member("a", "2026-01-01"), member("b", "2026-02-01")]).busiest?.period == Period(from: "2026-02-01"))
    }
}
