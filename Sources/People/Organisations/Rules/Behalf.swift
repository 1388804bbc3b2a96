// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// On whose behalf somebody asks: of the organisations they work for, one at a time.
///
/// What was entrusted to an organisation is read on its behalf and never on another's, though the same person works for
/// both.
package enum Behalf: Hashable, Sendable {
    /// Nothing was chosen: that of the one organisation they work for, and of none where there are several.
    case theOnlyOne
    case chosen(ID<Organisation>)

    /// The organisation, of those somebody works for; nil once they left the one they chose.
    package func organisation(among work: Set<ID<Organisation>>) -> ID<Organisation>? {
        switch self {
        case .theOnlyOne: work.count == 1 ? work.first : nil
        case .chosen(let organisation): work.contains(organisation) ? organisation : nil
        }
    }
}

extension Session {
    /// On whose behalf whatever is asked in it is asked.
    package var behalf: Behalf { organisation.map { .chosen($0) } ?? .theOnlyOne }
}
