// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// On behalf of which organisation somebody had a family in a list.
package let migration0057ListedFor = Migration(57, "ListedFor") { _ in
    ["ALTER TABLE access_mention ADD COLUMN organisation_id TEXT REFERENCES organisation(id)"]
}
