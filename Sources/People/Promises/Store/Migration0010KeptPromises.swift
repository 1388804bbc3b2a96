// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What somebody kept, by when: "done today" asks for it.
package let migration0010KeptPromises = Migration(10, "KeptPromises") { _ in
    ["CREATE INDEX kept_promise_of_account ON promise (owner_account, settled_at) WHERE settled_at IS NOT NULL"]
}
