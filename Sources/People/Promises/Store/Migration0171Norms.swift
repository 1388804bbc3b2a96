// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Within how many working days things are done here: each setting with who made it, the last of a kind counts.
package let migration0171Norms = Migration(171, "Norms") { d in
    [
        """
        CREATE TABLE norm (
            kind TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number > 0),
            working_days \(d.int) NOT NULL CHECK (working_days BETWEEN 1 AND 250),
            by_account TEXT NOT NULL REFERENCES account(id),
            at \(d.int) NOT NULL,
            PRIMARY KEY (kind, number)
        ) \(d.clustered)
        """
    ]
}
