// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

private let now = Moment(today, hour: 10)
private let mother = Household.mother.id
private let father = Household.father.id

private func reading(
    _ who: String, share: Share = .all, kind: Membership.Kind = .professional, held: Standing.Held = .init(),
    at organisation: ID<Organisation> = Household.office
) throws -> Reading {
    if Household.all.contains(where: { $0.account == id(who) }) {
        return try Household.standing(of: who, held: held).reading(on: today)
    }
    let membership = Household.membership(
        of: who, covers: Household.all, share: share, kind: kind, at: organisation)
    return try Household.standing(
        of: who, memberships: [membership], held: held, onBehalfOf: [organisation]
    ).reading(on: today)
}

private func said(_ party: HelpProposal.Party, _ isYes: Bool, notedBy: ID<Account>? = nil) -> HelpProposal.Answer {
    HelpProposal.Answer(by: party, isYes: isYes, notedBy == nil ? .inRondom : .spoken, at: now, notedBy: notedBy)
}

private func proposal(
    for person: Person = Household.eleven, _ answers: [HelpProposal.Answer] = [],
    outcome: HelpProposal.Outcome? = nil
) -> HelpProposal {
    HelpProposal(
        id: id("proposal"), person: person.id, by: id("helper"), organisation: Household.office, made: now,
        starts: today + 14, answers: answers, outcome: outcome)
}

@Suite struct `A proposal of help` {
    private static let both = WhoMustAgree.all([mother, father])

    /// Every combination of what two parents said: nothing, yes, no.
    @Test(arguments: [nil, true, false] as [Bool?], [nil, true, false] as [Bool?])
    func `goes on with each yes, stops with one no, and waits for silence`(one: Bool?, other: Bool?) throws {
        let answers = [(mother, one), (father, other)].compactMap { who, answer in
            answer.map { said(.person(who), $0) }
        }
        let asked = proposal(answers)
        let refusing = Set([(mother, one), (father, other)].filter { $0.1 == false }.map(\.0))
        let silent = Set([(mother, one), (father, other)].filter { $0.1 == nil }.map(\.0))
        let expected: HelpProposal.Standing =
            !refusing.isEmpty ? .refused(by: refusing) : silent.isEmpty ? .agreed : .waits(for: silent)
        #expect(asked.standing(Self.both) == expected)
        let outcome = Result {
            try asked.concluded(by: reading("helper"), Self.both, seeing: asked.following(Self.both)).outcome
        }
        switch expected {
        case .agreed: #expect(try outcome.get() == .goesOn)
        case .refused: #expect(try outcome.get() == .doesNotGoOn)
        case .waits, .stopped, .over:
            #expect(throws: HelpProposal.Refusal.undecided) { try outcome.get() }
        }
    }

    @Test func `counts no advice, nobody else, and the last word`() {
        let advised = proposal([said(.adviser(id("other")), true), said(.person(mother), true)])
        #expect(advised.standing(Self.both) == .waits(for: [father]))
        #expect(proposal([said(.adviser(id("other")), false)]).standing(Self.both) == .waits(for: [mother, father]))
        let changed = proposal([said(.person(mother), false), said(.person(mother), true)])
        #expect(changed.standing(.all([mother])) == .agreed)
        #expect(
            proposal([said(.person(Household.stepfather.id), false)]).standing(.all([mother])) == .waits(for: [mother]))
    }

    @Test(arguments: WhoMustAgree.Reason.allCases)
    func `stops where nobody may be assumed to decide`(reason: WhoMustAgree.Reason) {
        let all = proposal([said(.person(mother), true), said(.person(father), true)])
        #expect(all.standing(.nobody(reason)) == .stopped(reason))
        #expect(throws: HelpProposal.Refusal.undecided) {
            try all.concluded(by: reading("helper"), .nobody(reason), seeing: .goesOn)
        }
        #expect(throws: Never.self) { try all.withdrawn(by: reading("helper")) }
    }

    @Test(
        arguments: [
            ("mother", Share.all, Membership.Kind.professional), ("thirteen", .all, .professional),
            ("aunt", .all, .relative), ("doctor", .contact, .professional),
        ])
    func `is made, noted and closed by nobody who does not plan as a professional`(
        who: String, share: Share, kind: Membership.Kind
    ) throws {
        let reader = try reading(who, share: share, kind: kind)
        #expect(throws: HelpProposal.Refusal.notYours) {
            try HelpProposal.made(id("new"), for: Household.eleven.id, by: reader, starts: today, at: now)
        }
        let note = said(.person(father), true, notedBy: id(who))
        #expect(throws: HelpProposal.Refusal.notYours) {
            try proposal().answered(note, by: reader, Self.both, hasReason: false)
        }
        #expect(throws: HelpProposal.Refusal.notYours) { try proposal().withdrawn(by: reader) }
        #expect(throws: HelpProposal.Refusal.notYours) { try proposal().concluded(by: reader, Self.both, seeing: nil) }
    }

    @Test(arguments: [(0, true), (366, true), (-1, false), (367, false)])
    func `begins from today, within a year`(days: Int, isPossible: Bool) throws {
        let made = try? HelpProposal.made(
            id("new"), for: Household.eleven.id, by: reading("helper", share: .plan), starts: today + days, at: now)
        #expect((made != nil) == isPossible)
    }

    @Test func `is answered by who must agree, advised on by professionals, and by nobody else`() throws {
        #expect(try reading("mother").party(in: proposal(), Self.both) == .person(mother))
        #expect(try reading("stepfather").party(in: proposal(), Self.both) == nil)
        #expect(try reading("thirteen").party(in: proposal(), Self.both) == nil)
        #expect(try reading("other", share: .plan).party(in: proposal(), Self.both) == .adviser(id("other")))
        #expect(try reading("other", share: .contact).party(in: proposal(), Self.both) == nil)
        #expect(try reading("helper").party(in: proposal(), Self.both) == nil)
        #expect(try reading("aunt", kind: .relative).party(in: proposal(), Self.both) == nil)
        #expect(throws: HelpProposal.Refusal.notYours) {
            try proposal().answered(
                said(.person(father), true), by: reading("mother"), Self.both, hasReason: false)
        }
    }

    @Test func `is refused with a reason, and not once it is closed`() throws {
        let no = said(.person(mother), false)
        #expect(throws: HelpProposal.Refusal.reasonMissing) {
            try proposal().answered(no, by: reading("mother"), Self.both, hasReason: false)
        }
        #expect(try proposal().answered(no, by: reading("mother"), Self.both, hasReason: true).latest.count == 1)
        for outcome in HelpProposal.Outcome.allCases {
            let closed = proposal(outcome: outcome)
            #expect(closed.standing(Self.both) == .over(outcome))
            #expect(throws: HelpProposal.Refusal.over) {
                try closed.answered(no, by: reading("mother"), Self.both, hasReason: true)
            }
            #expect(throws: HelpProposal.Refusal.over) { try closed.withdrawn(by: reading("helper")) }
            #expect(throws: HelpProposal.Refusal.over) {
                try closed.concluded(by: reading("helper"), Self.both, seeing: .goesOn)
            }
        }
    }

    @Test func `is noted for who did not say it themself, and must agree`() throws {
        let note = said(.person(father), true, notedBy: id("other"))
        let noted = try proposal().answered(note, by: reading("other"), Self.both, hasReason: false)
        #expect(noted.standing(Self.both) == .waits(for: [mother]))
        let own = proposal([said(.person(father), false)])
        #expect(throws: HelpProposal.Refusal.saidThemself) {
            try own.answered(note, by: reading("other"), Self.both, hasReason: false)
        }
        for party in [HelpProposal.Party.person(Household.stepfather.id), .adviser(id("third"))] {
            #expect(throws: HelpProposal.Refusal.notYours) {
                try proposal().answered(
                    said(party, true, notedBy: id("other")), by: reading("other"), Self.both, hasReason: false)
            }
        }
    }

    @Test func `is closed by who proposed it and by colleagues, and not from elsewhere`() throws {
        let agreed = proposal([said(.person(mother), true)])
        #expect(try agreed.concluded(by: reading("colleague"), .all([mother]), seeing: .goesOn).outcome == .goesOn)
        for seen in [HelpProposal.Outcome.doesNotGoOn, nil] {
            #expect(throws: HelpProposal.Refusal.changed) {
                try agreed.concluded(by: reading("colleague"), .all([mother]), seeing: seen)
            }
        }
        #expect(throws: HelpProposal.Refusal.notYours) {
            try agreed.concluded(by: reading("elsewhere", at: id("clinic")), .all([mother]), seeing: .goesOn)
        }
    }

    @Test func `is known to who plans with them, and to nobody from whom it or who made it is kept`() throws {
        let one = proposal()
        let held = Standing.Held(items: [ItemName(.proposal, one.id)])
        for (who, share, kind) in [
            ("mother", Share.all, Membership.Kind.professional), ("eleven", .all, .professional),
            ("aunt", .plan, .relative), ("other", .plan, .professional),
        ] {
            #expect(try reading(who, share: share, kind: kind).maySee(one, hidden: []), "\(who)")
            #expect(try !reading(who, share: share, kind: kind, held: held).maySee(one, hidden: []), "\(who)")
            #expect(try !reading(who, share: share, kind: kind).maySee(one, hidden: [id("helper")]), "\(who)")
        }
        for (who, share) in [("stepfather", Share.all), ("thirteen", .all), ("aunt", .contact)] {
            #expect(try !reading(who, share: share, kind: .relative).maySee(one, hidden: []), "\(who)")
        }
    }

    @Test func `tells why somebody said no to themself and to professionals who plan with them`() throws {
        let (no, advice) = (said(.person(mother), false), said(.adviser(id("other")), false))
        for (who, kind, reads) in [
            ("mother", Membership.Kind.professional, true), ("father", .professional, false),
            ("eleven", .professional, false), ("helper", .professional, true), ("aunt", .relative, false),
        ] {
            #expect(try reading(who, kind: kind).readsReason(of: no, to: proposal()) == reads, "\(who)")
        }
        #expect(try reading("father").readsReason(of: advice, to: proposal()))
        #expect(try !reading("aunt", kind: .relative).readsReason(of: advice, to: proposal()))
        #expect(try !reading("aunt", kind: .relative).seesAnswers(to: proposal()))
    }
}

@Suite struct `What is owed about a proposal of help` {
    private func debts(_ proposal: HelpProposal, _ mustAgree: WhoMustAgree = .all([mother, father])) -> ProposalDebts {
        ProposalDebts(of: proposal, mustAgree, signing: [mother], outside: [father], advisers: [id("other")])
    }

    @Test func `follows from who said what`() {
        let open = debts(proposal())
        #expect(open.answers == [mother] && open.advice == [id("other")] && open.isAsked && !open.isConcluded)
        let half = debts(proposal([said(.person(mother), true), said(.adviser(id("other")), false)]))
        #expect(half.answers.isEmpty && half.advice.isEmpty && half.isAsked && !half.isConcluded)
        let refused = debts(proposal([said(.person(mother), false)]))
        #expect(refused.isAsked && refused.isConcluded)
        let agreed = debts(proposal([said(.person(mother), true), said(.person(father), true, notedBy: id("helper"))]))
        #expect(!agreed.isAsked && agreed.isConcluded && agreed.advice == [id("other")])
    }

    @Test(arguments: HelpProposal.Outcome.allCases)
    func `is nothing once it is closed`(outcome: HelpProposal.Outcome) {
        let closed = debts(proposal(outcome: outcome))
        #expect(closed.answers.isEmpty && closed.advice.isEmpty && !closed.isAsked && !closed.isConcluded)
    }

    @Test func `is no answer of anybody where nobody may be assumed to decide`() {
        let stopped = debts(proposal(), .nobody(.authorityAbsent))
        #expect(stopped.answers.isEmpty && !stopped.isAsked && !stopped.isConcluded)
    }
}
