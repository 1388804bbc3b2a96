// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A contact note` {
    private static let now = Moment(today, hour: 12)

    private static func note(
        _ about: [Person], with persons: [Person] = [], _ accounts: Set<ID<Account>> = [], by author: String = "author"
    ) -> ContactNote {
        ContactNote(
            id: id("note"), author: id(author), about: Set(about.map(\.id)),
            with: ContactNote.Parties(persons: Set(persons.map(\.id)), accounts: accounts))
    }

    private static func reading(_ who: String, share: Share = .all, held: Standing.Held = .init()) throws -> Reading {
        if Household.all.contains(where: { $0.account == id(who) }) {
            return try Household.standing(of: who, held: held).reading(on: today)
        }
        let membership = Household.membership(of: who, covers: Household.all, share: share)
        return try Household.standing(of: who, memberships: [membership], held: held).reading(on: today)
    }

    @Test(
        arguments: [
            ("helper", Share.all, [Household.eleven], [], true), ("helper", .plan, [Household.eleven], [], false),
            ("helper", .contact, [Household.eleven], [], false), ("author", .plan, [Household.eleven], [], true),
            ("mother", .all, [Household.eleven], [], true), ("father", .all, [Household.eleven], [], true),
            ("stepfather", .all, [Household.eleven], [], false), ("mother", .all, [Household.seventeen], [], false),
            ("mother", .all, [Household.mother], [], true), ("father", .all, [Household.mother], [], false),
            ("father", .all, [Household.mother], [Household.father], false),
            ("helper", .all, [Household.mother], [], true),
            ("helper", .all, [Household.mother, Household.father], [], false),
            ("author", .all, [Household.mother, Household.father], [], true),
            ("mother", .all, [Household.mother, Household.father], [Household.mother], true),
            ("father", .all, [Household.mother, Household.father], [Household.mother], false),
            ("helper", .all, [Household.mother, Household.eleven], [], true),
            ("father", .all, [Household.mother, Household.eleven], [], false),
        ] as [(String, Share, [Person], [Person], Bool)])
    func `is read by who took part, and by who reads all of those it is about`(
        who: String, share: Share, about: [Person], with: [Person], isRead: Bool
    ) throws {
        #expect(try Self.reading(who, share: share).mayRead(Self.note(about, with: with)) == isRead)
    }

    @Test func `is read by a member who took part, also with share contact`() throws {
        let teacher = try Self.reading("teacher", share: .contact)
        #expect(teacher.mayRead(Self.note([Household.eleven], with: [], [id("teacher")])))
        #expect(!teacher.mayRead(Self.note([Household.eleven], with: [], [id("other")])))
    }

    @Test func `that is held is not there, not for who wrote it either`() throws {
        let held = Standing.Held(items: [ItemName(.note, Self.note([Household.eleven]).id)])
        for who in ["author", "mother"] {
            #expect(try !Self.reading(who, held: held).mayRead(Self.note([Household.eleven])))
        }
    }

    @Test(
        arguments: [
            ("mother", [Household.eleven], true), ("father", [Household.eleven], true),
            ("thirteen", [Household.thirteen], true), ("mother", [Household.mother], true),
            ("helper", [Household.eleven], false), ("stepfather", [Household.eleven], false),
        ] as [(String, [Person], Bool)])
    func `gets a statement of who it is about, or who stands for a child`(
        who: String, about: [Person], isTheirs: Bool
    ) throws {
        #expect(try Self.reading(who).mayState(on: Self.note(about)) == isTheirs)
    }

    @Test(
        arguments: [
            ("helper", Share.plan, [Household.eleven], [Household.mother], now, nil),
            ("helper", .plan, [], [Household.mother], now, nil),
            ("helper", .contact, [Household.eleven], [Household.mother], now, .notYours),
            ("mother", .all, [Household.eleven], [Household.mother], now, .notYours),
            ("helper", .all, [Household.eleven], [], now, .withNobody), ("helper", .all, [], [], now, .notYours),
            ("helper", .all, [Household.eleven], [Household.mother], now + .hours(1), .notThen),
            ("helper", .all, [Household.eleven], [Household.mother], now - .days(400), .notThen),
        ] as [(String, Share, [Person], [Person], Moment, ContactNote.Refusal?)])
    func `is noted by a professional who plans, of what has been`(
        who: String, share: Share, about: [Person], with: [Person], happened: Moment, refusal: ContactNote.Refusal?
    ) throws {
        let reading = try Self.reading(who, share: share)
        var said: ContactNote.Refusal?
        do {
            let note = try ContactNote.noted(
                id("n"), by: reading, about: Set(about.map(\.id)),
                with: ContactNote.Parties(persons: Set(with.map(\.id))), happened: happened, at: Self.now)
            #expect(note.about == Set((about.isEmpty ? with : about).map(\.id)))
        } catch { said = error }
        #expect(said == refusal)
    }

    @Test func `is read as it was written`() {
        let contact = NotedContact(.noShow, happened: Self.now, "Niemand\u{1F}thuis\nniet gebeld")
        #expect(NotedContact(sealed: contact.sealed) == contact)
        for text in ["", "1", "2\u{1F}call\u{1F}1\u{1F}x", "1\u{1F}fax\u{1F}1\u{1F}x", "1\u{1F}call\u{1F}x\u{1F}x"] {
            #expect(NotedContact(sealed: text) == nil)
        }
    }

    @Test(
        arguments: [
            (nil, -14, true), (nil, -13, false), (-14, -100, true), (-13, -100, false), (-20, -3, false),
            (-20, -14, true),
        ] as [(Int?, Int, Bool)])
    func `that was not written for two weeks is noticed`(last: Int?, joined: Int, isQuiet: Bool) {
        let now = Moment(today, hour: 9)
        let contact = last.map { Moment(today + $0, hour: 9) }
        #expect(Quiet.isQuiet(last: contact, joined: today + joined, days: 14, at: now) == isQuiet)
    }

    @Test func `is asked for where one talks with the family alone`() {
        func talk(_ name: String, _ others: [String]) -> Conversation {
            Conversation(
                id: id(name), about: [Household.eleven.id], participants: Set((others + ["helper"]).map { id($0) }))
        }
        let family: Set<ID<Account>> = [id("mother"), id("father")]
        let talks = [
            talk("school", ["mother", "teacher"]), talk("alone", ["mother"]), talk("both", ["mother", "father"]),
        ]
        #expect(CheckIn.place(among: talks, of: id("helper"), family: family)?.id == id("alone"))
        #expect(
            CheckIn.place(among: [talk("school", ["teacher"]), talk("self", [])], of: id("helper"), family: family)
                == nil)
    }

    @Test(arguments: [(0, nil), (42, nil), (43, .notThen), (-1, .notThen)] as [(Int, CallBack.Refusal?)])
    func `may follow from a call that is asked for within six weeks`(days: Int, refusal: CallBack.Refusal?) throws {
        let (mother, helper) = (try Self.reading("mother"), try Self.reading("helper", share: .contact))
        var said: CallBack.Refusal?
        do {
            let about = try CallBack.about(asker: mother, owner: helper, by: today + days, on: today)
            #expect(about == [Household.mother.id, Household.eleven.id, Household.thirteen.id])
        } catch { said = error }
        #expect(said == refusal)
        #expect(throws: CallBack.Refusal.nobodyChosen) {
            try CallBack.about(asker: mother, owner: mother, by: today, on: today)
        }
        #expect(throws: CallBack.Refusal.nobodyChosen) {
            try CallBack.about(asker: mother, owner: nil, by: today, on: today)
        }
    }
}
