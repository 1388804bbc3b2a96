// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A second professional` {
    private let now = Moment(today, hour: 10)

    private func asked(
        _ who: Promise.Owner, among candidates: Set<Promise.Owner>? = nil
    ) throws(SecondProfessional.Refusal) -> SecondProfessional {
        try SecondProfessional(
            id("decision"), asking: who, about: Promise.Subject(kind: "hold", id: "h"), by: id("first"),
            among: candidates ?? [who], at: now)
    }

    @Test func `is another one than the first`() {
        #expect(throws: SecondProfessional.Refusal.secondIsFirst) { try asked(.account(id("first"))) }
    }

    @Test func `is one of those who can be asked`() {
        #expect(throws: SecondProfessional.Refusal.notPossible) { try asked(.account(id("second")), among: []) }
    }

    @Test func `answers once, and nobody else does`() throws {
        let second = try asked(.account(id("second")))
        #expect(throws: SecondProfessional.Refusal.notYoursToAnswer) {
            try second.answered(.yes, by: id("third"), leading: nil, at: now)
        }
        let decided = try second.answered(.no, by: id("second"), leading: nil, at: now)
        #expect(decided.given?.answer == .no && !decided.isOpen)
        #expect(throws: SecondProfessional.Refusal.answeredBefore) {
            try decided.answered(.yes, by: id("second"), leading: nil, at: now)
        }
    }

    @Test func `is a team lead of the organisation that was asked, but not who asks`() throws {
        let second = try asked(.organisation(id("team")))
        #expect(throws: SecondProfessional.Refusal.notYoursToAnswer) {
            try second.answered(.yes, by: id("lead"), leading: id("other"), at: now)
        }
        #expect(throws: SecondProfessional.Refusal.secondIsFirst) {
            try second.answered(.yes, by: id("first"), leading: id("team"), at: now)
        }
        #expect(try second.answered(.yes, by: id("lead"), leading: id("team"), at: now).given?.by == id("lead"))
    }

    /// Each line: who is in the circle, about whom, and whether they can be asked.
    @Test(arguments: [
        ("colleague", Membership.Kind.professional, "child", "2026-01-01" as Day, true),
        ("first", .professional, "child", "2026-01-01", false),
        ("grandmother", .relative, "child", "2026-01-01", false),
        ("elsewhere", .professional, "sibling", "2026-01-01", false),
        ("later", .professional, "child", "2027-01-01", false),
        ("kept", .professional, "child", "2026-01-01", false),
    ])
    func `is a professional of the circle who is there for the person`(
        name: String, kind: Membership.Kind, covers: String, from: Day, expected: Bool
    ) {
        let member = Membership(
            id: id(name), account: id(name), kind: kind, covers: [id(covers)], share: .plan,
            term: Period(from: from))
        let candidates = SecondProfessional.candidates(
            besides: id("first"), about: [id("child")], among: [member], leads: [:], keptOut: [id("kept")], on: today)
        #expect(candidates == (expected ? [.account(id(name))] : []))
    }

    @Test func `is asked of an organisation only where somebody leads who may know`() {
        let leads: [ID<Organisation>: Set<ID<Account>>] = [
            id("team"): [id("lead")], id("alone"): [id("first")], id("kept"): [id("father")], id("nobody"): [],
        ]
        let candidates = SecondProfessional.candidates(
            besides: id("first"), about: [id("child")], among: [], leads: leads, keptOut: [id("father")], on: today)
        #expect(candidates == [.organisation(id("team"))])
    }
}
