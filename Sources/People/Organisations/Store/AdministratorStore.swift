// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Notes what an administrator administers.
    package func appoint(_ account: ID<Account>, to administration: Administration) throws {
        let organisation: ID<Organisation>? =
            switch administration {
            case .installation: nil
            case .organisation(let organisation): organisation
            }
        try execute("INSERT INTO administrator (account, organisation) VALUES (\(account), \(organisation))")
    }

    /// What an account administers; nil for who administers nothing, or does so no more.
    package func administration(of account: ID<Account>) throws -> Administration? {
        try row("SELECT organisation FROM administrator WHERE account = \(account) ORDER BY account") { row in
            row.idIfAny(0, Organisation.self).map { .organisation($0) } ?? .installation
        }
    }

    /// Who administers an organisation alone, by name.
    package func administrators(of organisation: ID<Organisation>, _ vault: Vault) throws -> [Account] {
        let ids = try rows(
            "SELECT account FROM administrator WHERE organisation = \(organisation) ORDER BY account"
        ) { $0.id(0, Account.self) }
        return try accounts(ids, vault).sorted { ($0.profile.name, $0.id) < ($1.profile.name, $1.id) }
    }

    /// Ends that somebody administers an organisation: they get in nowhere any more.
    ///
    /// - Returns: the digests of the sessions that ended; nil when they do not administer it.
    package func dismiss(
        _ account: ID<Account>, from organisation: ID<Organisation>, at now: Moment
    ) throws -> [String]? {
        let ended = try execute(
            "DELETE FROM administrator WHERE account = \(account) AND organisation = \(organisation)")
        guard ended == 1 else { return nil }
        try voidCards(of: account, at: now)
        return try endWaysIn(of: account)
    }
}
