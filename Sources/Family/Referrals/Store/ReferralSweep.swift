// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Puts back into the inboxes of an organisation what somebody had in hand who no longer works there.
    package func leaveReferrals(
        of account: ID<Account>, at organisation: ID<Organisation>, now: Moment, _ ids: IDSource
    ) throws {
        let left = try rows(
            """
            SELECT \(Referral.columns) FROM referral
            WHERE state <> 'closed' AND (sender_organisation = \(organisation) AND sender_account = \(account)
                OR receiver_organisation = \(organisation) AND receiver_account = \(account))
            ORDER BY id
            """
        ) { try Referral(row: $0) }
        for referral in left { try change(referral, to: referral.without([account]), .left, nil, at: now, ids) }
    }

    /// Puts into the inbox of their organisation what somebody sent for whom they do not plan any more.
    func leaveReferrals(sentBy account: ID<Account>, in family: ID<Family>, at now: Moment) throws {
        let sent = try rows(
            """
            SELECT \(Referral.columns) FROM referral
            WHERE family_id = \(family) AND sender_account = \(account) AND state <> 'closed' ORDER BY id
            """
        ) { try Referral(row: $0) }
        guard !sent.isEmpty else { return }
        let around = try memberships(of: account, in: [family]).map(\.membership)
        for referral in sent where !referral.isPlanned(by: around, on: now.day) {
            try change(referral, to: referral.withoutSender(), .inbox, nil, at: now, .unguessable)
        }
    }

    /// Puts into the inboxes of their organisations what these have in hand, from whom something of the family is kept: it
    /// says no more than that it lies there.
    func leaveReferrals(keptFrom accounts: Set<ID<Account>>, in family: ID<Family>, at now: Moment) throws {
        guard !accounts.isEmpty else { return }
        let inHand = try rows(
            """
            SELECT \(Referral.columns) FROM referral
            WHERE family_id = \(family) AND state <> 'closed' AND (
                sender_account IN \(list: accounts.sorted()) OR receiver_account IN \(list: accounts.sorted()))
            ORDER BY id
            """
        ) { try Referral(row: $0) }
        for referral in inHand {
            try change(referral, to: referral.without(accounts), .inbox, nil, at: now, .unguessable)
        }
    }

    /// Does what time asks of one referral; tells whether there was one.
    ///
    /// Late to be answered, or in the hands of somebody whose work is over or from whom the family is kept, it goes back into
    /// the inbox, where colleagues see it. Where there are none, or help goes on in no hands for too long, it goes back to
    /// who asked. One of which nobody says whether it helped is closed, and so is one about somebody who was erased.
    package func sweepReferral(at now: Moment, _ ids: IDSource) throws -> Bool {
        if let (before, next, kind) = try dueReferral(at: now) {
            try change(before, to: next, kind, nil, at: now, ids)
            return true
        }
        if let (account, family) = try keptFromReferral() {
            try leaveReferrals(keptFrom: [account], in: family, at: now)
            return true
        }
        guard
            let (account, organisation) = try gone(
                among: """
                    SELECT sender_account AS account, sender_organisation AS organisation FROM referral
                    WHERE state <> 'closed' AND sender_account IS NOT NULL
                    UNION SELECT receiver_account, receiver_organisation FROM referral
                    WHERE state <> 'closed' AND receiver_account IS NOT NULL
                    """, on: now.day)
        else { return false }
        try leaveReferrals(of: account, at: organisation, now: now, ids)
        return true
    }

    /// One that changes with time alone: as it stood, as it stands then, and what is noted of that.
    private func dueReferral(at now: Moment) throws -> (Referral, Referral, ReferralEntry.Kind)? {
        let late = try overdue(
            "r.state = 'sent' AND r.receiver_account IS NOT NULL", at: now,
            except: """
                AND NOT EXISTS (SELECT 1 FROM referral_entry e
                    WHERE e.referral_id = r.id AND e.kind = 'late' AND e.at >= r.since_at)
                """)
        if let late { return (late, late.late(), .late) }
        if let unheard = try overdue("r.state = 'answered'", at: now - Referral.patience, except: "") {
            return (unheard, unheard.unheard(at: now), .unheard)
        }
        if let forsaken = try forsaken(at: now) { return (forsaken, forsaken.forsaken(at: now), .forsaken) }
        return try erasedReferral().map { ($0, $0.erased(at: now), .noLongerNeeded) }
    }

    /// One that nobody has in hand where nobody works any more who may read it, or where help should have ended and lies in no hands for long.
    private func forsaken(at now: Moment) throws -> Referral? {
        let nobody = try row(
            """
            SELECT \(Referral.columns) FROM referral r
            WHERE r.state IN ('sent', 'accepted', 'waiting', 'started') AND r.receiver_account IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM professional p
                    WHERE p.organisation = r.receiver_organisation AND (p.until_day IS NULL OR p.until_day > \(now.day))
                        AND NOT (\(Self.isKeptOut("p.account", of: "r.family_id"))))
            ORDER BY r.since_at, r.id LIMIT 1
            """
        ) { try Referral(row: $0) }
        // Help outlasts the day on which how it goes was to be said: what counts is how long it lies in no hands.
        return try nobody
            ?? overdue(
                "r.state = 'started' AND r.receiver_account IS NULL", at: now,
                except: """
                    AND NOT EXISTS (SELECT 1 FROM referral_entry e
                        WHERE e.referral_id = r.id AND e.at > \(now - Referral.patience))
                    """)
    }

    private func erasedReferral() throws -> Referral? {
        try row(
            """
            SELECT \(Referral.columns) FROM referral r
            WHERE r.state <> 'closed' AND EXISTS (
                SELECT 1 FROM dossier_part d
                WHERE d.family_id = r.family_id AND d.id = r.part_id AND d.erased_at IS NOT NULL)
            ORDER BY r.since_at, r.id LIMIT 1
            """
        ) { try Referral(row: $0) }
    }

    /// Somebody who has in hand a referral of a family that is their own, or from whom anything of it is kept.
    private func keptFromReferral() throws -> (ID<Account>, ID<Family>)? {
        try row(
            """
            SELECT h.account, h.family_id FROM (
                SELECT sender_account AS account, family_id FROM referral
                WHERE state <> 'closed' AND sender_account IS NOT NULL
                UNION SELECT receiver_account, family_id FROM referral
                WHERE state <> 'closed' AND receiver_account IS NOT NULL
            ) h WHERE \(Self.isKeptOut("h.account", of: "h.family_id"))
            ORDER BY h.account, h.family_id LIMIT 1
            """
        ) { ($0.id(0), $0.id(1)) }
    }

    /// Whether a family is somebody's own, or anything of it is kept from them.
    private static func isKeptOut(_ account: SQL, of family: SQL) -> SQL {
        """
        EXISTS (SELECT 1 FROM person x WHERE x.family_id = \(family) AND x.account_id = \(account))
        OR EXISTS (SELECT 1 FROM hidden_member x WHERE x.family_id = \(family) AND x.account_id = \(account))
        OR EXISTS (
            SELECT 1 FROM hold_reader x JOIN hold o ON o.family_id = x.family_id AND o.id = x.hold_id
            WHERE x.family_id = \(family) AND x.account_id = \(account) AND o.released_at IS NULL)
        """
    }

    private func overdue(_ which: SQL, at moment: Moment, except: SQL) throws -> Referral? {
        try row(
            """
            SELECT \(Referral.columns) FROM referral r
            WHERE r.state <> 'closed' AND \(which) AND EXISTS (
                SELECT 1 FROM promise p WHERE p.space = '' AND p.subject_kind = \(Referral.subjectKind)
                    AND p.subject = r.id AND p.settled_at IS NULL AND p.closed_at IS NULL AND p.due_at <= \(moment))
                \(except)
            ORDER BY r.since_at, r.id LIMIT 1
            """
        ) { try Referral(row: $0) }
    }
}
