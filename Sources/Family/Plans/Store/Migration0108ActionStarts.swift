// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// When help began: by when first contact was planned, when it was, and when the help itself began.
///
/// Days alone, which tell nothing of whom without the action they are of.
package let migration0108ActionStarts = Migration(108, "ActionStarts") { d in
    [
        """
        CREATE TABLE plan_action_start (
            family_id TEXT NOT NULL,
            action_id TEXT NOT NULL,
            contact_planned TEXT,
            contact_on TEXT,
            started_on TEXT,
            at \(d.int) NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (family_id, action_id),
            FOREIGN KEY (family_id, action_id) REFERENCES plan_action(family_id, id),
            CHECK (contact_planned IS NOT NULL OR contact_on IS NOT NULL OR started_on IS NOT NULL)
        ) \(d.clustered)
        """
    ]
}
