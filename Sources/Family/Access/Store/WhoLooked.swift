// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// That somebody looked, as the reader is shown it (*wie keek mee*).
package struct Looked: Hashable, Sendable {
    package let who: ID<Account>
    package let at: Moment
    package let action: AccessRecord.Action
    /// nil for a list in which the family stood.
    package let item: ItemName?
    package let persons: Set<ID<Person>>
}

extension Connection {
    /// Who looked at what is about the reader between two moments, latest first.
    package func looked(
        _ key: borrowing DossierKey, from: Moment, until: Moment, among circle: CircleSight, limit: Int = 2_000,
        _ vault: Vault
    ) throws -> [Looked] {
        let hidden = try accountsHidden(key)
        let own = Set(try conversations(key).map(\.conversation.id.text))
        let records = try accessRecords(key, from: from, until: until, limit: limit, vault)
        var looked = records.filter {
            key.reading.isShown($0, lookersHidden: hidden, takesPartIn: own)
        }.map { Looked(who: $0.who, at: $0.at, action: $0.action, item: $0.item, persons: $0.persons) }
        looked += try listed(key, from: from, until: until, among: circle)
        return looked.sorted { ($0.at, $0.who) > ($1.at, $1.who) }
    }

    /// Who had the family in a list: told by the rule as a look at all whom the looker covers.
    private func listed(
        _ key: borrowing DossierKey, from: Moment, until: Moment, among circle: CircleSight
    ) throws -> [Looked] {
        let hidden = try accountsHidden(key)
        let ofFamily = Set<ID<Account>>(
            try rows(
                """
                SELECT account_id FROM person WHERE family_id = \(key.family) AND account_id IS NOT NULL
                ORDER BY account_id
                """
            ) { $0.id(0) })
        return try accessMentions(key, from: from, until: until).compactMap { who, at in
            let memberships = circle.members.map(\.membership).filter { $0.account == who }
            guard let kind = memberships.first?.kind, !ofFamily.contains(who) else { return nil }
            let record = AccessRecord(
                at: at, who: who, role: kind == .professional ? .professional : .relative, onBehalfOf: nil,
                action: .read, item: ItemName(.family, key.family),
                persons: memberships.reduce(into: []) { $0.formUnion($1.covers) }, ground: .membership,
                outcome: .granted, from: "")
            guard key.reading.isShown(record, lookersHidden: hidden, takesPartIn: []) else { return nil }
            return Looked(who: who, at: at, action: .read, item: nil, persons: [])
        }
    }
}
