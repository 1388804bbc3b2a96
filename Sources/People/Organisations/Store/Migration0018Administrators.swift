// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What each administrator administers: one organisation, or where that is empty the installation, as all did before.
package let migration0018Administrators = Migration(18, "Administrators") { d in
    [
        """
        CREATE TABLE administrator (
            account TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
            organisation TEXT REFERENCES organisation (id)
        ) \(d.clustered)
        """,
        "CREATE INDEX administrator_of_organisation ON administrator (organisation)",
        "INSERT INTO administrator (account) SELECT id FROM account WHERE kind = 'administrator'",
    ]
}
