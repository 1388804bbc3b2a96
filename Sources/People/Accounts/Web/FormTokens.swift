// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// The token in every form: it names the session for which the page was made, and proves that we made it.
///
/// So a form that outlives its session still tells whose it is, and what was typed in it can be kept for that account
/// and for nobody else at the same device.
package struct FormTokens: Sendable {
    private let proof: CSRF

    init(_ proof: CSRF) { self.proof = proof }

    /// The token for pages of a session, which the database knows by this digest.
    func token(session digest: String) -> String { digest + "." + proof.token(session: digest) }

    /// The digest of the session for whose page a token was made, or nil when we did not make it.
    func session(of token: String?) -> String? {
        guard let parts = token?.split(separator: ".", maxSplits: 1), parts.count == 2 else { return nil }
        let digest = String(parts[0])
        return proof.accepts(String(parts[1]), session: digest) ? digest : nil
    }
}
