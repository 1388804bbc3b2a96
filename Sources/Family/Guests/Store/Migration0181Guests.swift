// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Those who ask to act as a guest, each sealed under a key of its own, with the code that they were told by telephone; and
/// who acts as a guest now.
package let migration0181Guests = Migration(181, "Guests") { d in
    [
        """
        CREATE TABLE guest_request (
            id TEXT NOT NULL PRIMARY KEY,
            practice TEXT NOT NULL REFERENCES organisation(id),
            desk_organisation TEXT NOT NULL REFERENCES organisation(id),
            state TEXT NOT NULL CHECK (state IN ('asked', 'coded', 'closed')),
            closing TEXT CHECK (closing IN ('unknown', 'replaced', 'over')),
            asked_at \(d.int) NOT NULL,
            moved_at \(d.int),
            code_digest TEXT UNIQUE,
            until_at \(d.int),
            closed_at \(d.int),
            called_by TEXT REFERENCES account(id),
            form_digest TEXT NOT NULL UNIQUE,
            body \(d.bytes) NOT NULL,
            CHECK ((state = 'coded') <= (code_digest IS NOT NULL AND until_at IS NOT NULL)),
            CHECK ((state = 'closed') = (closing IS NOT NULL)),
            CHECK ((state = 'closed') = (closed_at IS NOT NULL))
        ) \(d.clustered)
        """,
        "CREATE UNIQUE INDEX guest_request_code ON guest_request (practice) WHERE state = 'coded'",
        "CREATE INDEX guest_request_open ON guest_request (desk_organisation, asked_at) WHERE state <> 'closed'",
        "CREATE INDEX guest_request_old ON guest_request (closed_at) WHERE closed_at IS NOT NULL",
        """
        CREATE TABLE guest_visit (
            digest TEXT NOT NULL PRIMARY KEY,
            request_id TEXT NOT NULL REFERENCES guest_request(id),
            until_at \(d.int) NOT NULL,
            body \(d.bytes) NOT NULL
        ) \(d.clustered)
        """,
        "CREATE INDEX guest_visit_of_request ON guest_visit (request_id)",
        "CREATE INDEX guest_visit_until ON guest_visit (until_at)",
        """
        CREATE TABLE guest_sender (
            digest TEXT NOT NULL,
            form_digest TEXT NOT NULL,
            at \(d.int) NOT NULL,
            PRIMARY KEY (digest, form_digest)
        ) \(d.clustered)
        """,
        "CREATE INDEX guest_sender_at ON guest_sender (at)",
    ]
}
