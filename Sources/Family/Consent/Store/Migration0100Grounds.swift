// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// That those a ground was used about were told.
package let migration0100Grounds = Migration(100, "Grounds") { d in
    ["ALTER TABLE ground_use ADD COLUMN told_at \(d.int)"]
}
