// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A party that works for children: it employs professionals, signs agreements, owns an inbox.
package struct Organisation: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// The team a family of the district goes to first (wijkteam, buurtteam).
        case areaTeam
        /// Gemeente.
        case municipality
        case school
        /// Huisartsenpraktijk.
        case generalPractice
        /// Jeugdhulpaanbieder.
        case careProvider
        /// Gecertificeerde instelling.
        case youthProtection
        /// Jeugdgezondheidszorg, GGD.
        case healthService
        case other
    }

    package let id: ID<Organisation>
    package let kind: Kind
    package let name: String

    package init(id: ID<Organisation>, kind: Kind, name: String) {
        self.id = id
        self.kind = kind
        self.name = name
    }
}
