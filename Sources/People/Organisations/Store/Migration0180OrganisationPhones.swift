// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// The number on record of each organisation that has one: a guest is called back there, and nowhere else.
package let migration0180OrganisationPhones = Migration(180, "OrganisationPhones") { d in
    [
        """
        CREATE TABLE organisation_phone (
            organisation TEXT NOT NULL PRIMARY KEY REFERENCES organisation(id),
            phone TEXT NOT NULL CHECK (phone <> ''),
            set_by TEXT NOT NULL REFERENCES account(id),
            set_at \(d.int) NOT NULL
        ) \(d.clustered)
        """
    ]
}
