// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

private let now = Moment(today, hour: 12)

@Suite struct `A match of the index` {
    private static func reading(_ share: Share = .all) throws -> Reading {
        try Household.helper(Household.all, share: share)
    }

    private static func received(
        about person: Person = Household.eleven, isAuthorised: Bool = true, share: Share = .all, on day: Day = today
    ) throws -> IndexMatch {
        try IndexMatch.received(
            id("match"), about: person.id, by: reading(share), isAuthorised: isAuthorised, on: day, at: now)
    }

    @Test func `is written down by an authorised reporter, about somebody under 23`() throws {
        #expect(try Self.received().talked == nil)
        #expect(throws: IndexMatch.Refusal.notYours) { try Self.received(isAuthorised: false) }
        #expect(throws: IndexMatch.Refusal.notYours) { try Self.received(share: .plan) }
        #expect(throws: IndexMatch.Refusal.tooOld) { try Self.received(about: Household.mother) }
        #expect(throws: IndexMatch.Refusal.notThen) { try Self.received(on: today + 1) }
        #expect(throws: IndexMatch.Refusal.notThen) { try Self.received(on: today + -367) }
    }

    @Test func `is talked over once, and read by the family when they know of it`() throws {
        let match = try Self.received(on: today + -2)
        let helper = try Self.reading()
        let mother = try Household.standing(of: "mother").reading(on: today)
        #expect(helper.mayRead(match) && !mother.mayRead(match))
        let untold = try match.talked(on: today, isTold: false, by: helper, isAuthorised: true, at: now)
        #expect(!mother.mayRead(untold))
        let talked = try match.talked(on: today, isTold: true, by: helper, isAuthorised: true, at: now)
        #expect(mother.mayRead(talked) && talked.talked == today)
        let stepfather = try Household.standing(of: "stepfather").reading(on: today)
        #expect(!stepfather.mayRead(talked))
        #expect(throws: IndexMatch.Refusal.talkedBefore) {
            try talked.talked(on: today, isTold: true, by: helper, isAuthorised: true, at: now)
        }
        for day in [today + 1, today + -3] {
            #expect(throws: IndexMatch.Refusal.notTalkedThen) {
                try match.talked(on: day, isTold: true, by: helper, isAuthorised: true, at: now)
            }
        }
        #expect(throws: IndexMatch.Refusal.notYours) {
            try match.talked(on: today, isTold: true, by: mother, isAuthorised: true, at: now)
        }
    }

    @Test func `is told once, after the talk, by who may write it down`() throws {
        let match = try Self.received()
        let helper = try Self.reading()
        let mother = try Household.standing(of: "mother").reading(on: today)
        let untold = try match.talked(on: today, isTold: false, by: helper, isAuthorised: true, at: now)
        let told = try untold.told(by: helper, isAuthorised: true)
        #expect(told.isTold && mother.mayRead(told))
        for over in [match, told] {
            #expect(throws: IndexMatch.Refusal.toldBefore) { try over.told(by: helper, isAuthorised: true) }
        }
        for (who, isAuthorised) in [(helper, false), (mother, true), (try Self.reading(.plan), true)] {
            #expect(throws: IndexMatch.Refusal.notYours) { try untold.told(by: who, isAuthorised: isAuthorised) }
        }
    }

    @Test func `tells who reported, too, to professionals alone`() throws {
        let helper = try Self.reading()
        let told = try Self.received().talked(on: today, isTold: true, by: helper, isAuthorised: true, at: now)
        let mother = try Household.standing(of: "mother").reading(on: today)
        #expect(helper.mayReadParties(of: told) && !mother.mayReadParties(of: told) && mother.mayRead(told))
        #expect(try !Self.reading(.plan).mayReadParties(of: told))
    }
}
