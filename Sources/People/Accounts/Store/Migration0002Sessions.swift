// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Signed-in devices, by the digest of their token.
package let migration0002Sessions = Migration(2, "Sessions") { d in
    [
        """
        CREATE TABLE session (
            digest TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id),
            started \(d.int) NOT NULL,
            seen \(d.int) NOT NULL,
            ends \(d.int) NOT NULL,
            CHECK (started <= seen AND started <= ends)
        ) \(d.clustered)
        """,
        "CREATE INDEX session_of_account ON session (account)",
        "CREATE INDEX session_by_end ON session (ends)",
    ]
}
