// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A check with what was looked at, in words; nil where that was erased.
package struct SafetyCheckSight: Hashable, Sendable {
    package let check: ClosedTrack.Check
    package let text: String?
}

extension Connection {
    /// Whether the whole family is held from somebody now: then no talk with all of it is needed before help moves, and
    /// what reaches it is looked at first.
    package func isClosedTrack(_ key: borrowing DossierKey) throws -> Bool {
        try row(
            """
            SELECT id FROM hold WHERE family_id = \(key.family) AND item_kind = 'family' AND released_at IS NULL
            ORDER BY id LIMIT 1
            """
        ) { _ in true } ?? false
    }

    /// What was looked at, latest first; for professionals.
    package func safetyChecks(_ key: borrowing DossierKey) throws -> [SafetyCheckSight] {
        guard key.reading.decidesWithSecond else { return [] }
        let found = try rows(
            """
            SELECT id, contact, is_safe, by_id, checked_at, used_at, noted_at, part_id, body FROM safety_check
            WHERE family_id = \(key.family) ORDER BY checked_at DESC, id DESC
            """
        ) { (try ClosedTrack.Check(row: $0), $0.id(7, Part.self), $0.bytesIfAny(8)) }
        return try found.map { check, part, body in
            SafetyCheckSight(
                check: check, text: try key.open(body, in: part, at: .safetyCheck(check.id, in: key.family)))
        }
    }

    /// Records that something was looked at before it happens.
    package func record(
        _ check: ClosedTrack.Check, saying text: PlainText, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let body = try key.seal(text.text, in: key.sharedPart, at: .safetyCheck(check.id, in: key.family))
        try execute(
            """
            INSERT INTO safety_check (family_id, id, contact, is_safe, by_id, checked_at, part_id, body)
            VALUES (\(key.family), \(check.id), \(check.contact.rawValue), \(check.isSafe), \(check.by), \(check.at),
                \(key.sharedPart), \(body))
            """)
        try journal(
            JournalEntry(
                at: check.at, kind: .safetyChecked, who: check.by, item: ItemName(.safetyCard, key.family),
                persons: []), key, vault)
    }

    /// Makes sure that a family of a closed track is reached only as was looked at, and uses the check up; for any other
    /// family nothing is asked.
    ///
    /// - Throws: ``ClosedTrack/Refusal/notChecked``
    package func passCheck(
        for contact: ClosedTrack.Contact, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        guard try isClosedTrack(key) else { return }
        try use(try ClosedTrack.check(for: contact, among: try checks(key), at: now), at: now, key)
    }

    /// Whether a contact may be made now; nothing is used up by asking.
    package func hasCheck(
        for contact: ClosedTrack.Contact, at now: Moment, _ key: borrowing DossierKey
    ) throws -> Bool {
        guard try isClosedTrack(key) else { return true }
        do {
            _ = try ClosedTrack.check(for: contact, among: try checks(key), at: now)
            return true
        } catch is ClosedTrack.Refusal { return false }
    }

    /// Makes sure that of each contact with a family of a closed track it is recorded who looked whether it was safe:
    /// before it, or now by who notes it.
    ///
    /// A contact that happened is noted in any case: what was not safe is recorded as such, and nothing follows on it until
    /// somebody looks again.
    ///
    /// - Parameter earlier: what the note said before it was corrected.
    /// - Throws: ``ClosedTrack/Refusal/notChecked`` where nobody looked and nothing is told of it.
    package func passChecks(
        of noted: NotedContact, correcting earlier: [NotedContact] = [], told look: ClosedTrack.Look?, at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard try isClosedTrack(key) else { return }
        let passed = ClosedTrack.passed(noted, correcting: earlier, among: try checks(key))
        for check in passed.by { try note(check, at: now, key) }
        guard !passed.unchecked.isEmpty else { return }
        guard let look else { throw ClosedTrack.Refusal.notChecked }
        for contact in passed.unchecked {
            let check = ClosedTrack.Check(
                id: ids.next(at: now), contact: contact, isSafe: look.isSafe, by: key.reading.reader, at: now)
            try record(check, saying: look.text, key, vault)
            if look.isSafe { try note(check, at: now, key) }
        }
    }

    private func checks(_ key: borrowing DossierKey) throws -> [ClosedTrack.Check] {
        try rows(
            """
            SELECT id, contact, is_safe, by_id, checked_at, used_at, noted_at FROM safety_check
            WHERE family_id = \(key.family) ORDER BY checked_at, id
            """
        ) { try ClosedTrack.Check(row: $0) }
    }

    private func use(_ check: ClosedTrack.Check, at now: Moment, _ key: borrowing DossierKey) throws {
        try execute(
            """
            UPDATE safety_check SET used_at = \(now) WHERE family_id = \(key.family) AND id = \(check.id)
            """)
    }

    /// What was done by it is noted; when it was used stays.
    private func note(_ check: ClosedTrack.Check, at now: Moment, _ key: borrowing DossierKey) throws {
        try execute(
            """
            UPDATE safety_check SET used_at = \(check.used ?? now), noted_at = \(now)
            WHERE family_id = \(key.family) AND id = \(check.id)
            """)
    }
}

extension Connection {
    /// The same for a member of the own network, who may have been invited before the family was closed.
    ///
    /// - Throws: ``ClosedTrack/Refusal/notChecked``
    func passCheck(forMemberInvitedAt invited: Moment, at now: Moment, _ key: borrowing DossierKey) throws {
        let closed =
            try row(
                """
                SELECT MAX(made_at) FROM hold
                WHERE family_id = \(key.family) AND item_kind = 'family' AND released_at IS NULL
                """
            ) { row in row.ifAny(0) { $0.moment($1) } } ?? nil
        guard let closed, invited < closed else { return }
        try passCheck(for: .informalMember, at: now, key)
    }
}

extension ClosedTrack.Check {
    fileprivate init(row: borrowing Row) throws {
        guard let contact = ClosedTrack.Contact(rawValue: row.text(1)) else {
            throw DatabaseError.damaged("check of kind \(row.text(1))")
        }
        self.init(
            id: row.id(0), contact: contact, isSafe: row.bool(2), by: row.id(3), at: row.moment(4),
            used: row.ifAny(5) { $0.moment($1) }, noted: row.ifAny(6) { $0.moment($1) })
    }
}

extension SealedPlace {
    fileprivate static func safetyCheck(_ check: ID<ClosedTrack.Check>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("safety_check", "body", row: check.text, owner: family.text)
    }
}
