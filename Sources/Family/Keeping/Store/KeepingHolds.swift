// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// What stands in the way of erasing anything of a family.
    package func keepingHolds(_ key: borrowing DossierKey) throws -> [KeepingHold] { try keepingHolds(of: key.family) }

    func keepingHolds(of family: ID<Family>) throws -> [KeepingHold] {
        try rows(
            """
            SELECT id, cause, by_id, made_at, review_day FROM keeping_hold
            WHERE family_id = \(family) AND ended_at IS NULL ORDER BY made_at, id
            """
        ) {
            KeepingHold(
                id: $0.id(0), cause: KeepingHold.Cause(rawValue: $0.text(1)) ?? .court, by: $0.id(2),
                made: $0.moment(3), review: try $0.day(4))
        }
    }

    /// Whether it is the reader's to set and lift what may not be erased.
    package func setsKeeping(_ key: borrowing DossierKey) throws -> Bool {
        try key.reading.membership?.kind == .professional && inCharge(key) == key.reading.reader
    }

    /// Sets it: nothing of the family goes until it is lifted; who sets it promises to look again.
    ///
    /// - Throws: ``KeepingHold/Refusal``
    package func setKeeping(
        as id: ID<KeepingHold>, for cause: KeepingHold.Cause, review: Day, promise: ID<Promise>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let hold = try KeepingHold.set(
            id, cause, by: key.reading, isInCharge: try setsKeeping(key), review: review, at: now)
        try execute(
            """
            INSERT INTO keeping_hold (family_id, id, cause, by_id, made_at, review_day)
            VALUES (\(key.family), \(id), \(cause.rawValue), \(hold.by), \(now), \(review))
            """)
        let owed = Promise(
            id: promise, kind: .reviewKeeping, owner: .account(hold.by),
            receiver: key.reading.onBehalfOf.map { .organisation($0) } ?? .account(hold.by), subject: id.promised,
            urgency: .agreed(Moment(review, hour: 17)), made: now, fallback: key.reading.onBehalfOf)
        try make(owed, about: [], saying: "", by: nil, key, vault)
        try journal(.keepingHeld, id, at: now, key, vault)
    }

    /// Lifts it.
    ///
    /// - Throws: ``KeepingHold/Refusal``
    package func liftKeeping(
        _ id: ID<KeepingHold>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard try setsKeeping(key) else { throw KeepingHold.Refusal.notYours }
        guard let hold = try keepingHolds(key).first(where: { $0.id == id }) else { throw KeepingHold.Refusal.over }
        let changed = try execute(
            """
            UPDATE keeping_hold SET ended_at = \(max(now, hold.made)), ended_by = \(key.reading.reader)
            WHERE family_id = \(key.family) AND id = \(id) AND ended_at IS NULL
            """)
        guard changed == 1 else { throw KeepingHold.Refusal.over }
        for stored in try openPromises(in: ID(as: key.family), about: id.promised) {
            try save(try stored.promise.settled(at: now), of: stored)
        }
        try journal(.keepingReleased, id, at: now, key, vault)
    }

    private func journal(
        _ kind: JournalEntry.Kind, _ id: ID<KeepingHold>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: key.reading.reader, item: ItemName(.keeping, id),
                persons: Set(key.reading.covered.keys)), key, vault)
    }
}

extension ID<KeepingHold> {
    /// What is promised about it.
    package var promised: Promise.Subject { Promise.Subject(kind: ItemName.Kind.keeping.rawValue, id: text) }
}
