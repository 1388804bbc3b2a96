// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What ends with somebody else: with who stands in, or with who is away.
extension Connection {
    /// Gives back what a member only stood in for by a membership, as it ends: no heir comes between.
    ///
    /// For whom they stand in as one who was in the circle before, they do so until the last of their memberships ends.
    ///
    /// - Returns: for which memberships that was; ``oweStandIns(after:in:at:ids:_:)`` asks for another one once it ended.
    func handBack(
        by membership: Membership, in family: ID<Family>, at now: Moment, _ vault: Vault
    ) throws -> [StoodIn] {
        guard let organisation = membership.organisation else { return [] }
        let stays = try memberships(of: membership.account, in: [family]).map(\.membership).contains {
            $0.id != membership.id && $0.organisation == organisation && $0.isActive(on: now.day)
        }
        let all = try stoodIn(
            where: """
                s.family_id = \(family) AND s.account_id = \(membership.account) AND a.ended_at IS NULL
                    AND a.organisation_id = \(organisation)
                """
        ).filter { $0.membership == membership.id || $0.membership == nil && !stays }
        for stood in all {
            try giveBack(stood, at: now, vault)
            try forget(stood)
        }
        return all
    }

    /// Somebody else is owed for each who is still away, once who stood in for them is gone, for whatever cause.
    func oweStandIns(
        after handedBack: [StoodIn], in family: ID<Family>, at now: Moment, ids: IDSource, _ vault: Vault
    ) throws {
        for stood in handedBack where now.day < stood.until {
            let left = try memberships(of: stood.away, in: [family]).map(\.membership)
                .first { $0.id == stood.left && $0.isActive(on: now.day) }
            guard let left, let organisation = left.organisation else { continue }
            _ = try withLeavingKey(of: left, in: family, on: now.day, vault) { key, left in
                guard !left.covers.isEmpty else { return }
                try oweStandIn(for: left, organisation, at: now, id: ids.next(at: now), key, vault)
            }
        }
    }

    /// Who stood in leaves with the one they stood in for: what was agreed was agreed to that one.
    ///
    /// - Parameter heir: to whom that one handed all of it over: they go on by what was agreed, and by standing in no more.
    func endStandIns(
        for membership: ID<Membership>, heir: ID<Account>? = nil, in family: ID<Family>, at now: Moment, ids: IDSource,
        _ vault: Vault
    ) throws {
        for stood in try standIns(for: membership, in: family) {
            guard stood.colleague == heir else {
                try leave(stood, at: now, ids: ids, vault)
                continue
            }
            try forget(stood)
            guard let own = try self.membership(stood) else { continue }
            if try isInBesides(own, in: family, on: now.day) {
                try endQuietly(own, in: family, at: now, vault)
            } else {
                try leave(stood, at: now, ids: ids, vault)
            }
        }
    }

    private func isInBesides(_ membership: Membership, in family: ID<Family>, on day: Day) throws -> Bool {
        try memberships(of: membership.account, in: [family]).map(\.membership).contains {
            $0.id != membership.id && $0.organisation == membership.organisation && $0.isActive(on: day)
        }
    }

    /// Ends what somebody stood in by, where they stay by another membership: all they owe, direct and answer stays theirs,
    /// and nobody is told that they left.
    private func endQuietly(
        _ membership: Membership, in family: ID<Family>, at now: Moment, _ vault: Vault
    ) throws {
        _ = try withLeavingKey(of: membership, in: family, on: now.day, vault) { key, _ in
            try execute(
                """
                UPDATE membership SET ended_at = \(now), version = version + 1
                WHERE family_id = \(family) AND id = \(membership.id) AND ended_at IS NULL
                """)
            try endConsents(restingOn: membership.id, by: nil, at: now, key)
            try journal(
                JournalEntry(
                    at: now, kind: .membershipEnded, who: nil, item: ItemName(.circle, membership.id), persons: []),
                key, vault)
        }
    }

    /// The same for some of the persons.
    func narrowStandIns(
        for id: ID<Membership>, for persons: Set<ID<Person>>, by who: ID<Account>?, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        for stood in try standIns(for: id, in: key.family) {
            guard let membership = try membership(stood) else { continue }
            if membership.covers.isSubset(of: persons) {
                try leave(stood, at: now, ids: .unguessable, vault)
            } else {
                try narrow(membership.id, for: persons, by: who, at: now, key, vault)
            }
        }
    }
}
