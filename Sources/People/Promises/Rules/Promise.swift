// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Somebody owes somebody something by a moment (toezegging).
///
/// It is settled by the act that was promised, or closed by its receiver with a reason; nobody else can make it
/// vanish, and it is never without an owner.
package struct Promise: Hashable, Sendable {
    /// Who owes it: a person with an account, or an organisation, in whose inbox it lies until somebody takes it.
    package enum Owner: Hashable, Sendable {
        case account(ID<Account>)
        case organisation(ID<Organisation>)
    }

    /// To whom it is owed.
    package enum Receiver: Hashable, Sendable {
        case account(ID<Account>)
        case organisation(ID<Organisation>)
        /// A person of a family, with or without an account, by an id that means something in the family only.
        case person(ID<Beneficiary>)
    }

    /// Somebody this storey can't know more of than an id.
    package enum Beneficiary {}

    /// What it is about, by kind and id; what that is, knows whoever made the promise.
    package struct Subject: Hashable, Sendable {
        package let kind: String
        package let id: String

        package init(kind: String, id: String) {
            self.kind = kind
            self.id = id
        }
    }

    package enum State: Hashable, Sendable {
        case open
        /// What was promised has been done.
        case settled(Moment)
        case closed(Moment, ClosingReason)
    }

    /// Why the receiver no longer waits for it.
    package enum ClosingReason: String, CaseIterable, Sendable {
        case weSpoke, noLongerNeeded
    }

    package let id: ID<Promise>
    package let kind: PromiseKind
    package private(set) var owner: Owner
    package let receiver: Receiver
    package let subject: Subject
    package let urgency: PromiseUrgency
    package let made: Moment
    package let due: Moment
    /// The inbox it goes to when its owner can't or doesn't answer.
    package private(set) var fallback: ID<Organisation>?
    package private(set) var state: State

    /// A promise made now.
    package init(
        id: ID<Promise>, kind: PromiseKind, owner: Owner, receiver: Receiver, subject: Subject,
        urgency: PromiseUrgency, made: Moment, fallback: ID<Organisation>? = nil
    ) {
        self.init(
            id: id, kind: kind, owner: owner, receiver: receiver, subject: subject, urgency: urgency, made: made,
            due: urgency.due(from: made), fallback: fallback, state: .open)
    }

    /// A promise as it was written down.
    package init(
        id: ID<Promise>, kind: PromiseKind, owner: Owner, receiver: Receiver, subject: Subject,
        urgency: PromiseUrgency, made: Moment, due: Moment, fallback: ID<Organisation>?, state: State
    ) {
        self.id = id
        self.kind = kind
        self.owner = owner
        self.receiver = receiver
        self.subject = subject
        self.urgency = urgency
        self.made = made
        self.due = due
        self.fallback = fallback
        self.state = state
    }

    package var isOpen: Bool { state == .open }
}

extension Promise {
    package enum Refusal: Kernel.Refusal {
        /// It was settled or closed before.
        case notOpen
        /// Only the one to whom it is owed may close it.
        case notTheReceiver
    }

    /// The promise once what was promised is done.
    ///
    /// - Throws: ``Refusal/notOpen``.
    package func settled(at now: Moment) throws(Refusal) -> Promise {
        try become(.settled(now))
    }

    /// The promise once its receiver no longer waits for it.
    ///
    /// - Throws: ``Refusal`` when it is not open, or when somebody else than the receiver closes it.
    package func closed(by who: Receiver, _ reason: ClosingReason, at now: Moment) throws(Refusal) -> Promise {
        guard who == receiver else { throw .notTheReceiver }
        return try become(.closed(now, reason))
    }

    /// The promise once another owes it; the due moment stays as the receiver knows it.
    ///
    /// - Throws: ``Refusal/notOpen``.
    package func handedOver(to owner: Owner) throws(Refusal) -> Promise {
        guard isOpen else { throw .notOpen }
        var promise = self
        promise.owner = owner
        return promise
    }

    /// The promise with another inbox behind who owes it.
    ///
    /// - Throws: ``Refusal/notOpen``.
    package func backed(by organisation: ID<Organisation>?) throws(Refusal) -> Promise {
        guard isOpen else { throw .notOpen }
        var promise = self
        promise.fallback = organisation
        return promise
    }

    private func become(_ state: State) throws(Refusal) -> Promise {
        guard isOpen else { throw .notOpen }
        var promise = self
        promise.state = state
        return promise
    }
}

extension Promise.Owner {
    /// Who owes it, where that is a person.
    package var account: ID<Account>? {
        switch self {
        case .account(let id): id
        case .organisation: nil
        }
    }

    /// In whose inbox it lies.
    package var organisation: ID<Organisation>? {
        switch self {
        case .account: nil
        case .organisation(let id): id
        }
    }
}
