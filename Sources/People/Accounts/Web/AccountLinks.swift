// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

extension Link {
    package static let signIn: Link = "/sign-in"
    package static let accessibility: Link = "/accessibility"
    package static let demo: Link = "/demo"
    /// The page about oneself, with the way out.
    package static let account: Link = "/account"
    package static let signInCode: Link = "/sign-in/code"
    /// Where who must set up a second factor is led, and can go nowhere else.
    package static let secondFactor: Link = "/account/second-factor"
    static let ownPassword: Link = "/account/password"
    static let ownSessionsEnd: Link = "/account/sessions/end"
    static let otherSessionsEnd: Link = "/account/sessions/end-others"
    static let ownDevicesEnd: Link = "/account/devices/end"
    static let ownCardsEnd: Link = "/account/cards/end"
    static let ownLanguage: Link = "/account/language"
    static let ownSecrets: Link = "/account/second-factor/secrets"
    static let recoveryCodes: Link = "/account/recovery-codes"
    static let behalf: Link = "/account/organisation"
    static let signInRemembered: Link = "/sign-in/remembered"
    static let demoSessions: Link = "/demo/sessions"
    static let sessionEnd: Link = "/session/end"
}
