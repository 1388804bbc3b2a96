// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Which of the promises of one family that a reader owes, or that lie in their organisation's inbox, leave a trace for
/// them: decided by what is in the clear, for hundreds at once.
struct PromisesSeen {
    /// The accounts of who is hidden from the reader.
    private let hidden: Set<ID<Account>>
    private let heldActions: Set<String>
    /// The meetings that the reader takes part in; empty where no promise is of one.
    private let met: Set<String>

    /// - Parameter outlines: those that will be asked about.
    init(
        _ outlines: some Sequence<PromiseOutline>, _ hidden: Set<ID<Account>>, _ key: borrowing DossierKey,
        _ connection: Connection
    ) throws {
        self.hidden = hidden
        heldActions = try connection.actionsHeld(key)
        met = outlines.contains(where: \.isOfMeeting) ? try connection.meetingsTakenPartIn(key) : []
    }

    /// - Parameter persons: those that a promise in an inbox is about; of what the reader owes themself it is not asked.
    func contains(
        _ promise: PromiseOutline, about persons: @autoclosure () -> Set<ID<Person>>, _ key: borrowing DossierKey,
        _ connection: Connection
    ) throws -> Bool {
        guard hidden.isEmpty || hidden.isDisjoint(with: promise.parties), !key.reading.isHidden(promise),
            maySee(promise, about: persons, key.reading), !heldActions.contains(promise.subject.id)
        else { return false }
        if promise.isOfMeeting { return met.contains(promise.subject.id) }
        return try !promise.isOfConversation || connection.conversation(ID(stored: promise.subject.id), key) != nil
    }

    private func maySee(
        _ promise: PromiseOutline, about persons: () -> Set<ID<Person>>, _ reading: Reading
    ) -> Bool {
        let isTheirs = promise.owner == .account(reading.reader)
        return reading.maySeePromise(
            ItemName(.promise, promise.id), about: isTheirs ? [] : persons(), isTheirs: isTheirs)
    }
}

extension Reading {
    /// Whether it is about a member, or about how safe a child is or which help is proposed, that leaves no trace for the reader.
    func isHidden(_ promise: PromiseOutline) -> Bool {
        let subject = promise.subject
        if promise.kind == .nameStandIn { return isHidden(ID<Membership>(stored: subject.id)) }
        if let provision = subject.provision { return held.items.contains(provision) }
        return subject.isOfIndication && held.items.contains(ItemName(.indication, stored: subject.id))
    }
}

extension StoredOutline {
    /// The persons it is about.
    var persons: Set<ID<Person>> { FieldText.ids(of: about ?? "") ?? [] }
}

extension PromiseOutline {
    var isOfConversation: Bool { subject.kind == ItemName.Kind.conversation.rawValue }

    var isOfMeeting: Bool { subject.kind == ItemName.Kind.meeting.rawValue }

    /// The accounts of who owes it and to whom.
    var parties: Set<ID<Account>> {
        var parties: Set<ID<Account>> = []
        if case .account(let account) = owner { parties.insert(account) }
        if case .account(let account) = receiver { parties.insert(account) }
        return parties
    }

    /// Only who tells or asks it, and who must hear or do it, know of it.
    var isBetweenTwo: Bool { Self.kindsBetweenTwo.contains(subject.kind) }

    private static let kindsBetweenTwo = [
        ItemName.Kind.concern.rawValue, ItemName.Kind.objection.rawValue, Promise.Subject.callBackKind,
        ItemName.Kind.meeting.rawValue,
    ]
}
