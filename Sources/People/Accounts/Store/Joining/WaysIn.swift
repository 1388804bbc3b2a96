// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Whether an account has a way to sign in: then a card replaces it.
    package func hasWayIn(_ account: ID<Account>, _ vault: Vault) throws -> Bool {
        try countPasskeys(of: account) > 0 || passwordHash(of: account, vault) != nil
    }

    /// Takes all ways to sign in from an account, signs it out everywhere and forgets its devices.
    ///
    /// - Returns: the digests of the sessions that ended.
    @discardableResult
    package func endWaysIn(of account: ID<Account>) throws -> [String] {
        try removePasskeys(of: account)
        try removeCredentials(of: account)
        return try endSessions(of: account, but: nil)
    }

    /// Takes what passkeys and cards keep of an account that was erased.
    func removeJoining(of account: ID<Account>) throws {
        try removePasskeys(of: account)
        try execute("DELETE FROM joining WHERE card IN (SELECT digest FROM card WHERE account = \(account))")
        try execute("DELETE FROM card WHERE account = \(account)")
    }
}
