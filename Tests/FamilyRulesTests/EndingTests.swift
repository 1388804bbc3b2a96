// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `Ending a membership` {
    private static let both = [Household.eleven, Household.thirteen]

    private func successors(
        director: String? = "mother", _ kind: Direction.Kind = .contact, firstContact: String? = "nurse",
        professionals: [String] = ["nurse", "therapist"], parents: [String] = ["mother", "father"]
    ) -> Ending.Successors {
        Ending.Successors(
            direction: director.map { Direction(kind: kind, holder: id($0), since: "2026-01-01") },
            firstContact: firstContact.map { id($0) }, professionals: Set(professionals.map { id($0) }),
            parents: Set(parents.map { id($0) }))
    }

    private let agreements: [ID<Person>: WhoMustAgree] = [
        Household.eleven.id: .all([Household.mother.id, Household.father.id]),
        Household.thirteen.id: .all([Household.thirteen.id]),
    ]

    private func ending(
        for persons: [Person] = both, by who: String, of member: String = "therapist",
        kind: Membership.Kind = .professional, ended: Moment? = nil, _ successors: Ending.Successors? = nil,
        atWork: Bool = true
    ) throws -> Ending {
        let membership = Membership(
            id: id("membership"), account: id(member), kind: kind, organisation: atWork ? id("practice") : nil,
            covers: Set(Self.both.map(\.id)), share: .plan, term: Period(from: "2026-01-01"), ended: ended)
        let letIn = [member, "director", "nurse"].map { Household.membership(of: $0, covers: Self.both) }
        let reader = try Household.standing(of: who, memberships: letIn.filter { $0.account == id(who) })
            .reading(on: today)
        return try Ending(
            of: membership, for: Set(persons.map(\.id)), by: reader, mustAgree: agreements,
            successors ?? self.successors(director: "director"))
    }

    @Test(arguments: [
        ("therapist", both, true), ("therapist", [Household.eleven], true), ("director", both, true),
        ("mother", [Household.eleven], true), ("father", [Household.eleven], true), ("mother", both, false),
        ("mother", [Household.thirteen], false), ("thirteen", [Household.thirteen], true),
        ("thirteen", [Household.eleven], false), ("nurse", both, false), ("stepfather", [Household.eleven], false),
    ])
    func `is for the member, the director, and who may let in`(who: String, persons: [Person], may: Bool) throws {
        guard !may else {
            #expect(try ending(for: persons, by: who).persons == Set(persons.map(\.id)))
            return
        }
        #expect(throws: Ending.Refusal.notYoursToEnd) { try ending(for: persons, by: who) }
    }

    @Test func `for one child leaves the other, and hands over nothing`() throws {
        let partly = try ending(for: [Household.eleven], by: "father")
        #expect(!partly.isWhole && partly.heir == nil && partly.inbox == nil)
        #expect(try ending(by: "therapist").isWhole)
    }

    @Test func `is for somebody covered, and once`() {
        #expect(throws: Ending.Refusal.forNobody) { try ending(for: [Household.mother], by: "therapist") }
        #expect(throws: Ending.Refusal.changed) { try ending(by: "therapist", ended: Moment(today)) }
    }

    @Test func `hands direction to the first contact, else to a parent, else to another professional`() throws {
        let own = { self.successors(director: "therapist", firstContact: $0) }
        #expect(try ending(by: "therapist", own("nurse")).heir == id("nurse"))
        #expect(try ending(by: "therapist", own("therapist")).heir == min(id("mother"), id("father")))
        let nobodyHome = successors(director: "therapist", firstContact: "therapist", parents: [])
        #expect(try ending(by: "therapist", nobodyHome).heir == id("nurse"))
    }

    @Test func `never leaves a family without director or first contact`() {
        let last = successors(
            director: "therapist", firstContact: "therapist", professionals: ["therapist"], parents: [])
        #expect(throws: Ending.Refusal.noHeir) { try ending(by: "therapist", last) }
        let safety = successors(
            director: "therapist", .safetyCoordination, firstContact: nil, professionals: ["therapist"])
        #expect(throws: Ending.Refusal.noHeir) { try ending(by: "therapist", safety) }
    }

    @Test func `leaves what a helper owed with helpers, and what a relative owed with who directs`() throws {
        let parents = successors(director: "mother")
        #expect(try ending(by: "therapist", parents).inbox == .organisation(id("practice")))
        let worker = successors(director: "nurse")
        #expect(try ending(by: "therapist", worker).inbox == .account(id("nurse")))
        let own = successors(director: "therapist", firstContact: nil)
        #expect(try ending(by: "therapist", own).inbox == .organisation(id("practice")))
        #expect(try ending(by: "therapist", kind: .relative, parents, atWork: false).inbox == .account(id("mother")))
    }
}
