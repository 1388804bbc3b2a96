// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What a professional wrote down for themself (*werkaantekening*): in no dossier, sealed under their own key.
package struct WorkingNote: Hashable, Sendable {
    package let id: ID<WorkingNote>
    package let at: Moment
    /// nil when the account was erased.
    package let text: String?
}

extension Connection {
    /// The working notes of an account, the latest first.
    package func workingNotes(of account: ID<Account>, _ vault: Vault) throws -> [WorkingNote] {
        let key = try vault.key(account.text)
        return try rows(
            """
            SELECT id, at, body FROM working_note WHERE account_id = \(account) ORDER BY at DESC, id DESC LIMIT 200
            """
        ) { row in
            let id = row.id(0, WorkingNote.self)
            return WorkingNote(
                id: id, at: row.moment(1), text: try key?.open(row.bytes(2), at: .workingNote(id, of: account)))
        }
    }

    /// Keeps a working note.
    package func keepWorkingNote(
        _ text: PlainText, as id: ID<WorkingNote>, of account: ID<Account>, at now: Moment, _ vault: Vault
    ) throws {
        guard let key = try vault.key(account.text) else { throw VaultError.noPart(account.text) }
        try execute(
            """
            INSERT INTO working_note (account_id, id, at, body)
            VALUES (\(account), \(id), \(now), \(key.seal(text.text, at: .workingNote(id, of: account))))
            ON CONFLICT DO NOTHING
            """)
    }

    /// Throws a working note away.
    package func removeWorkingNote(_ id: ID<WorkingNote>, of account: ID<Account>) throws {
        try execute("DELETE FROM working_note WHERE account_id = \(account) AND id = \(id)")
    }

    /// Throws all of them away, with what else was chosen.
    func removeWorkingNotes(of account: ID<Account>) throws {
        try execute("DELETE FROM working_note WHERE account_id = \(account)")
        try execute("DELETE FROM quiet_choice WHERE account_id = \(account)")
    }
}

extension SealedPlace {
    fileprivate static func workingNote(_ id: ID<WorkingNote>, of account: ID<Account>) -> SealedPlace {
        SealedPlace("working_note", "body", row: id.text, owner: account.text)
    }
}
