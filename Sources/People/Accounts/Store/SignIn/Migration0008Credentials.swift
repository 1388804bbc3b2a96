// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// With what somebody signs in: a name, a password, a second factor.
///
/// Names and recovery codes are found by keyed digests; what can be read, or guessed at, is sealed under the account's
/// key.
package let migration0008Credentials = Migration(8, "Credentials") { d in
    [
        """
        CREATE TABLE sign_in_name (
            account TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
            digest TEXT NOT NULL UNIQUE,
            name \(d.bytes) NOT NULL
        ) \(d.clustered)
        """,
        """
        CREATE TABLE password (
            account TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
            hash \(d.bytes) NOT NULL,
            at \(d.int) NOT NULL
        ) \(d.clustered)
        """,
        // A new secret is offered before it counts; the one before counts until then. The last step that was used is
        // kept, so that a code serves once, also over a restart (RFC 6238, 5.2).
        """
        CREATE TABLE authenticator (
            account TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
            secret \(d.bytes),
            offered \(d.bytes),
            used_step \(d.int) NOT NULL,
            CHECK (secret IS NOT NULL OR offered IS NOT NULL)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE recovery_code (
            account TEXT NOT NULL REFERENCES account (id),
            digest TEXT NOT NULL,
            used_at \(d.int),
            PRIMARY KEY (account, digest)
        ) \(d.clustered)
        """,
    ]
}
