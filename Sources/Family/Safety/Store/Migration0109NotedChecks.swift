// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// When the contact was noted that a check was used for: one check stands behind one contact.
package let migration0109NotedChecks = Migration(109, "NotedChecks") { d in
    ["ALTER TABLE safety_check ADD COLUMN noted_at \(d.int) CHECK (noted_at IS NULL OR used_at IS NOT NULL)"]
}
