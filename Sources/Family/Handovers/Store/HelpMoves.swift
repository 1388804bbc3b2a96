// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

/// That a helper leaves the circle, and another one goes on with all of it.
extension Connection {
    /// By which somebody is in the circle as a helper now.
    func helperMemberships(of account: ID<Account>, _ key: borrowing DossierKey) throws -> [Membership] {
        try memberships(of: account, in: [key.family]).map(\.membership)
            .filter { $0.isActive(on: key.today) && $0.kind == .professional }
    }

    /// Moves rights, meetings and promises, and lets who held them leave.
    ///
    /// What they only stood in for goes back first, and goes along with nobody. To a parent who directs again no helper's
    /// promise goes: it is their organisation's.
    func moveAll(
        of memberships: [Membership], to next: ID<Account>, isDirector: Bool, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        var stoodIn: [StoodIn] = []
        for left in memberships {
            let back = try handBack(by: left, in: key.family, at: now, vault)
            stoodIn += back
            guard !back.contains(where: { $0.membership == left.id }) else { continue }
            try moveRights(of: left, to: next, at: now, ids: ids, key, vault)
        }
        if let account = memberships.first?.account {
            // Who directs now reads by what moved just before, and what ends after it goes to an inbox.
            if isDirector { try moveIndications(from: account, to: next, key) }
            try endInvitations(of: account, at: now, key, vault)
            try moveMeetings(of: account, to: next, at: now, ids: ids, key, vault)
        }
        let isHelper = try !helperMemberships(of: next, key).isEmpty
        for left in memberships {
            let place: Promise.Owner? = left.organisation.map { .organisation($0) }
            let inbox: Promise.Owner = isHelper ? .account(next) : place ?? .account(next)
            try end(left, heir: next, inbox: inbox, by: key.reading.reader, at: now, key, vault)
            try endStandIns(for: left.id, heir: next, in: key.family, at: now, ids: ids, vault)
        }
        try oweStandIns(after: stoodIn, in: key.family, at: now, ids: ids, vault)
    }

    /// What the family agreed to goes along to a colleague, and stays theirs to take back.
    ///
    /// The consent carries the new membership from then on. Not to a colleague from whom something is kept, or whom others
    /// know from whom the one before was.
    private func moveRights(
        of left: Membership, to next: ID<Account>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let own = try helperMemberships(of: next, key)
        let standIns = try membershipsStandingIn(of: next, in: key.family)
        let rights = HandoverRights(
            of: left, to: next, having: own, standIns: standIns, as: ids.next(at: now), from: now.day)
        guard let rights, try mayStandIn(next, for: left, key) else { return }
        let new = rights.membership
        let work = try new.organisation.map { try professionals(in: $0, on: now.day) } ?? []
        let title = work.first { $0.account == next }?.title ?? ""
        try letIn(new, doing: title, after: left, by: key.reading.reader, at: now, key, vault)
        try execute(
            """
            UPDATE consent SET membership_id = \(new.id)
            WHERE family_id = \(key.family) AND membership_id = \(left.id)
            """)
    }
}
