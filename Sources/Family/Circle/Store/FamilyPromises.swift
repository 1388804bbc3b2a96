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
    /// Left out is what somebody owes whom the reader may not know.
    package func openPromises(_ key: borrowing DossierKey, among circle: CircleSight) throws -> [FamilyPromise] {
        try openPromises(in: ID<PromiseSpace>(as: key.family)).compactMap { stored in
            let promise = stored.promise
            guard circle.mayKnowOwner(of: promise) else { return nil }
            return try promiseSight(stored, key)
        }
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
        Set((about ?? "").split(separator: ",").compactMap { ID<Person>($0) })
    }
}

extension CircleSight {
    /// Whether the reader may know who owes it; organisations are no persons.
    fileprivate func mayKnowOwner(of promise: Promise) -> Bool {
        switch promise.owner {
        case .account(let account): knows(account)
        case .organisation: true
        }
    }

    private func knows(_ account: ID<Account>) -> Bool {
        persons.contains { $0.person.account == account } || members.contains { $0.membership.account == account }
    }
}

extension Promise {
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
