// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// From whom something is kept, over all families: asked for a team lead's inbox.
package let migration0047KeptFrom = Migration(47, "KeptFrom") { _ in
    [
        "CREATE INDEX hold_reader_of_account ON hold_reader (account_id)",
        "CREATE INDEX hidden_member_from_account ON hidden_member (account_id)",
    ]
}
