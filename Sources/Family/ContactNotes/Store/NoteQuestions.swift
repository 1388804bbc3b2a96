// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A note as its reader finds it.
package struct NoteSight: Hashable, Sendable {
    package let note: ContactNote
    package let happened: Moment
    /// What its last version says; nil when it was erased.
    package let contact: NotedContact?
    /// How many versions there are.
    package let versions: Int

    package init(note: ContactNote, happened: Moment, contact: NotedContact?, versions: Int) {
        self.note = note
        self.happened = happened
        self.contact = contact
        self.versions = versions
    }
}

/// One version of a note.
package struct NoteVersion: Hashable, Sendable {
    package let number: Int
    package let at: Moment
    /// nil when it was erased.
    package let contact: NotedContact?
}

/// What somebody of the family stated on a note.
package struct NoteStatement: Hashable, Sendable {
    package let account: ID<Account>
    package let at: Moment
    /// nil when it was erased.
    package let text: String?
}

extension Connection {
    /// The notes of a family that the reader may read, the latest contact first.
    ///
    /// Only those within the places are opened; how many there are for the reader is told beside them.
    package func contactNotes(
        _ key: borrowing DossierKey, in places: Range<Int> = 0..<Int.max, from: Moment? = nil, until: Moment? = nil
    ) throws -> (notes: [NoteSight], count: Int) {
        let kept = try keptNotes(key, from: from, until: until).filter { key.reading.mayRead($0.note) }
        let shown = kept.dropFirst(places.lowerBound).prefix(places.count)
        return (try shown.map { try opened($0, key) }, kept.count)
    }

    /// One note, when the reader may read it.
    package func contactNote(_ id: ID<ContactNote>, _ key: borrowing DossierKey) throws -> NoteSight? {
        guard let kept = try keptNotes(key, only: id).first, key.reading.mayRead(kept.note) else { return nil }
        return try opened(kept, key)
    }

    /// All versions of a note, the first one first.
    package func versions(of note: ContactNote, _ key: borrowing DossierKey) throws -> [NoteVersion] {
        let part = key.part(about: note.about)
        return try rows(
            """
            SELECT number, at, body FROM contact_note_version
            WHERE family_id = \(key.family) AND note_id = \(note.id) ORDER BY number
            """
        ) { row in
            let (number, at) = (row.int(0), row.moment(1))
            let place = SealedPlace.body(of: note, number, at: at, in: key.family)
            let text = try key.open(row.bytesIfAny(2), in: part, at: place)
            return NoteVersion(number: number, at: at, contact: text.flatMap(NotedContact.init(sealed:)))
        }
    }

    /// What was stated on a note, the first one first.
    package func statements(on note: ContactNote, _ key: borrowing DossierKey) throws -> [NoteStatement] {
        let part = key.part(about: note.about)
        return try rows(
            """
            SELECT id, account_id, at, body FROM contact_note_statement
            WHERE family_id = \(key.family) AND note_id = \(note.id) ORDER BY at, id
            """
        ) { row in
            let (account, at) = (row.id(1, Account.self), row.moment(2))
            let place = SealedPlace.statement(row.text(0), by: account, at: at, in: key.family)
            return NoteStatement(account: account, at: at, text: try key.open(row.bytesIfAny(3), in: part, at: place))
        }
    }

    private func opened(_ kept: KeptNote, _ key: borrowing DossierKey) throws -> NoteSight {
        let sealed = try row(
            """
            SELECT at, body FROM contact_note_version
            WHERE family_id = \(key.family) AND note_id = \(kept.note.id) AND number = \(kept.versions)
            """
        ) { ($0.moment(0), $0.bytesIfAny(1)) }
        let text = try sealed.flatMap { at, body in
            try key.open(
                body, in: key.part(about: kept.note.about),
                at: .body(of: kept.note, kept.versions, at: at, in: key.family))
        }
        return NoteSight(
            note: kept.note, happened: kept.happened, contact: text.flatMap(NotedContact.init(sealed:)),
            versions: kept.versions)
    }

    private func keptNotes(
        _ key: borrowing DossierKey, only id: ID<ContactNote>? = nil, from: Moment? = nil, until: Moment? = nil
    ) throws -> [KeptNote] {
        let which: SQL = id.map { "AND n.id = \($0)" } ?? ""
        let after: SQL = from.map { "AND n.happened_at >= \($0)" } ?? ""
        let before: SQL = until.map { "AND n.happened_at < \($0)" } ?? ""
        let about = try rows(
            """
            SELECT n.id, p.person_id FROM contact_note n
            JOIN contact_note_person p ON p.family_id = n.family_id AND p.note_id = n.id
            WHERE n.family_id = \(key.family) \(which) \(after) \(before) ORDER BY n.id, p.person_id
            """
        ) { ($0.id(0, ContactNote.self), $0.id(1, Person.self)) }
        let persons = Dictionary(grouping: about) { $0.0 }.mapValues { Set($0.map(\.1)) }
        let with = try rows(
            """
            SELECT n.id, p.kind, p.party_id FROM contact_note n
            JOIN contact_note_party p ON p.family_id = n.family_id AND p.note_id = n.id
            WHERE n.family_id = \(key.family) \(which) \(after) \(before) ORDER BY n.id, p.kind, p.party_id
            """
        ) { ($0.id(0, ContactNote.self), $0.text(1), $0.text(2)) }
        let parties = Dictionary(grouping: with) { $0.0 }
        return try rows(
            """
            SELECT n.id, n.author_id, n.happened_at, n.last_number FROM contact_note n
            WHERE n.family_id = \(key.family) \(which) \(after) \(before) ORDER BY n.happened_at DESC, n.id DESC
            """
        ) { row in
            let id = row.id(0, ContactNote.self)
            let met = parties[id] ?? []
            let note = ContactNote(
                id: id, author: row.id(1), about: persons[id] ?? [],
                with: ContactNote.Parties(
                    persons: Set(met.filter { $0.1 == "person" }.map { ID(stored: $0.2) }),
                    accounts: Set(met.filter { $0.1 == "account" }.map { ID(stored: $0.2) })))
            return KeptNote(note: note, happened: row.moment(2), versions: row.int(3))
        }
    }
}

/// A note as it is kept, still sealed.
private struct KeptNote {
    let note: ContactNote
    let happened: Moment
    let versions: Int
}

extension SealedPlace {
    /// Bound to its author and moment, too: nobody's words can be put in another's mouth.
    static func body(
        of note: ContactNote, _ number: Int, at: Moment, in family: ID<Family>
    ) -> SealedPlace {
        let row = "\(note.id):\(number):\(note.author):\(at.milliseconds)"
        return SealedPlace("contact_note_version", "body", row: row, owner: family.text)
    }
    static func statement(
        _ id: String, by account: ID<Account>, at: Moment, in family: ID<Family>
    ) -> SealedPlace {
        SealedPlace(
            "contact_note_statement", "body", row: "\(id):\(account):\(at.milliseconds)", owner: family.text)
    }
}
