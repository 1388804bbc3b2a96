// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What happens while and after somebody signs in: guesses, the time between two factors, devices, on whose behalf.
package let migration0009SignIns = Migration(9, "SignIns") { d in
    [
        // Whom or from where, only as a keyed digest.
        """
        CREATE TABLE guessing (
            digest TEXT NOT NULL PRIMARY KEY,
            failures \(d.int) NOT NULL CHECK (failures >= 0),
            latest \(d.int) NOT NULL
        ) \(d.clustered)
        """,
        "CREATE INDEX guessing_by_time ON guessing (latest)",
        """
        CREATE TABLE begun_sign_in (
            digest TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id),
            until \(d.int) NOT NULL
        ) \(d.clustered)
        """,
        "CREATE INDEX begun_sign_in_of_account ON begun_sign_in (account)",
        "CREATE INDEX begun_sign_in_by_time ON begun_sign_in (until)",
        """
        CREATE TABLE remembered_device (
            id TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id),
            digest TEXT NOT NULL UNIQUE,
            digest_before TEXT,
            device TEXT NOT NULL,
            began \(d.int) NOT NULL,
            seen \(d.int) NOT NULL,
            ends \(d.int) NOT NULL,
            CHECK (began <= seen AND began < ends)
        ) \(d.clustered)
        """,
        "CREATE INDEX remembered_device_of_account ON remembered_device (account)",
        "CREATE INDEX remembered_device_before ON remembered_device (digest_before)",
        "CREATE INDEX remembered_device_by_end ON remembered_device (ends)",
        """
        CREATE TABLE sign_in_record (
            session TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id),
            at \(d.int) NOT NULL,
            way TEXT NOT NULL CHECK (way IN ('password', 'code', 'passkey', 'card', 'remembered', 'demo')),
            device TEXT NOT NULL
        ) \(d.clustered)
        """,
        "CREATE INDEX sign_in_record_of_account ON sign_in_record (account, at)",
        "CREATE INDEX sign_in_record_by_time ON sign_in_record (at)",
        // Sessions that began under the release before are of no known device and not limited.
        "ALTER TABLE session ADD COLUMN device TEXT",
        "ALTER TABLE session ADD COLUMN organisation TEXT REFERENCES organisation (id)",
        "ALTER TABLE session ADD COLUMN is_limited \(d.bool) NOT NULL DEFAULT \(d.no)",
        "ALTER TABLE session ADD COLUMN remembered TEXT",
    ]
}
