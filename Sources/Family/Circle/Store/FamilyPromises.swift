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

    /// Lets the reader owe themself what lay in their organisation's inbox.
    ///
    /// - Throws: ``Promise/Refusal/notOpen``, or ``PromiseChanged`` when a colleague took it at the same moment.
    package func take(_ promise: ID<Promise>, at: Moment, _ key: borrowing DossierKey, _ vault: Vault) throws {
        guard let stored = try self.promise(promise, in: ID(as: key.family)) else { return }
        let reader = key.reading.reader
        // Taken by somebody whom the one it is for may not know, it would be gone for them.
        if case .account(let receiver) = stored.promise.receiver,
            try hiddenFrom(key).contains(where: { $0.member == reader && $0.reader == receiver })
        {
            throw PromiseChanged()
        }
        try save(try stored.promise.handedOver(to: .account(reader)), of: stored)
        try journal(
            JournalEntry(
                at: at, kind: .promiseTaken, who: reader, item: ItemName(.promise, promise), persons: stored.persons),
            key, vault)
    }

    /// What is promised around the family and still open, as far as the reader may see it, first due first.
    ///
    /// Left out is what somebody owes, or is owed, whom the reader may not know, and what was promised in a
    /// conversation that the reader may not read.
    package func openPromises(_ key: borrowing DossierKey, among circle: CircleSight) throws -> [FamilyPromise] {
        let open = try openPromises(in: ID<PromiseSpace>(as: key.family))
        let hidden = try accountsHidden(key)
        let heldActions = try actionsHeld(key)
        let talks = open.contains { $0.promise.isOfConversation } ? try conversations(key) : []
        let read = Set(talks.map(\.conversation.id.text))
        let met = open.contains { $0.promise.isOfMeeting } ? try meetingsTakenPartIn(key) : []
        return try open.compactMap { stored in
            let promise = stored.promise
            // A question about the log is between who asks and who answers: it stands on their own pages.
            guard promise.kind != .answerWhy, circle.mayKnow(promise, as: key.reading.reader, hidden) else {
                return nil
            }
            guard !promise.isBetweenOthers(than: key.reading) else { return nil }
            guard !key.reading.isHidden(promise.outline), !heldActions.contains(promise.subject.id) else { return nil }
            guard !promise.isOfConversation || read.contains(promise.subject.id),
                !promise.isOfMeeting || met.contains(promise.subject.id)
            else { return nil }
            return try promiseSight(stored, key)
        }
    }

    /// One promise, open or not, when the reader may see it; questions about the log have a page of their own.
    package func promise(
        _ id: ID<Promise>, _ key: borrowing DossierKey, among circle: CircleSight
    ) throws -> FamilyPromise? {
        guard let stored = try promise(id, in: ID(as: key.family)), stored.promise.kind != .answerWhy,
            circle.mayKnow(stored.promise, as: key.reading.reader, try accountsHidden(key))
        else { return nil }
        let promise = stored.promise
        guard !promise.isBetweenOthers(than: key.reading) else { return nil }
        guard try !key.reading.isHidden(promise.outline) && !actionsHeld(key).contains(promise.subject.id) else {
            return nil
        }
        guard try !promise.isOfConversation || conversation(ID(stored: promise.subject.id), key) != nil,
            try !promise.isOfMeeting || meetingsTakenPartIn(key).contains(promise.subject.id)
        else { return nil }
        return try promiseSight(stored, key)
    }

    /// Closes a promise whose receiver no longer waits for it.
    ///
    /// - Throws: ``Promise/Refusal`` for anybody else, and when it is not open.
    package func close(
        _ id: ID<Promise>, _ reason: Promise.ClosingReason, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let stored = try promise(id, in: ID(as: key.family)) else { return }
        let promise = stored.promise
        let who = promise.isOwed(to: key.reading) ? promise.receiver : .account(key.reading.reader)
        try save(try promise.closed(by: who, reason, at: now), of: stored)
        try stopAction(of: promise, at: now, key)
        try journal(
            JournalEntry(
                at: now, kind: .promiseClosed, who: key.reading.reader, item: ItemName(.promise, id),
                persons: stored.persons), key, vault)
    }

    /// Which of some promises, open or not, leave no trace for the reader: with somebody hidden from them, or made in a
    /// conversation they may not read, or to hear of what somebody finds not right.
    func promisesUnseen(
        among ids: Set<ID<Promise>>, _ key: borrowing DossierKey, _ hidden: Set<ID<Account>>,
        takesPartIn conversations: Set<String>
    ) throws -> Set<ItemName> {
        guard !ids.isEmpty else { return [] }
        let heldActions = try actionsHeld(key)
        let found = try outlines(of: ids, in: ID(as: key.family)).filter { promise in
            guard hidden.isEmpty || hidden.isDisjoint(with: promise.parties),
                !heldActions.contains(promise.subject.id), !key.reading.isHidden(promise)
            else { return true }
            return promise.isBetweenTwo || promise.isOfConversation && !conversations.contains(promise.subject.id)
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
        return FamilyPromise(promise: promise, about: about, text: try stored.opened(key), isOwn: isOwn)
    }
}

extension StoredPromise {
    /// The persons it is about.
    var persons: Set<ID<Person>> {
        FieldText.ids(of: about ?? "") ?? []
    }

    /// What it says in words; nil when it was erased.
    func opened(_ key: borrowing DossierKey) throws -> String? {
        try key.open(detail, in: key.part(about: persons), at: .detail(of: promise.id, in: key.family))
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
    var isOfConversation: Bool { subject.kind == ItemName.Kind.conversation.rawValue }

    /// Only who tells or asks it, and who must hear or do it, know of it.
    fileprivate var isBetweenTwo: Bool { outline.isBetweenTwo }

    /// Whether it is nothing of the reader's; a call that lies in their organisation's inbox is theirs to make.
    fileprivate func isBetweenOthers(than reading: Reading) -> Bool {
        guard isBetweenTwo, !parties.contains(reading.reader) else { return false }
        guard kind == .callBack, case .organisation(let organisation) = owner else { return true }
        return reading.onBehalfOf != organisation
    }

    /// Who owes it, unless they said so themselves; an organisation has no mail.
    fileprivate func ownerToTell(besides who: ID<Account>?) -> [ID<Account>] {
        if case .account(let account) = owner, account != who { [account] } else { [] }
    }

    /// The accounts of who owes it and to whom.
    var parties: Set<ID<Account>> { outline.parties }

    /// Whether it is owed to the reader.
    package func isOwed(to reading: Reading) -> Bool {
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
