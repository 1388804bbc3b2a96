// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What the policy must know of some dossiers to decide what one account may read in each.
///
/// Loaded with one question per table for all of them, so that a list of families costs little more than one. Births
/// are sealed and decide about ages: they are opened here, before any key is handed out, and go nowhere but into the
/// rule.
struct Standings {
    /// A dossier as the policy sees it: who stands how, and which parts it has.
    struct Dossier {
        var shared: ID<Part>?
        var partOfPerson: [ID<Person>: ID<Part>] = [:]
        /// The keys of its parts; those that were destroyed are absent.
        var keys: [ID<Part>: PartKey] = [:]
        var persons: [Person] = []
        /// Their names, still sealed: the policy needs none.
        var names: [ID<Person>: [UInt8]] = [:]
        var ties: [Tie] = []
        var authorities: [Authority] = []
        var memberships: [Membership] = []
        var letIn: Set<Standing.LetIn> = []
        var heldItems: Set<ItemName> = []
        var isHeldWhole = false
        var hiddenMembers: Set<ID<Membership>> = []

        func standing(of reader: ID<Account>) -> Standing {
            Standing(
                reader: reader, persons: persons, ties: ties, authorities: authorities, memberships: memberships,
                letIn: letIn, held: .init(wholeFamily: isHeldWhole, items: heldItems), hiddenMembers: hiddenMembers)
        }
    }

    private(set) var dossiers: [ID<Family>: Dossier] = [:]

    init(of reader: ID<Account>, in families: [ID<Family>], _ connection: Connection, _ vault: Vault) throws {
        try loadParts(families, connection)
        try loadPersons(families, connection, vault)
        try loadTies(families, connection)
        try loadMemberships(of: reader, families, connection)
        // Authority, and a young person's yes, give a right to who is of the family and to nobody else.
        let own = families.filter { dossiers[$0]?.persons.contains { $0.account == reader } ?? false }
        if !own.isEmpty {
            try loadAuthorities(own, connection)
            try loadLetIn(own, connection)
        }
        try loadHeld(from: reader, families, connection)
        try loadHiddenMembers(from: reader, families, connection)
    }

    private mutating func loadParts(_ families: [ID<Family>], _ connection: Connection) throws {
        let parts = try connection.rows(
            """
            SELECT family_id, id FROM dossier_part WHERE family_id IN \(list: families) AND kind = 'shared'
            ORDER BY family_id, id
            """
        ) { row in (row.id(0, Family.self), row.id(1, Part.self)) }
        for (family, part) in parts { dossiers[family, default: Dossier()].shared = part }
    }

    /// All keys are asked of the vault at once, as a list of families needs hundreds.
    private mutating func loadPersons(
        _ families: [ID<Family>], _ connection: Connection, _ vault: Vault
    ) throws {
        let rows = try connection.rows(
            """
            SELECT family_id, id, part_id, account_id, birth, name FROM person
            WHERE family_id IN \(list: families) ORDER BY family_id, id
            """, SealedPerson.init(row:))
        let keys = try vault.keys(of: dossiers.values.compactMap(\.shared) + rows.map(\.part))
        for (family, dossier) in dossiers {
            guard let shared = dossier.shared else { continue }
            dossiers[family]?.keys[shared] = keys[shared]
        }
        for row in rows {
            // Somebody whose part was erased stays who they are to the others, without an age: else their items would
            // be looked for in another part, and a parent would lose the children.
            let birth = try row.opened(keys[row.part]) ?? .notTold
            dossiers[row.family]?.persons.append(Person(id: row.person, account: row.account, birth: birth))
            dossiers[row.family]?.names[row.person] = row.name
            dossiers[row.family]?.partOfPerson[row.person] = row.part
            dossiers[row.family]?.keys[row.part] = keys[row.part]
        }
    }

    private mutating func loadTies(_ families: [ID<Family>], _ connection: Connection) throws {
        let ties = try connection.rows(
            """
            SELECT family_id, person_id, kind, other_id FROM tie
            WHERE family_id IN \(list: families) ORDER BY family_id, person_id, other_id
            """
        ) { row in
            (row.id(0, Family.self), Tie(row.id(1), Tie.Kind(rawValue: row.text(2)) ?? .other, of: row.id(3)))
        }
        for (family, tie) in ties { dossiers[family]?.ties.append(tie) }
    }

    private mutating func loadAuthorities(_ families: [ID<Family>], _ connection: Connection) throws {
        let rows = try connection.rows(
            """
            SELECT a.family_id, a.child_id, a.kind, a.under_investigation, h.person_id
            FROM authority a LEFT JOIN authority_holder h ON h.family_id = a.family_id AND h.child_id = a.child_id
            WHERE a.family_id IN \(list: families) ORDER BY a.family_id, a.child_id, h.person_id
            """
        ) { row in
            (
                row.id(0, Family.self), row.id(1, Person.self),
                Authority.Kind(rawValue: row.text(2)) ?? .undeterminable, row.bool(3),
                row.ifAny(4) { $0.id($1, Person.self) }
            )
        }
        for (family, child, kind, investigated, holder) in rows {
            var holders = Set([holder].compactMap(\.self))
            if let before = dossiers[family]?.authorities.last, before.child == child {
                holders.formUnion(before.holders)
                dossiers[family]?.authorities.removeLast()
            }
            dossiers[family]?.authorities.append(
                Authority(child: child, kind: kind, holders: holders, isUnderInvestigation: investigated))
        }
    }

    private mutating func loadMemberships(
        of reader: ID<Account>, _ families: [ID<Family>], _ connection: Connection
    ) throws {
        for (family, membership) in try connection.memberships(of: reader, in: families) {
            dossiers[family]?.memberships.append(membership)
        }
    }

    private mutating func loadLetIn(_ families: [ID<Family>], _ connection: Connection) throws {
        let rows = try connection.rows(
            """
            SELECT family_id, child_id, reader_id FROM let_in
            WHERE family_id IN \(list: families) ORDER BY family_id, child_id, reader_id
            """
        ) { row in (row.id(0, Family.self), Standing.LetIn(child: row.id(1), reader: row.id(2))) }
        for (family, letIn) in rows { dossiers[family]?.letIn.insert(letIn) }
    }

    private mutating func loadHeld(
        from reader: ID<Account>, _ families: [ID<Family>], _ connection: Connection
    ) throws {
        let rows = try connection.rows(
            """
            SELECT h.family_id, h.item_kind, h.item_id
            FROM hold_reader r JOIN hold h ON h.family_id = r.family_id AND h.id = r.hold_id
            WHERE r.family_id IN \(list: families) AND r.account_id = \(reader) AND h.released_at IS NULL
            ORDER BY h.family_id, h.id
            """
        ) { row in (row.id(0, Family.self), row.text(1), row.text(2)) }
        for (family, kind, id) in rows {
            guard let kind = ItemName.Kind(rawValue: kind) else { throw DatabaseError.damaged("hold of kind \(kind)") }
            if kind == .family { dossiers[family]?.isHeldWhole = true }
            dossiers[family]?.heldItems.insert(ItemName(kind, stored: id))
        }
    }

    /// It is a person who is hidden: somebody who left and was let in again stays hidden, under any membership.
    private mutating func loadHiddenMembers(
        from reader: ID<Account>, _ families: [ID<Family>], _ connection: Connection
    ) throws {
        let rows = try connection.rows(
            """
            SELECT m.family_id, m.id FROM hidden_member h
            JOIN membership n ON n.family_id = h.family_id AND n.id = h.membership_id
            JOIN membership m ON m.family_id = n.family_id AND m.account_id = n.account_id
            WHERE h.family_id IN \(list: families) AND h.account_id = \(reader) ORDER BY m.family_id, m.id
            """
        ) { row in (row.id(0, Family.self), row.id(1, Membership.self)) }
        for (family, membership) in rows { dossiers[family]?.hiddenMembers.insert(membership) }
    }
}

/// A person as the policy reads them, before the birth is open.
private struct SealedPerson {
    let family: ID<Family>
    let person: ID<Person>
    let part: ID<Part>
    let account: ID<Account>?
    let birth: [UInt8]?
    let name: [UInt8]?

    init(row: borrowing Row) {
        family = row.id(0)
        person = row.id(1)
        part = row.id(2)
        account = row.ifAny(3) { $0.id($1) }
        birth = row.ifAny(4) { $0.bytes($1) }
        name = row.ifAny(5) { $0.bytes($1) }
    }

    /// The date of birth; nil when it was erased.
    func opened(_ key: PartKey?) throws -> BirthDate? {
        guard let birth, let key else { return nil }
        let text = try key.open(birth, at: .birth(of: person, in: family))
        guard let date = BirthDate(text) else { throw DatabaseError.damaged("birth date of person \(person)") }
        return date
    }
}

extension Vault {
    /// The keys of some parts, with one question; those that were destroyed are absent.
    func keys(of parts: [ID<Part>]) throws -> [ID<Part>: PartKey] {
        let found = try keys(parts.map(\.text))
        return Dictionary(uniqueKeysWithValues: found.values.map { (ID(stored: $0.id), $0) })
    }
}

extension SealedPlace {
    static func birth(of person: ID<Person>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("person", "birth", row: person.text, owner: family.text)
    }
    static func name(of person: ID<Person>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("person", "name", row: person.text, owner: family.text)
    }
}
