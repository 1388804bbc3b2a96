// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What an administrator administers: the whole installation, or the people of one organisation.
package enum Administration: Hashable, Sendable {
    /// Makes organisations and their first administrator.
    case installation
    /// Invites and ends people of this organisation, and of no other.
    case organisation(ID<Organisation>)

    package func covers(_ organisation: ID<Organisation>) -> Bool {
        switch self {
        case .installation: true
        case .organisation(let own): own == organisation
        }
    }

    /// Whether the account of somebody who works for these organisations may be handed a card, or closed.
    ///
    /// An account opens all the work it is used for: who administers one organisation can't open another's by it.
    package func mayHandOut(_ kind: Account.Kind, workingFor organisations: Set<ID<Organisation>>) -> Bool {
        kind.isHandedOutByAdministrators && organisations.allSatisfy(covers)
    }
}
