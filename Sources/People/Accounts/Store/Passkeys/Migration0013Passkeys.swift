// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Passkeys by the digest of what the device calls them; the public keys are sealed, as they tell one person from all.
package let migration0013Passkeys = Migration(13, "Passkeys") { d in
    [
        """
        CREATE TABLE passkey (
            id TEXT NOT NULL PRIMARY KEY,
            digest TEXT NOT NULL UNIQUE,
            account TEXT NOT NULL REFERENCES account (id),
            credential \(d.bytes) NOT NULL,
            public_key \(d.bytes) NOT NULL,
            algorithm \(d.int) NOT NULL CHECK (algorithm IN (-7, -8, -257)),
            counter \(d.int) NOT NULL CHECK (counter >= 0),
            label \(d.bytes) NOT NULL,
            made_at \(d.int) NOT NULL,
            used_at \(d.int),
            CHECK (made_at <= used_at)
        ) \(d.clustered)
        """,
        "CREATE INDEX passkey_of_account ON passkey (account, made_at)",
    ]
}
