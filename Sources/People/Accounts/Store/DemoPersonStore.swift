// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    package func add(_ person: DemoPerson) throws {
        try execute(
            """
            INSERT INTO demo_person (slug, account, position_nl, position_en, place)
            VALUES (
                \(person.slug), \(person.account), \(person.positionNL), \(person.positionEN), \(person.place)
            )
            """)
    }

    /// The town's people in the order of their list.
    package func demoPeople() throws -> [DemoPerson] {
        try rows(
            "SELECT slug, account, position_nl, position_en, place FROM demo_person ORDER BY place, slug"
        ) { DemoPerson(row: $0) }
    }

    package func demoPerson(_ slug: String) throws -> DemoPerson? {
        try row(
            """
            SELECT slug, account, position_nl, position_en, place FROM demo_person WHERE slug = \(slug) ORDER BY slug
            """
        ) { DemoPerson(row: $0) }
    }

    /// Whether this is an invented town's database; a production start refuses it.
    package func isDemo() throws -> Bool { try row("SELECT 1 FROM demo_person LIMIT 1") { _ in true } ?? false }
}

extension DemoPerson {
    fileprivate init(row: borrowing Row) {
        self.init(
            slug: row.text(0), account: row.id(1), positionNL: row.text(2), positionEN: row.text(3), place: row.int(4))
    }
}
