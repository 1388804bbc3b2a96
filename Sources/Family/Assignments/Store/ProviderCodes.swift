// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// The codes by which an organisation is known in messages (AGB, eight figures), in their order.
    package func providerCodes(of organisation: ID<Organisation>) throws -> [String] {
        try rows("SELECT code FROM provider_code WHERE organisation = \(organisation) ORDER BY code") { $0.text(0) }
    }

    /// Gives a code to an organisation, whoever had it: for who runs the machine.
    package func give(_ code: ProviderCode, to organisation: ID<Organisation>) throws {
        try execute(
            """
            INSERT INTO provider_code (code, organisation) VALUES (\(code.text), \(organisation))
            ON CONFLICT (code) DO UPDATE SET organisation = \(organisation)
            """)
    }

    /// Sets the codes of an organisation.
    ///
    /// - Returns: those that are another organisation's; then nothing was changed.
    package func setProviderCodes(
        _ codes: Set<ProviderCode>, of organisation: ID<Organisation>
    ) throws -> [ProviderCode] {
        let taken = try rows(
            """
            SELECT code FROM provider_code
            WHERE code IN \(list: codes.map(\.text).sorted()) AND organisation <> \(organisation) ORDER BY code
            """
        ) { ProviderCode($0.text(0)) }
        guard taken.isEmpty else { return taken.compactMap(\.self) }
        try execute("DELETE FROM provider_code WHERE organisation = \(organisation)")
        for code in codes.map(\.text).sorted() {
            try execute("INSERT INTO provider_code (code, organisation) VALUES (\(code), \(organisation))")
        }
        return []
    }
}
