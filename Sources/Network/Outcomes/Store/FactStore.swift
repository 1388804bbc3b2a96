// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import NetworkRules
import PeopleRules

extension Connection {
    /// Writes a fact down, in the transaction of what happened.
    package func record(_ fact: Fact) throws {
        try execute(
            """
            INSERT INTO fact (
                id, kind, team, organisation, area, target_group, month, shape, began, ended, value
            ) VALUES (
                \(fact.id), \(fact.kind.rawValue), \(fact.team), \(fact.organisation), \(fact.area),
                \(fact.targetGroup.rawValue), \(fact.month.iso), \(fact.shape.word), \(fact.shape.began),
                \(fact.shape.ended), \(fact.shape.value)
            )
            """)
    }

    /// Corrects a verdict that was written down wrong.
    ///
    /// Of one kind, organisation and month none is anybody's in particular: any one of them stands for it.
    ///
    /// - Returns: whether there was one to correct.
    package func correct(
        _ kind: FactKind, of organisation: ID<Organisation>?, in month: Month, to verdict: Bool
    ) throws -> Bool {
        let found = try row(
            """
            SELECT id FROM fact
            WHERE kind = \(kind.rawValue) AND month = \(month.iso) AND shape = 'verdict' AND value = \(verdict ? 0 : 1)
                AND (organisation = \(organisation) OR organisation IS NULL AND CAST(\(organisation) AS TEXT) IS NULL)
            ORDER BY id LIMIT 1
            """
        ) { $0.id(0, Fact.self) }
        guard let found else { return false }
        return try execute("UPDATE fact SET value = \(verdict ? 1 : 0) WHERE id = \(found)") == 1
    }

    /// Takes away one fact that was told wrong.
    ///
    /// Of one kind, organisation, month and shape none is anybody's in particular: any one of them stands for it.
    package func remove(
        _ kind: FactKind, of organisation: ID<Organisation>, in month: Month, _ shape: Fact.Shape
    ) throws {
        let same: SQL =
            switch shape {
            case .spell(let began, let ended?): "began = \(began) AND ended = \(ended)"
            case .spell(let began, nil): "began = \(began) AND ended IS NULL"
            case .verdict, .grade, .count: "value = \(shape.value)"
            }
        try execute(
            """
            DELETE FROM fact WHERE id IN (
                SELECT id FROM fact
                WHERE kind = \(kind.rawValue) AND month = \(month.iso) AND shape = \(shape.word)
                    AND organisation = \(organisation) AND \(same)
                ORDER BY id LIMIT 1)
            """)
    }

    package func fact(_ id: ID<Fact>) throws -> Fact? {
        try row(
            """
            SELECT id, kind, team, organisation, area, target_group, month, shape, began, ended, value
            FROM fact WHERE id = \(id) ORDER BY id
            """
        ) { try Fact(row: $0) }
    }

    /// The spells of a kind at one organisation, from a month on, still running ones too.
    package func spells(
        _ kind: FactKind, of organisation: ID<Organisation>, from month: Month
    ) throws -> [(began: Day, ended: Day?)] {
        try rows(
            """
            SELECT began, ended FROM fact
            WHERE kind = \(kind.rawValue) AND organisation = \(organisation) AND month >= \(month.iso)
                AND shape = 'spell'
            ORDER BY month, id
            """
        ) { (began: try $0.day(0), ended: try $0.ifAny(1) { try $0.day($1) }) }
    }

    /// What happened of a kind, from the one month up to and with the other.
    package func facts(_ kind: FactKind, from: Month, through: Month) throws -> [Fact] {
        try rows(
            """
            SELECT id, kind, team, organisation, area, target_group, month, shape, began, ended, value
            FROM fact WHERE kind = \(kind.rawValue) AND month >= \(from.iso) AND month <= \(through.iso)
            ORDER BY month, id
            """
        ) { try Fact(row: $0) }
    }
}

extension Fact {
    fileprivate init(row: borrowing Row) throws {
        guard let month = Month(row.text(6)) else { throw DatabaseError.damaged("no month: \(row.text(6))") }
        self.init(
            stored: row.id(0), kind: FactKind(rawValue: row.text(1)), team: row.ifAny(2) { $0.id($1) },
            organisation: row.ifAny(3) { $0.id($1) }, area: row.ifAny(4) { $0.text($1) },
            targetGroup: TargetGroup(rawValue: row.text(5)), month: month, shape: try Shape(row: row))
    }
}

extension Fact.Shape {
    fileprivate var word: String {
        switch self {
        case .spell: "spell"
        case .verdict: "verdict"
        case .grade: "grade"
        case .count: "count"
        }
    }

    fileprivate var began: Day? {
        switch self {
        case .spell(let began, _): began
        case .verdict, .grade, .count: nil
        }
    }

    fileprivate var ended: Day? {
        switch self {
        case .spell(_, let ended): ended
        case .verdict, .grade, .count: nil
        }
    }

    fileprivate var value: Int? {
        switch self {
        case .spell: nil
        case .verdict(let yes): yes ? 1 : 0
        case .grade(let value), .count(let value): value
        }
    }

    fileprivate init(row: borrowing Row) throws {
        switch row.text(7) {
        case "spell": self = .spell(began: try row.day(8), ended: try row.ifAny(9) { try $0.day($1) })
        case "verdict": self = .verdict(row.int(10) == 1)
        case "grade": self = .grade(row.int(10))
        case "count": self = .count(row.int(10))
        case let word: throw DatabaseError.damaged("no shape: \(word)")
        }
    }
}
