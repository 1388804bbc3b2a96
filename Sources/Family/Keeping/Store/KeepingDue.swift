// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Until when an organisation's work for somebody is kept.
package struct KeepingLine: Hashable, Sendable {
    package let organisation: String
    package let keeping: KeepingTerm
}

extension Connection {
    /// Until when what is kept about somebody stays if nothing changes from today, per organisation that the reader knows of,
    /// the longest last.
    ///
    /// Counted from today and not from the last change: that day would tell of what the reader can't see.
    package func keeping(of person: ID<Person>, _ key: borrowing DossierKey) throws -> [KeepingLine] {
        let birth = key.reading.persons.first { $0.id == person }?.birth ?? .unknown
        let changed = key.today
        var last: [ID<Organisation>: Day] = [:]
        for membership in try circle(key, withEnded: true).members.map(\.membership)
        where membership.covers.contains(person) {
            guard let organisation = membership.organisation else { continue }
            let until = min(changed, membership.ended?.day ?? membership.term.until ?? changed)
            last[organisation] = max(last[organisation] ?? until, until)
        }
        let lines = try organisations(last.keys.sorted()).map { organisation in
            KeepingLine(
                organisation: organisation.name,
                keeping: KeepingTerm(
                    KeepingTerm.Regime(of: organisation.kind),
                    .changed(last[organisation.id] ?? changed, birth: birth)))
        }
        return lines.sorted {
            ($0.keeping.until ?? changed, $0.organisation) < ($1.keeping.until ?? changed, $1.organisation)
        }
    }
}
