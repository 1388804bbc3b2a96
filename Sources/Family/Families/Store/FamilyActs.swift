// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A family to be started: its persons with the parts their keys will seal.
package struct Founding: Sendable {
    package let family: ID<Family>
    package let sharedPart: ID<Part>
    package let parts: [ID<Person>: ID<Part>]

    package init(persons: [ID<Person>], at: Moment, ids: IDSource) {
        family = ids.next(at: at)
        sharedPart = ids.next(at: at)
        parts = Dictionary(uniqueKeysWithValues: persons.map { ($0, ids.next(at: at)) })
    }

    /// The keys that must be on disk before the first row.
    package var keyNames: [String] { [sharedPart.text] + parts.values.map(\.text).sorted() }
}

/// A person to be added to a family.
package struct PersonToAdd: Sendable {
    package let id: ID<Person>
    package let account: ID<Account>?
    package let name: String
    package let birth: BirthDate

    package init(id: ID<Person>, account: ID<Account>?, name: String, birth: BirthDate) {
        self.id = id
        self.account = account
        self.name = name
        self.birth = birth
    }
}

/// A family to be started, with what fills it.
package struct FamilyToStart: Sendable {
    package typealias Fill = @Sendable (borrowing DossierKey, Connection) throws -> Void

    let founding: Founding
    let name: String
    let starter: ID<Account>
    let at: Moment
    let fill: Fill

    package init(
        _ founding: Founding, named name: String, by starter: ID<Account>, at: Moment, _ fill: @escaping Fill
    ) {
        self.founding = founding
        self.name = name
        self.starter = starter
        self.at = at
        self.fill = fill
    }
}

extension Dossiers {
    /// Starts a family and fills it, in one transaction; the keys of its parts are durable before its first row.
    package func found(
        _ founding: Founding, named name: String, by starter: ID<Account>, at: Moment,
        _ fill: @escaping FamilyToStart.Fill
    ) async throws {
        try await found([FamilyToStart(founding, named: name, by: starter, at: at, fill)])
    }

    /// Starts some families in one transaction.
    package func found(_ families: [FamilyToStart]) async throws {
        let vault = vault
        try vault.makeKeys(families.flatMap(\.founding.keyNames))
        try await database.write { connection in
            for family in families { try connection.found(family, vault) }
        }
    }
}

extension Connection {
    /// Starts one family and fills it; the keys of its parts are there.
    func found(_ family: FamilyToStart, _ vault: Vault) throws {
        let founding = family.founding
        try start(founding, at: family.at)
        try withFoundingKey(
            of: founding.family, shared: founding.sharedPart, persons: founding.parts, by: family.starter,
            on: family.at.day, vault
        ) { key in
            try name(family.name, key)
            try journal(
                JournalEntry(
                    at: family.at, kind: .familyStarted, who: family.starter, item: ItemName(.family, key.family),
                    persons: []), key, vault)
            try family.fill(key, self)
            let look = Look(
                reader: family.starter, at: family.at, from: "", action: .create, item: ItemName(.family, key.family))
            try append(look.record(key.reading, about: Set(founding.parts.keys)), to: key.family.text, vault)
        }
    }

    fileprivate func start(_ founding: Founding, at: Moment) throws {
        let family = founding.family
        try execute("INSERT INTO family (id, started_at) VALUES (\(family), \(at))")
        try execute(
            "INSERT INTO dossier_part (family_id, id, kind) VALUES (\(family), \(founding.sharedPart), 'shared')")
        for part in founding.parts.values.sorted() {
            try execute("INSERT INTO dossier_part (family_id, id, kind) VALUES (\(family), \(part), 'person')")
        }
        for chain in ["access:", "journal:"] { try startChain(chain + family.text, at: at) }
    }

    fileprivate func name(_ name: String, _ key: borrowing DossierKey) throws {
        let sealed = try key.seal(name, in: key.sharedPart, at: .familyName(key.family))
        try execute("UPDATE family SET name = \(sealed) WHERE id = \(key.family)")
    }

    /// Adds a person to the family.
    package func add(
        _ person: PersonToAdd, by who: ID<Account>?, at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let part = key.part(about: [person.id])
        let name = try key.seal(person.name, in: part, at: .name(of: person.id, in: key.family))
        let birth = try key.seal(person.birth.text, in: part, at: .birth(of: person.id, in: key.family))
        try execute(
            """
            INSERT INTO person (family_id, id, part_id, account_id, name, birth)
            VALUES (\(key.family), \(person.id), \(part), \(person.account), \(name), \(birth))
            """)
        try noteLookup(of: person.id, person.name, person.birth, in: key.family, vault)
        try journal(
            JournalEntry(
                at: at, kind: .personAdded, who: who, item: ItemName(.family, key.family), persons: [person.id]),
            key, vault)
    }

    /// Notes how one person is tied to another.
    package func add(
        _ tie: Tie, by who: ID<Account>?, at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try execute(
            """
            INSERT INTO tie (family_id, person_id, other_id, kind)
            VALUES (\(key.family), \(tie.person), \(tie.other), \(tie.kind.rawValue))
            """)
        try journal(
            JournalEntry(
                at: at, kind: .tieNoted, who: who, item: ItemName(.family, key.family),
                persons: [tie.person, tie.other], detail: tie.kind.rawValue), key, vault)
    }

    /// Notes who holds authority over a child: it decides who reads.
    package func add(
        _ authority: Authority, by who: ID<Account>?, at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try execute(
            """
            INSERT INTO authority (family_id, child_id, kind, under_investigation)
            VALUES (\(key.family), \(authority.child), \(authority.kind.rawValue), \(authority.isUnderInvestigation))
            """)
        for holder in authority.holders.sorted() {
            try execute(
                """
                INSERT INTO authority_holder (family_id, child_id, person_id)
                VALUES (\(key.family), \(authority.child), \(holder))
                """)
        }
        try journal(
            JournalEntry(
                at: at, kind: .authorityNoted, who: who, item: ItemName(.family, key.family),
                persons: authority.holders.union([authority.child]), detail: authority.kind.rawValue), key, vault)
    }

    /// Notes a detail of a person; a hidden one is shown only to those let in, and to the person.
    package func note(
        _ kind: PersonalDetail, of person: ID<Person>, _ value: String, isHidden: Bool, letIn: Set<ID<Account>> = [],
        by who: ID<Account>?, at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let place = SealedPlace.detail(kind, of: person, in: key.family)
        let sealed = try key.seal(value, in: key.part(about: [person]), at: place)
        let isSecret = try row(
            "SELECT person_id FROM secret_address WHERE family_id = \(key.family) AND person_id = \(person)"
        ) { _ in true }
        try execute(
            """
            INSERT INTO personal_detail (family_id, person_id, kind, hidden, value)
            VALUES (\(key.family), \(person), \(kind.rawValue), \(isHidden || isSecret ?? false), \(sealed))
            """)
        for account in letIn.sorted() {
            try execute(
                """
                INSERT INTO personal_detail_reader (family_id, person_id, kind, account_id)
                VALUES (\(key.family), \(person), \(kind.rawValue), \(account))
                """)
        }
        try journal(
            JournalEntry(
                at: at, kind: .detailNoted, who: who, item: ItemName(.family, key.family), persons: [person],
                detail: kind.rawValue), key, vault)
    }
}

extension SealedPlace {
    static func familyName(_ family: ID<Family>) -> SealedPlace {
        SealedPlace("family", "name", row: family.text, owner: family.text)
    }
    static func detail(_ kind: PersonalDetail, of person: ID<Person>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("personal_detail", "value", row: person.text + ":" + kind.rawValue, owner: family.text)
    }
}
