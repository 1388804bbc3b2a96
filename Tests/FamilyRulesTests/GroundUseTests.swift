// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `Sharing on a ground` {
    private let now = Moment(today)
    private let always = Ground.allCases.map { GroundTerm($0, Period(from: "2015-01-01")) }

    private func use(
        _ ground: Ground = .directlyInvolved, about persons: [Person] = [Household.eleven], by reader: Reading,
        for organisation: Organisation.Kind = .careProvider, among terms: [GroundTerm]? = nil, isTold: Bool = false
    ) throws(GroundUse.Refusal) -> GroundUse {
        try GroundUse(
            id("use"), of: ground, about: Set(persons.map(\.id)), by: reader, for: organisation, among: terms ?? always,
            isTold: isTold, at: now)
    }

    @Test(arguments: ["mother", "father", "stepfather", "thirteen"])
    func `is recorded by nobody of the family`(who: String) throws {
        let reader = try Household.standing(of: who).reading(on: today)
        #expect(throws: GroundUse.Refusal.notYours) { try use(by: reader) }
    }

    @Test func `is about those with whom the professional plans`() throws {
        let helper = try Household.helper([Household.eleven], share: .plan)
        #expect(throws: GroundUse.Refusal.notYours) { try use(about: [Household.thirteen], by: helper) }
        #expect(throws: GroundUse.Refusal.forNobody) { try use(about: [], by: helper) }
        let contact = try Household.helper([Household.eleven], share: .contact)
        #expect(throws: GroundUse.Refusal.notYours) { try use(by: contact) }
    }

    /// Each line: from when, until when, and whether it can be chosen.
    @Test(arguments: [
        (today, nil as Day?, true), (today + 1, nil, false), (today + -9, today + 1, true), (today + -9, today, false),
    ])
    func `can be chosen on its days`(from: Day, until: Day?, may: Bool) throws {
        let helper = try Household.helper([Household.eleven])
        let terms = [GroundTerm(.publicTask, Period(from: from, until: until))]
        guard may else {
            #expect(throws: GroundUse.Refusal.notCounting) { try use(.publicTask, by: helper, among: terms) }
            return
        }
        #expect(try use(.publicTask, by: helper, among: terms).ground == .publicTask)
    }

    @Test(arguments: Organisation.Kind.allCases)
    func `by consent is no ground for a municipality and its teams`(kind: Organisation.Kind) throws {
        let helper = try Household.helper([Household.eleven])
        guard [.municipality, .areaTeam].contains(kind) else {
            #expect(try use(.consent, by: helper, for: kind).ground == .consent)
            return
        }
        #expect(throws: GroundUse.Refusal.notMended) { try use(.consent, by: helper, for: kind) }
    }

    @Test(arguments: Ground.allCases)
    func `counts after a second professional's yes, where nobody agreed`(ground: Ground) throws {
        let use = try use(ground, by: try Household.helper([Household.eleven]))
        let asked = SecondProfessional(
            id: id("second"), subject: Decided.ground.subject(use.id), first: use.by, asked: .account(id("colleague")),
            made: now, given: nil)
        let yes = try asked.answered(.yes, by: id("colleague"), leading: nil, at: now)
        let no = try asked.answered(.no, by: id("colleague"), leading: nil, at: now)
        let needs = ![.directlyInvolved, .consent].contains(ground)
        #expect(use.state(with: nil) == (needs ? .waits : .counts))
        #expect(use.state(with: asked) == (needs ? .waits : .counts))
        #expect(use.state(with: yes) == .counts)
        #expect(use.state(with: no) == (needs ? .refused : .counts))
    }

    /// Each line: about whom, who reads, and whether they see it once it was told.
    @Test(arguments: [
        ([Household.eleven], "mother", true), ([Household.eleven], "stepfather", false),
        ([Household.thirteen], "thirteen", true), ([Household.thirteen], "mother", false),
        ([Household.eleven], "eleven", false), ([Household.mother], "mother", true),
        ([Household.eleven, Household.thirteen], "mother", false), ([Household.mother], "father", false),
    ])
    func `is read by those it is about, once they were told`(about: [Person], who: String, sees: Bool) throws {
        let helper = try Household.helper(Household.all)
        let reader = try Household.standing(of: who).reading(on: today)
        #expect(try !reader.maySee(use(about: about, by: helper), on: today))
        #expect(try reader.maySee(use(about: about, by: helper, isTold: true), on: today) == sees)
        #expect(try helper.maySee(use(about: about, by: helper), on: today))
    }

    @Test func `is told once`() throws {
        let helper = try Household.helper([Household.eleven])
        let told = try use(by: helper).told(by: helper, at: now)
        #expect(told.told == now)
        #expect(throws: GroundUse.Refusal.toldBefore) { try told.told(by: helper, at: now) }
    }
}
