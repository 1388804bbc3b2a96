// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What somebody sent who does not agree, as the team lead who answers it reads it.
package struct ObjectionToHear: Hashable, Sendable {
    package let sight: ObjectionSight
    /// Who sent it; nil when it was erased.
    package let writer: String?
    /// The worker it is about; nil where it is about nobody, and when it was erased.
    package let about: String?
}

extension Dossiers {
    /// One that somebody sent, for who may answer it; nil for anybody else, as for one that does not exist.
    package func objection(_ id: ID<Objection>, in family: ID<Family>, _ look: Look) async throws -> ObjectionToHear? {
        let vault = vault
        let found = try await database.read { connection in
            try connection.withHearingKey(of: id, in: family, for: look, vault) { key, stored in
                let opened = try stored.opened(key)
                let about = try stored.objection.about.flatMap { try connection.account($0, vault)?.profile.name }
                let sight = ObjectionSight(
                    objection: stored.objection, text: opened.text, answer: opened.answer, organisation: nil)
                return Hearing(
                    heard: ObjectionToHear(
                        sight: sight, writer: try key.name(of: stored.objection.person), about: about),
                    reading: key.reading)
            }
        }
        try await database.write(settled: { _ in nil }) { connection in
            try record(look, family, found.map { ($0.reading, Set($0.reading.covered.keys)) }, connection)
        }
        return found?.heard
    }

    /// Answers it: the answer, the promise kept and the journal are one transaction with the access record.
    ///
    /// - Returns: whether it was done; not for who may not answer, nor where the writer's part was erased.
    /// - Throws: ``Objection/Refusal/alreadyAnswered``
    package func answer(
        _ id: ID<Objection>, in family: ID<Family>, saying text: PlainText, _ look: Look
    ) async throws -> Bool {
        let vault = vault
        do {
            return try await database.write(settled: { _ in nil }) { connection in
                let done = try connection.withHearingKey(of: id, in: family, for: look, vault) { key, stored in
                    try connection.answer(stored, saying: text, at: look.at, key, vault)
                    return key.reading
                }
                try record(look, family, done.map { ($0, Set($0.covered.keys)) }, connection)
                return done != nil
            }
        } catch is ErasedPart { return false }
    }

    /// Keeps what somebody of the family typed and did not send; false for anybody else.
    ///
    /// It lies in no dossier: whoever opens any of it finds nothing.
    package func keepObjectionDraft(_ text: PlainText?, _ look: Look, family: ID<Family>) async throws -> Bool {
        let vault = vault
        return try await database.write(settled: { _ in nil }) { connection in
            try connection.withKey(of: family, look, vault) { key in
                guard key.reading.mayObject else { return nil }
                try connection.removeObjectionDraft(of: look.reader, in: family)
                if let text {
                    try connection.keepObjectionDraft(text, of: look.reader, in: family, at: look.at, vault)
                }
                return true
            } ?? false
        }
    }
}

private struct Hearing: Sendable {
    let heard: ObjectionToHear
    let reading: Reading
}

extension Connection {
    fileprivate func answer(
        _ stored: StoredObjection, saying text: PlainText, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let objection = stored.objection
        guard objection.answered == nil else { throw Objection.Refusal.alreadyAnswered }
        let hearer = key.reading.reader
        let name = try account(hearer, vault)?.profile.name ?? ""
        let sealed = try key.seal(
            FieldText.joined(["1", name, text.text]), in: stored.part,
            at: .objectionAnswer(objection.id, in: key.family))
        try execute(
            """
            UPDATE objection SET answered_at = \(now), answered_by = \(hearer), answer = \(sealed)
            WHERE family_id = \(key.family) AND id = \(objection.id) AND answered_at IS NULL
            """)
        if let owed = try promise(objection.promise, in: ID(as: key.family)), owed.promise.isOpen {
            try settle(owed.promise.id, by: hearer, at: now, key, vault)
        }
        try journal(
            JournalEntry(
                at: now, kind: .objectionAnswered, who: hearer, item: ItemName(.objection, objection.id),
                persons: [objection.person]), key, vault)
    }

    func storedObjection(_ id: ID<Objection>, in family: ID<Family>) throws -> StoredObjection? {
        try row(
            """
            SELECT \(StoredObjection.columns) FROM objection WHERE family_id = \(family) AND id = \(id) ORDER BY id
            """, StoredObjection.init(row:))
    }

    /// The promises to answer what is about somebody: they lie in the inbox of their organisation, and are not theirs.
    func objectionPromises(about account: ID<Account>) throws -> Set<ID<Promise>> {
        Set(
            try rows("SELECT promise_id FROM objection WHERE about_id = \(account) ORDER BY promise_id") {
                $0.id(0, Promise.self)
            })
    }

    // MARK: What was not sent

    /// What the reader typed and did not send.
    package func objectionDraft(
        of account: ID<Account>, in family: ID<Family>, _ vault: Vault
    ) throws -> String? {
        let sealed = try row(
            "SELECT body FROM objection_draft WHERE account_id = \(account) AND family_id = \(family)"
        ) { $0.bytes(0) }
        guard let sealed, let key = try vault.key(account.text) else { return nil }
        return try key.open(sealed, at: .objectionDraft(of: account, in: family))
    }

    fileprivate func keepObjectionDraft(
        _ text: PlainText, of account: ID<Account>, in family: ID<Family>, at now: Moment, _ vault: Vault
    ) throws {
        guard let key = try vault.key(account.text) else { throw VaultError.noPart(account.text) }
        let sealed = key.seal(text.text, at: .objectionDraft(of: account, in: family))
        try execute(
            """
            INSERT INTO objection_draft (account_id, family_id, body, at)
            VALUES (\(account), \(family), \(sealed), \(now))
            """)
    }

    func removeObjectionDraft(of account: ID<Account>, in family: ID<Family>) throws {
        try execute("DELETE FROM objection_draft WHERE account_id = \(account) AND family_id = \(family)")
    }

    func removeObjectionDrafts(of account: ID<Account>) throws {
        try execute("DELETE FROM objection_draft WHERE account_id = \(account)")
    }
}

extension SealedPlace {
    fileprivate static func objectionDraft(of account: ID<Account>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("objection_draft", "body", row: family.text, owner: account.text)
    }
}
