// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Who reads a list of what was asked from outside, with what decides what is kept from them as things stand now: what was
/// kept from people when it was sent does not know of who came, or was kept out of a family, since.
struct OutsideReader: Sendable {
    private let name: String
    /// By what those are found who are in families that are the reader's own, or of which anything is kept from them.
    private let lookups: Set<String>
    private let vault: Vault

    init(_ reader: ID<Account>, _ connection: Connection, _ vault: Vault) throws {
        self.vault = vault
        name = try connection.account(reader, vault)?.profile.name ?? ""
        let families = try connection.familiesKept(from: reader).sorted()
        lookups = Set(
            try connection.rows(
                "SELECT digest FROM person_lookup WHERE family_id IN \(list: families) ORDER BY digest"
            ) { $0.text(0) })
    }

    func mayRead(_ question: OutsideQuestion) -> Bool {
        guard !question.isKept(fromCalled: name) else { return false }
        guard let child = question.child, let called = try? PlainText.line(child.name) else { return true }
        return !lookups.contains(vault.lookup(called.text, child.birth.iso))
    }
}
