// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Nobody asks any more which chains moved since a moment: the access log tells.
///
/// Without the index a message changes fewer pages, and on PostgreSQL no page that messages in other dossiers read.
///
/// The release before only asks more slowly.
package let migration0041ChainHeads = Migration(41, "ChainHeads") { _ in
    ["DROP INDEX chain_at"]
}
