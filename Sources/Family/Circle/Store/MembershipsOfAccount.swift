// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// The memberships of one account, in some families or in all, ended ones too.
    func memberships(
        of account: ID<Account>, in families: [ID<Family>]?
    ) throws -> [(family: ID<Family>, membership: Membership)] {
        let among: SQL = families.map { "AND m.family_id IN \(list: $0)" } ?? ""
        var found: [(family: ID<Family>, membership: Membership)] = []
        var covers: [Set<ID<Person>>] = []
        _ = try rows(
            """
            SELECT m.family_id, m.id, m.account_id, m.kind, m.organisation_id, m.share, m.from_day, m.until_day,
                m.ended_at, p.person_id
            FROM membership m
            LEFT JOIN membership_person p ON p.family_id = m.family_id AND p.membership_id = m.id
            WHERE m.account_id = \(account) \(among)
            ORDER BY m.family_id, m.id
            """
        ) { row in
            // One row for each person covered: of the others only that person is read.
            if found.last?.membership.id != row.id(1) {
                found.append((row.id(0), try Membership(row: row)))
                covers.append([])
            }
            if let person = row.idIfAny(9, Person.self) { covers[covers.count - 1].insert(person) }
        }
        return zip(found, covers).map { ($0.family, $0.membership.covering($1)) }
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

extension Membership {
    /// Without the persons it covers, who lie in rows of their own.
    fileprivate init(row: borrowing Row) throws {
        self.init(
            id: row.id(1), account: row.id(2), kind: Kind(rawValue: row.text(3)) ?? .relative,
            organisation: row.idIfAny(4), covers: [], share: Share(rawValue: row.int(5)) ?? .contact,
            term: Period(from: try row.day(6), until: try row.ifAny(7) { try $0.day($1) }),
            ended: row.ifAny(8) { $0.moment($1) })
    }
}
