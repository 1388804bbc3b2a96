// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A refusal of a parent's reading` {
    private let now = Moment(today)
    private let child = Household.eleven.id
    private let mother = Household.mother.id

    private func propose(
        _ child: Person = Household.eleven, to parent: String = "mother", by reader: Reading
    ) throws -> ReadingRefusal {
        let authority = Household.authorities().first { $0.child == child.id }
        return try ReadingRefusal(
            id("refusal"), of: child.id, to: id(parent), authority: authority, by: reader, at: now)
    }

    @Test(arguments: ["mother", "father", "stepfather", "thirteen"])
    func `is proposed by nobody of the family`(who: String) throws {
        let reader = try Household.standing(of: who).reading(on: today)
        #expect(throws: ReadingRefusal.Refusal.notYours) { try propose(by: reader) }
    }

    @Test(arguments: [
        (Household.eleven, "mother", true), (Household.thirteen, "father", true),
        (Household.seventeen, "mother", false),
        (Household.eleven, "stepfather", false), (Household.eleven, "thirteen", false),
    ])
    func `is of a right: authority over a child under 16`(child: Person, parent: String, may: Bool) throws {
        let helper = try Household.helper([child])
        guard !may else {
            #expect(try !propose(child, to: parent, by: helper).counts)
            return
        }
        #expect(throws: ReadingRefusal.Refusal.noRight) { try propose(child, to: parent, by: helper) }
    }

    @Test func `counts once another professional confirmed it, until it is ended`() throws {
        let helper = try Household.helper([Household.eleven])
        let proposed = try propose(by: helper)
        let asked = try SecondProfessional(
            id("second"), asking: .account(id("colleague")), about: Decided.readingRefusal.subject(proposed.id),
            by: proposed.by, among: [.account(id("colleague"))], at: now)
        #expect(try !proposed.decided(with: asked).counts)
        let yes = try asked.answered(.yes, by: id("colleague"), leading: nil, at: now)
        let confirmed = try proposed.decided(with: yes)
        #expect(confirmed.counts && confirmed.second == id("colleague"))
        #expect(throws: ReadingRefusal.Refusal.over) { try confirmed.decided(with: yes) }
        let no = try proposed.decided(with: try asked.answered(.no, by: id("colleague"), leading: nil, at: now))
        #expect(!no.counts && no.ended == now)
        #expect(try !confirmed.ended(by: helper, at: now).counts)
        let other = try Household.standing(
            of: "other", memberships: [Household.membership(of: "other", covers: [Household.thirteen])]
        ).reading(on: today)
        #expect(throws: ReadingRefusal.Refusal.notYours) { try confirmed.ended(by: other, at: now) }
    }

    private func reading(of who: String, _ refused: [(Person, Person)], letIn: [(Person, Person)] = []) throws
        -> Reading
    {
        try Standing(
            reader: id(who), persons: Household.all, ties: Household.ties, authorities: Household.authorities(),
            memberships: [], letIn: Set(letIn.map { Standing.LetIn(child: $0.0.id, reader: $0.1.id) }),
            refused: Set(refused.map { Standing.LetIn(child: $0.0.id, reader: $0.1.id) })
        ).reading(on: today)
    }

    @Test func `takes that parent's reading of that child, and nothing else`() throws {
        let refused = [(Household.eleven, Household.mother)]
        #expect(try reading(of: "mother", refused).names == ["mother", "thirteen"])
        #expect(try reading(of: "father", refused).names == ["eleven", "father", "thirteen"])
        #expect(try reading(of: "eleven", refused).names == ["eleven"])
    }

    /// Confirmed after the young person let her in, or before: until a professional ends it she does not read.
    @Test func `counts as well where a young person from 16 let them in`() throws {
        let refused = [(Household.seventeen, Household.mother)]
        let letIn = [(Household.seventeen, Household.mother), (Household.seventeen, Household.father)]
        #expect(try !reading(of: "mother", refused, letIn: letIn).names.contains("seventeen"))
        #expect(try reading(of: "father", refused, letIn: letIn).names.contains("seventeen"))
        #expect(try reading(of: "mother", [], letIn: letIn).names.contains("seventeen"))
    }
}
