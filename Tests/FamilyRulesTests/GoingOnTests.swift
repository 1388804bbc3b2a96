// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A circle from 18` {
    private static let (one, two): (ID<Membership>, ID<Membership>) = (id("one"), id("two"))

    @Test(arguments: [
        ("2008-11-24", false), ("2008-11-23", true), ("1990-01-01", true), ("2008-11-00", false), ("2008-00-00", false),
        ("2007-00-00", true), ("0000-00-00", false),
    ])
    func `is somebody's own from the latest day their birthday can be`(birth: String, isTheirs: Bool) throws {
        let birth = try #require(BirthDate(birth))
        #expect((GoingOn.birthday(of: birth, on: "2026-11-23") != nil) == isTheirs)
    }

    @Test func `is born on 29 February and turns 18 on 1 March`() throws {
        let birth = try #require(BirthDate("2008-02-29"))
        #expect(GoingOn.birthday(of: birth, on: "2026-02-28") == nil)
        #expect(GoingOn.birthday(of: birth, on: "2026-03-01")?.day == "2026-03-01")
    }

    @Test func `keeps who was chosen and lets the others go`() throws {
        let choice = try GoingOn([Self.one], shown: [Self.one, Self.two], of: [Self.one, Self.two])
        #expect(choice.stays == [Self.one] && choice.leaves == [Self.two])
        #expect(try GoingOn([], shown: [Self.one], of: [Self.one]).leaves == [Self.one])
    }

    @Test func `is chosen about those who were shown, all of them`() {
        #expect(throws: GoingOn.Refusal.changed) { try GoingOn([], shown: [Self.one], of: [Self.one, Self.two]) }
        #expect(throws: GoingOn.Refusal.changed) { try GoingOn([Self.two], shown: [Self.one], of: [Self.one]) }
        #expect(throws: GoingOn.Refusal.notYours) { try GoingOn([], shown: [], of: []) }
    }

    /// Eighteen since yesterday: who came in before that, covers them and is still there.
    @Test(
        arguments: [
            (-2, ["eleven"], nil, true), (-400, ["eleven"], nil, true), (-1, ["eleven"], nil, false),
            (0, ["eleven"], nil, false), (-400, ["thirteen"], nil, false), (-400, ["eleven", "thirteen"], nil, true),
            (-400, ["eleven"], 0, false), (-400, [], nil, false),
        ] as [(Int, [String], Int?, Bool)])
    func `is about members who cover them, came in before and are there`(
        joined: Int, covers: [String], ended: Int?, isChosen: Bool
    ) throws {
        let birthday = try #require(GoingOn.birthday(of: BirthDate((today + -1).adding(years: -18)), on: today))
        #expect(birthday.day == today + -1)
        let member = Membership(
            id: Self.one, account: id("helper"), kind: .professional, organisation: id("team"),
            covers: Set(covers.map { id($0) }), share: .plan, term: Period(from: today + joined),
            ended: ended.map { Moment(today + $0) })
        #expect(GoingOn.isChosen(member, by: Household.eleven.id, since: birthday) == isChosen)
    }
}
