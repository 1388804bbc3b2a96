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
    private let reader: ID<Account>
    private(set) var dossiers: [ID<Family>: StandingDossier] = [:]

    /// Loads how an account stands in some dossiers.
    init(
        of reader: ID<Account>, _ work: WorkAsked, in families: [ID<Family>], on day: Day, at now: Moment? = nil,
        _ connection: Connection, _ vault: Vault
    ) throws {
        self.reader = reader
        try loadShared(families, connection)
        for (family, membership) in try connection.memberships(of: reader, in: families) {
            dossiers[family]?.memberships.append(membership)
        }
        if let now { try loadEmergencies(at: now, on: day, connection) }
        try loadWork(work, on: day, connection)
        try loadWhole(families, connection)
        try open(opensBirths: true, vault)
        try loadHeldAndHidden(in: families, connection)
    }

    /// Loads the same for a list of dossiers, by the account alone, which finds what is its own in one place.
    ///
    /// Of somebody else's family only those covered are loaded: no list names the others. Their births, if it shows
    /// any.
    init(
        listing families: [ID<Family>], for look: Look, opensBirths: Bool, _ connection: Connection, _ vault: Vault
    ) throws {
        reader = look.reader
        try loadShared(families, connection)
        let own = Set(try connection.ownFamilies(of: reader)).intersection(families).sorted()
        for seat in try connection.seats(of: reader, withBirths: opensBirths) {
            guard let dossier = dossiers[seat.family] else { continue }
            dossier.memberships.append(seat.membership)
            // What is loaded whole has everybody already.
            if !own.contains(seat.family) { dossier.add(seat.persons) }
        }
        try loadWork(.only(look.behalf), on: look.at.day, connection)
        if !own.isEmpty { try loadWhole(own, connection) }
        try open(opensBirths: opensBirths, vault)
        try loadHeldAndHidden(in: nil, connection)
    }

    private mutating func loadShared(_ families: [ID<Family>], _ connection: Connection) throws {
        let found = try connection.rows(
            """
            SELECT p.family_id, p.id, f.name FROM dossier_part p JOIN family f ON f.id = p.family_id
            WHERE p.family_id IN \(list: families) AND p.kind = 'shared' ORDER BY p.family_id, p.id
            """
        ) { row in (family: row.id(0, Family.self), part: row.id(1, Part.self), name: row.bytesIfAny(2)) }
        for row in found { dossiers[row.family] = StandingDossier(shared: row.part, name: row.name) }
    }

    /// What was opened in an emergency; who stands in the circle needs none.
    private func loadEmergencies(at now: Moment, on day: Day, _ connection: Connection) throws {
        let isMember = dossiers.values.contains { $0.memberships.contains { $0.isActive(on: day) } }
        guard !isMember else { return }
        for stored in try connection.emergencies(of: reader, at: now) {
            dossiers[stored.family]?.emergency = stored.access
        }
    }

    /// On whose behalf it is asked: read in the transaction of the decision, so that work which ended opens nothing.
    private func loadWork(_ work: WorkAsked, on day: Day, _ connection: Connection) throws {
        guard dossiers.values.contains(where: { $0.hasProfessional || $0.emergency != nil }) else { return }
        let organisations = work.organisations(among: try connection.workplaces(of: reader, on: day))
        for dossier in dossiers.values { dossier.onBehalfOf = organisations }
    }

    /// Everybody of these families, and what makes them stand as they do.
    private func loadWhole(_ families: [ID<Family>], _ connection: Connection) throws {
        let persons = try connection.rows(
            """
            SELECT family_id, id, part_id, account_id, birth, name, erased_as FROM person
            WHERE family_id IN \(list: families) ORDER BY family_id, id
            """, SealedPerson.init(row:))
        for person in persons { dossiers[person.family]?.sealed.append(person) }
        try loadTies(families, connection)
        // Authority, and a young person's yes, give a right to who is of the family and to nobody else.
        let own = families.filter { dossiers[$0]?.isOfFamily(reader) ?? false }
        guard !own.isEmpty else { return }
        try loadAuthorities(own, connection)
        try loadLetIn(own, connection)
        try loadRefused(own, connection)
    }

    /// All keys are asked of the vault at once, as a list of families needs hundreds.
    private func open(opensBirths: Bool, _ vault: Vault) throws {
        var parts: [ID<PartKey>] = []
        for dossier in dossiers.values {
            parts.append(ID(as: dossier.shared))
            for person in dossier.sealed { parts.append(ID(as: person.part)) }
        }
        let keys = try vault.keys(of: parts)
        for dossier in dossiers.values { try dossier.open(with: keys, for: reader, opensBirths: opensBirths) }
    }

    private func loadHeldAndHidden(in families: [ID<Family>]?, _ connection: Connection) throws {
        for (family, kind, id) in try connection.heldItems(from: reader, in: families) {
            try dossiers[family]?.hold(kind, id)
        }
        for (family, dossier) in dossiers where !dossier.heldIndications.isEmpty {
            dossier.hold(try connection.renewals(of: dossier.heldIndications, in: family))
        }
        for (family, membership) in try connection.membersHidden(from: reader, in: families) {
            dossiers[family]?.hiddenMembers.insert(membership)
        }
    }

    private func loadTies(_ families: [ID<Family>], _ connection: Connection) throws {
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

    private func loadAuthorities(_ families: [ID<Family>], _ connection: Connection) throws {
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

    private func loadLetIn(_ families: [ID<Family>], _ connection: Connection) throws {
        let rows = try connection.rows(
            """
            SELECT family_id, child_id, reader_id FROM let_in
            WHERE family_id IN \(list: families) ORDER BY family_id, child_id, reader_id
            """
        ) { row in (row.id(0, Family.self), Standing.LetIn(child: row.id(1), reader: row.id(2))) }
        for (family, letIn) in rows { dossiers[family]?.letIn.insert(letIn) }
    }

    /// Parents whose right to read about a child two professionals refused.
    private func loadRefused(_ families: [ID<Family>], _ connection: Connection) throws {
        let rows = try connection.rows(
            """
            SELECT family_id, child_id, parent_id FROM reading_refusal
            WHERE family_id IN \(list: families) AND second_id IS NOT NULL AND ended_at IS NULL
            ORDER BY family_id, child_id, parent_id
            """
        ) { row in (row.id(0, Family.self), Standing.LetIn(child: row.id(1), reader: row.id(2))) }
        for (family, refused) in rows { dossiers[family]?.refused.insert(refused) }
    }
}

/// For which of the organisations somebody works it is asked what they may read.
enum WorkAsked {
    /// On behalf of one, as in every request.
    case only(Behalf)
    /// What they could read on behalf of any: whom one can write to, whether there is something to tell.
    case all

    func organisations(among work: Set<ID<Organisation>>) -> Set<ID<Organisation>> {
        switch self {
        case .only(let behalf): Set([behalf.organisation(among: work)].compactMap(\.self))
        case .all: work
        }
    }
}

extension Connection {
    /// What is held from a reader, in some families or in all.
    fileprivate func heldItems(
        from reader: ID<Account>, in families: [ID<Family>]?
    ) throws -> [(family: ID<Family>, kind: String, id: String)] {
        let among: SQL = families.map { "AND r.family_id IN \(list: $0)" } ?? ""
        return try rows(
            """
            SELECT h.family_id, h.item_kind, h.item_id
            FROM hold_reader r JOIN hold h ON h.family_id = r.family_id AND h.id = r.hold_id
            WHERE r.account_id = \(reader) \(among) AND h.released_at IS NULL
            ORDER BY h.family_id, h.id
            """
        ) { row in (row.id(0), row.text(1), row.text(2)) }
    }

    /// The members hidden from a reader, in some families or in all.
    ///
    /// It is a person who is hidden: somebody who left and was let in again stays hidden, under any membership.
    fileprivate func membersHidden(
        from reader: ID<Account>, in families: [ID<Family>]?
    ) throws -> [(family: ID<Family>, member: ID<Membership>)] {
        let among: SQL = families.map { "AND h.family_id IN \(list: $0)" } ?? ""
        return try rows(
            """
            SELECT m.family_id, m.id FROM hidden_member h
            JOIN membership n ON n.family_id = h.family_id AND n.id = h.membership_id
            JOIN membership m ON m.family_id = n.family_id AND m.account_id = n.account_id
            WHERE h.account_id = \(reader) \(among) ORDER BY m.family_id, m.id
            """
        ) { row in (row.id(0), row.id(1)) }
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
