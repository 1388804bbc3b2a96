// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A request to look, with why something was left out; nil where nothing was, and where that was erased.
package struct InspectionSight: Hashable, Sendable {
    package let inspection: Inspection
    package let reason: String?
}

extension Connection {
    /// Whose record the reader may ask to look into.
    package func personsToInspect(_ key: borrowing DossierKey) throws -> [ID<Person>] {
        guard let own = key.reading.ownPerson else { return [] }
        return try whoMustAgree(to: .share, key).filter {
            $0.value.persons.contains(own) && key.reading.covered[$0.key] != nil
        }.keys.sorted()
    }

    /// Asks to look, or for a copy: who is in charge owes it within four weeks, and nobody else of the family hears of it.
    ///
    /// - Throws: ``Inspection/Refusal``
    package func askToInspect(
        _ kind: Inspection.Kind, of person: ID<Person>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let mustAgree = try whoMustAgree(to: .share, key)[person] ?? .nobody(.authorityNotNoted)
        let asked = try Inspection(ids.next(at: now), kind, of: person, by: key.reading, mustAgree, at: now)
        let open = try inspections(nil, key).map(\.inspection)
        guard !open.contains(where: { $0.person == person && $0.kind == kind && $0.answer == nil }) else {
            throw Inspection.Refusal.over
        }
        try execute(
            """
            INSERT INTO inspection (family_id, id, kind, person_id, asker_id, made_at, part_id)
            VALUES (\(key.family), \(asked.id), \(kind.rawValue), \(person), \(asked.asker), \(now),
                \(key.part(about: [person])))
            """)
        let inCharge = try professionalInCharge(key)
        if let owner = inCharge.owner {
            let promise = Promise(
                id: ids.next(at: now), kind: .answerInspection, owner: owner, receiver: .account(key.reading.reader),
                subject: asked.subject, urgency: .agreed(Moment(asked.due, hour: 17)), made: now,
                fallback: inCharge.desk)
            try make(promise, about: [], saying: "", by: key.reading.reader, key, vault)
        }
        try journal(asked, by: key.reading.reader, at: now, key, vault)
    }

    /// It was given: all of it, or without what would harm somebody else's privacy.
    ///
    /// - Throws: ``Inspection/Refusal``
    package func answer(
        _ id: ID<Inspection>, _ outcome: Inspection.Outcome, leavingOut reason: PlainText?, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let found = try inspections(id, key).first?.inspection else { throw Inspection.Refusal.notYours }
        let answered = try found.answered(outcome, saysWhy: reason != nil, by: key.reading, at: now)
        let sealed = try reason.map {
            try key.seal($0.text, in: key.part(about: [found.person]), at: .limit(of: id, in: key.family))
        }
        let changed = try execute(
            """
            UPDATE inspection SET outcome = \(outcome.rawValue), answered_by = \(key.reading.reader),
                answered_at = \(now), reason = \(sealed)
            WHERE family_id = \(key.family) AND id = \(id) AND outcome IS NULL
            """)
        guard changed == 1 else { throw Inspection.Refusal.over }
        for stored in try openPromises(in: ID(as: key.family), about: answered.subject) {
            try save(try stored.promise.settled(at: now), of: stored)
        }
        try journal(answered, by: key.reading.reader, at: now, key, vault)
    }

    /// What was asked, as far as the reader may know of it, latest first.
    package func inspections(_ id: ID<Inspection>?, _ key: borrowing DossierKey) throws -> [InspectionSight] {
        let rows = try rows(
            """
            SELECT id, kind, person_id, asker_id, made_at, outcome, answered_by, answered_at, part_id, reason
            FROM inspection
            WHERE family_id = \(key.family) AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id))
            ORDER BY made_at DESC, id DESC
            """
        ) { row in
            let outcome = row.ifAny(5) { $0.text($1) }.flatMap(Inspection.Outcome.init(rawValue:))
            var answer: Inspection.Answer?
            if let outcome, let by = row.idIfAny(6, Account.self) {
                answer = Inspection.Answer(outcome, by: by, at: row.moment(7))
            }
            return (
                Inspection(
                    id: row.id(0), kind: Inspection.Kind(rawValue: row.text(1)) ?? .look, person: row.id(2),
                    asker: row.id(3), made: row.moment(4), answer: answer), row.id(8, Part.self), row.bytesIfAny(9)
            )
        }
        return try rows.filter { key.reading.maySee($0.0) }.map { inspection, part, reason in
            InspectionSight(
                inspection: inspection,
                reason: try key.open(reason, in: part, at: .limit(of: inspection.id, in: key.family)))
        }
    }

    private func journal(
        _ inspection: Inspection, by who: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: .inspectionAsked, who: who, item: ItemName(.consent, inspection.id),
                persons: [inspection.person]), key, vault)
    }
}

extension Inspection {
    package static let subjectKind = "inspection"

    fileprivate var subject: Promise.Subject { Promise.Subject(kind: Self.subjectKind, id: id.text) }
}

extension SealedPlace {
    fileprivate static func limit(of id: ID<Inspection>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("inspection", "reason", row: id.text, owner: family.text)
    }
}
