// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What moved to a colleague in one family while somebody is away, and goes back.
struct StoodIn {
    let family: ID<Family>
    let absence: ID<Absence>
    let away: ID<Account>
    /// The membership of who is away.
    let left: ID<Membership>
    /// Who stands in there: another one than elsewhere, where that one can't.
    let colleague: ID<Account>
    /// nil where the colleague was in the circle before.
    let membership: ID<Membership>?
    let directs: Bool
    let isCalledFirst: Bool
    /// The team lead who arranged it.
    let by: ID<Account>
    /// The first day on which who is away is back.
    let until: Day
}

extension Connection {
    func stoodIn(where condition: SQL) throws -> [StoodIn] {
        try rows(
            """
            SELECT s.family_id, s.absence_id, a.account_id, s.for_id, s.account_id, s.membership_id, s.directs,
                s.is_called_first, a.by_id, a.until_day
            FROM stand_in s JOIN absence a ON a.id = s.absence_id
            WHERE \(condition) ORDER BY s.family_id, s.absence_id, s.for_id
            """
        ) { row in
            StoodIn(
                family: row.id(0), absence: row.id(1), away: row.id(2), left: row.id(3), colleague: row.id(4),
                membership: row.idIfAny(5), directs: row.bool(6), isCalledFirst: row.bool(7), by: row.id(8),
                until: try row.day(9))
        }
    }

    /// Who stands in now for one membership.
    func standIns(for membership: ID<Membership>, in family: ID<Family>) throws -> [StoodIn] {
        try stoodIn(where: "s.family_id = \(family) AND s.for_id = \(membership) AND a.ended_at IS NULL")
    }

    /// By which memberships an account only stands in: for who is away, or for who left until a day.
    ///
    /// Of one by which somebody came for who left, nothing tells but that nobody agreed to it.
    func membershipsStandingIn(of account: ID<Account>, in family: ID<Family>) throws -> Set<ID<Membership>> {
        Set(
            try rows(
                """
                SELECT m.id FROM membership m
                WHERE m.family_id = \(family) AND m.account_id = \(account) AND m.ended_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.family_id = m.family_id AND c.membership_id = m.id)
                    AND (
                        EXISTS (SELECT 1 FROM stand_in s WHERE s.family_id = m.family_id AND s.membership_id = m.id)
                        OR m.kind = 'professional' AND m.until_day IS NOT NULL
                            AND NOT EXISTS (
                                SELECT 1 FROM invitation i
                                WHERE i.family_id = m.family_id AND i.membership_id = m.id))
                ORDER BY m.id
                """
            ) { $0.id(0) })
    }

    /// The membership with which somebody stands in; nil once it ended, and where there was none.
    func membership(_ stood: StoodIn) throws -> Membership? {
        guard let id = stood.membership else { return nil }
        return try memberships(of: stood.colleague, in: [stood.family]).map(\.membership)
            .first { $0.id == id && $0.ended == nil }
    }

    /// Nobody is owed any more for who is back: not where they never were away, nor while they are by another absence.
    func closeOwedStandIns(for absence: Absence, at now: Moment) throws {
        let begun = try row("SELECT id FROM absence WHERE id = \(absence.id) AND begun_at IS NOT NULL") {
            $0.id(0, Absence.self)
        }
        guard begun != nil, try self.absence(of: absence.who, in: absence.organisation) == nil else { return }
        for seat in try seats(of: absence.who) {
            let membership = seat.membership
            guard membership.organisation == absence.organisation, membership.ended == nil else { continue }
            for stored in try openPromises(in: ID(as: seat.family), about: membership.id.standIn) {
                try save(try stored.promise.closed(by: stored.promise.receiver, .noLongerNeeded, at: now), of: stored)
            }
        }
    }
}
