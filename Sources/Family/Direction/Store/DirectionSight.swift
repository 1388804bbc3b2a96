// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// Who directed from when to when, as one reader may know it.
package struct DirectionSight: Hashable, Sendable {
    /// Its place in the history of the family.
    package let number: Int
    package let direction: Direction
    /// The first day without; nil for who directs now.
    package let until: Day?
    package let cause: DirectionChange.Cause
    package let by: ID<Account>?
    package let second: ID<Account>?
    package let agreedBy: Set<ID<Person>>
    package let offersSupport: Bool
    /// nil when none was given, when it was erased, and for who doesn't read it.
    package let reason: String?
}

extension Connection {
    /// Who directs now, whoever asks.
    package func directionNow(_ key: borrowing DossierKey) throws -> Direction? {
        try row(
            """
            SELECT kind, holder_id, since_day, review_day FROM direction
            WHERE family_id = \(key.family) AND until_day IS NULL
            """
        ) { try Direction(row: $0, from: 0) }
    }

    /// Its place in the family's history.
    func directionNumber(_ key: borrowing DossierKey) throws -> Int? {
        try row("SELECT number FROM direction WHERE family_id = \(key.family) AND until_day IS NULL") { $0.int(0) }
    }

    /// Who directs, as the reader knows it: what is held from them left no trace, and who directed before still does.
    package func directionSeen(_ key: borrowing DossierKey) throws -> DirectionSight? {
        guard key.reading.held.items.contains(where: { $0.kind == .direction }) else {
            return try directions(key, onlyNow: true).first
        }
        return try directions(key).first
    }

    /// Who directed so far, latest first.
    package func directions(_ key: borrowing DossierKey) throws -> [DirectionSight] {
        let all = try directions(key, onlyNow: false)
        let seen = all.filter { !key.reading.held.items.contains(.direction($0.number)) }
        guard seen.count < all.count else { return all }
        return seen.enumerated().map { place, sight in
            let until = place == 0 ? nil : seen[place - 1].direction.since
            return DirectionSight(
                number: sight.number, direction: sight.direction, until: until, cause: sight.cause, by: sight.by,
                second: sight.second, agreedBy: sight.agreedBy, offersSupport: sight.offersSupport,
                reason: sight.reason)
        }
    }

    private func directions(_ key: borrowing DossierKey, onlyNow: Bool) throws -> [DirectionSight] {
        let isNow: SQL = onlyNow ? " AND until_day IS NULL" : ""
        let found = try rows(
            """
            SELECT kind, holder_id, since_day, review_day, number, until_day, cause, by_id, second_id, offers_support,
                reason
            FROM direction WHERE family_id = \(key.family)\(isNow) ORDER BY number DESC
            """
        ) { row in
            (
                direction: try Direction(row: row, from: 0), number: row.int(4),
                until: try row.ifAny(5) { try $0.day($1) },
                cause: DirectionChange.Cause(rawValue: row.text(6)) ?? .start, by: row.idIfAny(7, Account.self),
                second: row.idIfAny(8, Account.self), offersSupport: row.bool(9), reason: row.bytesIfAny(10)
            )
        }
        let agreed = try rows(
            "SELECT number, person_id FROM direction_agreed WHERE family_id = \(key.family) ORDER BY number, person_id"
        ) { ($0.int(0), $0.id(1, Person.self)) }
        let readsWhy = key.reading.mayReadWhyDirected
        return try found.map { row in
            let place = SealedPlace.reason(ofDirection: row.number, in: key.family)
            return DirectionSight(
                number: row.number, direction: row.direction, until: row.until, cause: row.cause, by: row.by,
                second: readsWhy ? row.second : nil,
                agreedBy: readsWhy ? Set(agreed.filter { $0.0 == row.number }.map(\.1)) : [],
                offersSupport: row.offersSupport,
                reason: readsWhy ? try key.open(row.reason, in: key.sharedPart, at: place) : nil)
        }
    }
}

extension Direction {
    fileprivate init(row: borrowing Row, from first: Int) throws {
        self.init(
            kind: Kind(rawValue: row.text(first)) ?? .contact, holder: row.id(first + 1), since: try row.day(first + 2),
            review: try row.ifAny(first + 3) { try $0.day($1) })
    }
}
