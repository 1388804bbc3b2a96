// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Members who are shown to the family by their function, as their name would put them in danger.
package let migration0046ShownAsFunction = Migration(46, "ShownAsFunction") { d in
    [
        """
        CREATE TABLE shown_as_function (
            family_id TEXT NOT NULL,
            membership_id TEXT NOT NULL,
            part_id TEXT NOT NULL,
            reason \(d.bytes),
            set_by TEXT NOT NULL REFERENCES account(id),
            set_at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, membership_id),
            FOREIGN KEY (family_id, membership_id) REFERENCES membership(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """
    ]
}
