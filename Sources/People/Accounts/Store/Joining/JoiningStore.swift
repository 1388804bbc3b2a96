// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// The account that a token opens, between showing the card and having a way to sign in.
    ///
    /// Nil when the time is over, or the card was used or became void meanwhile.
    package func joiningAccount(_ token: SessionToken, at now: Moment, _ vault: Vault) throws -> Account? {
        let found: ID<Account>? = try row(
            """
            SELECT c.account FROM joining j JOIN card c ON c.digest = j.card
            WHERE j.digest = \(vault.digest(of: token)) AND j.ends_at > \(now)
                AND j.ends_at <= \(now + Joining.term + Moment.setBack)
                AND c.used_at IS NULL AND c.voided_at IS NULL
            ORDER BY j.digest
            """
        ) { $0.id(0) }
        return try found.flatMap { try account($0, vault) }
    }

    /// Uses the card: from now on it opens nothing, and whoever joined with it too is too late.
    ///
    /// The account's former ways to sign in, sessions and remembered devices end in the same transaction: a card is how
    /// somebody comes back who lost them, or whose telephone is in other hands. The new way is kept after this.
    ///
    /// - Returns: the account and the digests of its sessions that ended; nil when the time is over or the card is not
    ///   open any more.
    package func useCard(
        _ token: SessionToken, at now: Moment, _ vault: Vault
    ) throws -> (account: Account, ended: [String])? {
        guard let account = try joiningAccount(token, at: now, vault) else { return nil }
        try execute(
            """
            UPDATE card SET used_at = \(now)
            WHERE digest IN (SELECT card FROM joining WHERE digest = \(vault.digest(of: token)))
            """)
        return (account, try endWaysIn(of: account.id))
    }

    /// Whether this browser joined with a card a moment ago: its form came twice.
    package func hasJoined(_ token: SessionToken, at now: Moment, _ vault: Vault) throws -> Bool {
        try row(
            """
            SELECT 1 FROM joining j JOIN card c ON c.digest = j.card
            WHERE j.digest = \(vault.digest(of: token)) AND j.ends_at > \(now) AND c.used_at IS NOT NULL
            ORDER BY j.digest
            """
        ) { _ in true } ?? false
    }
}
