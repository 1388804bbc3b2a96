// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A file of a copy that is ready.
package struct FullCopyFile: Hashable, Sendable {
    package let file: FullCopy.File
    /// In bytes.
    package let size: Int
    package let pieces: Int
}

extension Connection {
    /// The copies of the reader in this family: of each person the last one.
    package func fullCopies(_ key: borrowing DossierKey) throws -> [FullCopy] {
        let persons = Set(key.reading.takesAlong)
        return try rows(
            """
            SELECT \(FullCopy.columns) FROM full_copy
            WHERE family_id = \(key.family) AND account_id = \(key.reading.reader) ORDER BY person_id
            """, FullCopy.init(row:)
        ).filter { persons.contains($0.person) }
    }

    /// One copy of the reader, of somebody about whom they still take along what there is.
    package func fullCopy(_ id: ID<FullCopy>, _ key: borrowing DossierKey) throws -> FullCopy? {
        try fullCopies(key).first { $0.id == id }
    }

    /// Asks for a copy; the one before goes.
    ///
    /// - Throws: ``FullCopy/Refusal``
    package func askFullCopy(
        as id: ID<FullCopy>, of person: ID<Person>, in language: String, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let before = try fullCopies(key).first { $0.person == person }
        let copy = try FullCopy.asked(id, of: person, by: key.reading, before: before, at: now)
        if let before { try remove(before.id, of: key.family) }
        try execute(
            """
            INSERT INTO full_copy (family_id, id, account_id, person_id, language, asked_at, state, percent, asked_often)
            VALUES (\(key.family), \(id), \(copy.reader), \(person), \(language), \(now), 'asked', 0,
                \(copy.often))
            """)
        try journal(
            JournalEntry(
                at: now, kind: .fullCopyAsked, who: copy.reader, item: ItemName(.copy, id), persons: [person]), key,
            vault)
    }

    /// What can be fetched of a copy, the paper first.
    package func files(of copy: FullCopy, _ key: borrowing DossierKey) throws -> [FullCopyFile] {
        try rows(
            """
            SELECT name, size, pieces FROM full_copy_file
            WHERE family_id = \(key.family) AND copy_id = \(copy.id) ORDER BY name
            """
        ) { row in FullCopy.File(name: row.text(0)).map { FullCopyFile(file: $0, size: row.int(1), pieces: row.int(2)) }
        }
        .compactMap(\.self).sorted { $0.file.rank < $1.file.rank }
    }

    /// Whether a copy was made today, while nothing was otherwise than now: how its reader stands, and what happened.
    ///
    /// On each day it is made anew once, whatever happened, so that its date tells of nothing. Not by what of it they may
    /// read: then a copy that is made anew would tell that something they may not read is there.
    package func isOfNow(_ copy: FullCopy, _ key: borrowing DossierKey, _ vault: Vault) throws -> Bool {
        guard copy.isOf(key.today) else { return false }
        let seen = try row(
            "SELECT seen_as FROM full_copy WHERE family_id = \(key.family) AND id = \(copy.id)"
        ) { $0.ifAny(0) { $0.text($1) } }
        return try seen == seenAs(key, vault)
    }

    /// A digest of how the reader stands, and of how far the journal went.
    package func seenAs(_ key: borrowing DossierKey, _ vault: Vault) throws -> String {
        let head = try row("SELECT number FROM chain WHERE name = \("journal:" + key.family.text)") { $0.int(0) } ?? 0
        return vault.digest(FieldText.joined([key.reading.stands(vault), String(head)]), for: .copy)
    }

    // MARK: Taking away

    func remove(_ id: ID<FullCopy>, of family: ID<Family>) throws {
        try removeFiles(of: id, of: family)
        try execute("DELETE FROM full_copy WHERE family_id = \(family) AND id = \(id)")
    }

    func removeFiles(of id: ID<FullCopy>, of family: ID<Family>) throws {
        try execute("DELETE FROM full_copy_piece WHERE family_id = \(family) AND copy_id = \(id)")
        try execute("DELETE FROM full_copy_file WHERE family_id = \(family) AND copy_id = \(id)")
    }

    /// Takes away all copies of a family, as what is in them was erased.
    func removeFullCopies(of family: ID<Family>) throws {
        for id in try rows(
            "SELECT id FROM full_copy WHERE family_id = \(family) ORDER BY id", { $0.id(0, FullCopy.self) })
        {
            try remove(id, of: family)
        }
    }

    /// Takes away copies whose week is over, but for those that are being made, some pieces at a time; tells how many pieces and copies.
    package func sweepFullCopies(at now: Moment) throws -> Int {
        let over = try row(
            """
            SELECT family_id, id FROM full_copy WHERE until_at <= \(now) AND state IN ('ready', 'failed')
            ORDER BY until_at, id LIMIT 1
            """
        ) { ($0.id(0, Family.self), $0.id(1, FullCopy.self)) }
        guard let (family, id) = over else { return 0 }
        let pieces = try execute(
            """
            DELETE FROM full_copy_piece WHERE family_id = \(family) AND copy_id = \(id) AND (file, number) IN (
                SELECT file, number FROM full_copy_piece WHERE family_id = \(family) AND copy_id = \(id)
                ORDER BY file, number LIMIT 64)
            """)
        if pieces < 64 { try remove(id, of: family) }
        return pieces + 1
    }
}

extension FullCopy.File {
    fileprivate var rank: Int {
        switch self {
        case .paper(let number): number
        case .data: 1_000
        case .archive: 1_001
        }
    }
}

extension FullCopy {
    static let columns: SQL = """
        id, account_id, person_id, asked_at, state, percent, attempts, until_at, round, asked_often, made_at, stops
        """

    /// Reads the columns.
    init(row: borrowing Row) {
        self.init(
            id: row.id(0), reader: row.id(1), person: row.id(2), asked: row.moment(3),
            state: State(rawValue: row.text(4)) ?? .failed, percent: row.int(5), attempts: row.int(6),
            stops: row.int(11), round: row.int(8), often: row.int(9), made: row.ifAny(10) { $0.moment($1) },
            until: row.ifAny(7) { $0.moment($1) })
    }
}
