// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A promise in a dossier, as its reader may see it.
package struct FamilyPromise: Hashable, Sendable {
    package let promise: Promise
    package let about: Set<ID<Person>>
    /// What is promised, in words; nil when it was erased.
    package let text: String?
    package let isOwn: Bool
}

extension Connection {
    /// Makes a promise in the dossier.
    package func make(
        _ promise: Promise, about persons: Set<ID<Person>>, saying text: String, by who: ID<Account>?,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let place = SealedPlace.detail(of: promise.id, in: key.family)
        let detail = try key.seal(text, in: key.part(about: persons), at: place)
        let about = persons.map(\.text).sorted().joined(separator: ",")
        try add(StoredPromise(promise, in: ID(as: key.family), about: about, detail: detail))
        try journal(
            JournalEntry(
                at: promise.made, kind: .promiseMade, who: who, item: ItemName(.promise, promise.id),
                persons: persons), key, vault)
        try tell(promise.ownerToTell(besides: who), of: .promise(promise.id), at: promise.made, key)
    }

    /// Settles a promise: what was promised has been done.
    ///
    /// - Throws: ``Promise/Refusal/notOpen``.
    package func settle(
        _ promise: ID<Promise>, by who: ID<Account>?, at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let stored = try self.promise(promise, in: ID(as: key.family)) else { return }
        try save(try stored.promise.settled(at: at), of: stored)
        try journal(
            JournalEntry(
                at: at, kind: .promiseSettled, who: who, item: ItemName(.promise, promise), persons: stored.persons),
            key, vault)
    }

    /// What is promised around the family and still open, as far as the reader may see it, first due first.
    ///
    /// Left out is what somebody owes, or is owed, whom the reader may not know, and what was promised in a
    /// conversation that the reader may not read.
    package func openPromises(_ key: borrowing DossierKey, among circle: CircleSight) throws -> [FamilyPromise] {
        let open = try openPromises(in: ID<PromiseSpace>(as: key.family))
        let hidden = try accountsHidden(key)
        let talks = open.contains { $0.promise.isOfConversation } ? try conversations(key) : []
        let read = Set(talks.map(\.conversation.id.text))
        return try open.compactMap { stored in
            let promise = stored.promise
            guard circle.mayKnow(promise, as: key.reading.reader, hidden) else { return nil }
            guard !promise.isOfConversation || read.contains(promise.subject.id) else { return nil }
            return try promiseSight(stored, key)
        }
    }

    /// The promises, open or not, that leave no trace for the reader: with somebody hidden from them, or made in a
    /// conversation they may not read.
    func promisesUnseen(
        _ key: borrowing DossierKey, _ hidden: Set<ID<Account>>, takesPartIn conversations: Set<String>
    ) throws -> Set<ItemName> {
        let kind = ItemName.Kind.conversation.rawValue
        let found = try promises(in: ID(as: key.family), between: hidden, orAbout: kind).filter { promise in
            !hidden.isDisjoint(with: promise.parties) || !conversations.contains(promise.subject.id)
        }
        return Set(found.map { ItemName(.promise, $0.id) })
    }

    private func promiseSight(_ stored: StoredPromise, _ key: borrowing DossierKey) throws -> FamilyPromise? {
        let promise = stored.promise
        let about = stored.persons
        let isOwn = promise.owner == .account(key.reading.reader)
        let isTheirs = isOwn || promise.isOwed(to: key.reading)
        guard key.reading.maySeePromise(ItemName(.promise, promise.id), about: about, isTheirs: isTheirs)
        else { return nil }
        let place = SealedPlace.detail(of: promise.id, in: key.family)
        let text = try key.open(stored.detail, in: key.part(about: about), at: place)
        return FamilyPromise(promise: promise, about: about, text: text, isOwn: isOwn)
    }
}

extension StoredPromise {
    /// The persons it is about.
    fileprivate var persons: Set<ID<Person>> {
        FieldText.ids(of: about ?? "") ?? []
    }
}

extension CircleSight {
    /// Whether the reader may know who owes it and to whom; organisations are no persons.
    ///
    /// What the reader owes stays theirs when the other leaves the circle, but not when the other is hidden from them.
    fileprivate func mayKnow(_ promise: Promise, as reader: ID<Account>, _ hidden: Set<ID<Account>>) -> Bool {
        let parties = promise.parties
        guard hidden.isDisjoint(with: parties) else { return false }
        return promise.owner == .account(reader) || parties.allSatisfy(knows)
    }

    private func knows(_ account: ID<Account>) -> Bool {
        persons.contains { $0.person.account == account } || members.contains { $0.membership.account == account }
    }
}

extension Promise {
    /// Who owes it, unless they said so themselves; an organisation has no mail.
    fileprivate func ownerToTell(besides who: ID<Account>?) -> [ID<Account>] {
        if case .account(let account) = owner, account != who { [account] } else { [] }
    }

    fileprivate var isOfConversation: Bool { subject.kind == ItemName.Kind.conversation.rawValue }

    /// The accounts of who owes it and to whom.
    fileprivate var parties: Set<ID<Account>> {
        var parties: Set<ID<Account>> = []
        if case .account(let account) = owner { parties.insert(account) }
        if case .account(let account) = receiver { parties.insert(account) }
        return parties
    }

    fileprivate func isOwed(to reading: Reading) -> Bool {
        switch receiver {
        case .account(let account): account == reading.reader
        case .person(let person): reading.ownPerson.map { $0.text == person.text } ?? false
        case .organisation: false
        }
    }
}

extension SealedPlace {
    fileprivate static func detail(of promise: ID<Promise>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("promise", "detail", row: promise.text, owner: family.text)
    }
}
