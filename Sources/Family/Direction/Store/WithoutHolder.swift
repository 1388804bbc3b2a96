// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Direction that a professional takes, or makes safety's, which waits for a second professional to look at it.
package struct DirectionToConfirm: Hashable, Sendable {
    package let id: ID<DirectionToConfirm>
    package let kind: Direction.Kind
    package let cause: DirectionChange.Cause
    package let by: ID<Account>
    package let second: ID<Account>
    package let asked: Moment
    package let review: Day
    /// nil when it was erased.
    package let reason: String?

    package init(
        id: ID<DirectionToConfirm>, kind: Direction.Kind, cause: DirectionChange.Cause, by who: ID<Account>,
        second: ID<Account>, asked: Moment, review: Day, reason: String?
    ) {
        self.id = id
        self.kind = kind
        self.cause = cause
        by = who
        self.second = second
        self.asked = asked
        self.review = review
        self.reason = reason
    }
}

extension Connection {
    /// Asks a second professional to look at direction that is taken without its holder; nothing moves before their yes.
    ///
    /// - Throws: ``DirectionRefusal``
    package func askSecond(
        _ asked: DirectionToConfirm, because reason: PlainText, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        _ = try direction(of: asked, as: key.reading, on: asked.asked.day, key)
        guard try successors(key).professionals.contains(asked.second) else { throw DirectionRefusal.secondIsFirst }
        try execute(
            """
            UPDATE direction_to_confirm SET ended_at = \(asked.asked)
            WHERE family_id = \(key.family) AND by_id = \(asked.by) AND ended_at IS NULL
            """)
        let sealed = try key.seal(
            reason.text, in: key.sharedPart, at: .reason(ofDirectionToConfirm: asked.id, in: key.family))
        try execute(
            """
            INSERT INTO direction_to_confirm (family_id, id, kind, cause, by_id, second_id, asked_at, review_day, reason)
            VALUES (\(key.family), \(asked.id), \(asked.kind.rawValue), \(asked.cause.rawValue), \(asked.by),
                \(asked.second), \(asked.asked), \(asked.review), \(sealed))
            """)
        let promise = Promise(
            id: ids.next(at: asked.asked), kind: .confirmDirection, owner: .account(asked.second),
            receiver: .account(asked.by), subject: asked.id.promised, urgency: .day, made: asked.asked)
        try make(promise, about: [], saying: "", by: asked.by, key, vault)
    }

    /// What waits for the reader as the second professional, or as who asked; nil for anybody else.
    package func directionToConfirm(
        _ id: ID<DirectionToConfirm>, _ key: borrowing DossierKey
    ) throws -> DirectionToConfirm? {
        let reader = key.reading.reader
        let place = SealedPlace.reason(ofDirectionToConfirm: id, in: key.family)
        return try row(
            """
            SELECT kind, cause, by_id, second_id, asked_at, review_day, reason FROM direction_to_confirm
            WHERE family_id = \(key.family) AND id = \(id) AND ended_at IS NULL
                AND (by_id = \(reader) OR second_id = \(reader))
            """
        ) { row in
            DirectionToConfirm(
                id: id, kind: Direction.Kind(rawValue: row.text(0)) ?? .contact,
                cause: DirectionChange.Cause(rawValue: row.text(1)) ?? .absence, by: row.id(2), second: row.id(3),
                asked: row.moment(4), review: try row.day(5),
                reason: try key.open(row.bytesIfAny(6), in: key.sharedPart, at: place))
        }
    }

    /// The second professional says yes, and direction moves; or no, and nothing does.
    ///
    /// - Throws: ``DirectionRefusal``
    package func confirm(
        _ id: ID<DirectionToConfirm>, isRight: Bool, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard let asked = try directionToConfirm(id, key), asked.second == key.reading.reader,
            key.reading.ownPerson == nil
        else { throw DirectionRefusal.notYours }
        try execute(
            "UPDATE direction_to_confirm SET ended_at = \(now) WHERE family_id = \(key.family) AND id = \(id)")
        for stored in try openPromises(in: ID(as: key.family), about: id.promised) {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
        guard isRight else { return }
        guard let taker = try reading(of: key.family, by: asked.by, on: now.day, vault) else {
            throw DirectionRefusal.changed
        }
        let direction = try direction(of: asked, as: taker, on: now.day, key)
        let change = DirectionChange(
            direction, asked.cause, by: asked.by, second: asked.second,
            reason: try asked.reason.map { try PlainText.paragraphs($0) })
        try move(change, at: now, key, vault)
        try promiseReview(of: direction, at: now, ids: ids, key, vault)
    }

    private func direction(
        of asked: DirectionToConfirm, as taker: Reading, on day: Day, _ key: borrowing DossierKey
    ) throws -> Direction {
        guard let now = try directionNow(key) else { throw DirectionRefusal.changed }
        guard asked.cause != .kind else {
            return try now.become(asked.kind, review: asked.review, by: taker, second: asked.second, on: day)
        }
        return try now.takenWithoutHolder(
            as: asked.kind, review: asked.review, by: taker, second: asked.second, on: day)
    }

    /// Empties why direction was to be taken, where the shared part was erased.
    func emptyDirectionsToConfirm(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE direction_to_confirm SET reason = NULL
            WHERE family_id = \(family) AND reason IS NOT NULL AND family_id IN (
                SELECT family_id FROM dossier_part WHERE id IN \(list: parts) AND kind = 'shared'
            )
            """)
    }
}

extension ID<DirectionToConfirm> {
    /// What is promised about it.
    package var promised: Promise.Subject { Promise.Subject(kind: "directionToConfirm", id: text) }
}

extension SealedPlace {
    fileprivate static func reason(
        ofDirectionToConfirm id: ID<DirectionToConfirm>, in family: ID<Family>
    ) -> SealedPlace {
        SealedPlace("direction_to_confirm", "reason", row: id.text, owner: family.text)
    }
}
