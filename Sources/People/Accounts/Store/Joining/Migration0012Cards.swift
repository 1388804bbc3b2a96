// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Cards by the digest of their code, and who showed one and is choosing how to sign in.
package let migration0012Cards = Migration(12, "Cards") { d in
    [
        """
        CREATE TABLE card (
            digest TEXT NOT NULL PRIMARY KEY,
            pin TEXT NOT NULL,
            account TEXT NOT NULL REFERENCES account (id),
            made_by TEXT NOT NULL REFERENCES account (id),
            made_at \(d.int) NOT NULL,
            ends_at \(d.int) NOT NULL,
            wrong_pins \(d.int) NOT NULL DEFAULT 0,
            used_at \(d.int),
            voided_at \(d.int),
            CHECK (made_at < ends_at),
            CHECK (used_at IS NULL OR voided_at IS NULL),
            CHECK (wrong_pins BETWEEN 0 AND 5)
        ) \(d.clustered)
        """,
        "CREATE UNIQUE INDEX card_open ON card (account) WHERE used_at IS NULL AND voided_at IS NULL",
        "CREATE INDEX card_of_account ON card (account, made_at)",
        "CREATE INDEX card_by_end ON card (ends_at)",
        """
        CREATE TABLE joining (
            digest TEXT NOT NULL PRIMARY KEY,
            card TEXT NOT NULL REFERENCES card (digest),
            ends_at \(d.int) NOT NULL
        ) \(d.clustered)
        """,
        "CREATE INDEX joining_of_card ON joining (card)",
        "CREATE INDEX joining_by_end ON joining (ends_at)",
    ]
}
