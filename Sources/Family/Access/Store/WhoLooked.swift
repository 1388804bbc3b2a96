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
    package let onBehalfOf: ID<Organisation>?
}

extension Connection {
    /// Who looked at what is about the reader between two moments, latest first.
    ///
    /// All records are gone through, however many the reader is not shown: nobody can push a line out of sight.
    package func looked(
        _ key: borrowing DossierKey, from: Moment, until: Moment, among circle: CircleSight, _ vault: Vault
    ) throws -> [Looked] {
        let hidden = try accountsHidden(key)
        let own = Set(try conversations(key).map(\.conversation.id.text)).union(try meetingsTakenPartIn(key))
        var looked = try listed(key, from: from, until: until, among: circle)
        let emergencies = try emergenciesShown(key)
        var below = Int.max
        repeat {
            let records = try accessRecords(key, from: from, until: until, below: below, limit: 1_000, vault)
            for (_, record) in records
            where key.reading.isShown(record, lookersHidden: hidden, takesPartIn: own, emergencies: emergencies) {
                looked.append(
                    Looked(
                        who: record.who, at: record.at, action: record.action, item: record.item,
                        persons: record.persons, onBehalfOf: record.onBehalfOf))
            }
            below = records.last?.number ?? 0
        } while below > 1
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
        return try accessMentions(key, from: from, until: until).compactMap { who, at, organisation in
            let memberships = circle.members.map(\.membership).filter { $0.account == who }
            guard let kind = memberships.first?.kind, !ofFamily.contains(who) else { return nil }
            let record = AccessRecord(
                at: at, who: who, role: kind == .professional ? .professional : .relative,
                onBehalfOf: organisation,
                action: .read, item: ItemName(.family, key.family),
                persons: memberships.reduce(into: []) { $0.formUnion($1.covers) }, ground: .membership,
                outcome: .granted, from: "")
            guard key.reading.isShown(record, lookersHidden: hidden, takesPartIn: []) else { return nil }
            return Looked(who: who, at: at, action: .read, item: nil, persons: [], onBehalfOf: organisation)
        }
    }
}
