// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What people did not agree with, sealed in their own part, and what they typed and did not send, sealed under their
/// own account.
package let migration0073Objections = Migration(73, "Objections") { d in
    [
        """
        CREATE TABLE objection (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('complaint', 'anotherWorker', 'correction')),
            writer_id TEXT NOT NULL REFERENCES account(id),
            person_id TEXT NOT NULL REFERENCES person(id),
            part_id TEXT NOT NULL,
            about_id TEXT REFERENCES account(id),
            organisation_id TEXT NOT NULL REFERENCES organisation(id),
            promise_id TEXT NOT NULL,
            sent_at \(d.int) NOT NULL,
            body \(d.bytes),
            answered_at \(d.int),
            answered_by TEXT REFERENCES account(id),
            answer \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
            CHECK (about_id IS NULL OR answered_by IS NULL OR about_id <> answered_by)
        ) \(d.clustered)
        """,
        "CREATE INDEX objection_about ON objection (about_id)",
        """
        CREATE TABLE objection_draft (
            account_id TEXT NOT NULL REFERENCES account(id),
            family_id TEXT NOT NULL REFERENCES family(id),
            body \(d.bytes) NOT NULL,
            at \(d.int) NOT NULL,
            PRIMARY KEY (account_id, family_id)
        ) \(d.clustered)
        """,
    ]
}
