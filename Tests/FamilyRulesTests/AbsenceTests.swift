// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A colleague who is away` {
    private static func work(_ who: String, _ function: Professional.Function = .familyWorker) -> Professional {
        Professional(
            id: id("work of \(who)"), account: id(who), organisation: Household.office, function: function, title: "",
            period: Period(from: "2025-01-01"))
    }

    private static let team = [work("lead", .teamLead), work("ill"), work("colleague"), work("other")]

    private static func absence(
        of who: String = "ill", by standIn: String = "colleague", lead: String = "lead", from: Day = today,
        until: Day = today + 7
    ) -> Absence {
        Absence(
            id: id("absence of \(who)"), organisation: Household.office, who: id(who), standIn: id(standIn),
            by: id(lead), from: from, until: until)
    }

    private func refusal(_ absence: Absence, others: [Absence] = []) -> Absence.Refusal? {
        do {
            _ = try absence.arranged(among: Self.team, others: others, on: today)
            return nil
        } catch { return error }
    }

    @Test func `has a colleague stand in, when a team lead of both arranges it`() {
        #expect(refusal(Self.absence()) == nil)
        #expect(refusal(Self.absence(by: "lead")) == .notPossible)
        #expect(refusal(Self.absence(lead: "other")) == .notYours)
        #expect(refusal(Self.absence(lead: "stranger")) == .notYours)
    }

    @Test(arguments: [("ill", "ill"), ("ill", "stranger"), ("stranger", "colleague")])
    func `works there, and so does another one who stands in`(who: String, standIn: String) {
        #expect(refusal(Self.absence(of: who, by: standIn)) == .notPossible)
    }

    @Test(
        arguments: [
            (today, today + 1, nil), (today, today + 42, nil), (today + 92, today + 99, nil),
            (today, today + 43, .endsOutside), (today, today, .endsOutside), (today + -1, today + 3, .beginsOutside),
            (today + 93, today + 99, .beginsOutside),
        ] as [(Day, Day, Absence.Refusal?)])
    func `is back within six weeks`(from: Day, until: Day, wrong: Absence.Refusal?) {
        #expect(refusal(Self.absence(from: from, until: until)) == wrong)
    }

    @Test func `has one who stands in at a time`() {
        let week = Self.absence()
        #expect(refusal(Self.absence(by: "other"), others: [week]) == .changed)
        #expect(refusal(Self.absence(by: "other", from: today + 7, until: today + 9), others: [week]) == nil)
    }

    /// Another lead arranged that this one stands in for one family: that gives them no other.
    @Test(
        arguments: [
            ("lead", "other", nil), ("lead", "lead", .notPossible), ("second", "second", .notPossible),
            ("lead", "second", nil), ("lead", "ill", .notPossible), ("lead", "stranger", .notPossible),
            ("other", "colleague", .notYours),
        ] as [(String, String, Absence.Refusal?)])
    func `is divided by a lead among others, never to the lead themself`(
        lead: String, colleague: String, wrong: Absence.Refusal?
    ) throws {
        let team = Self.team + [Self.work("second", .teamLead)]
        let (one, another): (ID<Membership>, ID<Membership>) = (id("one"), id("another"))
        let given = try Self.absence().divided([one: id("second")], by: id("lead"), among: team, others: [])
        var refusal: Absence.Refusal?
        do { _ = try given.divided([another: id(colleague)], by: id(lead), among: team, others: []) } catch {
            refusal = error
        }
        #expect(refusal == wrong)
        #expect(try given.divided([one: id("second")], by: id("second"), among: team, others: []) == given)
    }

    @Test func `is not stood in for by who is away, nor stands in for others meanwhile`() {
        let week = Self.absence()
        #expect(refusal(Self.absence(of: "other", by: "ill"), others: [week]) == .standInIsAway)
        #expect(refusal(Self.absence(of: "colleague", by: "other"), others: [week]) == .standInIsAway)
        #expect(refusal(Self.absence(of: "other", by: "colleague"), others: [week]) == nil)
    }

    @Test(arguments: [("lead", true), ("ill", true), ("colleague", false), ("other", false)])
    func `is said to be back by a team lead and by themself`(who: String, mayEnd: Bool) {
        let work = Self.team.filter { $0.account == id(who) }
        #expect(Self.absence().mayEnd(id(who), work: work) == mayEnd)
    }

    @Test(arguments: [
        (PromiseKind.callBack, true), (.takeAction, true), (.reviewDirection, true), (.weighWithdrawal, true),
        (.answerMessage, false), (.answerWhy, false), (.answerMeeting, false), (.answerInvitation, false),
        (.answerHandover, false), (.confirmDecision, false), (.answerClosing, false), (.hearConcern, false),
    ])
    func `hands over what is work, not what was asked of them in person`(kind: PromiseKind, moves: Bool) {
        let left = Household.membership(of: "ill", covers: [Household.eleven])
        for (fallback, isElsewhere, isTheirs) in [
            (nil, false, true), (Household.office, false, true), (Household.office, true, true), (nil, true, false),
        ] as [(ID<Organisation>?, Bool, Bool)] {
            let promise = Promise(
                id: id("promise"), kind: kind, owner: .account(id("ill")), receiver: .account(id("mother")),
                subject: Promise.Subject(kind: "any", id: "one"), urgency: .day, made: Moment(today), fallback: fallback
            )
            #expect(Absence.moves(promise, of: left, isElsewhere: isElsewhere) == (moves && isTheirs))
        }
    }
}
