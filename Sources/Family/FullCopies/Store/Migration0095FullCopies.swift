// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Copies of all about one person for one reader, sealed piece by piece, and what children said about their own words.
package let migration0095FullCopies = Migration(95, "FullCopies") { d in
    [
        """
        CREATE TABLE full_copy (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            account_id TEXT NOT NULL REFERENCES account(id),
            person_id TEXT NOT NULL,
            language TEXT NOT NULL,
            asked_at \(d.int) NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('asked', 'making', 'ready', 'failed')),
            percent \(d.int) NOT NULL CHECK (percent BETWEEN 0 AND 100),
            attempts \(d.int) NOT NULL DEFAULT 0,
            round \(d.int) NOT NULL DEFAULT 0,
            touched_at \(d.int),
            asked_often \(d.int) NOT NULL DEFAULT 1,
            made_at \(d.int),
            until_at \(d.int),
            seen_as TEXT,
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id),
            CHECK ((until_at IS NULL) = (state IN ('asked', 'making'))),
            CHECK ((touched_at IS NOT NULL) OR state <> 'making'),
            CHECK ((made_at IS NOT NULL) OR state <> 'ready')
        ) \(d.clustered)
        """,
        "CREATE UNIQUE INDEX full_copy_person ON full_copy (family_id, account_id, person_id)",
        "CREATE INDEX full_copy_waiting ON full_copy (asked_at, id) WHERE state IN ('asked', 'making')",
        "CREATE INDEX full_copy_until ON full_copy (until_at) WHERE until_at IS NOT NULL",
        """
        CREATE TABLE full_copy_file (
            family_id TEXT NOT NULL,
            copy_id TEXT NOT NULL,
            name TEXT NOT NULL,
            size \(d.int) NOT NULL CHECK (size >= 0),
            pieces \(d.int) NOT NULL CHECK (pieces > 0),
            PRIMARY KEY (family_id, copy_id, name),
            FOREIGN KEY (family_id, copy_id) REFERENCES full_copy(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE full_copy_piece (
            family_id TEXT NOT NULL,
            copy_id TEXT NOT NULL,
            file TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number >= 0),
            body \(d.bytes) NOT NULL,
            PRIMARY KEY (family_id, copy_id, file, number),
            FOREIGN KEY (family_id, copy_id) REFERENCES full_copy(family_id, id)
        ) \(d.strict)
        """,
        """
        CREATE TABLE own_words (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            child_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            asked_at \(d.int) NOT NULL,
            answered_at \(d.int),
            is_yes \(d.bool),
            answered_by TEXT REFERENCES account(id),
            PRIMARY KEY (family_id, child_id, account_id),
            FOREIGN KEY (family_id, child_id) REFERENCES person(family_id, id),
            CHECK ((answered_at IS NULL) = (is_yes IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL))
        ) \(d.clustered)
        """,
    ]
}
