// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

extension Link {
    package static let signIn: Link = "/sign-in"
    package static let accessibility: Link = "/accessibility"
    package static let demo: Link = "/demo"
    /// The page about oneself, with the way out.
    package static let account: Link = "/account"
    static let demoSessions: Link = "/demo/sessions"
    static let sessionEnd: Link = "/session/end"
}
