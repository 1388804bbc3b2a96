// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    package func add(_ organisation: Organisation) throws {
        try execute(
            """
            INSERT INTO organisation (id, kind, name)
            VALUES (\(organisation.id), \(organisation.kind.rawValue), \(organisation.name))
            """)
    }

    package func add(_ area: Area) throws {
        try execute(
            """
            INSERT INTO area (code, level, name, within)
            VALUES (\(area.code), \(area.level.rawValue), \(area.name), \(area.within))
            """)
    }

    package func organisation(_ id: ID<Organisation>) throws -> Organisation? {
        try organisations([id]).first
    }

    /// Those of the organisations that are there, by name.
    package func organisations(_ ids: some Sequence<ID<Organisation>>) throws -> [Organisation] {
        try rows("SELECT id, kind, name FROM organisation WHERE id IN \(list: ids) ORDER BY name, id") {
            try Organisation(row: $0)
        }
    }

    /// The organisations that an account works for on a day, by name.
    package func organisations(of account: ID<Account>, on day: Day) throws -> [Organisation] {
        try rows(
            """
            SELECT DISTINCT o.id, o.kind, o.name
            FROM professional p JOIN organisation o ON o.id = p.organisation
            WHERE p.account = \(account) AND p.from_day <= \(day) AND (p.until_day IS NULL OR p.until_day > \(day))
            ORDER BY o.name, o.id
            """
        ) { try Organisation(row: $0) }
    }

    /// The areas of a level, by name.
    package func areas(_ level: Area.Level) throws -> [Area] {
        try rows("SELECT code, level, name, within FROM area WHERE level = \(level.rawValue) ORDER BY name, code") {
            Area(code: $0.text(0), level: try $0.kept(1), name: $0.text(2), within: $0.ifAny(3) { $0.text($1) })
        }
    }
}

extension Organisation {
    /// Reads id, kind and name from that column on.
    init(row: borrowing Row, from column: Int = 0) throws {
        self.init(id: row.id(column), kind: try row.kept(column + 1), name: row.text(column + 2))
    }
}
