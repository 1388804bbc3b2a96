// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation

/// The token in every form that shows it came from one of our own pages in this session.
///
/// HMAC-SHA256 over the session's secret with the server's: it needs no table, and dies with the session. Another
/// site can make a browser send a form here, but can't read the token (OWASP: "signed double-submit", bound to the
/// session).
package struct CSRF: Sendable {
    private let key: SymmetricKey

    /// - Parameter secret: at least 32 unguessable bytes, the same on every server of the installation.
    package init(secret: some ContiguousBytes) {
        key = SymmetricKey(data: secret)
    }

    /// The token for a session, by the secret that only the session's browser holds.
    package func token(session: String) -> String {
        Data(code(for: session)).base64EncodedString()
    }

    /// Whether a token belongs to the session, in a time that tells nothing about the token.
    package func accepts(_ token: String?, session: String) -> Bool {
        guard let token, let sent = Data(base64Encoded: token) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(sent, authenticating: Self.message(session), using: key)
    }

    /// The hidden field that carries the token.
    package static func field(_ token: String) -> HTML {
        """
        <input type="hidden" name="token" value="\(token)">
        """
    }

    private func code(for session: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Self.message(session), using: key)
    }

    private static func message(_ session: String) -> Data { Data("form:\(session)".utf8) }
}
