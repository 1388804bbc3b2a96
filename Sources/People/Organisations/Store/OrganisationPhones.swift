// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Notes the number of an organisation, or with nil that it has none on record any more.
    package func setPhone(
        _ phone: PhoneNumber?, of organisation: ID<Organisation>, by account: ID<Account>, at now: Moment
    ) throws {
        guard let phone else {
            try execute("DELETE FROM organisation_phone WHERE organisation = \(organisation)")
            return
        }
        try execute(
            """
            INSERT INTO organisation_phone (organisation, phone, set_by, set_at)
            VALUES (\(organisation), \(phone.text), \(account), \(now))
            ON CONFLICT (organisation) DO UPDATE SET phone = \(phone.text), set_by = \(account), set_at = \(now)
            """)
    }

    /// The number on record of an organisation.
    package func phone(of organisation: ID<Organisation>) throws -> PhoneNumber? {
        try row(
            "SELECT phone FROM organisation_phone WHERE organisation = \(organisation) ORDER BY organisation"
        ) { $0.text(0) }.flatMap { PhoneNumber(typed: $0) }
    }

    /// Whether the number on record of an organisation is the one that stood there at that moment.
    package func hadPhone(_ organisation: ID<Organisation>, at moment: Moment) throws -> Bool {
        try row(
            """
            SELECT organisation FROM organisation_phone
            WHERE organisation = \(organisation) AND set_at <= \(moment) ORDER BY organisation
            """
        ) { _ in true } ?? false
    }

    /// The organisations whose people can act as guests: of a kind that has any, with a number on record; by name.
    package func practices() throws -> [Organisation] {
        try rows(
            """
            SELECT o.id, o.kind, o.name FROM organisation o JOIN organisation_phone p ON p.organisation = o.id
            ORDER BY o.name, o.id
            """
        ) { try Organisation(row: $0) }.filter(\.kind.hasGuests)
    }
}
