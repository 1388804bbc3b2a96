// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    package func add(_ team: Team) throws {
        try execute("INSERT INTO team (id, name, area) VALUES (\(team.id), \(team.name), \(team.area))")
    }

    package func add(_ membership: TeamMembership) throws {
        try execute(
            """
            INSERT INTO team_membership (team, professional, from_day, until_day)
            VALUES (
                \(membership.team), \(membership.professional), \(membership.period.from), \(membership.period.until)
            )
            """)
    }

    package func team(_ id: ID<Team>) throws -> Team? {
        try row("SELECT id, name, area FROM team WHERE id = \(id) ORDER BY id") { Team(row: $0) }
    }

    /// The teams that an account belongs to on a day, by name.
    package func teams(of account: ID<Account>, on day: Day) throws -> [Team] {
        try rows(
            """
            SELECT DISTINCT t.id, t.name, t.area
            FROM professional p
            JOIN team_membership m ON m.professional = p.id
            JOIN team t ON t.id = m.team
            WHERE p.account = \(account)
                AND p.from_day <= \(day) AND (p.until_day IS NULL OR p.until_day > \(day))
                AND m.from_day <= \(day) AND (m.until_day IS NULL OR m.until_day > \(day))
            ORDER BY t.name, t.id
            """
        ) { Team(row: $0) }
    }

    /// Who belongs to a team on a day, from whichever organisation.
    package func members(of team: ID<Team>, on day: Day) throws -> [Professional] {
        try rows(
            """
            SELECT p.id, p.account, p.organisation, p.function, p.title, p.from_day, p.until_day
            FROM team_membership m JOIN professional p ON p.id = m.professional
            WHERE m.team = \(team)
                AND p.from_day <= \(day) AND (p.until_day IS NULL OR p.until_day > \(day))
                AND m.from_day <= \(day) AND (m.until_day IS NULL OR m.until_day > \(day))
            ORDER BY p.from_day, p.id
            """
        ) { try Professional(row: $0) }
    }
}

extension Team {
    fileprivate init(row: borrowing Row) { self.init(id: row.id(0), name: row.text(1), area: row.text(2)) }
}
