// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

/// A record of a helper who opened something about the eleven-year-old.
private func record(
    by who: String = "helper", as role: LookerRole = .professional, at item: ItemName = ItemName(.circle, stored: "f"),
    about persons: [Person] = [Household.eleven], outcome: AccessRecord.Outcome = .granted
) -> AccessRecord {
    AccessRecord(
        at: Moment(today), who: id(who), role: role, onBehalfOf: nil, action: .read, item: item,
        persons: Set(persons.map(\.id)), ground: .membership, outcome: outcome, from: "192.0.2.1")
}

@Suite struct `An access record` {
    private let ids = IDSource { (7, 9) }

    private func full(from: String = "192.0.2.1", organisation: Bool = true, persons: Int = 2) -> AccessRecord {
        let moments = (0..<persons).map { Moment(today) + .seconds($0) }
        return AccessRecord(
            at: Moment(today, hour: 9), who: ids.next(at: Moment(today)), role: .professional,
            onBehalfOf: organisation ? ids.next(at: Moment(today)) : nil, action: .read,
            item: ItemName(.conversation, ids.next(at: Moment(today), Conversation.self)),
            persons: Set(moments.map { ids.next(at: $0) }), ground: .membership, outcome: .granted, from: from)
    }

    @Test(arguments: ["192.0.2.1", "2001:db8::1", "", "a\u{1F}b", "ünïcode"])
    func `is read as it was written`(from: String) {
        for record in [full(from: from), full(from: from, organisation: false), full(from: from, persons: 0)] {
            #expect(AccessRecord(text: record.text) == record)
        }
    }

    @Test func `is nothing else`() {
        let fields = full().text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        #expect(AccessRecord(text: "") == nil)
        #expect(AccessRecord(text: fields.dropLast().joined(separator: "\u{1F}")) == nil)
        let garbage = [
            0: "2", 1: "soon", 2: "nobody", 3: "king", 4: "firm", 5: "X", 6: "thing", 8: "a,b", 9: "because",
            10: "maybe",
        ]
        for (place, text) in garbage {
            var broken = fields
            broken[place] = text
            #expect(AccessRecord(text: broken.joined(separator: "\u{1F}")) == nil, "field \(place)")
        }
    }
}

@Suite struct `Who looked` {
    private func isShown(
        to reader: String = "mother", _ record: AccessRecord, letIn: [Membership] = [],
        held: Standing.Held = .init(), hidden: Set<ID<Account>> = [], takesPartIn: Set<String> = []
    ) throws -> Bool {
        try Household.standing(of: reader, memberships: letIn, held: held).reading(on: today)
            .isShown(record, lookersHidden: hidden, takesPartIn: takesPartIn)
    }

    @Test(arguments: [
        (LookerRole.professional, true), (.relative, false), (.family, false), (.stranger, false),
        (.privacyOfficer, false),
    ])
    func `shows professionals`(role: LookerRole, isShown: Bool) throws {
        #expect(try self.isShown(record(as: role)) == isShown)
    }

    @Test func `does not show what was refused, nor the reader's own looks`() throws {
        #expect(try !isShown(record(outcome: .refused)))
        #expect(try !isShown(record(by: "mother")))
    }

    @Test(arguments: [
        ([Household.eleven], true), ([Household.mother], true), ([Household.father], false),
        ([Household.seventeen], false), ([], false), ([Household.father, Household.eleven], true),
    ])
    func `shows what is about the reader or a child they read about`(about: [Person], isShown: Bool) throws {
        #expect(try self.isShown(record(about: about)) == isShown)
    }

    @Test func `does not show talks in which the reader takes no part`() throws {
        let look = record(at: ItemName(.conversation, stored: "talk"))
        #expect(try !isShown(look))
        #expect(try isShown(look, takesPartIn: ["talk"]))
    }

    @Test func `does not show what is held, nor who is hidden`() throws {
        let item = ItemName(.conversation, stored: "talk")
        #expect(try !isShown(record(at: item), held: .init(items: [item]), takesPartIn: ["talk"]))
        #expect(try !isShown(record(), hidden: [id("helper")]))
    }

    @Test func `tells the asker alone that their question was read`() throws {
        let item = ItemName(.question, stored: "question")
        #expect(try isShown(record(at: item, about: [Household.mother])))
        #expect(try isShown(to: "thirteen", record(at: item, about: [Household.thirteen])))
        #expect(try !isShown(record(at: item, about: [Household.thirteen])))
        #expect(try !isShown(to: "father", record(at: item, about: [Household.mother])))
    }

    @Test func `is told to the family, not to members of the circle`() throws {
        let colleague = Household.membership(of: "colleague", covers: Household.all)
        #expect(try !isShown(to: "colleague", record(), letIn: [colleague]))
    }

    @Test(arguments: [(Share.all, true), (.plan, false), (.contact, false)])
    func `is told to a step-parent who was let in to all`(share: Share, isShown: Bool) throws {
        let letIn = Household.membership(of: "stepfather", covers: [Household.eleven], share: share, kind: .relative)
        #expect(try self.isShown(to: "stepfather", record(), letIn: [letIn]) == isShown)
    }
}
