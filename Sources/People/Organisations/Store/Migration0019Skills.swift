// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What a professional was trained for, as their organisation says.
package let migration0019Skills = Migration(19, "Skills") { d in
    [
        """
        CREATE TABLE professional_skill (
            professional TEXT NOT NULL REFERENCES professional (id),
            skill TEXT NOT NULL,
            PRIMARY KEY (professional, skill)
        ) \(d.clustered)
        """
    ]
}
