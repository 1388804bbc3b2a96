// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A refusal with why it was proposed; nil when that was erased.
package struct ReadingRefusalSight: Hashable, Sendable {
    package let refusal: ReadingRefusal
    package let reason: String?
}

extension Connection {
    /// What was decided about who reads of a child by right, latest first; nil for who does not decide it.
    package func readingRefusals(
        of child: ID<Person>, _ key: borrowing DossierKey
    ) throws -> [ReadingRefusalSight]? {
        guard key.reading.mayHandCard(to: child) else { return nil }
        return try readingRefusals(of: child, nil, key)
    }

    /// One refusal, for who holds a key to decide about it.
    func readingRefusal(_ id: ID<ReadingRefusal>, _ key: borrowing DossierKey) throws -> ReadingRefusalSight? {
        try readingRefusals(of: nil, id, key).first
    }

    private func readingRefusals(
        of child: ID<Person>?, _ id: ID<ReadingRefusal>?, _ key: borrowing DossierKey
    ) throws -> [ReadingRefusalSight] {
        let stored = try rows(
            """
            SELECT id, child_id, parent_id, by_id, made_at, second_id, ended_at, part_id, reason FROM reading_refusal
            WHERE family_id = \(key.family) AND (CAST(\(child) AS TEXT) IS NULL OR child_id = \(child))
                AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id))
            ORDER BY made_at DESC, id DESC
            """
        ) { row in
            let refusal = ReadingRefusal(
                id: row.id(0), child: row.id(1), parent: row.id(2), by: row.id(3), made: row.moment(4),
                second: row.idIfAny(5), ended: row.ifAny(6) { $0.moment($1) })
            return (refusal, row.id(7, Part.self), row.bytesIfAny(8))
        }
        return try stored.map { refusal, part, reason in
            let place = SealedPlace.reason(of: refusal.id, in: key.family)
            return ReadingRefusalSight(refusal: refusal, reason: try key.open(reason, in: part, at: place))
        }
    }

    /// Who holds authority over a child: whose reading can be refused.
    package func authority(over child: ID<Person>, _ key: borrowing DossierKey) throws -> Authority? {
        try authorities(of: key.family).first { $0.child == child }
    }

    /// Proposes a refusal; who is asked owes an answer within a day, and nobody else hears of it.
    ///
    /// - Throws: ``ReadingRefusal/Refusal/over`` where one stands or waits already, ``SecondProfessional/Refusal``.
    package func propose(
        _ refusal: ReadingRefusal, because reason: PlainText, asking asked: Promise.Owner, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let before = try readingRefusals(of: refusal.child, key) ?? []
        guard !before.contains(where: { $0.refusal.parent == refusal.parent && $0.refusal.ended == nil }) else {
            throw ReadingRefusal.Refusal.over
        }
        let second = try SecondProfessional(
            ids.next(at: refusal.made), asking: asked, about: refusal.subject, by: refusal.by,
            among: Set(try secondProfessionals(about: [refusal.child], key).map(\.asked)), at: refusal.made)
        let part = key.part(about: [refusal.child])
        let sealed = try key.seal(reason.text, in: part, at: .reason(of: refusal.id, in: key.family))
        try execute(
            """
            INSERT INTO reading_refusal (family_id, id, child_id, parent_id, part_id, by_id, made_at, reason)
            VALUES (\(key.family), \(refusal.id), \(refusal.child), \(refusal.parent), \(part), \(refusal.by),
                \(refusal.made), \(sealed))
            """)
        try ask(second, because: nil, in: part, promise: ids.next(at: refusal.made), key, vault)
        try journal(refusal, by: refusal.by, at: refusal.made, key, vault)
    }

    /// The second professional answered: from now on the parent does not read about the child, or reads as before.
    ///
    /// - Throws: ``ReadingRefusal/Refusal``
    func follow(
        _ refusal: ReadingRefusal, _ second: SecondProfessional, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let decided = try refusal.decided(with: second)
        let by = second.given?.by
        let changed = try execute(
            """
            UPDATE reading_refusal SET second_id = \(decided.second), second_at = \(decided.second.map { _ in now }),
                ended_at = \(decided.ended), ended_by = \(decided.ended.flatMap { _ in by })
            WHERE family_id = \(key.family) AND id = \(refusal.id) AND second_id IS NULL AND ended_at IS NULL
            """)
        guard changed == 1 else { throw ReadingRefusal.Refusal.over }
        if decided.counts { try askOutside(refusal.parent, about: refusal.child, at: now, ids: ids, key, vault) }
        try journal(decided, by: key.reading.reader, at: now, key, vault)
    }

    /// Ends a refusal, or what was proposed: the parent reads as before.
    ///
    /// - Throws: ``ReadingRefusal/Refusal``
    package func end(
        _ id: ID<ReadingRefusal>, of child: ID<Person>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let ended = try readingRefusal(id, of: child, key).ended(by: key.reading, at: now)
        let changed = try execute(
            """
            UPDATE reading_refusal SET ended_at = \(now), ended_by = \(key.reading.reader)
            WHERE family_id = \(key.family) AND id = \(id) AND ended_at IS NULL
            """)
        guard changed == 1 else { throw ReadingRefusal.Refusal.over }
        try dropSecond(about: ended.subject, at: now, key)
        try journal(ended, by: key.reading.reader, at: now, key, vault)
    }

    private func readingRefusal(
        _ id: ID<ReadingRefusal>, of child: ID<Person>, _ key: borrowing DossierKey
    ) throws -> ReadingRefusal {
        guard let found = try readingRefusals(of: child, key)?.first(where: { $0.refusal.id == id }) else {
            throw ReadingRefusal.Refusal.notYours
        }
        return found.refusal
    }

    private func journal(
        _ refusal: ReadingRefusal, by who: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: .readingRefused, who: who, item: ItemName(.consent, refusal.id),
                persons: [refusal.child]), key, vault)
    }

    /// Empties why it was proposed in these parts; that it was stays.
    func emptyReadingRefusals(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE reading_refusal SET reason = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND reason IS NOT NULL
            """)
    }
}

extension ReadingRefusal {
    fileprivate var subject: Promise.Subject { Decided.readingRefusal.subject(id) }
}

extension SealedPlace {
    fileprivate static func reason(of refusal: ID<ReadingRefusal>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("reading_refusal", "reason", row: refusal.text, owner: family.text)
    }
}
