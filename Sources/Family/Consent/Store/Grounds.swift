// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// That a ground was used: by whom, towards whom, what, and why.
package struct GroundUse: Hashable, Sendable {
    package let id: ID<GroundUse>
    package let ground: Ground
    package let persons: Set<ID<Person>>
    package let by: ID<Account>
    package let at: Moment

    package init(id: ID<GroundUse>, ground: Ground, persons: Set<ID<Person>>, by: ID<Account>, at: Moment) {
        (self.id, self.ground, self.persons, self.by, self.at) = (id, ground, persons, by, at)
    }
}

/// The use of a ground with its words; nil where they were erased.
package struct GroundUseSight: Hashable, Sendable {
    package let use: GroundUse
    package let letter: ConsentLetter?
}

extension Connection {
    /// From when until when each ground counts in this installation.
    package func groundTerms() throws -> [GroundTerm] {
        try rows("SELECT ground, from_day, until_day FROM ground_term ORDER BY ground, from_day") { row in
            let term = Period(from: try row.day(1), until: try row.ifAny(2) { try $0.day($1) })
            return Ground(rawValue: row.text(0)).map { GroundTerm($0, term) }
        }.compactMap(\.self)
    }

    /// Writes down that a ground was used; its letter's purpose is the reason.
    package func record(
        _ use: GroundUse, _ letter: ConsentLetter, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let part = key.part(about: use.persons)
        let sealed = try key.seal(letter.text, in: part, at: .letter(of: use.id, in: key.family))
        try execute(
            """
            INSERT INTO ground_use (family_id, id, ground, by_id, used_at, part_id, letter)
            VALUES (\(key.family), \(use.id), \(use.ground.rawValue), \(use.by), \(use.at), \(part), \(sealed))
            """)
        for person in use.persons.sorted() {
            try execute(
                """
                INSERT INTO ground_use_person (family_id, use_id, person_id)
                VALUES (\(key.family), \(use.id), \(person))
                """)
        }
        try journal(
            JournalEntry(
                at: use.at, kind: .groundUsed, who: use.by, item: ItemName(.family, key.family), persons: use.persons),
            key, vault)
    }

    /// The grounds that were used about persons with whom the reader plans, latest first; nobody of the family reads
    /// them here, as a ground used without consent is told by the professional.
    package func groundUses(_ key: borrowing DossierKey) throws -> [GroundUseSight] {
        let rows = try rows(
            """
            SELECT g.id, g.ground, g.by_id, g.used_at, g.part_id, g.letter, p.person_id FROM ground_use g
            JOIN ground_use_person p ON p.family_id = g.family_id AND p.use_id = g.id
            WHERE g.family_id = \(key.family) ORDER BY g.used_at DESC, g.id DESC, p.person_id
            """
        ) { row in
            (
                GroundUse(
                    id: row.id(0), ground: Ground(rawValue: row.text(1)) ?? .publicTask, persons: [row.id(6)],
                    by: row.id(2), at: row.moment(3)), row.id(4, Part.self), row.bytesIfAny(5)
            )
        }
        let byUse = Dictionary(grouping: rows, by: \.0.id).values
        return try byUse.compactMap { rows -> GroundUseSight? in
            guard let first = rows.first else { return nil }
            let persons = rows.reduce(into: Set<ID<Person>>()) { $0.formUnion($1.0.persons) }
            guard persons.allSatisfy(key.reading.mayHandCard(to:)) else { return nil }
            let use = GroundUse(
                id: first.0.id, ground: first.0.ground, persons: persons, by: first.0.by, at: first.0.at)
            let letter = try key.open(first.2, in: first.1, at: .letter(of: use.id, in: key.family))
            return GroundUseSight(use: use, letter: letter.flatMap(ConsentLetter.init(text:)))
        }.sorted { ($0.use.at, $0.use.id) > ($1.use.at, $1.use.id) }
    }
}

extension SealedPlace {
    fileprivate static func letter(of use: ID<GroundUse>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("ground_use", "letter", row: use.text, owner: family.text)
    }
}
