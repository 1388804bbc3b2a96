// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `That somebody can't judge their interests` {
    private func record(
        of person: Person = Household.thirteen, by reader: Reading, until: Day = today + 30
    ) throws -> Inability {
        try Inability(id("inability"), of: person.id, by: reader, at: Moment(today), until: until)
    }

    @Test(arguments: [
        (Household.eleven, false), (Household.thirteen, true), (Household.seventeen, true), (Household.mother, false),
    ])
    func `is recorded of the young from 12 until 18`(person: Person, may: Bool) throws {
        let helper = try Household.helper([person])
        guard !may else {
            #expect(try record(of: person, by: helper).person == person.id)
            return
        }
        #expect(throws: Inability.Refusal.notOfAge) { try record(of: person, by: helper) }
    }

    @Test(arguments: ["mother", "father", "thirteen", "stepfather"])
    func `is recorded by nobody of the family`(who: String) throws {
        let reader = try Household.standing(of: who).reading(on: today)
        #expect(throws: Inability.Refusal.notYours) { try record(by: reader) }
    }

    @Test func `is recorded by who plans with them`() throws {
        let shallow = try Household.helper([Household.thirteen], share: .contact)
        #expect(throws: Inability.Refusal.notYours) { try record(by: shallow) }
        let other = try Household.helper([Household.eleven])
        #expect(throws: Inability.Refusal.notYours) { try record(by: other) }
        let neighbour = Household.membership(of: "neighbour", covers: [Household.thirteen], kind: .relative)
        let reading = try Household.standing(of: "neighbour", memberships: [neighbour]).reading(on: today)
        #expect(throws: Inability.Refusal.notYours) { try record(by: reading) }
    }

    @Test(arguments: [(today, false), (today + 1, true), (today + 365, true), (today + 366, false)])
    func `ends after today, within a year`(until: Day, may: Bool) throws {
        let helper = try Household.helper([Household.thirteen])
        guard !may else {
            #expect(try record(by: helper, until: until).until == until)
            return
        }
        #expect(throws: Inability.Refusal.termTooLong) { try record(by: helper, until: until) }
    }

    @Test func `stands until its day, unless withdrawn`() throws {
        let inability = try record(by: Household.helper([Household.thirteen]))
        #expect(inability.stands(on: today) && inability.stands(on: today + 29) && !inability.stands(on: today + 30))
        let withdrawn = Inability(
            id: inability.id, person: inability.person, by: inability.by, recorded: inability.recorded,
            until: inability.until, withdrawn: Moment(today))
        #expect(!withdrawn.stands(on: today))
    }

    @Test func `is seen by the young person and who may record it, and by no parent`() throws {
        let own = try Household.standing(of: "thirteen").reading(on: today)
        #expect(own.maySeeInability(of: Household.thirteen.id))
        #expect(try Household.helper([Household.thirteen]).maySeeInability(of: Household.thirteen.id))
        for who in ["mother", "father", "eleven"] {
            let reader = try Household.standing(of: who).reading(on: today)
            #expect(!reader.maySeeInability(of: Household.thirteen.id), "\(who)")
        }
    }
}
