// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Who is called first now, whoever asks.
    package func firstContactNow(_ key: borrowing DossierKey) throws -> ID<Account>? {
        try row("SELECT holder_id FROM first_contact WHERE family_id = \(key.family) AND until_day IS NULL") {
            $0.id(0)
        }
    }

    /// Moves the first contact to its next holder.
    package func moveFirstContact(
        to holder: ID<Account>, since day: Day, by who: ID<Account>?, at: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let number = try row(
            "SELECT number FROM first_contact WHERE family_id = \(key.family) AND until_day IS NULL"
        ) { $0.int(0) }
        try execute(
            "UPDATE first_contact SET until_day = \(day) WHERE family_id = \(key.family) AND until_day IS NULL")
        try execute(
            """
            INSERT INTO first_contact (family_id, number, holder_id, since_day)
            VALUES (\(key.family), \((number ?? 0) + 1), \(holder), \(day))
            """)
        try lapseHandovers(at: at, key, vault)
        try journal(
            JournalEntry(
                at: at, kind: .contactMoved, who: who, item: ItemName(.family, key.family),
                persons: Set(key.reading.covered.keys), detail: holder.text), key, vault)
    }
}
