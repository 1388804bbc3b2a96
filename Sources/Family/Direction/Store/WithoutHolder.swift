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
    package let asked: Moment
    package let review: Day
    /// nil when it was erased.
    package let reason: String?

    package init(
        id: ID<DirectionToConfirm>, kind: Direction.Kind, cause: DirectionChange.Cause, by who: ID<Account>,
        asked: Moment, review: Day, reason: String?
    ) {
        self.id = id
        self.kind = kind
        self.cause = cause
        by = who
        self.asked = asked
        self.review = review
        self.reason = reason
    }

    fileprivate var subject: Promise.Subject { Decided.direction.subject(id) }
}

extension Connection {
    /// Asks a second professional to look at direction that is taken without its holder; nothing moves before their yes.
    ///
    /// - Throws: ``DirectionRefusal``, ``SecondProfessional/Refusal``
    package func askSecond(
        _ asked: DirectionToConfirm, because reason: PlainText, asking who: Promise.Owner, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let second = try SecondProfessional(
            ids.next(at: asked.asked), asking: who, about: asked.subject, by: asked.by,
            among: Set(try secondProfessionals(about: [], key).map(\.asked)), at: asked.asked)
        _ = try direction(of: asked, as: key.reading, with: second, on: asked.asked.day, key)
        try dropAsked(by: asked.by, at: asked.asked, key)
        let sealed = try key.seal(
            reason.text, in: key.sharedPart, at: .reason(ofDirectionToConfirm: asked.id, in: key.family))
        try execute(
            """
            INSERT INTO direction_to_confirm (family_id, id, kind, cause, by_id, asked_at, review_day, reason)
            VALUES (\(key.family), \(asked.id), \(asked.kind.rawValue), \(asked.cause.rawValue), \(asked.by),
                \(asked.asked), \(asked.review), \(sealed))
            """)
        try ask(second, because: nil, in: key.sharedPart, promise: ids.next(at: asked.asked), key, vault)
    }

    /// What somebody asked before is over once they ask something else.
    private func dropAsked(by who: ID<Account>, at now: Moment, _ key: borrowing DossierKey) throws {
        let open = try rows(
            """
            SELECT id FROM direction_to_confirm
            WHERE family_id = \(key.family) AND by_id = \(who) AND ended_at IS NULL ORDER BY id
            """
        ) { $0.id(0, DirectionToConfirm.self) }
        for id in open {
            try end(id, at: now, key)
            try dropSecond(about: Decided.direction.subject(id), at: now, key)
        }
    }

    private func end(_ id: ID<DirectionToConfirm>, at now: Moment, _ key: borrowing DossierKey) throws {
        try execute(
            "UPDATE direction_to_confirm SET ended_at = \(now) WHERE family_id = \(key.family) AND id = \(id)")
    }

    /// What was asked, for who holds a key to decide about it.
    func directionToConfirm(
        _ id: ID<DirectionToConfirm>, _ key: borrowing DossierKey
    ) throws -> DirectionToConfirm? {
        let place = SealedPlace.reason(ofDirectionToConfirm: id, in: key.family)
        return try row(
            """
            SELECT kind, cause, by_id, asked_at, review_day, reason FROM direction_to_confirm
            WHERE family_id = \(key.family) AND id = \(id)
            """
        ) { row in
            DirectionToConfirm(
                id: id, kind: Direction.Kind(rawValue: row.text(0)) ?? .contact,
                cause: DirectionChange.Cause(rawValue: row.text(1)) ?? .absence, by: row.id(2), asked: row.moment(3),
                review: try row.day(4),
                reason: try key.open(row.bytesIfAny(5), in: key.sharedPart, at: place))
        }
    }

    /// The second professional said yes, and direction moves; or no, and nothing does.
    ///
    /// Where who asked may not take it any more, or somebody else did, nothing moves either.
    func follow(
        _ asked: DirectionToConfirm, _ second: SecondProfessional, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try end(asked.id, at: now, key)
        guard second.given?.answer == .yes,
            let taker = try reading(of: key.family, by: asked.by, on: now.day, vault)
        else { return }
        let direction: Direction
        do { direction = try self.direction(of: asked, as: taker, with: second, on: now.day, key) } catch {
            guard error is DirectionRefusal else { throw error }
            return
        }
        let change = DirectionChange(
            direction, asked.cause, by: asked.by, second: second.given?.by,
            reason: try asked.reason.map { try PlainText.paragraphs($0) })
        try move(change, at: now, key, vault)
        try promiseReview(of: direction, at: now, ids: ids, key, vault)
    }

    private func direction(
        of asked: DirectionToConfirm, as taker: Reading, with second: SecondProfessional, on day: Day,
        _ key: borrowing DossierKey
    ) throws -> Direction {
        guard let now = try directionNow(key) else { throw DirectionRefusal.changed }
        guard asked.cause != .kind else {
            return try now.become(asked.kind, review: asked.review, by: taker, with: second, on: day)
        }
        return try now.takenWithoutHolder(as: asked.kind, review: asked.review, by: taker, with: second, on: day)
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

extension SealedPlace {
    fileprivate static func reason(
        ofDirectionToConfirm id: ID<DirectionToConfirm>, in family: ID<Family>
    ) -> SealedPlace {
        SealedPlace("direction_to_confirm", "reason", row: id.text, owner: family.text)
    }
}
