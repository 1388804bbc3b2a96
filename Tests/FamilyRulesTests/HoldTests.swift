// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A hold` {
    private let now = Moment(today, hour: 10)

    private func hold(
        asking second: Promise.Owner = .account(id("second")), from: Set<String> = ["father"],
        persons: Set<String> = [], reviewBy: Day = "2026-12-07"
    ) throws(Hold.Refusal) -> Hold {
        try Hold(
            id("hold"), of: ItemName(.conversation, stored: "talk"), about: [id("child")],
            from: Set(from.map { id($0) }), fromPersons: Set(persons.map { id($0) }), by: id("first"),
            asking: second, organisation: id("team"), at: now, reviewBy: reviewBy)
    }

    private func asked(
        _ decision: Hold.Decision, _ owner: Promise.Owner = .account(id("second")),
        _ answer: SecondProfessional.Answer? = nil
    ) -> SecondProfessional {
        SecondProfessional(
            id: id("decision"), subject: decision.subject(id("hold")), first: id("first"), asked: owner, made: now,
            given: answer.map { .init($0, by: id("second"), at: now) })
    }

    @Test(arguments: ["2026-11-24" as Day, "2026-12-07"])
    func `is reviewed within two weeks`(review: Day) throws {
        #expect(try hold(reviewBy: review).reviewBy == review)
    }

    @Test(arguments: ["2026-11-22" as Day, "2026-11-23", "2026-12-08"])
    func `is not reviewed later, nor today or before`(review: Day) {
        #expect(throws: Hold.Refusal.reviewOutsideTwoWeeks) { try hold(reviewBy: review) }
    }

    @Test func `is from somebody, who may have no account yet`() throws {
        #expect(throws: Hold.Refusal.fromNobody) { try hold(from: []) }
        #expect(try hold(from: [], persons: ["father"]).from.isEmpty)
    }

    @Test(arguments: ["first", "second"])
    func `is not from who decides about it`(who: String) {
        #expect(throws: Hold.Refusal.fromWhoDecides) { try hold(from: ["father", who]) }
    }

    /// Each line: for whom the reader is there, how far, and whether they may ask to show a member again who is there for
    /// two children.
    @Test(arguments: [
        ([Household.eleven, Household.thirteen], Share.plan, true),
        ([Household.eleven, Household.thirteen], .all, true),
        ([Household.eleven, Household.thirteen], .contact, false),
        ([Household.eleven], .all, false),
    ])
    func `in place of a hidden member is asked for by who plans with all concerned`(
        persons: [Person], share: Share, mayAsk: Bool
    ) throws {
        let about = Set([Household.eleven.id, Household.thirteen.id])
        #expect(try Household.helper(persons, share: share).mayReconsider(about: about) == mayAsk)
        for who in ["mother", "father", "thirteen"] {
            #expect(try !Household.standing(of: who).reading(on: today).mayReconsider(about: about), "\(who)")
        }
    }

    @Test(arguments: Hold.Decision.allCases)
    func `waits while somebody is asked, and stands before and after`(decision: Hold.Decision) throws {
        let hold = try hold()
        #expect(hold.state(after: []) == .standing)
        #expect(hold.state(after: [asked(decision)]) == .waiting(decision, asked(decision)))
        #expect(hold.state(after: [asked(decision, .account(id("second")), .no)]) == .standing)
    }

    private static let lead = Promise.Owner.organisation(id("team"))

    /// Each line: what was decided, by whom it was to be confirmed, what they said, and what follows.
    @Test(
        arguments: [
            (Hold.Decision.start, Promise.Owner.account(id("second")), .yes, Hold.Consequence.holds),
            (.start, .account(id("second")), .no, .asksThird), (.start, Self.lead, .no, .releases),
            (.third, Self.lead, .yes, .holds), (.third, Self.lead, .no, .releases),
            (.stay, .account(id("second")), .yes, .holds), (.stay, .account(id("second")), .no, .asksThird),
            (.stay, Self.lead, .no, .releases), (.release, .account(id("second")), .yes, .releases),
            (.release, .account(id("second")), .no, .none),
        ] as [(Hold.Decision, Promise.Owner, SecondProfessional.Answer, Hold.Consequence)])
    func `ends only where two, or a team lead, say so`(
        decision: Hold.Decision, owner: Promise.Owner, answer: SecondProfessional.Answer, expected: Hold.Consequence
    ) {
        #expect(Hold.consequence(of: asked(decision, owner, answer)) == expected)
    }

    /// Each line: who, in the circle, leading, in charge, kept out, and whether they decide.
    @Test(arguments: [
        ("first", true, false, false, false, true), ("first", false, false, false, false, false),
        ("before", true, false, false, false, true), ("other", true, false, false, false, false),
        ("other", true, false, true, false, true), ("lead", false, true, false, false, true),
        ("lead", false, true, false, true, false), ("first", true, false, false, true, false),
        ("father", true, false, true, false, false), ("owner", true, false, false, false, true),
    ])
    func `is decided about by who did before, who is in charge, and a team lead in whose inbox it lies`(
        who: String, isMember: Bool, leads: Bool, isInCharge: Bool, isKeptOut: Bool, expected: Bool
    ) throws {
        let decider = Hold.Decider(
            reader: id(who), isMember: isMember, led: leads ? id("team") : nil, isInCharge: isInCharge,
            isKeptOut: isKeptOut)
        let owners: Set<Promise.Owner> = [.account(id("owner")), Self.lead]
        #expect(try hold().mayBeDecided(by: decider, owners: owners, before: [id("before")]) == expected)
    }
}
