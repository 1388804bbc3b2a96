// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Notes of contacts, their versions and what was stated on them.
package let migration0071ContactNotes = Migration(71, "Contact notes") { d in
    [
        """
        CREATE TABLE contact_note (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            part_id TEXT NOT NULL,
            author_id TEXT NOT NULL REFERENCES account(id),
            happened_at \(d.int) NOT NULL,
            last_number \(d.int) NOT NULL DEFAULT 0 CHECK (last_number >= 0),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE contact_note_person (
            family_id TEXT NOT NULL,
            note_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, note_id, person_id),
            FOREIGN KEY (family_id, note_id) REFERENCES contact_note(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE contact_note_party (
            family_id TEXT NOT NULL,
            note_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'account')),
            party_id TEXT NOT NULL,
            PRIMARY KEY (family_id, note_id, kind, party_id),
            FOREIGN KEY (family_id, note_id) REFERENCES contact_note(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE contact_note_version (
            family_id TEXT NOT NULL,
            note_id TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number > 0),
            at \(d.int) NOT NULL,
            body \(d.bytes),
            PRIMARY KEY (family_id, note_id, number),
            FOREIGN KEY (family_id, note_id) REFERENCES contact_note(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE contact_note_statement (
            family_id TEXT NOT NULL,
            note_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            account_id TEXT NOT NULL REFERENCES account(id),
            at \(d.int) NOT NULL,
            body \(d.bytes),
            PRIMARY KEY (family_id, note_id, id),
            FOREIGN KEY (family_id, note_id) REFERENCES contact_note(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
