// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    package func add(_ professional: Professional) throws {
        try execute(
            """
            INSERT INTO professional (id, account, organisation, function, title, from_day, until_day)
            VALUES (
                \(professional.id), \(professional.account), \(professional.organisation),
                \(professional.function.rawValue), \(professional.title), \(professional.period.from),
                \(professional.period.until)
            )
            """)
    }

    /// The work of an account on a day, longest first.
    package func professionals(of account: ID<Account>, on day: Day) throws -> [Professional] {
        try rows(
            """
            SELECT id, account, organisation, function, title, from_day, until_day
            FROM professional
            WHERE account = \(account) AND from_day <= \(day) AND (until_day IS NULL OR until_day > \(day))
            ORDER BY from_day, id
            """
        ) { try Professional(row: $0) }
    }

    /// Those who work for an organisation on a day.
    package func professionals(in organisation: ID<Organisation>, on day: Day) throws -> [Professional] {
        try rows(
            """
            SELECT id, account, organisation, function, title, from_day, until_day
            FROM professional
            WHERE organisation = \(organisation) AND from_day <= \(day) AND (until_day IS NULL OR until_day > \(day))
            ORDER BY from_day, id
            """
        ) { try Professional(row: $0) }
    }

    /// Ends somebody's work for an organisation, and their place in its teams, from a day on.
    package func endWork(_ professional: ID<Professional>, on day: Day) throws {
        try execute(
            """
            UPDATE professional SET until_day = \(day)
            WHERE id = \(professional) AND (until_day IS NULL OR until_day > \(day))
            """)
        try execute(
            """
            UPDATE team_membership SET until_day = \(day)
            WHERE professional = \(professional) AND from_day <= \(day) AND (until_day IS NULL OR until_day > \(day))
            """)
    }
}

extension Professional {
    init(row: borrowing Row) throws {
        self.init(
            id: row.id(0), account: row.id(1), organisation: row.id(2), function: try row.kept(3), title: row.text(4),
            period: Period(from: try row.day(5), until: try row.ifAny(6) { try $0.day($1) }))
    }
}
