// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Dossiers {
    /// What ends with somebody's work: what was entrusted to the organisation by them.
    package var workEnded: @Sendable (Professional, Moment, Connection) throws -> Void {
        { [vault] work, now, connection in
            try connection.endMemberships(
                of: work.account, for: work.organisation, at: now, ids: .unguessable, vault)
            guard try !connection.workplaces(of: work.account, on: now.day).contains(work.organisation) else { return }
            try connection.leaveConsults(of: work.account, at: work.organisation, now: now, .unguessable)
            try connection.leaveReports(of: work.account, at: work.organisation, now: now, .unguessable)
            try connection.leaveReferrals(of: work.account, at: work.organisation, now: now, .unguessable)
            try connection.leaveOutsideReferrals(of: work.account, at: work.organisation, now: now, .unguessable)
            try connection.leaveAssignments(of: work.account, at: work.organisation, now: now)
        }
    }

    /// Ends memberships whose term is over, or whose member's work is; how many there were.
    ///
    /// Nobody reads by one of these any more: this hands on what its member owed and held.
    @discardableResult
    package func sweepLapsed(at now: Moment, telling report: (any Error) -> Void) async throws -> Int {
        let vault = vault
        let found = try await database.read { try $0.lapsed(on: now.day) }
        await each(found, telling: report) { lapsed, connection in
            // Since it was listed their work may have been taken up again.
            guard try !connection.lapsed(on: now.day, only: lapsed.membership).isEmpty else { return }
            let membership = try connection.memberships(of: lapsed.account, in: [lapsed.family]).map(\.membership)
                .first { $0.id == lapsed.membership }
            guard let membership else { return }
            let cause: Lapse.Cause = membership.term.contains(now.day) ? .work : .term
            try connection.lapse(membership, in: lapsed.family, by: cause, at: now, ids: .unguessable, vault)
        }
        return found.count
    }
}

/// A membership by which nobody reads any more, and that still stands.
private struct LapsedMembership: Sendable {
    let family: ID<Family>
    let account: ID<Account>
    let membership: ID<Membership>
}

extension Connection {
    fileprivate func lapsed(on today: Day, only membership: ID<Membership>? = nil) throws -> [LapsedMembership] {
        try rows(
            """
            SELECT m.family_id, m.account_id, m.id FROM membership m
            WHERE m.ended_at IS NULL AND (CAST(\(membership) AS TEXT) IS NULL OR m.id = \(membership)) AND (
                m.until_day <= \(today) OR m.kind = 'professional' AND NOT EXISTS (
                    SELECT 1 FROM professional p
                    WHERE p.account = m.account_id AND p.organisation = m.organisation_id
                        AND (p.until_day IS NULL OR p.until_day > \(today))))
            ORDER BY m.family_id, m.id
            """
        ) { LapsedMembership(family: $0.id(0), account: $0.id(1), membership: $0.id(2)) }
    }
}

extension Connection {
    /// Ends what an account was let in to on behalf of an organisation for which it no longer works: in every dossier, in
    /// the transaction that ends the work.
    ///
    /// Which dossiers these are, and how many, is told to nobody.
    package func endMemberships(
        of account: ID<Account>, for organisation: ID<Organisation>, at now: Moment, ids: IDSource, _ vault: Vault
    ) throws {
        guard try !workplaces(of: account, on: now.day).contains(organisation) else { return }
        for seat in try seats(of: account) {
            let membership = seat.membership
            guard membership.organisation == organisation, membership.ended == nil else { continue }
            try lapse(membership, in: seat.family, by: .work, at: now, ids: ids, vault)
        }
    }

    func lapse(
        _ membership: Membership, in family: ID<Family>, by cause: Lapse.Cause, at now: Moment, ids: IDSource,
        _ vault: Vault
    ) throws {
        let stoodIn = try handBack(by: membership, in: family, at: now, vault)
        // Who only stood in owes nobody after them; the one who is away still does.
        let isStandIn = stoodIn.contains { $0.membership == membership.id }
        let isWritten = try withLeavingKey(of: membership, in: family, on: now.day, vault) { key, leaving in
            let lapse = Lapse(
                of: leaving, by: isStandIn ? .term : cause, try successors(key),
                colleagues: try colleagues(of: membership, on: now.day, key))
            try end(leaving, heir: lapse.heir, inbox: lapse.inbox, by: nil, at: now, key, vault)
            guard let organisation = lapse.owesStandIn, !leaving.covers.isEmpty else { return }
            try oweStandIn(for: leaving, organisation, at: now, id: ids.next(at: now), key, vault)
        }
        try oweStandIns(after: stoodIn, in: family, at: now, ids: ids, vault)
        if cause == .term { try endStandIns(for: membership.id, in: family, at: now, ids: ids, vault) }
        guard !isWritten else { return }
        try execute(
            """
            UPDATE membership SET ended_at = \(now), version = version + 1
            WHERE family_id = \(family) AND id = \(membership.id) AND ended_at IS NULL
            """)
        try handOver(owedBy: membership.account, in: ID(as: family)) { _ in
            membership.organisation.map { .organisation($0) }
        }
    }

    /// Owed by the team lead to who directs now, and known to these alone: the member may be hidden from others.
    func oweStandIn(
        for membership: Membership, _ organisation: ID<Organisation>, at now: Moment, id: ID<Promise>,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard try openPromises(in: ID(as: key.family), about: membership.id.standIn).isEmpty else { return }
        let receiver = try directionNow(key)?.holder ?? membership.account
        let promise = Promise(
            id: id, kind: .nameStandIn, owner: .organisation(organisation), receiver: .account(receiver),
            subject: membership.id.standIn, urgency: .regular(workingDays: StandIn.norm), made: now,
            fallback: organisation)
        try make(promise, about: [], saying: "", by: nil, key, vault)
    }

    /// Who works for the organisation besides, team leads first; nobody of the family, nor from whom it is kept.
    private func colleagues(
        of membership: Membership, on day: Day, _ key: borrowing DossierKey
    ) throws -> [ID<Account>] {
        guard let organisation = membership.organisation else { return [] }
        let kept = try accountsKeptOut(of: key.family)
        let work = try professionals(in: organisation, on: day).filter { !kept.contains($0.account) }
        let leads = work.filter { $0.function == .teamLead }
        return (leads + work).map(\.account).filter { $0 != membership.account }
    }

    /// The accounts that are of a family, or from which something of it is held or somebody hidden.
    func accountsKeptOut(of family: ID<Family>) throws -> Set<ID<Account>> {
        Set(
            try rows(
                """
                SELECT account_id FROM person WHERE family_id = \(family) AND account_id IS NOT NULL
                UNION SELECT account_id FROM hidden_member WHERE family_id = \(family)
                UNION SELECT r.account_id FROM hold_reader r
                JOIN hold h ON h.family_id = r.family_id AND h.id = r.hold_id
                WHERE r.family_id = \(family) AND h.released_at IS NULL ORDER BY 1
                """
            ) { $0.id(0) })
    }
}
