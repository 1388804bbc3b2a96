// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

extension Link {
    /// Where a card leads: short, for whoever types it.
    package static let join: Link = "/join"
    static let joinCards: Link = "/join/cards"
    static let joinAccount: Link = "/join/account"
    static let joinPasskeys: Link = "/join/passkeys"
    static let joinPasswords: Link = "/join/passwords"
}
