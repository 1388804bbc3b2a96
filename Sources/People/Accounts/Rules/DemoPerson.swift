// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// One of the invented town's people, who signs in with one click.
///
/// In demo mode only.
package struct DemoPerson: Hashable, Sendable {
    /// An invented name, as it stands in an address: `marieke-peters`.
    package let slug: String
    package let account: ID<Account>
    /// Where they stand, in a sentence for the visitor of the town.
    package let positionNL: String
    package let positionEN: String
    /// The place in the list.
    package let place: Int

    package init(slug: String, account: ID<Account>, positionNL: String, positionEN: String, place: Int) {
        self.slug = slug
        self.account = account
        self.positionNL = positionNL
        self.positionEN = positionEN
        self.place = place
    }
}
