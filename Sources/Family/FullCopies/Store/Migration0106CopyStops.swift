// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// How often a server left a copy half made; and that what is made anew keeps the week that it had.
///
/// The tables are made anew, as SQLite takes no check from a column that has one.
package let migration0106CopyStops = Migration(106, "CopyStops") { d in
    [
        """
        CREATE TABLE full_copy_made (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            account_id TEXT NOT NULL REFERENCES account(id),
            person_id TEXT NOT NULL,
            language TEXT NOT NULL,
            asked_at \(d.int) NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('asked', 'making', 'ready', 'failed')),
            percent \(d.int) NOT NULL CHECK (percent BETWEEN 0 AND 100),
            attempts \(d.int) NOT NULL DEFAULT 0,
            stops \(d.int) NOT NULL DEFAULT 0,
            round \(d.int) NOT NULL DEFAULT 0,
            touched_at \(d.int),
            asked_often \(d.int) NOT NULL DEFAULT 1,
            made_at \(d.int),
            until_at \(d.int),
            seen_as TEXT,
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id),
            CHECK ((until_at IS NOT NULL) OR state IN ('asked', 'making')),
            CHECK ((touched_at IS NOT NULL) OR state <> 'making'),
            CHECK ((made_at IS NOT NULL) OR state <> 'ready')
        ) \(d.clustered)
        """,
        """
        INSERT INTO full_copy_made (family_id, id, account_id, person_id, language, asked_at, state, percent, attempts,
            round, touched_at, asked_often, made_at, until_at, seen_as)
        SELECT family_id, id, account_id, person_id, language, asked_at, state, percent, attempts,
            round, touched_at, asked_often, made_at, until_at, seen_as FROM full_copy
        """,
        """
        CREATE TABLE full_copy_file_made (
            family_id TEXT NOT NULL,
            copy_id TEXT NOT NULL,
            name TEXT NOT NULL,
            size \(d.int) NOT NULL CHECK (size >= 0),
            pieces \(d.int) NOT NULL CHECK (pieces > 0),
            PRIMARY KEY (family_id, copy_id, name),
            FOREIGN KEY (family_id, copy_id) REFERENCES full_copy_made(family_id, id)
        ) \(d.clustered)
        """,
        """
        INSERT INTO full_copy_file_made (family_id, copy_id, name, size, pieces)
        SELECT family_id, copy_id, name, size, pieces FROM full_copy_file
        """,
        """
        CREATE TABLE full_copy_piece_made (
            family_id TEXT NOT NULL,
            copy_id TEXT NOT NULL,
            file TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number >= 0),
            body \(d.bytes) NOT NULL,
            PRIMARY KEY (family_id, copy_id, file, number),
            FOREIGN KEY (family_id, copy_id) REFERENCES full_copy_made(family_id, id)
        ) \(d.strict)
        """,
        """
        INSERT INTO full_copy_piece_made (family_id, copy_id, file, number, body)
        SELECT family_id, copy_id, file, number, body FROM full_copy_piece
        """,
        "DROP TABLE full_copy_piece",
        "DROP TABLE full_copy_file",
        "DROP TABLE full_copy",
        "ALTER TABLE full_copy_made RENAME TO full_copy",
        "ALTER TABLE full_copy_file_made RENAME TO full_copy_file",
        "ALTER TABLE full_copy_piece_made RENAME TO full_copy_piece",
        "CREATE UNIQUE INDEX full_copy_person ON full_copy (family_id, account_id, person_id)",
        "CREATE INDEX full_copy_waiting ON full_copy (asked_at, id) WHERE state IN ('asked', 'making')",
        "CREATE INDEX full_copy_until ON full_copy (until_at) WHERE until_at IS NOT NULL",
    ]
}
