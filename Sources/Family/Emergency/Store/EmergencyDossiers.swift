// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What came of looking for a family in an emergency.
package enum EmergencyFound: Hashable, Sendable {
    /// Too many tries: so long until the next.
    case waits(Duration)
    /// Nobody of this name and birth, or nobody this reader may find: it is the same.
    case nothing
    case opened([ID<Family>])
}

extension Dossiers {
    /// Opens the family of somebody whose name and birth are known exactly, for who is on duty; nil for anybody else.
    ///
    /// Each try counts. What is kept from the one on duty, or is their own family, is not found.
    package func openEmergency(
        _ sought: SoughtPerson, because reason: PlainText, ids: IDSource, _ look: Look
    ) async throws -> EmergencyFound? {
        let vault = vault
        return try await database.write(settled: { _ in nil }) { connection in
            try vault.refresh()
            let work = try connection.work(behind: look.behalf, of: look.reader, on: look.at.day)
            guard let organisation = EmergencyAccess.duty(among: work) else { return nil }
            let places = [GuessedAt.sought(by: look.reader, as: "emergency", vault)]
            if let wait = try connection.guess(places, at: look.at) { return .waits(wait) }
            var opened: [ID<Family>] = []
            for family in try connection.families(of: sought, vault) {
                let access = EmergencyAccess(
                    id: ids.next(at: look.at), who: look.reader, organisation: organisation, opened: look.at)
                let isDone = try connection.withEmergencyKey(for: access, in: family, on: look.at.day, vault) { key in
                    try connection.open(access, because: reason, ids: ids, key, vault)
                    try record(look, family, (key.reading, Set(key.reading.covered.keys)), connection)
                }
                if isDone { opened.append(family) }
            }
            guard !opened.isEmpty else {
                try connection.append(look.record(nil, about: []), to: ownChain, vault)
                return .nothing
            }
            try connection.forgive(places, at: look.at)
            return .opened(opened)
        }
    }

    /// Opens all of it, by a second confirmation with a reason of its own.
    ///
    /// - Returns: whether it was done; not for who did not open it, nor once it is over.
    /// - Throws: ``EmergencyAccess/Refusal``
    package func widenEmergency(
        in family: ID<Family>, because reason: PlainText, form: ID<Submission>, _ look: Look
    ) async throws -> Bool {
        let vault = vault
        return try await act(family, look, form: form, inEmergency: true) { key, connection in
            guard let access = try connection.ownEmergency(at: look.at, key) else { return nil }
            let widened = try access.widened(by: look.reader, at: look.at)
            let sealed = try key.seal(
                reason.text, in: key.sharedPart, at: .emergency("wide_reason", access.id, key.family))
            try connection.execute(
                """
                UPDATE emergency SET widened_at = \(widened.widened), wide_reason = \(sealed)
                WHERE family_id = \(key.family) AND id = \(access.id) AND widened_at IS NULL
                """)
            try connection.journalEmergency(.emergencyWidened, access.id, by: look.reader, at: look.at, key, vault)
            return Found("", about: Set(key.reading.covered.keys))
        } != nil
    }

    /// What the reader opened that is open still, with until when.
    package func openEmergencies(_ look: Look) async throws -> [(family: ID<Family>, access: EmergencyAccess)] {
        try await database.read { connection in
            try connection.emergencies(of: look.reader, at: look.at).map { ($0.family, $0.access) }
        }
    }

    /// An emergency access for who judges it; nil for anybody else.
    package func emergency(
        _ id: ID<EmergencyAccess>, in family: ID<Family>, of account: Account, _ look: Look
    ) async throws -> EmergencySight? {
        let vault = vault
        let sight = try await database.read { connection in
            try connection.withReviewKey(of: id, in: family, for: account, look, vault) { key, stored in
                try connection.sight(stored, key, vault)
            }
        }
        try await database.write(settled: { _ in nil }) { connection in
            let reading = Reading.deciding(look.reader, about: [], onBehalfOf: nil)
            try record(look, family, sight.map { _ in (reading, []) }, connection)
        }
        return sight
    }

    /// Judges it: whether it was right, and whether the family sees that it was.
    ///
    /// - Returns: whether it was done; not for who may not.
    /// - Throws: ``EmergencyAccess/Refusal``
    package func review(
        _ id: ID<EmergencyAccess>, in family: ID<Family>, of account: Account, wasRight: Bool, isShown: Bool,
        because reason: PlainText, _ look: Look
    ) async throws -> Bool {
        let vault = vault
        do {
            return try await database.write(settled: { _ in nil }) { connection in
                let done: Void? = try connection.withReviewKey(of: id, in: family, for: account, look, vault) {
                    key, stored in
                    let reviewed = try stored.access.reviewed(
                        by: look.reader, isInvolved: false, wasRight: wasRight, isShown: isShown, at: look.at)
                    try connection.keep(reviewed, because: reason, stored, key, vault)
                }
                let reading = Reading.deciding(look.reader, about: [], onBehalfOf: nil)
                try record(look, family, done.map { _ in (reading, []) }, connection)
                return done != nil
            }
        } catch is ErasedPart { return false }
    }
}

extension Connection {
    fileprivate func open(
        _ access: EmergencyAccess, because reason: PlainText, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let sealed = try key.seal(reason.text, in: key.sharedPart, at: .emergency("reason", access.id, key.family))
        try execute(
            """
            INSERT INTO emergency (family_id, id, account_id, organisation_id, opened_at, ends_at, part_id, reason)
            VALUES (\(key.family), \(access.id), \(access.who), \(access.organisation), \(access.opened),
                \(access.ends), \(key.sharedPart), \(sealed))
            """)
        try journalEmergency(.emergencyOpened, access.id, by: access.who, at: access.opened, key, vault)
        let promise = Promise(
            id: ids.next(at: access.opened), kind: .reviewEmergency, owner: .organisation(access.organisation),
            receiver: .organisation(access.organisation), subject: access.id.review,
            urgency: .regular(workingDays: EmergencyAccess.norm), made: access.opened, fallback: access.organisation)
        try make(promise, about: [], saying: "", by: nil, key, vault)
    }

    fileprivate func keep(
        _ access: EmergencyAccess, because reason: PlainText, _ stored: StoredEmergency, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard let review = access.review else { return }
        let sealed = try key.seal(reason.text, in: stored.part, at: .emergency("review", access.id, key.family))
        try execute(
            """
            UPDATE emergency
            SET reviewed_at = \(review.at), reviewed_by = \(review.by), was_right = \(review.wasRight),
                is_shown = \(review.isShown), review = \(sealed)
            WHERE family_id = \(key.family) AND id = \(access.id) AND reviewed_at IS NULL
            """)
        for stored in try openPromises(in: ID(as: key.family), about: access.id.review) {
            try save(try stored.promise.settled(at: review.at), of: stored)
        }
        try journalEmergency(.emergencyReviewed, access.id, by: review.by, at: review.at, key, vault)
    }

    fileprivate func journalEmergency(
        _ kind: JournalEntry.Kind, _ id: ID<EmergencyAccess>, by who: ID<Account>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(at: now, kind: kind, who: who, item: ItemName(.emergency, id), persons: []), key, vault)
    }

    /// Hands the key with which an emergency access is judged: to a team lead of the organisation, or the privacy officer,
    /// who has nothing to do with the family.
    fileprivate func withReviewKey<Value>(
        of id: ID<EmergencyAccess>, in family: ID<Family>, for account: Account, _ look: Look, _ vault: Vault,
        _ body: (borrowing DossierKey, StoredEmergency) throws -> Value
    ) throws -> Value? {
        guard let stored = try emergency(id, in: family), stored.access.who != look.reader else { return nil }
        let day = look.at.day
        let leads = try work(behind: look.behalf, of: look.reader, on: day).contains {
            $0.function == .teamLead && $0.organisation == stored.access.organisation
        }
        let isInvolved =
            try accountsKeptOut(of: family).contains(look.reader)
            || families(around: look.reader, on: day).contains(family)
        guard leads || account.kind == .privacyOfficer, !isInvolved else { return nil }
        return try withDecidingKey(
            about: [], in: family, for: look, vault, mayDecide: { _ in true }, { key in try body(key, stored) })
    }
}
