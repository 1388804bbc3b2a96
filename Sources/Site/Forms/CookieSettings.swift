// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// How this installation sets cookies: out of reach of scripts and of other sites, over https only where it has it.
package struct CookieSettings: Hashable, Sendable {
    /// Whether browsers reach this installation over https.
    package let isSecure: Bool

    package init(isSecure: Bool) { self.isSecure = isSecure }

    /// The cookie's name in full: `__Host-` makes browsers refuse it from anybody but this very host (RFC 6265bis).
    package func name(_ name: String) -> String { isSecure ? "__Host-\(name)" : name }

    /// A cookie for this site alone; without a span it ends with the browser.
    package func cookie(_ name: String, _ value: String, lasting span: Duration? = nil) -> Cookie {
        Cookie(
            name: self.name(name), value: value, maxAge: span.map { Int($0.components.seconds) }, path: "/",
            secure: isSecure, httpOnly: true, sameSite: .lax
        )
    }

    /// A cookie that takes away the one of this name.
    package func expired(_ name: String) -> Cookie { cookie(name, "", lasting: .zero) }

    /// What a request carries under this name.
    package func value(_ name: String, in request: Request) -> String? {
        request.cookies[self.name(name)]?.value
    }
}
