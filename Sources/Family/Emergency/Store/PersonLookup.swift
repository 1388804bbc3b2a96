// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What somebody on duty must know exactly to find a family: a name in full and the day of birth.
package struct SoughtPerson: Hashable, Sendable {
    package let name: PlainText
    package let birth: Day

    package init(name: PlainText, birth: Day) {
        self.name = name
        self.birth = birth
    }
}

extension Vault {
    /// By what a person is found: nothing to search in, as each digest tells of one name and day only.
    func lookup(_ name: String, _ birth: String) -> String {
        digest(SignInName.folded(name) + "\n" + birth, for: .lookup)
    }
}

extension Connection {
    /// Notes by what a person is found from now on.
    func noteLookup(of person: ID<Person>, _ name: String, _ birth: BirthDate, in family: ID<Family>, _ vault: Vault)
        throws
    {
        try execute(
            """
            INSERT INTO person_lookup (family_id, person_id, digest)
            VALUES (\(family), \(person), \(vault.lookup(name, birth.text)))
            ON CONFLICT (family_id, person_id) DO UPDATE SET digest = \(vault.lookup(name, birth.text))
            """)
    }

    /// The families in which somebody of exactly this name and birth is.
    func families(of sought: SoughtPerson, _ vault: Vault) throws -> [ID<Family>] {
        try rows(
            """
            SELECT DISTINCT family_id FROM person_lookup
            WHERE digest = \(vault.lookup(sought.name.text, sought.birth.iso)) ORDER BY family_id
            """
        ) { $0.id(0) }
    }

    /// Nobody whose part was erased is found by it.
    func emptyLookups(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            DELETE FROM person_lookup WHERE family_id = \(family) AND person_id IN (
                SELECT id FROM person WHERE family_id = \(family) AND part_id IN \(list: parts)
            )
            """)
    }

    /// Notes it for some of those who came before it was noted; zero when nobody is left.
    package func sweepLookups(limit: Int = 50, _ vault: Vault) throws -> Int {
        let missing = try rows(
            """
            SELECT p.family_id, p.id, p.part_id, p.name, p.birth FROM person p
            LEFT JOIN person_lookup l ON l.family_id = p.family_id AND l.person_id = p.id
            WHERE l.person_id IS NULL AND p.name IS NOT NULL AND p.birth IS NOT NULL
            ORDER BY p.family_id, p.id LIMIT \(limit)
            """
        ) { ($0.id(0, Family.self), $0.id(1, Person.self), $0.id(2, Part.self), $0.bytes(3), $0.bytes(4)) }
        let keys = try vault.keys(of: missing.map { ID(as: $0.2) })
        for (family, person, part, name, birth) in missing {
            var digest = ""
            if let key = keys[ID(as: part)] {
                digest = vault.lookup(
                    try key.open(name, at: .name(of: person, in: family)),
                    try key.open(birth, at: .birth(of: person, in: family)))
            }
            try execute(
                """
                INSERT INTO person_lookup (family_id, person_id, digest)
                VALUES (\(family), \(person), \(digest)) ON CONFLICT DO NOTHING
                """)
        }
        return missing.count
    }
}
