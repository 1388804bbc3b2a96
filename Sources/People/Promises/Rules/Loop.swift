// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What one side of a loop owes the other now.
package struct Debt: Hashable, Sendable {
    package let kind: PromiseKind
    package let owner: Promise.Owner
    package let receiver: Promise.Receiver
    package let urgency: PromiseUrgency
    /// From when it counts; nil for the moment at which it comes to be owed.
    package let since: Moment?

    package init(
        _ kind: PromiseKind, of owner: Promise.Owner, to receiver: Promise.Receiver, _ urgency: PromiseUrgency,
        since: Moment? = nil
    ) {
        self.kind = kind
        self.owner = owner
        self.receiver = receiver
        self.urgency = urgency
        self.since = since
    }
}

/// One of the two between whom a loop goes: an organisation, and who there has it in hand.
package struct Side: Hashable, Sendable {
    package let organisation: ID<Organisation>
    /// nil while it lies in the inbox of the organisation.
    package var account: ID<Account>?

    package init(_ organisation: ID<Organisation>, _ account: ID<Account>? = nil) {
        self.organisation = organisation
        self.account = account
    }

    package var owner: Promise.Owner { account.map { .account($0) } ?? .organisation(organisation) }

    /// Owed to the organisation, whoever has it in hand there: who leaves takes nothing along.
    package var receiver: Promise.Receiver { .organisation(organisation) }

    /// Whether somebody has it in hand, or could take it from the inbox.
    package func isOpen(to worker: Worker) -> Bool {
        organisation == worker.organisation && (account == nil || account == worker.account)
    }
}

/// Somebody at their work for one organisation.
package struct Worker: Hashable, Sendable {
    package let account: ID<Account>
    package let organisation: ID<Organisation>

    package init(_ account: ID<Account>, for organisation: ID<Organisation>) {
        self.account = account
        self.organisation = organisation
    }
}

/// Something asked of somebody that nothing but an answer ends, or the asker who no longer needs one.
///
/// What is owed follows from where it stands and from nothing else: an act makes the next state, and the promises are
/// made to agree with it in the same transaction. So a loop that is open has an owner, and one that is over owes nothing.
package protocol Loop: Sendable {
    /// What it is called as the subject of a promise.
    var subject: Promise.Subject { get }
    /// What is owed where it stands now; nothing once it is over, and only then.
    var debts: [Debt] { get }
    var isOver: Bool { get }
    /// Whether it was over because the asker needed nothing any more.
    var isNeeded: Bool { get }
}

/// What becomes of the promises of a loop after an act.
package struct DebtChange: Hashable, Sendable {
    /// What was owed, and is done now or no longer needed.
    package let ended: [Promise]
    /// What stays owed, by somebody else.
    package let moved: [Promise]
    package let new: [Debt]

    /// - Parameter open: the promises of the loop that are open before the act.
    /// - Throws: ``Promise/Refusal`` when one of them is not.
    package init(from open: [Promise], to loop: some Loop, at now: Moment) throws(Promise.Refusal) {
        var (ended, moved, new) = ([Promise](), [Promise](), loop.debts)
        for promise in open {
            let same = { (debt: Debt) in
                debt.kind == promise.kind && debt.receiver == promise.receiver
                    && debt.urgency.isAlike(promise.urgency)
            }
            guard let place = new.firstIndex(where: same) else {
                // What is owed still, by another norm or to another, was not done.
                let isReplaced = loop.debts.contains { $0.kind == promise.kind }
                ended.append(
                    loop.isNeeded && !isReplaced
                        ? try promise.settled(at: now)
                        : try promise.closed(by: promise.receiver, .noLongerNeeded, at: now))
                continue
            }
            let debt = new.remove(at: place)
            if debt.owner != promise.owner { moved.append(try promise.handedOver(to: debt.owner)) }
        }
        (self.ended, self.moved, self.new) = (ended, moved, new)
    }
}
