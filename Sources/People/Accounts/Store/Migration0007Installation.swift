// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Which key store these data belong to, so that no other one is taken for it.
package let migration0007Installation = Migration(7, "Installation") { d in
    [
        """
        CREATE TABLE installation (
            singleton \(d.int) NOT NULL PRIMARY KEY CHECK (singleton = 1),
            id TEXT NOT NULL
        ) \(d.strict)
        """
    ]
}
