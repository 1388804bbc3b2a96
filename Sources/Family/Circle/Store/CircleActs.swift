// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Lets somebody in to the circle for the persons they cover.
    ///
    /// The right is set by the act that asked those who must agree; this writes it down.
    package func letIn(
        _ membership: Membership, face: MemberFace, by who: ID<Account>?, at: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let part = key.part(about: membership.covers)
        let sealed = try key.seal(face.text, in: part, at: .face(of: membership.id, in: key.family))
        try execute(
            """
            INSERT INTO membership (family_id, id, account_id, kind, organisation_id, share, from_day, until_day,
                ended_at, part_id, face)
            VALUES (\(key.family), \(membership.id), \(membership.account), \(membership.kind.rawValue),
                \(membership.organisation), \(membership.share.rawValue), \(membership.term.from),
                \(membership.term.until), \(membership.ended), \(part), \(sealed))
            """)
        for person in membership.covers.sorted() {
            try execute(
                """
                INSERT INTO membership_person (family_id, membership_id, person_id)
                VALUES (\(key.family), \(membership.id), \(person))
                """)
        }
        try journal(
            JournalEntry(
                at: at, kind: .memberLetIn, who: who, item: ItemName(.circle, membership.id),
                persons: membership.covers), key, vault)
    }

    /// Ends a membership: access ends with the transaction, and what the member owed and directed is the heir's.
    ///
    /// There is no moment without a director, nor a promise without an owner. Who is here for another organisation, too,
    /// keeps what is not this one's.
    ///
    /// - Parameter inbox: who owes what was promised from then on, where that is not the heir.
    /// - Throws: ``NoHeir`` when the heir is the one who leaves.
    package func end(
        _ membership: Membership, heir: ID<Account>?, inbox: Promise.Owner? = nil, by who: ID<Account>?, at: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard heir != membership.account else { throw NoHeir() }
        try execute(
            """
            UPDATE membership SET ended_at = \(at), version = version + 1
            WHERE family_id = \(key.family) AND id = \(membership.id) AND ended_at IS NULL
            """)
        try endConsents(restingOn: membership.id, by: who, at: at, key)
        try journal(
            JournalEntry(
                at: at, kind: .membershipEnded, who: who, item: ItemName(.circle, membership.id),
                persons: membership.covers), key, vault)
        let stays = try memberships(of: membership.account, in: [key.family]).map(\.membership)
            .contains { $0.id != membership.id && $0.isActive(on: key.today) }
        if !stays { try lapseMeetings(of: membership.account, at: at, key, vault) }
        if !stays { try lapseProposals(of: membership.account, at: at, key) }
        if !stays, membership.kind != .professional {
            try closeCallBacks(owedBy: membership.account, in: ID(as: key.family), at: at)
        }
        try handOver(owedBy: membership.account, in: ID(as: key.family)) { promise in
            guard !stays || promise.fallback == membership.organisation else { return nil }
            // Why somebody looked, and what somebody found not right, is for their organisation to answer: the heir may
            // be the other parent, or who wrote it.
            guard promise.kind.staysWithProfessionals, let organisation = membership.organisation else {
                return inbox ?? heir.map { .account($0) }
            }
            return .organisation(organisation)
        }
        if case .account(let next) = inbox ?? heir.map({ .account($0) }) {
            try moveTeams(behindCallsOf: next, from: membership.organisation, key)
        }
        try leaveReferrals(sentBy: membership.account, in: key.family, at: at)
        if !stays { try lapseHandovers(of: membership.account, at: at, key, vault) }
        guard let heir, !stays else { return }
        if let direction = try directionNow(key), direction.holder == membership.account {
            let next = Direction(kind: direction.kind, holder: heir, since: at.day)
            try move(next, .inherited, by: who, at: at, key, vault)
        }
        if try firstContactNow(key) == membership.account {
            try moveFirstContact(to: heir, since: at.day, by: who, at: at, key, vault)
        }
    }

    /// A call that is late lies with the team of who has to make it now, and no longer with that of who had to; with nobody
    /// else where they read about fewer people than it is about, as their colleagues would not find it then.
    private func moveTeams(
        behindCallsOf next: ID<Account>, from left: ID<Organisation>?, _ key: borrowing DossierKey
    ) throws {
        guard let left else { return }
        let around = try memberships(of: next, in: [key.family]).map(\.membership).filter { $0.isActive(on: key.today) }
        guard !around.contains(where: { $0.organisation == left }) else { return }
        let covered = around.reduce(into: Set<ID<Person>>()) { $0.formUnion($1.covers) }
        let calls = try openPromises(in: ID(as: key.family)).filter { stored in
            let promise = stored.promise
            return promise.kind == .callBack && promise.owner == .account(next) && promise.fallback == left
        }
        for stored in calls {
            let team = stored.persons.isSubset(of: covered) ? around.compactMap(\.organisation).first : nil
            try save(try stored.promise.backed(by: team), of: stored)
        }
    }

    /// Who was asked to call is not there any more; what they were asked about was between two, and is nobody's to inherit.
    private func closeCallBacks(owedBy account: ID<Account>, in space: ID<PromiseSpace>, at now: Moment) throws {
        for stored in try openPromises(in: space)
        where stored.promise.kind == .callBack && stored.promise.owner == .account(account) {
            try save(try stored.promise.closed(by: stored.promise.receiver, .noLongerNeeded, at: now), of: stored)
        }
    }
}

/// Somebody can't inherit from themself when they leave.
package struct NoHeir: Error {}
