// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Who signs in, and as what.
///
/// Somebody with two hats has two accounts: an administrator who is also a mother reads her own family as a mother,
/// and nothing of any family as an administrator.
package struct Account: Hashable, Sendable {
    /// What an account is let in as; what it may do in a family or a team is decided there.
    package enum Kind: String, CaseIterable, Sendable {
        /// A parent, a young person, a relative, a neighbour.
        case familyMember
        /// Somebody who works for an organisation around children.
        case professional
        /// Sees facts and figures, never a family.
        case manager
        /// Keeps the installation running: accounts and organisations, never a family.
        case administrator
        /// Watches over who looked at what (functionaris gegevensbescherming).
        case privacyOfficer
    }

    package let id: ID<Account>
    package let kind: Kind
    package let profile: AccountProfile

    package init(id: ID<Account>, kind: Kind, profile: AccountProfile) {
        self.id = id
        self.kind = kind
        self.profile = profile
    }
}

/// How an account is called and in which language it is spoken to; sealed in the database.
package struct AccountProfile: Hashable, Sendable {
    package var name: String
    /// A language tag as HTML knows it: `nl`, `en`.
    package var language: String

    package init(name: String, language: String = "nl") {
        self.name = name
        self.language = language
    }
}
