// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Stories with their versions, each author's yes, who may read which, and who confirmed having read.
package let migration0070Stories = Migration(70, "Stories") { d in
    [
        """
        CREATE TABLE story (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            part_id TEXT NOT NULL,
            begun_at \(d.int) NOT NULL,
            last_number \(d.int) NOT NULL DEFAULT 0 CHECK (last_number >= 0),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE story_author (
            family_id TEXT NOT NULL,
            story_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, story_id, person_id),
            FOREIGN KEY (family_id, story_id) REFERENCES story(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE story_version (
            family_id TEXT NOT NULL,
            story_id TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number > 0),
            at \(d.int) NOT NULL,
            writer_id TEXT NOT NULL REFERENCES account(id),
            written_down \(d.bool) NOT NULL,
            body \(d.bytes),
            PRIMARY KEY (family_id, story_id, number),
            FOREIGN KEY (family_id, story_id) REFERENCES story(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE story_yes (
            family_id TEXT NOT NULL,
            story_id TEXT NOT NULL,
            number \(d.int) NOT NULL,
            person_id TEXT NOT NULL,
            at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, story_id, number, person_id),
            FOREIGN KEY (family_id, story_id, number) REFERENCES story_version(family_id, story_id, number),
            FOREIGN KEY (family_id, story_id, person_id) REFERENCES story_author(family_id, story_id, person_id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE story_reader (
            family_id TEXT NOT NULL,
            story_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            person_id TEXT NOT NULL,
            choice TEXT NOT NULL,
            PRIMARY KEY (family_id, story_id, account_id, person_id),
            FOREIGN KEY (family_id, story_id, person_id) REFERENCES story_author(family_id, story_id, person_id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE story_confirmation (
            family_id TEXT NOT NULL,
            story_id TEXT NOT NULL,
            number \(d.int) NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, story_id, number, account_id),
            FOREIGN KEY (family_id, story_id, number) REFERENCES story_version(family_id, story_id, number)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE story_draft (
            family_id TEXT NOT NULL,
            story_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            part_id TEXT NOT NULL,
            body \(d.bytes) NOT NULL,
            at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, story_id, account_id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
