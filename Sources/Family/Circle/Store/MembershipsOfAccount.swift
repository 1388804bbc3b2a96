// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// The memberships of one account, in some families or in all, ended ones too.
    func memberships(
        of account: ID<Account>, in families: [ID<Family>]
    ) throws -> [(family: ID<Family>, membership: Membership)] {
        let rows = try rows(
            """
            SELECT m.family_id, m.id, m.account_id, m.kind, m.organisation_id, m.share, m.from_day, m.until_day,
                m.ended_at, p.person_id
            FROM membership m
            LEFT JOIN membership_person p ON p.family_id = m.family_id AND p.membership_id = m.id
            WHERE m.account_id = \(account) AND m.family_id IN \(list: families)
            ORDER BY m.family_id, m.id
            """, MembershipRow.init(row:))
        return MembershipRow.grouped(rows)
    }

    /// The families in whose circle an account stands now, as one of them or as a member.
    ///
    /// These are identifiers only: what of them may be read, the keys say.
    package func families(around account: ID<Account>, on day: Day) throws -> [ID<Family>] {
        try rows(
            """
            SELECT family_id FROM membership
            WHERE account_id = \(account) AND ended_at IS NULL AND from_day <= \(day)
                AND (until_day IS NULL OR until_day > \(day))
            UNION SELECT family_id FROM person WHERE account_id = \(account)
            ORDER BY family_id
            """
        ) { $0.id(0) }
    }
}

/// One row of a membership joined with the persons it covers.
private struct MembershipRow {
    let family: ID<Family>
    var membership: Membership

    init(row: borrowing Row) throws {
        family = row.id(0)
        membership = Membership(
            id: row.id(1), account: row.id(2), kind: Membership.Kind(rawValue: row.text(3)) ?? .relative,
            organisation: row.ifAny(4) { $0.id($1) },
            covers: Set([row.ifAny(9) { $0.id($1, Person.self) }].compactMap(\.self)),
            share: Share(rawValue: row.int(5)) ?? .contact,
            term: Period(from: try row.day(6), until: try row.ifAny(7) { try $0.day($1) }),
            ended: row.ifAny(8) { $0.moment($1) })
    }

    static func grouped(_ rows: [Self]) -> [(family: ID<Family>, membership: Membership)] {
        rows.reduce(into: []) { found, row in
            guard let last = found.last, last.membership.id == row.membership.id else {
                return found.append((row.family, row.membership))
            }
            found[found.count - 1].membership = last.membership.covering(row.membership.covers)
        }
    }
}
