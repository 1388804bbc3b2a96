// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `What happened in a dossier` {
    private static let member: ID<Membership> = id("membership of other")

    private func entry(
        _ kind: JournalEntry.Kind, item: ItemName, about persons: [Person] = [Household.eleven], who: String = "other",
        detail: String = ""
    ) -> JournalEntry {
        JournalEntry(
            at: Moment(today), kind: kind, who: id(who), item: item, persons: Set(persons.map(\.id)), detail: detail)
    }

    private func sees(
        _ entry: JournalEntry, share: Share = .all, held: Set<ItemName> = [], hidden: Set<ID<Membership>> = [],
        accounts: Set<ID<Account>> = [], known: Set<ID<Account>> = [], talks: Set<String> = []
    ) throws -> Bool {
        try Household.helper([Household.eleven], share: share, held: .init(items: held), hidden: hidden)
            .maySee(entry, membersHidden: accounts, known: known, takesPartIn: talks)
    }

    @Test(arguments: [JournalEntry.Kind.memberLetIn, .membershipEnded])
    func `in the circle is seen by who shares a covered person, and not of a hidden member`(
        kind: JournalEntry.Kind
    ) throws {
        let item = ItemName(.circle, Self.member)
        #expect(try sees(entry(kind, item: item), share: .contact))
        #expect(try !sees(entry(kind, item: item, about: [Household.thirteen])))
        #expect(try !sees(entry(kind, item: item), hidden: [Self.member]))
        #expect(try !sees(entry(kind, item: item), held: [item]))
    }

    @Test(arguments: [JournalEntry.Kind.directionMoved, .contactMoved])
    func `with direction or first contact is not seen of who is hidden, giving or receiving it`(
        kind: JournalEntry.Kind
    ) throws {
        let other: ID<Account> = id("other")
        let item = ItemName(.family, stored: "family")
        #expect(try sees(entry(kind, item: item)))
        #expect(try !sees(entry(kind, item: item, about: [Household.father])))
        #expect(try !sees(entry(kind, item: item), accounts: [other]))
        #expect(try !sees(entry(kind, item: item, who: "helper", detail: other.text), accounts: [other]))
        #expect(try sees(entry(kind, item: item, who: "helper", detail: other.text)))
    }

    /// Each line: what was handed over, whom the reader knows, who is hidden from them, and whether they are told.
    @Test(
        arguments: [
            (.help, ["other", "next"], [], true), (.contact, ["other", "next"], [], true),
            (.help, ["other"], [], false), (.help, ["next"], [], false), (.contact, [], [], false),
            (.help, ["other", "next"], ["next"], false), (.contact, ["other", "next"], ["other"], false),
            (.direction(.monitoring, review: today), [], [], true),
            (.direction(.monitoring, review: today), [], ["next"], false),
        ] as [(Handover.Responsibility, [String], [String], Bool)])
    func `with a handover of help or the first contact is seen by who knows both`(
        what: Handover.Responsibility, known: [String], hidden: [String], isSeen: Bool
    ) throws {
        let handover = Handover(
            id: id("handover"), what, from: id("other"), to: id("next"), proposer: id("other"), made: Moment(today))
        let item = ItemName(.handover, handover.id)
        let done = entry(.handoverCompleted, item: item, detail: handover.told(by: id("other")))
        let accounts: Set<ID<Account>> = Set(hidden.map { id($0) })
        #expect(try sees(done, accounts: accounts, known: Set(known.map { id($0) })) == isSeen)
        #expect(try !sees(done, share: .contact, accounts: accounts, known: Set(known.map { id($0) })))
    }

    @Test(arguments: [JournalEntry.Kind.conversationStarted, .messageWritten])
    func `in a conversation is seen by who takes part, unless it is held`(kind: JournalEntry.Kind) throws {
        let item = ItemName(.conversation, stored: "talk")
        #expect(try sees(entry(kind, item: item), talks: ["talk"]))
        #expect(try !sees(entry(kind, item: item), talks: ["other talk"]))
        #expect(try !sees(entry(kind, item: item), held: [item], talks: ["talk"]))
        #expect(try !sees(entry(kind, item: item), accounts: [id("other")], talks: ["talk"]))
    }

    @Test(arguments: [JournalEntry.Kind.promiseMade, .promiseSettled, .promiseClosed])
    func `with a promise is seen from share plan, and one's own always`(kind: JournalEntry.Kind) throws {
        let item = ItemName(.promise, stored: "promise")
        #expect(try sees(entry(kind, item: item), share: .plan))
        #expect(try !sees(entry(kind, item: item), share: .contact))
        #expect(try sees(entry(kind, item: item, who: "helper"), share: .contact))
        #expect(try !sees(entry(kind, item: item, who: "helper"), held: [item]))
        #expect(try !sees(entry(kind, item: item, about: [Household.eleven, Household.father])))
    }

    @Test(arguments: [
        JournalEntry.Kind.familyStarted, .personAdded, .itemHeld, .memberHidden, .organisationHidden, .readingLetIn,
        .tieNoted, .authorityNoted, .detailNoted, .questionAsked, .questionAnswered, .functionShown,
        .inabilityNoted, .inabilityWithdrawn, .questionWithdrawn, .readingEnded, .codeMade, .codeEnded,
    ])
    func `behind the scenes is seen by nobody here`(kind: JournalEntry.Kind) throws {
        for item in [
            ItemName(.family, stored: "family"), ItemName(.circle, Self.member), ItemName(.question, stored: "q"),
        ] {
            #expect(try !sees(entry(kind, item: item, who: "helper"), talks: ["family", "q"]))
        }
    }
}
