// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// The use of a ground with its words; nil where they were erased.
package struct GroundUseSight: Hashable, Sendable {
    package let use: GroundUse
    package let letter: ConsentLetter?
    package let second: SecondProfessional?

    package var state: GroundUse.State { use.state(with: second) }
}

extension Connection {
    /// From when until when each ground counts in this installation.
    package func groundTerms() throws -> [GroundTerm] {
        try rows("SELECT ground, from_day, until_day FROM ground_term ORDER BY ground, from_day") { row in
            let term = Period(from: try row.day(1), until: try row.ifAny(2) { try $0.day($1) })
            return Ground(rawValue: row.text(0)).map { GroundTerm($0, term) }
        }.compactMap(\.self)
    }

    /// From when until when a ground counts from now on; what was shared on it before stays.
    package func keep(_ term: GroundTerm) throws {
        try execute(
            """
            INSERT INTO ground_term (ground, from_day, until_day)
            VALUES (\(term.ground.rawValue), \(term.term.from), \(term.term.until))
            ON CONFLICT (ground, from_day) DO UPDATE SET until_day = \(term.term.until)
            """)
    }

    /// Writes down that a ground was used; its letter's purpose is the reason.
    ///
    /// Where nobody agreed, a second professional is asked.
    ///
    /// - Throws: ``GroundUse/Refusal/secondMissing``, ``SecondProfessional/Refusal``
    package func record(
        _ use: GroundUse, _ letter: ConsentLetter, asking asked: Promise.Owner?, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let part = key.part(about: use.persons)
        let sealed = try key.seal(letter.text, in: part, at: .letter(of: use.id, in: key.family))
        try execute(
            """
            INSERT INTO ground_use (family_id, id, ground, by_id, used_at, part_id, letter, told_at)
            VALUES (\(key.family), \(use.id), \(use.ground.rawValue), \(use.by), \(use.at), \(part), \(sealed),
                \(use.told))
            """)
        for person in use.persons.sorted() {
            try execute(
                """
                INSERT INTO ground_use_person (family_id, use_id, person_id)
                VALUES (\(key.family), \(use.id), \(person))
                """)
        }
        try journal(use, by: use.by, at: use.at, key, vault)
        guard use.ground.needsSecond else { return }
        guard let asked else { throw GroundUse.Refusal.secondMissing }
        let second = try SecondProfessional(
            ids.next(at: use.at), asking: asked, about: Decided.ground.subject(use.id), by: use.by,
            among: Set(try secondProfessionals(about: use.persons, key).map(\.asked)), at: use.at)
        try ask(second, because: nil, in: part, promise: ids.next(at: use.at), key, vault)
    }

    /// Those it is about were told, and read of it from now on.
    ///
    /// - Throws: ``GroundUse/Refusal``
    package func tell(
        of id: ID<GroundUse>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let found = try groundUse(id, key) else { throw GroundUse.Refusal.notYours }
        let told = try found.use.told(by: key.reading, at: now)
        let changed = try execute(
            """
            UPDATE ground_use SET told_at = \(told.told)
            WHERE family_id = \(key.family) AND id = \(id) AND told_at IS NULL
            """)
        guard changed == 1 else { throw GroundUse.Refusal.toldBefore }
        try journal(told, by: key.reading.reader, at: now, key, vault)
    }

    /// What a second professional answered is on record; whether it counts is read from that.
    func follow(
        _ use: GroundUse, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(use, by: key.reading.reader, at: now, key, vault)
    }

    private func journal(
        _ use: GroundUse, by who: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: .groundUsed, who: who, item: ItemName(.consent, use.id), persons: use.persons), key,
            vault)
    }

    /// The grounds that were used, as far as the reader may know of it, latest first.
    package func groundUses(_ key: borrowing DossierKey) throws -> [GroundUseSight] {
        let hidden = try accountsHidden(key)
        return try allGroundUses(nil, key).filter { sight in
            !hidden.contains(sight.use.by) && key.reading.maySee(sight.use, on: key.today)
        }
    }

    /// One of them; nil where the reader may not know of it.
    package func groundUse(_ id: ID<GroundUse>, _ key: borrowing DossierKey) throws -> GroundUseSight? {
        let hidden = try accountsHidden(key)
        return try allGroundUses(id, key).first { sight in
            !hidden.contains(sight.use.by) && key.reading.maySee(sight.use, on: key.today)
        }
    }

    /// The same, whoever holds the key.
    func allGroundUses(_ id: ID<GroundUse>?, _ key: borrowing DossierKey) throws -> [GroundUseSight] {
        let rows = try rows(
            """
            SELECT id, ground, by_id, used_at, told_at, part_id, letter FROM ground_use
            WHERE family_id = \(key.family) AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id))
            ORDER BY used_at DESC, id DESC
            """
        ) { row in
            (
                id: row.id(0, GroundUse.self), ground: Ground(rawValue: row.text(1)) ?? .publicTask,
                by: row.id(2, Account.self), at: row.moment(3), told: row.ifAny(4) { $0.moment($1) },
                part: row.id(5, Part.self), letter: row.bytesIfAny(6)
            )
        }
        guard !rows.isEmpty else { return [] }
        let persons = try self.rows(
            """
            SELECT use_id, person_id FROM ground_use_person
            WHERE family_id = \(key.family) AND (CAST(\(id) AS TEXT) IS NULL OR use_id = \(id))
            ORDER BY use_id, person_id
            """
        ) { ($0.id(0, GroundUse.self), $0.id(1, Person.self)) }
        let about = Dictionary(grouping: persons, by: \.0).mapValues { Set($0.map(\.1)) }
        let seconds = try seconds(about: Decided.ground.rawValue, id?.text, key).map(\.sight.second)
        return try rows.map { row in
            let letter = try key.open(row.letter, in: row.part, at: .letter(of: row.id, in: key.family))
            return GroundUseSight(
                use: GroundUse(
                    id: row.id, ground: row.ground, persons: about[row.id] ?? [], by: row.by, at: row.at,
                    told: row.told),
                letter: letter.flatMap(ConsentLetter.init(text:)),
                second: seconds.last { $0.subject.id == row.id.text })
        }
    }
}

extension SealedPlace {
    fileprivate static func letter(of use: ID<GroundUse>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("ground_use", "letter", row: use.text, owner: family.text)
    }
}
