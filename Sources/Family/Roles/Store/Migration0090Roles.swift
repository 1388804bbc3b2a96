// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// As what somebody was asked into a circle, as that says which parts of a plan they are shown.
package let migration0090Roles = Migration(90, "Roles") { _ in
    ["ALTER TABLE invitation ADD COLUMN role TEXT"]
}
