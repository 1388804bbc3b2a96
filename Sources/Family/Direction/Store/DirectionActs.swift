// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Moves direction to its next holder; the one before ends the same day, so that there is exactly one.
    package func move(
        _ direction: Direction, _ cause: DirectionChange.Cause = .start, by who: ID<Account>?, at: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try move(DirectionChange(direction, cause, by: who), at: at, key, vault)
    }

    /// Moves direction, with why and who agreed.
    ///
    /// The moment between the end of the one and the beginning of the other lies inside the transaction.
    package func move(
        _ change: DirectionChange, at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let (direction, family) = (change.direction, key.family)
        let number = try (directionNumber(key) ?? 0) + 1
        let reason = try change.reason.map {
            try key.seal($0.text, in: key.sharedPart, at: .reason(ofDirection: number, in: family))
        }
        try execute(
            """
            UPDATE direction SET until_day = \(direction.since) WHERE family_id = \(family) AND until_day IS NULL
            """)
        try execute(
            """
            INSERT INTO direction (family_id, number, kind, holder_id, since_day, cause, review_day, offers_support,
                by_id, second_id, reason)
            VALUES (\(family), \(number), \(direction.kind.rawValue), \(direction.holder), \(direction.since),
                \(change.cause.rawValue), \(direction.review), \(change.offersSupport), \(change.by),
                \(change.second), \(reason))
            """)
        for person in change.agreedBy.sorted() {
            try execute(
                """
                INSERT INTO direction_agreed (family_id, number, person_id)
                VALUES (\(family), \(number), \(person))
                """)
        }
        try lapseHandovers(at: at, key, vault)
        try journal(
            JournalEntry(
                at: at, kind: .directionMoved, who: change.by, item: .direction(number),
                persons: Set(key.reading.covered.keys), detail: direction.holder.text), key, vault)
    }

    /// Looks whether direction is still needed so, and it is: the next day to look is promised.
    ///
    /// - Throws: ``DirectionRefusal``
    package func reviewDirection(
        until day: Day, offersSupport: Bool, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let direction = try directionSeen(key)?.direction, let number = try directionNumber(key) else {
            throw DirectionRefusal.changed
        }
        let reviewed = try direction.reviewed(until: day, by: key.reading, on: now.day)
        try execute(
            """
            UPDATE direction SET review_day = \(day),
                offers_support = CASE WHEN \(offersSupport) THEN \(offersSupport) ELSE offers_support END
            WHERE family_id = \(key.family) AND number = \(number) AND until_day IS NULL
            """)
        try journal(
            JournalEntry(
                at: now, kind: .directionReviewed, who: key.reading.reader, item: .direction(number),
                persons: Set(key.reading.covered.keys)), key, vault)
        try promiseReview(of: reviewed, at: now, ids: ids, key, vault)
    }

    /// Promises to look, on the day that was named, whether direction is still needed so; what was promised before is kept
    /// thereby.
    ///
    /// Owed by the helper who directs; where the family does, by whom it calls first, or else by who does this.
    package func promiseReview(
        of direction: Direction, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        for stored in try openPromises(in: ID(as: key.family), about: .reviewOfDirection(key.family)) {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
        guard let review = direction.review else { return }
        let around = try successors(key)
        let helpers = [direction.holder, around.firstContact, key.reading.reader].compactMap(\.self)
        guard let owner = helpers.first(where: around.professionals.contains) ?? around.professionals.sorted().first
        else { return }
        let receiver = ([direction.holder] + around.parents.sorted()).first { $0 != owner } ?? owner
        let promise = Promise(
            id: ids.next(at: now), kind: .reviewDirection, owner: .account(owner), receiver: .account(receiver),
            subject: .reviewOfDirection(key.family), urgency: .agreed(Moment(review, hour: 17)), made: now)
        try make(promise, about: [], saying: "", by: key.reading.reader, key, vault)
    }

    /// Empties why direction moved, where the shared part was erased.
    func emptyDirections(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE direction SET reason = NULL
            WHERE family_id = \(family) AND reason IS NOT NULL AND family_id IN (
                SELECT family_id FROM dossier_part WHERE id IN \(list: parts) AND kind = 'shared'
            )
            """)
    }
}

extension Promise.Subject {
    /// What is looked at: whether direction in a family is still needed so.
    package static func reviewOfDirection(_ family: ID<Family>) -> Promise.Subject {
        Promise.Subject(kind: ItemName.Kind.direction.rawValue, id: family.text)
    }
}

extension SealedPlace {
    static func reason(ofDirection number: Int, in family: ID<Family>) -> SealedPlace {
        SealedPlace("direction", "reason", row: String(number), owner: family.text)
    }
}
