// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Database
import Foundation
import Kernel
import PeopleRules

extension Connection {
    /// Keeps what an account typed, sealed under a key that only the browser's cookie holds.
    package func keep(
        _ text: KeptText, of account: ID<Account>, under key: SessionToken, at now: Moment, _ vault: Vault
    ) throws {
        let digest = vault.digest(key.cookie, for: .draft)
        let sealed = try AES.GCM.seal(
            Data((text.page + "\n" + text.fields).utf8), using: SymmetricKey(data: key.bytes),
            authenticating: Data((digest + account.text).utf8)
        )
        guard let bytes = sealed.combined else { throw VaultError.damaged }
        // Whoever sends forms without end must not fill the disk.
        try execute(
            """
            DELETE FROM kept_text WHERE account = \(account) AND digest NOT IN (
                SELECT digest FROM kept_text WHERE account = \(account) ORDER BY until DESC, digest LIMIT 4)
            """)
        try execute(
            """
            INSERT INTO kept_text (digest, account, sealed, until)
            VALUES (\(digest), \(account), \([UInt8](bytes)), \(now + KeptText.term))
            """)
    }

    /// What that account typed on that page, once: it is gone after this.
    ///
    /// Nil for anybody else who signs in on the same device, on other pages, and after an hour.
    package func takeKeptText(
        of account: ID<Account>, on page: String, under key: SessionToken, at now: Moment, _ vault: Vault
    ) throws -> KeptText? {
        let digest = vault.digest(key.cookie, for: .draft)
        let sealed = try row(
            """
            SELECT sealed FROM kept_text
            WHERE digest = \(digest) AND account = \(account) AND until > \(now) ORDER BY digest
            """
        ) { $0.bytes(0) }
        guard let sealed, let text = KeptText(sealed: sealed, key: key, authenticated: digest + account.text),
            text.page == page
        else { return nil }
        try execute("DELETE FROM kept_text WHERE digest = \(digest)")
        return text
    }

    @discardableResult
    package func sweepKeptTexts(at now: Moment) throws -> Int {
        try execute("DELETE FROM kept_text WHERE until <= \(now)")
    }
}

extension KeptText {
    fileprivate init?(sealed: [UInt8], key: SessionToken, authenticated: String) {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let opened = try? AES.GCM.open(
                box, using: SymmetricKey(data: key.bytes), authenticating: Data(authenticated.utf8)),
            let parts = String(data: opened, encoding: .utf8)?.split(
                separator: "\n", maxSplits: 1, omittingEmptySubsequences: false), parts.count == 2
        else { return nil }
        self.init(page: String(parts[0]), fields: String(parts[1]))
    }
}
