// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A dossier as the policy sees it: who stands how, and which parts it has.
///
/// A class, as it is filled from one table after another; it lives for one transaction.
final class StandingDossier {
    /// The part the family shares, and its key; nil when that was destroyed.
    let shared: ID<Part>
    private(set) var sharedKey: PartKey?
    /// Those of the family, in the order of their ids: sealed, with the keys of their parts, and as the policy reads
    /// them.
    var sealed: [SealedPerson] = []
    private(set) var keys: [PartKey?] = []
    private(set) var persons: [Person] = []
    var ties: [Tie] = []
    var authorities: [Authority] = []
    /// The reader's own, ended ones too.
    var memberships: [Membership] = []
    var letIn: Set<Standing.LetIn> = []
    var refused: Set<Standing.LetIn> = []
    private var heldItems: Set<ItemName> = []
    private var isHeldWhole = false
    var hiddenMembers: Set<ID<Membership>> = []
    var onBehalfOf: Set<ID<Organisation>> = []
    var emergency: EmergencyAccess?

    /// What the family is called, sealed; nil when it was erased.
    let name: [UInt8]?

    init(shared: ID<Part>, name: [UInt8]?) {
        self.shared = shared
        self.name = name
    }

    /// One that was just started: nobody is in it yet.
    init(shared: ID<Part>, parts: [ID<Person>: ID<Part>], of family: ID<Family>, _ vault: Vault) throws {
        self.shared = shared
        name = nil
        let opened = try vault.keys(of: ([shared] + parts.values).map { ID(as: $0) })
        sharedKey = opened[ID(as: shared)]
        for (person, part) in parts {
            sealed.append(SealedPerson(family: family, person: person, part: part))
            keys.append(opened[ID(as: part)])
        }
    }

    /// Adds those who are covered, each once, in the order of their ids.
    func add(_ persons: [SealedPerson]) {
        for person in persons where !sealed.contains(where: { $0.person == person.person }) { sealed.append(person) }
        sealed.sort { $0.person < $1.person }
    }

    /// Takes the keys of its parts, and opens the births that the rule asks for.
    ///
    /// Those are the births of all for who is of the family, and of those covered for a member who is shown them: who
    /// may not read about somebody never needs to know their age.
    func open(with opened: [ID<PartKey>: PartKey], for reader: ID<Account>, opensBirths: Bool) throws {
        sharedKey = opened[ID(as: shared)]
        keys = sealed.map { opened[ID(as: $0.part)] }
        let isOfFamily = isOfFamily(reader)
        persons = try zip(sealed, keys).map { person, key in
            let isAsked =
                isOfFamily || opensBirths && emergency != nil
                || opensBirths && memberships.contains { $0.covers.contains(person.person) }
            // Somebody whose part was erased stays who they are to the others, a child a child: else their items would
            // be looked for in another part, and a parent would lose the children.
            let birth = isAsked ? try person.birth(key) ?? person.birthErased : .notTold
            return Person(id: person.person, account: person.account, birth: birth)
        }
    }

    func isOfFamily(_ reader: ID<Account>) -> Bool { sealed.contains { $0.account == reader } }

    /// Whether the reader is or was here for an organisation.
    var hasProfessional: Bool { memberships.contains { $0.kind == .professional } }

    /// Whether the whole family is held from the reader.
    var isHeld: Bool { isHeldWhole }

    func hold(_ kind: String, _ id: String) throws {
        guard let kind = ItemName.Kind(rawValue: kind) else { throw DatabaseError.damaged("hold of kind \(kind)") }
        if kind == .family { isHeldWhole = true }
        heldItems.insert(ItemName(kind, stored: id))
    }

    /// The safety indications that are held themselves.
    var heldIndications: Set<ID<RiskIndication>> {
        Set(heldItems.filter { $0.kind == .indication }.map { ID(stored: $0.id) })
    }

    func hold(_ indications: Set<ID<RiskIndication>>) {
        heldItems.formUnion(indications.map { ItemName(.indication, $0) })
    }

    func standing(of reader: ID<Account>) -> Standing {
        Standing(
            reader: reader, persons: persons, ties: ties, authorities: authorities, memberships: memberships,
            letIn: letIn, refused: refused, held: .init(wholeFamily: isHeldWhole, items: heldItems),
            hiddenMembers: hiddenMembers, onBehalfOf: onBehalfOf, emergency: emergency)
    }
}

/// A person as they lie in the database.
struct SealedPerson {
    let family: ID<Family>
    let person: ID<Person>
    let part: ID<Part>
    let account: ID<Account>?
    let name: [UInt8]?
    /// What stands for the birth when that was erased.
    let birthErased: BirthDate
    private let birth: [UInt8]?

    init(family: ID<Family>, person: ID<Person>, part: ID<Part>) {
        (self.family, self.person, self.part) = (family, person, part)
        (account, name, birth, birthErased) = (nil, nil, nil, .notTold)
    }

    init(row: borrowing Row) { self.init(row: row, from: 1, of: row.id(0)) }

    /// One whose columns begin at a place of the row.
    init(row: borrowing Row, from first: Int, of family: ID<Family>) {
        self.family = family
        person = row.id(first)
        part = row.id(first + 1)
        account = row.idIfAny(first + 2)
        birth = row.bytesIfAny(first + 3)
        name = row.bytesIfAny(first + 4)
        switch row.ifAny(first + 5, { $0.text($1) }) {
        case "under16": birthErased = .unknown
        case "from16": birthErased = .erasedFrom16
        default: birthErased = .notTold
        }
    }

    /// The date of birth; nil when it was erased.
    func birth(_ key: PartKey?) throws -> BirthDate? {
        guard let birth, let key else { return nil }
        let text = try key.open(birth, at: .birth(of: person, in: family))
        guard let date = BirthDate(text) else { throw DatabaseError.damaged("birth date of person \(person)") }
        return date
    }
}

extension Connection {
    /// The births of the persons whose parts these are, before they are erased.
    func births(
        in parts: [ID<Part>], of family: ID<Family>, _ keys: [ID<PartKey>: PartKey]
    ) throws -> [(ID<Person>, BirthDate)] {
        let persons = try rows(
            """
            SELECT family_id, id, part_id, account_id, birth, name, erased_as FROM person
            WHERE family_id = \(family) AND part_id IN \(list: parts) ORDER BY id
            """, SealedPerson.init(row:))
        return try persons.compactMap { person in
            try person.birth(keys[ID(as: person.part)]).map { (person.person, $0) }
        }
    }
}
