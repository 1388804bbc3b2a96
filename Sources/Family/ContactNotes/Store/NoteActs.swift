// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What follows from a contact: who does what, by when.
package struct NotedPromise: Sendable {
    package let id: ID<Promise>
    package let owner: ID<Account>
    package let text: PlainText
    package let due: Day

    package init(id: ID<Promise>, owner: ID<Account>, text: PlainText, due: Day) {
        self.id = id
        self.owner = owner
        self.text = text
        self.due = due
    }
}

extension Connection {
    /// Keeps a note with what follows from it, in one transaction.
    package func keep(
        _ note: ContactNote, saying contact: NotedContact, promising: [NotedPromise] = [], at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try execute(
            """
            INSERT INTO contact_note (family_id, id, part_id, author_id, happened_at)
            VALUES (\(key.family), \(note.id), \(key.part(about: note.about)), \(note.author), \(contact.happened))
            """)
        for person in note.about.sorted() {
            try execute(
                """
                INSERT INTO contact_note_person (family_id, note_id, person_id)
                VALUES (\(key.family), \(note.id), \(person))
                """)
        }
        for person in note.with.persons.sorted() { try keep(note.id, with: "person", person.text, key) }
        for account in note.with.accounts.sorted() { try keep(note.id, with: "account", account.text, key) }
        try keepVersion(1, of: note, contact, at: now, key)
        try journal(.noteWritten, of: note, at: now, key, vault)
        for promised in promising { try make(promised, from: note, at: now, key, vault) }
        guard contact.kind != .noShow, !note.with.persons.isEmpty else { return }
        try noteContact(of: note.author, in: key.family, at: min(contact.happened, now))
    }

    /// Writes a note anew; what stood there stays to be read.
    ///
    /// - Throws: ``ContactNote/Refusal``
    package func correct(
        _ note: ContactNote, saying contact: NotedContact, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard note.author == key.reading.reader else { throw ContactNote.Refusal.notYours }
        let numbers = try rows(
            """
            SELECT last_number FROM contact_note WHERE family_id = \(key.family) AND id = \(note.id)
            """
        ) { $0.int(0) }
        guard let last = numbers.first else { throw ContactNote.Refusal.notYours }
        try execute(
            """
            UPDATE contact_note SET happened_at = \(contact.happened)
            WHERE family_id = \(key.family) AND id = \(note.id)
            """)
        try keepVersion(last + 1, of: note, contact, at: now, key)
        try journal(.noteCorrected, of: note, at: now, key, vault)
    }

    /// Adds what somebody of the family states on a note; it stays with the note (Jeugdwet 7.3.8 lid 2).
    ///
    /// - Throws: ``ContactNote/Refusal``
    package func state(
        _ text: PlainText, on note: ContactNote, as id: ID<NoteStatement>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard key.reading.mayState(on: note) else { throw ContactNote.Refusal.notYours }
        let reader = key.reading.reader
        let place = SealedPlace.statement(id.text, by: reader, at: now, in: key.family)
        let sealed = try key.seal(text.text, in: key.part(about: note.about), at: place)
        try execute(
            """
            INSERT INTO contact_note_statement (family_id, note_id, id, account_id, at, body)
            VALUES (\(key.family), \(note.id), \(id), \(reader), \(now), \(sealed))
            """)
        try journal(.noteAnswered, of: note, by: reader, at: now, key, vault)
    }

    private func keep(
        _ note: ID<ContactNote>, with kind: String, _ id: String, _ key: borrowing DossierKey
    ) throws {
        try execute(
            """
            INSERT INTO contact_note_party (family_id, note_id, kind, party_id)
            VALUES (\(key.family), \(note), \(kind), \(id))
            """)
    }

    private func keepVersion(
        _ number: Int, of note: ContactNote, _ contact: NotedContact, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        let place = SealedPlace.body(of: note, number, at: now, in: key.family)
        let sealed = try key.seal(contact.sealed, in: key.part(about: note.about), at: place)
        try execute(
            """
            INSERT INTO contact_note_version (family_id, note_id, number, at, body)
            VALUES (\(key.family), \(note.id), \(number), \(now), \(sealed))
            """)
        try execute(
            """
            UPDATE contact_note SET last_number = \(number)
            WHERE family_id = \(key.family) AND id = \(note.id) AND last_number = \(number - 1)
            """)
    }

    private func make(
        _ promised: NotedPromise, from note: ContactNote, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let promise = Promise(
            id: promised.id, kind: .takeAction, owner: .account(promised.owner),
            receiver: try receiver(of: promised, from: note, key),
            subject: Promise.Subject(kind: ItemName.Kind.family.rawValue, id: key.family.text),
            urgency: .agreed(Moment(promised.due, hour: 17)), made: now)
        try make(promise, about: note.about, saying: promised.text.text, by: note.author, key, vault)
    }

    /// What the one who noted it does is owed to the family; what somebody else does, to the one who noted it.
    private func receiver(
        of promised: NotedPromise, from note: ContactNote, _ key: borrowing DossierKey
    ) throws -> Promise.Receiver {
        guard promised.owner == note.author else { return .account(note.author) }
        guard let person = note.with.persons.sorted().first ?? note.about.sorted().first else {
            return .account(note.author)
        }
        if let account = try accounts(ofPersons: [person], key)[person] { return .account(account) }
        return .person(ID(as: person))
    }

    private func journal(
        _ kind: JournalEntry.Kind, of note: ContactNote, by who: ID<Account>? = nil, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: who ?? note.author, item: ItemName(.note, note.id), persons: note.about),
            key, vault)
    }

    /// Empties what was noted and stated in these parts; that there was contact stays.
    func emptyContactNotes(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let statements = try execute(
            """
            UPDATE contact_note_statement SET body = NULL
            WHERE family_id = \(family) AND body IS NOT NULL AND note_id IN (
                SELECT id FROM contact_note WHERE family_id = \(family) AND part_id IN \(list: parts)
            )
            """)
        let versions = try execute(
            """
            UPDATE contact_note_version SET body = NULL
            WHERE family_id = \(family) AND body IS NOT NULL AND note_id IN (
                SELECT id FROM contact_note WHERE family_id = \(family) AND part_id IN \(list: parts)
            )
            """)
        return statements + versions
    }
}
