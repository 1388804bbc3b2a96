// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// The steps of this storey's schema, in their order.
package let networkMigrations: [Migration] = [
    migration0020Facts
]
