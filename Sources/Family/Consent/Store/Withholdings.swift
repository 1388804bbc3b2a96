// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What is withheld, with its words; nil where they were erased.
package struct WithholdingSight: Hashable, Sendable {
    package let withholding: Withholding
    package let what: String?
    package let reason: String?
    package let second: SecondProfessional?

    package var state: Withholding.State { withholding.state(with: second) }
}

extension Connection {
    /// Does not tell somebody something yet: a colleague is consulted, and to tell it is promised.
    ///
    /// - Throws: ``SecondProfessional/Refusal``
    package func withhold(
        _ withholding: Withholding, _ what: PlainText, because reason: PlainText, asking asked: Promise.Owner,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let subject = Decided.withholding.subject(withholding.id)
        let second = try SecondProfessional(
            ids.next(at: withholding.made), asking: asked, about: subject, by: withholding.by,
            among: Set(try secondProfessionals(about: [withholding.person], key).map(\.asked)), at: withholding.made)
        let part = key.part(about: [withholding.person])
        let sealedWhat = try key.seal(what.text, in: part, at: .withheld("what", withholding.id, in: key.family))
        let sealed = try key.seal(reason.text, in: part, at: .withheld("reason", withholding.id, in: key.family))
        try execute(
            """
            INSERT INTO withholding (family_id, id, person_id, by_id, made_at, review_day, part_id, what, reason)
            VALUES (\(key.family), \(withholding.id), \(withholding.person), \(withholding.by), \(withholding.made),
                \(withholding.review), \(part), \(sealedWhat), \(sealed))
            """)
        try ask(second, because: nil, in: part, promise: ids.next(at: withholding.made), key, vault)
        try oweTelling(of: withholding, by: withholding.by, at: withholding.made, ids: ids, key, vault)
        try journal(withholding, by: withholding.by, at: withholding.made, key, vault)
    }

    /// Owed to the organisation, as whom it is kept from must not know of it; known to who owes it.
    private func oweTelling(
        of withholding: Withholding, by who: ID<Account>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let organisation = key.reading.onBehalfOf
        let promise = Promise(
            id: ids.next(at: now), kind: .giveInformation, owner: .account(who),
            receiver: organisation.map { .organisation($0) } ?? .account(who),
            subject: Decided.withholding.subject(withholding.id),
            urgency: .agreed(Moment(withholding.review, hour: 17)), made: now, fallback: organisation)
        try make(promise, about: [], saying: "", by: who, key, vault)
    }

    /// The person was told: the promise is kept.
    ///
    /// - Throws: ``Withholding/Refusal``
    package func tell(
        _ id: ID<Withholding>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try withholding(id, key) else { throw Withholding.Refusal.notYours }
        let told = try sight.withholding.told(by: key.reading, at: now)
        let changed = try execute(
            """
            UPDATE withholding SET given_at = \(told.given)
            WHERE family_id = \(key.family) AND id = \(id) AND given_at IS NULL
            """)
        guard changed == 1 else { throw Withholding.Refusal.over }
        try settleTelling(of: id, at: now, key)
        try dropSecond(about: Decided.withholding.subject(id), at: now, key)
        try journal(told, by: key.reading.reader, at: now, key, vault)
    }

    /// Somebody looked, and the harm is not past: it is looked at again on another day.
    ///
    /// - Throws: ``Withholding/Refusal``
    package func review(
        _ id: ID<Withholding>, until day: Day, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard let sight = try withholding(id, key) else { throw Withholding.Refusal.notYours }
        let next = try sight.withholding.reviewed(until: day, by: key.reading, with: sight.second, at: now)
        try execute(
            "UPDATE withholding SET review_day = \(next.review) WHERE family_id = \(key.family) AND id = \(id)")
        try settleTelling(of: id, at: now, key)
        try oweTelling(of: next, by: key.reading.reader, at: now, ids: ids, key, vault)
        try journal(next, by: key.reading.reader, at: now, key, vault)
    }

    /// What a colleague answered is on record; after a no it is owed within a day to tell it.
    func follow(
        _ withholding: Withholding, _ second: SecondProfessional, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(withholding, by: key.reading.reader, at: now, key, vault)
        guard second.given?.answer == .no else { return }
        for stored in try openPromises(in: ID(as: key.family), about: Decided.withholding.subject(withholding.id))
        where stored.promise.kind == .giveInformation {
            let before = stored.promise
            try save(try before.closed(by: before.receiver, .noLongerNeeded, at: now), of: stored)
            let promise = Promise(
                id: ids.next(at: now), kind: .giveInformation, owner: before.owner, receiver: before.receiver,
                subject: before.subject, urgency: .day, made: now, fallback: before.fallback)
            try make(promise, about: [], saying: "", by: nil, key, vault)
        }
    }

    private func settleTelling(of id: ID<Withholding>, at now: Moment, _ key: borrowing DossierKey) throws {
        for stored in try openPromises(in: ID(as: key.family), about: Decided.withholding.subject(id))
        where stored.promise.kind == .giveInformation {
            try save(try stored.promise.settled(at: now), of: stored)
        }
    }

    private func journal(
        _ withholding: Withholding, by who: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: .informationWithheld, who: who, item: ItemName(.consent, withholding.id),
                persons: [withholding.person]), key, vault)
    }

    /// What is or was withheld from a person, latest first; nil for who does not decide it.
    package func withholdings(
        from person: ID<Person>, _ key: borrowing DossierKey
    ) throws -> [WithholdingSight]? {
        guard key.reading.mayHandCard(to: person) else { return nil }
        return try withholdings(from: person, nil, key)
    }

    /// One of them; nil for who does not decide it.
    package func withholding(_ id: ID<Withholding>, _ key: borrowing DossierKey) throws -> WithholdingSight? {
        try withholdings(from: nil, id, key).first { key.reading.mayHandCard(to: $0.withholding.person) }
    }

    /// The same, whoever holds the key.
    func withholdings(
        from person: ID<Person>?, _ id: ID<Withholding>?, _ key: borrowing DossierKey
    ) throws -> [WithholdingSight] {
        let rows = try rows(
            """
            SELECT id, person_id, by_id, made_at, review_day, given_at, part_id, what, reason FROM withholding
            WHERE family_id = \(key.family) AND (CAST(\(person) AS TEXT) IS NULL OR person_id = \(person))
                AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id))
            ORDER BY made_at DESC, id DESC
            """
        ) { row in
            (
                Withholding(
                    id: row.id(0), person: row.id(1), by: row.id(2), made: row.moment(3), review: try row.day(4),
                    given: row.ifAny(5) { $0.moment($1) }), row.id(6, Part.self), row.bytesIfAny(7), row.bytesIfAny(8)
            )
        }
        guard !rows.isEmpty else { return [] }
        let seconds = try seconds(about: Decided.withholding.rawValue, id?.text, key).map(\.sight.second)
        return try rows.map { withholding, part, what, reason in
            WithholdingSight(
                withholding: withholding,
                what: try key.open(what, in: part, at: .withheld("what", withholding.id, in: key.family)),
                reason: try key.open(reason, in: part, at: .withheld("reason", withholding.id, in: key.family)),
                second: seconds.last { $0.subject.id == withholding.id.text })
        }
    }

    /// Empties what was withheld and why, in these parts, and why somebody was not given all they asked for.
    func emptyWithholdings(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let withheld = try execute(
            """
            UPDATE withholding SET what = NULL, reason = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND (what IS NOT NULL OR reason IS NOT NULL)
            """)
        let limits = try execute(
            """
            UPDATE inspection SET reason = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND reason IS NOT NULL
            """)
        return withheld + limits
    }
}

extension SealedPlace {
    static func withheld(
        _ column: StaticString, _ id: ID<Withholding>, in family: ID<Family>
    ) -> SealedPlace {
        SealedPlace("withholding", column, row: id.text, owner: family.text)
    }
}
