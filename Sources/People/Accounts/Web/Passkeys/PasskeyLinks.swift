// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Site

extension Link {
    static let passkeySessions: Link = "/sign-in/passkeys"
    package static let ownPasskeys: Link = "/account/passkeys"

    static func name(of passkey: ID<Passkey>) -> Link { "/account/passkeys/\(passkey)/name" }

    static func end(of passkey: ID<Passkey>) -> Link { "/account/passkeys/\(passkey)/end" }
}
