// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// Somebody who works for an organisation, as its administrator sees them: never what they read.
package struct OrganisationPerson: Hashable, Sendable {
    package let professional: Professional
    package let account: Account
    /// Whether they can sign in.
    package let hasWayIn: Bool
    /// How many sessions are open.
    package let sessions: Int
}

extension Connection {
    /// All organisations with how many people work there on a day, by name.
    package func organisations(on day: Day) throws -> [(organisation: Organisation, people: Int)] {
        try rows(
            """
            SELECT o.id, o.kind, o.name, count(p.id)
            FROM organisation o LEFT JOIN professional p
                ON p.organisation = o.id AND p.from_day <= \(day) AND (p.until_day IS NULL OR p.until_day > \(day))
            GROUP BY o.id, o.kind, o.name ORDER BY o.name, o.id
            """
        ) { (try Organisation(row: $0), $0.int(3)) }
    }

    /// Who works for an organisation on a day, by name.
    package func people(
        of organisation: ID<Organisation>, at now: Moment, _ vault: Vault
    ) throws -> [OrganisationPerson] {
        let professionals = try professionals(in: organisation, on: now.day)
        let accounts = Dictionary(
            try accounts(Set(professionals.map(\.account)), vault).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return try professionals.compactMap { professional in
            guard let account = accounts[professional.account] else { return nil }
            return OrganisationPerson(
                professional: professional, account: account, hasWayIn: try hasWayIn(account.id, vault),
                sessions: try sessions(of: account, at: now).count)
        }
        .sorted { ($0.account.profile.name, $0.professional.id) < ($1.account.profile.name, $1.professional.id) }
    }
}
