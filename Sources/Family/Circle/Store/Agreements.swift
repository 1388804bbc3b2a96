// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Who must agree for each of the persons whom the reader covers; others are left out, as their age is not told.
    package func whoMustAgree(
        for persons: Set<ID<Person>>, _ key: borrowing DossierKey
    ) throws -> [ID<Person>: WhoMustAgree] {
        try whoMustAgree(for: persons, as: key.reading, in: key.family, on: key.today)
    }

    /// The same for another reader than the one whose key it is.
    func whoMustAgree(
        for persons: Set<ID<Person>>, as reading: Reading, in family: ID<Family>, on day: Day
    ) throws -> [ID<Person>: WhoMustAgree] {
        let authorities = try authorities(of: family)
        let unable = try unable(in: family, on: day)
        let covered = reading.persons.filter { reading.covered[$0.id] != nil && persons.contains($0.id) }
        let agreed = covered.map { person in
            let authority = authorities.first { $0.child == person.id }
            // What was recorded of a young person ends with their eighteenth birthday by itself.
            let isUnable = unable.contains(person.id) && Inability.concerns(person.birth, on: day)
            let ability: WhoMustAgree.Ability = isUnable ? .notAble(representatives: []) : .able
            return (person.id, WhoMustAgree(about: person, authority: authority, ability: ability, on: day))
        }
        return Dictionary(uniqueKeysWithValues: agreed)
    }

    /// Who holds authority over each child of a family.
    func authorities(of family: ID<Family>) throws -> [Authority] {
        let rows = try rows(
            """
            SELECT a.child_id, a.kind, a.under_investigation, h.person_id
            FROM authority a LEFT JOIN authority_holder h ON h.family_id = a.family_id AND h.child_id = a.child_id
            WHERE a.family_id = \(family) ORDER BY a.child_id, h.person_id
            """
        ) { row in
            Authority(
                child: row.id(0), kind: Authority.Kind(rawValue: row.text(1)) ?? .undeterminable,
                holders: Set([row.ifAny(3) { $0.id($1, Person.self) }].compactMap(\.self)),
                isUnderInvestigation: row.bool(2))
        }
        return rows.reduce(into: []) { found, row in
            guard let last = found.last, last.child == row.child else { return found.append(row) }
            found[found.count - 1] = Authority(
                child: row.child, kind: row.kind, holders: last.holders.union(row.holders),
                isUnderInvestigation: row.isUnderInvestigation)
        }
    }

    /// Who can take over from somebody who leaves, whoever asks: there is always one who directs.
    ///
    /// Nobody from whom something is held or somebody hidden: what is kept from them would be theirs to direct.
    package func successors(_ key: borrowing DossierKey) throws -> Ending.Successors {
        try around(
            key,
            besides: """
                AND NOT EXISTS (
                    SELECT 1 FROM hidden_member m WHERE m.family_id = h.family_id AND m.account_id = p.account_id)
                AND NOT EXISTS (
                    SELECT 1 FROM hold_reader r JOIN hold k ON k.family_id = r.family_id AND k.id = r.hold_id
                    WHERE r.family_id = h.family_id AND r.account_id = p.account_id AND k.released_at IS NULL)
                """)
    }

    /// Who can be chosen, and choose, by an act of their own: parents from whom something is kept as any other, as a page
    /// that left them out would tell.
    package func choosable(_ key: borrowing DossierKey) throws -> Ending.Successors { try around(key, besides: "") }

    private func around(_ key: borrowing DossierKey, besides kept: SQL) throws -> Ending.Successors {
        let professionals = try rows(
            """
            SELECT account_id FROM membership
            WHERE family_id = \(key.family) AND kind = 'professional' AND ended_at IS NULL
                AND from_day <= \(key.today) AND (until_day IS NULL OR until_day > \(key.today))
            ORDER BY account_id
            """
        ) { $0.id(0, Account.self) }
        let parents = try rows(
            """
            SELECT p.account_id FROM authority_holder h
            JOIN person p ON p.family_id = h.family_id AND p.id = h.person_id
            WHERE h.family_id = \(key.family) AND p.account_id IS NOT NULL \(kept)
            ORDER BY p.account_id
            """
        ) { $0.id(0, Account.self) }
        return Ending.Successors(
            direction: try directionNow(key), firstContact: try firstContactNow(key),
            professionals: Set(professionals), parents: Set(parents))
    }
}
