// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `Taking part` {
    @Test(arguments: [
        (["mother"], true), (["eleven"], true), (["eleven", "thirteen"], true), (["mother", "eleven"], true),
        ([], false), (["father"], false), (["seventeen"], false), (["eleven", "seventeen"], false),
        (["eleven", "father"], false),
        // About both parents: read by those who took part in it, never by one who is not one of them.
        (["mother", "father"], true), (["mother", "father", "eleven"], true), (["mother", "seventeen"], false),
    ])
    func `is for who may read about every child and is one of the adults`(about: [String], may: Bool) throws {
        let reading = try Household.standing(of: "mother").reading(on: today)
        #expect(reading.mayTakePart(about: Set(about.map { id($0) })) == may)
    }

    @Test(arguments: [(["eleven"], true), (["mother", "eleven"], true), (["mother", "father"], false)])
    func `of a member is about those covered`(about: [String], may: Bool) throws {
        let reading = try Household.helper([Household.mother, Household.eleven])
        #expect(reading.mayTakePart(about: Set(about.map { id($0) })) == may)
    }
}

@Suite struct `A member of the circle is known` {
    private let other: ID<Membership> = id("of another")

    @Test(arguments: [(["eleven"], true), (["eleven", "father"], true), (["father"], false), ([], false)])
    func `to those who share a covered person`(covers: [String], isKnown: Bool) throws {
        let reading = try Household.helper([Household.eleven, Household.thirteen])
        #expect(reading.knows(other, covering: Set(covers.map { id($0) })) == isKnown)
    }

    @Test func `not to whom they are hidden from, or from whom they are held`() throws {
        let covered: Set<ID<Person>> = [Household.eleven.id]
        let hidden = try Household.helper([Household.eleven], hidden: [other])
        let held = try Household.helper([Household.eleven], held: .init(items: [ItemName(.circle, other)]))
        #expect(!hidden.knows(other, covering: covered))
        #expect(!held.knows(other, covering: covered))
        #expect(held.knows(id("a third"), covering: covered))
    }
}

@Suite struct `A promise is seen` {
    private let promise = ItemName(.promise, stored: "promise")

    @Test(arguments: [
        (Share.contact, false, false), (.contact, true, true), (.plan, false, true), (.all, false, true),
    ])
    func `by its parties always, by others from the share plan`(share: Share, isTheirs: Bool, sees: Bool) throws {
        let reading = try Household.helper([Household.eleven], share: share)
        #expect(reading.maySeePromise(promise, about: [Household.eleven.id], isTheirs: isTheirs) == sees)
    }

    @Test(arguments: [(["eleven"], true), (["eleven", "father"], false), (["father"], false), ([], false)])
    func `by others only when they read about all it is about`(about: [String], sees: Bool) throws {
        let reading = try Household.helper([Household.eleven])
        #expect(reading.maySeePromise(promise, about: Set(about.map { id($0) }), isTheirs: false) == sees)
    }

    @Test(arguments: [true, false]) func `by nobody from whom it is held`(isTheirs: Bool) throws {
        let reading = try Household.helper([Household.eleven], held: .init(items: [promise]))
        #expect(!reading.maySeePromise(promise, about: [Household.eleven.id], isTheirs: isTheirs))
    }
}
