// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// How a member is known in the circle: their name and function there, and what may be expected of them.
///
/// Kept in the dossier, as it must tell for twenty years who did what (Jeugdwet 7.3.8), also after the member's
/// account is gone.
package struct MemberFace: Hashable, Sendable {
    package let name: String
    /// In words: "therapeut", "oma van Noor".
    package let function: String
    package let organisation: String?
    package let expectation: String
    package let notTheirTask: String
    /// What they may decide themself.
    package let mandate: String

    package init(
        name: String, function: String, organisation: String? = nil, expectation: String = "",
        notTheirTask: String = "", mandate: String = ""
    ) {
        self.name = name
        self.function = function
        self.organisation = organisation
        self.expectation = expectation
        self.notTheirTask = notTheirTask
        self.mandate = mandate
    }

    /// The same without where they work, which may tell where somebody is.
    var withoutOrganisation: MemberFace {
        MemberFace(
            name: name, function: function, expectation: expectation, notTheirTask: notTheirTask, mandate: mandate)
    }

    /// To be sealed; fields apart by a character that no field holds (U+001F).
    ///
    /// Without a mandate as the release before wrote it, which reads no more than that.
    var text: String {
        let fields = [name, function, organisation ?? "", expectation, notTheirTask]
        return FieldText.joined(mandate.isEmpty ? ["1"] + fields : ["2"] + fields + [mandate])
    }

    init?(text: String) {
        let fields = FieldText.fields(of: text).map(String.init)
        guard fields.first == "1" && fields.count == 6 || fields.first == "2" && fields.count == 7 else { return nil }
        self.init(
            name: fields[1], function: fields[2], organisation: fields[3].isEmpty ? nil : fields[3],
            expectation: fields[4], notTheirTask: fields[5], mandate: fields.count > 6 ? fields[6] : "")
    }
}

/// A member as the reader may know them.
package struct CircleMember: Hashable, Sendable {
    package let membership: Membership
    /// nil when it was erased.
    package let face: MemberFace?
}

/// A person of the family as the reader may know them.
package struct CirclePerson: Hashable, Sendable {
    package let person: Person
    /// nil when it was erased.
    package let name: String?
    package let isCovered: Bool
}

/// Who is around the family, as one reader may know it.
package struct CircleSight: Hashable, Sendable {
    package let persons: [CirclePerson]
    package let ties: [Tie]
    package let members: [CircleMember]
    /// nil when the reader may not know who holds it.
    package let direction: Direction?
    package let firstContact: ID<Account>?
    /// Who is away for a while, and which colleague does their work; of those whom the reader knows.
    package let standIns: [StandsIn]

    /// The name under which somebody with an account is known here.
    package func name(of account: ID<Account>) -> String? {
        person(with: account)?.name
            ?? members.indices.first { members[$0].membership.account == account }.flatMap { members[$0].face?.name }
    }

    // Looked for by place: a page asks for somebody a hundred times, and to copy a face costs more than to pass it by.

    /// The person of the family who signs in with an account.
    package func person(with account: ID<Account>) -> CirclePerson? {
        persons.indices.first { persons[$0].person.account == account }.map { persons[$0] }
    }

    /// The member who signs in with an account; of somebody who left and came back, as they are now.
    package func member(with account: ID<Account>) -> CircleMember? {
        members.indices.last { members[$0].membership.account == account }.map { members[$0] }
    }
}

/// That one member does another's work until they are back.
package struct StandsIn: Hashable, Sendable {
    package let away: ID<Account>
    package let standIn: ID<Account>
    /// The first day on which they are back.
    package let until: Day
}

extension Connection {
    /// The circle as the reader may know it: those they share a covered person with, without who is hidden from them.
    ///
    /// Ended members are left out, unless asked for (the access log names who looked back then).
    package func circle(_ key: borrowing DossierKey, withEnded: Bool = false) throws -> CircleSight {
        let members = try members(key, withEnded: withEnded)
        let persons = try persons(key)
        let accounts = Set(members.map(\.membership.account) + persons.compactMap(\.person.account))
        let direction = try directionSeen(key)?.direction
        let director = direction.flatMap { accounts.contains($0.holder) ? $0 : nil }
        let firstContact = try firstContactNow(key).flatMap { accounts.contains($0) ? $0 : nil }
        return CircleSight(
            persons: persons, ties: try ties(among: Set(persons.map(\.person.id)), key), members: members,
            direction: director, firstContact: firstContact, standIns: try standIns(among: accounts, key))
    }

    private func standIns(among known: Set<ID<Account>>, _ key: borrowing DossierKey) throws -> [StandsIn] {
        try rows(
            """
            SELECT a.account_id, s.account_id, a.until_day FROM stand_in s JOIN absence a ON a.id = s.absence_id
            WHERE s.family_id = \(key.family) AND a.ended_at IS NULL ORDER BY a.until_day, a.id
            """
        ) { StandsIn(away: $0.id(0), standIn: $0.id(1), until: try $0.day(2)) }
        .filter { known.contains($0.away) && known.contains($0.standIn) }
    }

    /// The persons of the family whom the reader reads about or knows by name.
    package func persons(_ key: borrowing DossierKey) throws -> [CirclePerson] {
        let untold = try accountsUntold(key)
        return try key.reading.persons.map { person in
            CirclePerson(
                person: person.account.map(untold.contains) == true ? person.withoutAccount : person,
                name: try key.name(of: person.id), isCovered: key.reading.covered[person.id] != nil)
        }
    }

    private func members(_ key: borrowing DossierKey, withEnded: Bool) throws -> [CircleMember] {
        let rows = try rows(
            """
            SELECT m.id, m.account_id, m.kind, m.organisation_id, m.share, m.from_day, m.until_day, m.ended_at,
                m.part_id, m.face, p.person_id, m.organisation_hidden, r.account_id
            FROM membership m
            LEFT JOIN membership_person p ON p.family_id = m.family_id AND p.membership_id = m.id
            LEFT JOIN membership_organisation_reader r ON r.family_id = m.family_id AND r.membership_id = m.id
                AND r.account_id = \(key.reading.reader)
            WHERE m.family_id = \(key.family) ORDER BY m.id
            """, MemberRow.init(row:))
        return try MemberRow.grouped(rows).sorted(by: MemberRow.areInOrder).compactMap { row in
            let membership = row.membership
            guard withEnded || membership.isActive(on: key.today) else { return nil }
            guard key.reading.knows(membership.id, covering: membership.covers) else { return nil }
            let text = try key.open(row.face, in: row.part, at: .face(of: membership.id, in: key.family))
            let face = text.flatMap(MemberFace.init(text:))
            let mayKnowWhere = !row.hidesOrganisation || membership.account == key.reading.reader
            return mayKnowWhere
                ? CircleMember(membership: membership, face: face)
                : CircleMember(membership: membership.withoutOrganisation, face: face?.withoutOrganisation)
        }
    }

    private func ties(among persons: Set<ID<Person>>, _ key: borrowing DossierKey) throws -> [Tie] {
        try rows(
            "SELECT person_id, kind, other_id FROM tie WHERE family_id = \(key.family) ORDER BY person_id, other_id"
        ) { Tie($0.id(0), Tie.Kind(rawValue: $0.text(1)) ?? .other, of: $0.id(2)) }
        .filter { persons.contains($0.person) && persons.contains($0.other) }
    }
}

/// One row of a member joined with the persons they cover.
private struct MemberRow {
    var membership: Membership
    let part: ID<Part>
    let face: [UInt8]?
    /// The organisation is hidden, and this reader was not let in to know it.
    let hidesOrganisation: Bool

    init(row: borrowing Row) throws {
        membership = Membership(
            id: row.id(0), account: row.id(1), kind: Membership.Kind(rawValue: row.text(2)) ?? .relative,
            organisation: row.ifAny(3) { $0.id($1) },
            covers: Set([row.ifAny(10) { $0.id($1, Person.self) }].compactMap(\.self)),
            share: Share(rawValue: row.int(4)) ?? .contact,
            term: Period(from: try row.day(5), until: try row.ifAny(6) { try $0.day($1) }),
            ended: row.ifAny(7) { $0.moment($1) })
        part = row.id(8)
        face = row.ifAny(9) { $0.bytes($1) }
        hidesOrganisation = row.bool(11) && row.isNull(12)
    }

    /// Who came first stands first; sorted here, as the database would copy all it sorts.
    static func areInOrder(_ one: Self, _ other: Self) -> Bool {
        (one.membership.term.from, one.membership.id) < (other.membership.term.from, other.membership.id)
    }

    static func grouped(_ rows: [Self]) -> [Self] {
        rows.reduce(into: []) { found, row in
            guard let last = found.last, last.membership.id == row.membership.id else { return found.append(row) }
            found[found.count - 1].membership = last.membership.covering(row.membership.covers)
        }
    }
}

extension SealedPlace {
    static func face(of membership: ID<Membership>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("membership", "face", row: membership.text, owner: family.text)
    }
}
