// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Where somebody came to take part who may read what went before, too; without it that is where they read from.
package let migration0053WhatWentBefore = Migration(53, "What went before") { d in
    ["ALTER TABLE participant ADD COLUMN joined_number \(d.int)"]
}
