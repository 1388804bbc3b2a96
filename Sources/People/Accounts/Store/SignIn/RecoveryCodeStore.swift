// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Gives an account a set of recovery codes; those before no longer serve.
    package func setRecoveryCodes(_ codes: [RecoveryCode], for account: ID<Account>, _ vault: Vault) throws {
        try execute("DELETE FROM recovery_code WHERE account = \(account)")
        for code in Set(codes) {
            try execute(
                """
                INSERT INTO recovery_code (account, digest, used_at)
                VALUES (\(account), \(vault.digest(of: code, of: account)), NULL)
                """)
        }
    }

    /// Whether this is a recovery code of an account that was not used before; it serves once.
    package func use(
        _ code: RecoveryCode, of account: ID<Account>, at now: Moment, _ vault: Vault
    ) throws -> Bool {
        try execute(
            """
            UPDATE recovery_code SET used_at = \(now)
            WHERE account = \(account) AND digest = \(vault.digest(of: code, of: account)) AND used_at IS NULL
            """) == 1
    }

    /// How many recovery codes an account can still use; nil when it never had any.
    package func recoveryCodesLeft(of account: ID<Account>) throws -> Int? {
        let (all, used) =
            try row("SELECT count(*), count(used_at) FROM recovery_code WHERE account = \(account) ORDER BY 1") {
                ($0.int(0), $0.int(1))
            } ?? (0, 0)
        return all == 0 ? nil : all - used
    }
}

extension Vault {
    fileprivate func digest(of code: RecoveryCode, of account: ID<Account>) -> String {
        digest(account.text + " " + code.text, for: .recovery)
    }
}
