// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// Whom somebody of 16 or 17 lets read with them, and whom they could.
package struct LettingReadSight: Hashable, Sendable {
    package struct Carer: Hashable, Sendable {
        package let person: ID<Person>
        /// nil when it was erased.
        package let name: String?
        package let reads: Bool
    }

    package let person: ID<Person>
    package let carers: [Carer]
}

extension Connection {
    /// Who of those who bring the reader up reads with them; nil for whom that is not to choose.
    ///
    /// Not while it is recorded that they can't judge this: then who holds authority decides.
    package func lettingRead(_ key: borrowing DossierKey) throws -> LettingReadSight? {
        guard let own = key.reading.ownPerson, key.reading.choosesReaders(on: key.today),
            try !unable(in: key.family, on: key.today).contains(own)
        else { return nil }
        let carers = try rows(
            "SELECT person_id, kind FROM tie WHERE family_id = \(key.family) AND other_id = \(own) ORDER BY person_id"
        ) { ($0.id(0, Person.self), Tie.Kind(rawValue: $0.text(1))) }
        let reading = Set(
            try rows(
                """
                SELECT reader_id FROM let_in WHERE family_id = \(key.family) AND child_id = \(own) ORDER BY reader_id
                """
            ) { $0.id(0, Person.self) })
        let all = carers.filter { $0.1?.isCarer == true }.map(\.0)
        guard !all.isEmpty else { return nil }
        var found: [LettingReadSight.Carer] = []
        for carer in all {
            found.append(
                LettingReadSight.Carer(
                    person: carer, name: try key.name(of: carer), reads: reading.contains(carer)))
        }
        return LettingReadSight(person: own, carers: found)
    }

    /// Lets these read with the reader, and of the others who were shown nobody any more, at once.
    ///
    /// - Returns: whether it was theirs to choose.
    package func chooseReaders(
        _ chosen: Set<ID<Person>>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Bool {
        guard let sight = try lettingRead(key) else { return false }
        for carer in sight.carers where carer.reads != chosen.contains(carer.person) {
            let letIn = Standing.LetIn(child: sight.person, reader: carer.person)
            if carer.reads {
                try stopReading(letIn, at: now, key, vault)
            } else {
                try letRead(letIn, by: key.reading.reader, at: now, key, vault)
            }
        }
        return true
    }

    private func stopReading(
        _ letIn: Standing.LetIn, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try execute(
            """
            DELETE FROM let_in
            WHERE family_id = \(key.family) AND child_id = \(letIn.child) AND reader_id = \(letIn.reader)
            """)
        try journal(
            JournalEntry(
                at: now, kind: .readingEnded, who: key.reading.reader, item: ItemName(.family, key.family),
                persons: [letIn.child], detail: letIn.reader.text), key, vault)
    }
}
