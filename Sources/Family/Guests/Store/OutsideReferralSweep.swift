// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension OutsideReferral {
    /// How long one is kept after it is over where no help came of it.
    static let kept = Duration.days(365)
    /// How long where help was given: twenty years (Jeugdwet 7.3.8).
    static let keptWithHelp = Duration.days(20 * 365 + 5)
}

extension Connection {
    /// Puts back into the inbox of an organisation what somebody had in hand who no longer works there.
    package func leaveOutsideReferrals(
        of account: ID<Account>, at organisation: ID<Organisation>, now: Moment, _ ids: IDSource
    ) throws {
        let left = try outsideReferrals(
            "over_at IS NULL AND receiver_organisation = \(organisation) AND receiver_account = \(account)",
            limit: 10_000)
        for referral in left { try change(referral, to: referral.without([account]), .left, at: now, ids) }
    }

    /// Does what time asks of one; tells whether there was one.
    ///
    /// Late to be answered, or in the hands of somebody whose work is over, it goes back into the inbox. Where nobody works
    /// any more who may read it, its practice hears so.
    package func sweepOutsideReferral(at now: Moment, _ ids: IDSource, _ vault: Vault) throws -> Bool {
        if let late = try lateOutsideReferral(at: now) {
            try change(late, to: late.late(), .late, at: now, ids)
            return true
        }
        if let forsaken = try forsakenOutsideReferral(on: now.day) {
            try change(forsaken, to: forsaken.forsaken(at: now), .forsaken, at: now, ids)
            if forsaken.source == .guest, !forsaken.isEnded {
                try addLink(of: forsaken.id, mailed: true, at: now, vault)
            }
            return true
        }
        if let alone = try withoutAreaTeam(on: now.day) {
            try change(alone, to: alone.hidden(), .teamGone, at: now, ids)
            return true
        }
        guard
            let (account, organisation) = try gone(
                among: """
                    SELECT receiver_account AS account, receiver_organisation AS organisation FROM outside_referral
                    WHERE over_at IS NULL AND receiver_account IS NOT NULL
                    """, on: now.day)
        else { return false }
        try leaveOutsideReferrals(of: account, at: organisation, now: now, ids)
        return true
    }

    private func lateOutsideReferral(at now: Moment) throws -> OutsideReferral? {
        let found = try row(
            """
            SELECT r.id FROM outside_referral r
            WHERE r.over_at IS NULL AND r.state = 'sent' AND r.receiver_account IS NOT NULL AND EXISTS (
                SELECT 1 FROM promise p WHERE p.space = '' AND p.subject_kind = \(OutsideReferral.subjectKind)
                    AND p.subject = r.id AND p.settled_at IS NULL AND p.closed_at IS NULL AND p.due_at <= \(now))
                AND NOT EXISTS (
                    SELECT 1 FROM outside_referral_entry e WHERE e.referral_id = r.id AND e.kind = 'late')
            ORDER BY r.since_at, r.id LIMIT 1
            """
        ) { $0.id(0, OutsideReferral.self) }
        return try found.flatMap { try outsideReferrals("id = \($0)").first }
    }

    /// One that an area team directs, or is offered, in which nobody is left who may read it.
    private func withoutAreaTeam(on today: Day) throws -> OutsideReferral? {
        let found = try row(
            """
            SELECT r.id FROM outside_referral r
            WHERE r.over_at IS NULL AND r.area_team IS NOT NULL AND r.direction IN ('offered', 'areaTeam')
                AND NOT EXISTS (
                    SELECT 1 FROM professional p
                    WHERE p.organisation = r.area_team AND (p.until_day IS NULL OR p.until_day > \(today))
                        AND NOT EXISTS (
                            SELECT 1 FROM outside_referral_kept_from k
                            WHERE k.referral_id = r.id AND k.account = p.account))
            ORDER BY r.since_at, r.id LIMIT 1
            """
        ) { $0.id(0, OutsideReferral.self) }
        return try found.flatMap { try outsideReferrals("id = \($0)").first }
    }

    private func forsakenOutsideReferral(on today: Day) throws -> OutsideReferral? {
        let found = try row(
            """
            SELECT r.id FROM outside_referral r
            WHERE r.over_at IS NULL AND r.receiver_account IS NULL AND NOT EXISTS (
                SELECT 1 FROM professional p
                WHERE p.organisation = r.receiver_organisation AND (p.until_day IS NULL OR p.until_day > \(today))
                    AND NOT EXISTS (
                        SELECT 1 FROM outside_referral_kept_from k
                        WHERE k.referral_id = r.id AND k.account = p.account))
            ORDER BY r.since_at, r.id LIMIT 1
            """
        ) { $0.id(0, OutsideReferral.self) }
        return try found.flatMap { try outsideReferrals("id = \($0)").first }
    }

    /// Takes away what was over a year ago, or twenty where there was help; its key goes with the keys that nothing uses.
    package func sweepOldOutsideReferrals(at now: Moment) throws -> Int {
        let old = try rows(
            """
            SELECT id FROM outside_referral
            WHERE over_at IS NOT NULL AND over_at <= \(now - OutsideReferral.kept)
                AND (started_day IS NULL OR over_at <= \(now - OutsideReferral.keptWithHelp))
            ORDER BY over_at, id LIMIT 50
            """
        ) { $0.id(0, OutsideReferral.self) }
        try execute("DELETE FROM outside_referral_link WHERE referral_id IN \(list: old)")
        try execute("DELETE FROM outside_referral_entry WHERE referral_id IN \(list: old)")
        try execute("DELETE FROM outside_referral_kept_from WHERE referral_id IN \(list: old)")
        return try execute("DELETE FROM outside_referral WHERE id IN \(list: old)")
    }

    private func change(
        _ before: OutsideReferral, to next: OutsideReferral, _ kind: OutsideEntry.Kind, at now: Moment, _ ids: IDSource
    ) throws {
        guard next != before else { return }
        try save(next, at: now)
        try note(kind, of: before.id, by: nil, at: now)
        try owe(next, at: now, ids)
        try owe(DirectReferral(next), at: now, ids)
    }
}
