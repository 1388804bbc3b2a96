// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Closes the circle: the family has direction again, every membership ends, and the moment is noted from which the time
    /// runs that the dossier is kept.
    ///
    /// The family reads on what is theirs. What was still promised lies in the inbox of who promised it.
    ///
    /// - Throws: ``CircleClosing/Refusal``
    package func completeClosing(at now: Moment, _ key: borrowing DossierKey, _ vault: Vault) throws {
        guard let closing = try closingNow(key) else { throw CircleClosing.Refusal.changed }
        let waiting = try openPromises(in: ID(as: key.family), about: closing.id.promised)
            .count { $0.promise.kind == .answerClosing }
        let around = try successors(key)
        _ = try closing.done(by: key.reading.reader, around.direction, waiting: waiting, at: now)
        guard
            let parent = around.direction.flatMap({ around.parents.contains($0.holder) ? $0.holder : nil })
                ?? around.parents.sorted().first
        else { throw CircleClosing.Refusal.nobodyDirects }
        try settleAll(about: closing, at: now, key, vault)
        try execute(
            "UPDATE circle_closing SET closed_at = \(now) WHERE family_id = \(key.family) AND id = \(closing.id)")
        try journal(.circleClosed, closing.id, at: now, key, vault)
        if around.direction?.holder != parent {
            let direction = Direction(kind: .contact, holder: parent, since: now.day)
            try move(direction, .parents, by: key.reading.reader, at: now, key, vault)
        }
        try endAll(heir: parent, at: now, key, vault)
    }

    /// All memberships, also of those whom the director does not know.
    private func endAll(
        heir: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let accounts = try rows(
            """
            SELECT DISTINCT account_id FROM membership
            WHERE family_id = \(key.family) AND ended_at IS NULL ORDER BY account_id
            """
        ) { $0.id(0, Account.self) }
        for account in accounts where account != heir {
            for membership in try memberships(of: account, in: [key.family]).map(\.membership)
            where membership.ended == nil {
                let inbox = membership.organisation.map { Promise.Owner.organisation($0) } ?? .account(heir)
                try end(membership, heir: heir, inbox: inbox, by: key.reading.reader, at: now, key, vault)
            }
        }
    }
}
