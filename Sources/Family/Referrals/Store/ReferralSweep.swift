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

    /// Does what time asks of one referral; tells whether there was one.
    ///
    /// Late to be answered, or in the hands of somebody whose work is over, it goes back into the inbox, where colleagues see
    /// it. One of which nobody says whether it helped is closed.
    package func sweepReferral(at now: Moment, _ ids: IDSource) throws -> Bool {
        let late = try overdue(
            "r.state = 'sent' AND r.receiver_account IS NOT NULL", at: now,
            except: """
                AND NOT EXISTS (SELECT 1 FROM referral_entry e
                    WHERE e.referral_id = r.id AND e.kind = 'late' AND e.at >= r.since_at)
                """)
        if let late {
            try change(late, to: late.late(), .late, nil, at: now, ids)
            return true
        }
        if let unheard = try overdue("r.state = 'answered'", at: now - Referral.patience, except: "") {
            try change(unheard, to: unheard.unheard(at: now), .unheard, nil, at: now, ids)
            return true
        }
        guard let (account, organisation) = try goneFromReferral(on: now.day) else { return false }
        try leaveReferrals(of: account, at: organisation, now: now, ids)
        return true
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

    /// Somebody who has a referral in hand for an organisation for which they no longer work.
    private func goneFromReferral(on today: Day) throws -> (ID<Account>, ID<Organisation>)? {
        try row(
            """
            SELECT h.account, h.organisation FROM (
                SELECT sender_account AS account, sender_organisation AS organisation FROM referral
                WHERE state <> 'closed' AND sender_account IS NOT NULL
                UNION SELECT receiver_account, receiver_organisation FROM referral
                WHERE state <> 'closed' AND receiver_account IS NOT NULL
            ) h WHERE NOT EXISTS (
                SELECT 1 FROM professional p WHERE p.account = h.account AND p.organisation = h.organisation
                    AND (p.until_day IS NULL OR p.until_day > \(today)))
            ORDER BY h.account, h.organisation LIMIT 1
            """
        ) { ($0.id(0), $0.id(1)) }
    }
}
