// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A story` {
    private static let mothers = Story(of: Household.mother.id)
    private static let childs = Story(of: Household.eleven.id)
    private static let teens = Story(of: Household.thirteen.id)
    private static let joint = Story(id: id("joint"), authors: [Household.mother.id, Household.father.id])

    private static func reading(
        _ name: String, on day: Day = today, share: Share = .plan, kind: Membership.Kind = .professional,
        held: Standing.Held = .init()
    ) throws -> Reading {
        if Household.all.contains(where: { $0.account == id(name) }) {
            return try Household.standing(of: name, held: held).reading(on: day)
        }
        let membership = Household.membership(of: name, covers: Household.all, share: share, kind: kind)
        return try Household.standing(of: name, memberships: [membership], held: held).reading(on: day)
    }

    @Test(
        arguments: [
            ("mother", mothers, StoryPen.own), ("father", mothers, nil), ("helper", mothers, nil),
            ("eleven", childs, .own), ("mother", childs, .writtenDown), ("father", childs, .writtenDown),
            ("stepfather", childs, nil), ("helper", childs, .writtenDown),
            ("thirteen", teens, .own), ("mother", teens, nil), ("helper", teens, nil),
            ("mother", joint, .own), ("father", joint, .own), ("helper", joint, nil), ("eleven", joint, nil),
        ] as [(String, Story, StoryPen?)])
    func `is written by its author, or for a child under 12`(who: String, story: Story, pen: StoryPen?) throws {
        #expect(try Self.reading(who).pen(for: story, on: today) == pen)
    }

    @Test(
        arguments: [
            (Share.contact, Membership.Kind.professional, nil), (.plan, .professional, StoryPen.writtenDown),
            (.all, .relative, nil),
        ] as [(Share, Membership.Kind, StoryPen?)])
    func `of a child is written down by a professional who plans`(
        share: Share, kind: Membership.Kind, pen: StoryPen?
    ) throws {
        #expect(try Self.reading("helper", share: share, kind: kind).pen(for: Self.childs, on: today) == pen)
    }

    @Test func `is a child's own from the twelfth birthday`() throws {
        let birthday: Day = "2027-01-10"
        for who in ["mother", "helper"] {
            #expect(try Self.reading(who, on: birthday + -1).pen(for: Self.childs, on: birthday + -1) == .writtenDown)
            #expect(try Self.reading(who, on: birthday).pen(for: Self.childs, on: birthday) == nil)
        }
    }

    @Test(
        arguments: [
            ("helper", mothers, Share.plan, 2), ("helper", mothers, .contact, nil), ("helper", teens, .plan, 2),
            ("helper", joint, .all, 2), ("father", mothers, .all, nil), ("mother", teens, .all, nil),
            ("father", teens, .all, nil), ("father", childs, .all, 2),
        ] as [(String, Story, Share, Int?)])
    func `is read by who covers its author, and by a parent of a young person once it was given`(
        who: String, story: Story, share: Share, number: Int?
    ) throws {
        let reading = try Self.reading(who, share: share)
        #expect(reading.version(of: story, agreed: [1, 2], choice: nil, on: today) == number)
    }

    @Test(
        arguments: [
            (StoryChoice.current, 2), (.version(1), 1), (.version(3), nil), (.none, nil),
        ] as [(StoryChoice, Int?)])
    func `is read as far as its author says`(choice: StoryChoice, number: Int?) throws {
        #expect(
            try Self.reading("helper").version(of: Self.mothers, agreed: [1, 2], choice: choice, on: today) == number)
        let mother = try Self.reading("mother")
        #expect(mother.version(of: Self.teens, agreed: [1, 2], choice: choice, on: today) == number)
    }

    @Test func `of which somebody reads less is not written down by them`() throws {
        let helper = try Self.reading("helper")
        #expect(helper.pen(for: Self.childs, choice: StoryChoice.none, on: today) == nil)
        #expect(helper.pen(for: Self.childs, choice: .version(1), on: today) == nil)
        #expect(helper.pen(for: Self.childs, choice: .current, on: today) == .writtenDown)
    }

    @Test func `that is held is not there`() throws {
        let held = Standing.Held(items: [ItemName(.story, Self.mothers.id)])
        let helper = try Self.reading("helper", held: held)
        #expect(helper.version(of: Self.mothers, agreed: [1], choice: .current, on: today) == nil)
        #expect(try Self.reading("mother", held: held).pen(for: Self.mothers, on: today) == nil)
    }

    @Test(
        arguments: [
            ("mother", mothers, Household.mother.id), ("mother", childs, Household.eleven.id), ("helper", childs, nil),
            ("mother", teens, nil), ("father", joint, Household.father.id),
        ] as [(String, Story, ID<Person>?)])
    func `has its readers named by its author, or by who holds authority over a child`(
        who: String, story: Story, sayer: ID<Person>?
    ) throws {
        #expect(try Self.reading(who).sayer(of: story, on: today) == sayer)
    }

    @Test func `counts once each author said yes, of which nobody gives more than the other`() throws {
        let version = StoryVersion(
            number: 2, at: Moment(today), writer: id("mother"), isWrittenDown: false, yeses: [Household.mother.id])
        #expect(!version.isAgreed(by: Self.joint.authors))
        let agreed = try version.agreed(by: Household.father.id, of: Self.joint, latest: 2)
        #expect(agreed.isAgreed(by: Self.joint.authors))
        #expect(throws: Story.Refusal.nothingToAgree) {
            try version.agreed(by: Household.mother.id, of: Self.joint, latest: 2)
        }
        #expect(throws: Story.Refusal.nothingToAgree) {
            try version.agreed(by: Household.father.id, of: Self.joint, latest: 3)
        }
        #expect(throws: Story.Refusal.notYours) {
            try version.agreed(by: Household.stepfather.id, of: Self.joint, latest: 2)
        }
        #expect(StoryChoice.narrowest(of: [.current, .version(2), .version(1)]) == .version(1))
        #expect(StoryChoice.narrowest(of: [.current, StoryChoice.none]) == StoryChoice.none)
    }

    @Test func `is begun together by those who sign in and may meet`() throws {
        let mother = try Self.reading("mother")
        let accounts = [Household.father.id: id("father") as ID<Account>]
        let both = try Story.begun(
            id("j"), by: mother, with: [Household.father.id], accounts: accounts, meets: { _, _ in true })
        #expect(both.authors == [Household.mother.id, Household.father.id])
        for (others, accounts, meet) in [
            ([], accounts, true), ([Household.father.id], [:], true), ([Household.father.id], accounts, false),
            ([Household.mother.id], accounts, true),
        ] as [(Set<ID<Person>>, [ID<Person>: ID<Account>], Bool)] {
            #expect(throws: Story.Refusal.notTogether) {
                try Story.begun(id("j"), by: mother, with: others, accounts: accounts, meets: { _, _ in meet })
            }
        }
        let helper = try Self.reading("helper")
        #expect(throws: Story.Refusal.notYours) {
            try Story.begun(
                id("j"), by: helper, with: [Household.father.id], accounts: accounts, meets: { _, _ in true })
        }
    }

    @Test(arguments: ["current", "none", "1", "12"])
    func `keeps what was chosen`(text: String) { #expect(StoryChoice(text)?.text == text) }

    @Test(arguments: ["", "0", "-1", "all", "1.5"])
    func `takes nothing else for a choice`(text: String) { #expect(StoryChoice(text) == nil) }
}
