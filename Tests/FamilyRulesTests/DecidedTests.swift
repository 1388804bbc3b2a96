// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `What a second professional is asked` {
    private let now = Moment(today, hour: 10)

    private func second(
        _ asked: Promise.Owner, by answerer: String? = nil
    ) -> SecondProfessional {
        SecondProfessional(
            id: id("second"), subject: Promise.Subject(kind: "withholding", id: "w"), first: id("first"), asked: asked,
            made: now, given: answerer.map { SecondProfessional.Given(.yes, by: id($0), at: now) })
    }

    /// Each line: who looks, whether they stand in the circle for those it is about, whose people they lead, and whether
    /// they see it while it is open.
    @Test(arguments: [
        ("colleague", true, nil as String?, true), ("colleague", false, nil, false),
        ("first", true, nil, true), ("first", false, nil, false),
        ("other", true, nil, false), ("other", false, "team", false),
    ])
    func `of one colleague is seen by these two, while they are there for the person`(
        who: String, isMember: Bool, led: String?, sees: Bool
    ) {
        let onlooker = SecondProfessional.Onlooker(
            reader: id(who), isMember: isMember, led: led.map { id($0) }, isOfFamily: false)
        #expect(second(.account(id("colleague"))).isSeen(by: onlooker) == sees)
        #expect(second(.account(id("colleague")), by: "colleague").isSeen(by: onlooker) == sees)
    }

    @Test(arguments: [("lead", "team" as String?, true), ("lead", "other", false), ("lead", nil, false)])
    func `of team leads is seen by these, and after by the one who answered while they lead them`(
        who: String, led: String?, sees: Bool
    ) {
        let onlooker = SecondProfessional.Onlooker(
            reader: id(who), isMember: false, led: led.map { id($0) }, isOfFamily: false)
        #expect(second(.organisation(id("team"))).isSeen(by: onlooker) == sees)
        #expect(second(.organisation(id("team")), by: "lead").isSeen(by: onlooker) == sees)
        #expect(!second(.organisation(id("team")), by: "another").isSeen(by: onlooker))
    }

    @Test func `is seen by nobody of the family`() {
        let asked = second(.account(id("colleague")))
        #expect(
            !asked.isSeen(by: .init(reader: id("colleague"), isMember: true, led: id("team"), isOfFamily: true)))
    }
}
