// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// The memberships of one account in some families, ended ones too.
    func memberships(
        of account: ID<Account>, in families: [ID<Family>]
    ) throws -> [(family: ID<Family>, membership: Membership)] {
        var found: [(family: ID<Family>, membership: Membership)] = []
        var covers: [Set<ID<Person>>] = []
        _ = try rows(
            """
            SELECT m.family_id, \(Membership.columns), p.person_id
            FROM membership m
            LEFT JOIN membership_person p ON p.family_id = m.family_id AND p.membership_id = m.id
            WHERE m.account_id = \(account) AND m.family_id IN \(list: families)
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

    /// All memberships of one account, ended ones too, each with those it covers as they lie in the database.
    ///
    /// - Parameter withBirths: whether any of their births will be opened.
    func seats(of account: ID<Account>, withBirths: Bool = false) throws -> [Seat] {
        let birth: SQL = withBirths ? "q.birth" : "NULL"
        var found: [Seat] = []
        _ = try rows(
            """
            SELECT m.family_id, \(Membership.columns), q.id, q.part_id, q.account_id, \(birth), q.name, q.erased_as
            FROM membership m
            LEFT JOIN membership_person p ON p.family_id = m.family_id AND p.membership_id = m.id
            LEFT JOIN person q ON q.family_id = p.family_id AND q.id = p.person_id
            WHERE m.account_id = \(account) ORDER BY m.family_id, m.id
            """
        ) { row in
            if found.last?.bare.id != row.id(1) {
                found.append(Seat(family: row.id(0), bare: try Membership(row: row)))
            }
            guard !row.isNull(9) else { return }
            found[found.count - 1].persons.append(SealedPerson(row: row, from: 9, of: row.id(0)))
        }
        return found
    }

    /// The families of which an account is itself.
    func ownFamilies(of account: ID<Account>) throws -> [ID<Family>] {
        try rows("SELECT family_id FROM person WHERE account_id = \(account) ORDER BY family_id") { $0.id(0) }
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

/// A membership with those it covers, still sealed.
struct Seat {
    let family: ID<Family>
    fileprivate let bare: Membership
    fileprivate(set) var persons: [SealedPerson] = []

    fileprivate init(family: ID<Family>, bare: Membership) {
        self.family = family
        self.bare = bare
    }

    var membership: Membership { bare.covering(Set(persons.map(\.person))) }
}

extension Membership {
    fileprivate static let columns: SQL =
        "m.id, m.account_id, m.kind, m.organisation_id, m.share, m.from_day, m.until_day, m.ended_at"

    /// Without the persons it covers, who lie in rows of their own.
    fileprivate init(row: borrowing Row) throws {
        self.init(
            id: row.id(1), account: row.id(2), kind: Kind(rawValue: row.text(3)) ?? .relative,
            organisation: row.idIfAny(4), covers: [], share: Share(rawValue: row.int(5)) ?? .contact,
            term: Period(from: try row.day(6), until: try row.ifAny(7) { try $0.day($1) }),
            ended: row.ifAny(8) { $0.moment($1) })
    }
}
