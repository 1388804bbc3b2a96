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
        let known = Set(circle.members.map(\.membership.account))
        for (who, at) in try accessMentions(key, from: from, until: until) where known.contains(who) {
            guard !hidden.contains(who), who != key.reading.reader else { continue }
            looked.append(Looked(who: who, at: at, action: .read, item: nil, persons: []))
        }
        return looked.sorted { ($0.at, $0.who) > ($1.at, $1.who) }
    }

    private func accountsHidden(_ key: borrowing DossierKey) throws -> Set<ID<Account>> {
        let reader = key.reading.reader
        return Set(try hiddenFrom(key).filter { $0.reader == reader }.map(\.member))
    }
}
