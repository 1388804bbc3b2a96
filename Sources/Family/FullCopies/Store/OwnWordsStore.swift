// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Whether a person's own words stay when the reader takes along what is about them.
    package func keepsOwnWords(of person: ID<Person>, _ key: borrowing DossierKey) throws -> Bool {
        guard let child = key.reading.persons.first(where: { $0.id == person }) else { return true }
        let decider = OwnWords.decider(of: child, for: key.reading, on: key.today)
        guard decider != .nobody else { return false }
        let said = try row(
            """
            SELECT is_yes, answered_by FROM own_words
            WHERE family_id = \(key.family) AND child_id = \(person) AND account_id = \(key.reading.reader)
            """
        ) { (isYes: $0.ifAny(0) { $0.bool($1) }, by: $0.idIfAny(1, Account.self)) }
        guard let said, said.isYes == true else { return true }
        // What a professional said when the child was younger is not the child's own yes.
        return decider == .child && said.by != child.account
    }
}

extension Reading {
    /// A digest of all that decides what the reader may read here: a copy that was made while they stood otherwise is
    /// made anew before it is handed out.
    package func stands(_ vault: Vault) -> String {
        let covers = covered.map { "\($0.key):\($0.value.share.rawValue):\($0.value.ground.rawValue)" }.sorted()
        let kept = held.items.map { "\($0.kind.rawValue):\($0.id)" }.sorted()
        let hidden = hiddenMembers.map(\.text).sorted()
        return vault.digest(FieldText.joined(covers + ["-"] + kept + ["-"] + hidden), for: .copy)
    }
}
