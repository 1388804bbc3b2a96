// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A hold as who decides about it sees it; nil in its texts is what was erased.
package struct HoldSight: Sendable {
    package let family: ID<Family>
    package let hold: Hold
    package let state: Hold.State
    /// Why it was proposed.
    package let reason: String?
    /// What two professionals decided, first decided first.
    package let decisions: [SecondSight]
    /// How those are called who are named in it.
    package let names: [ID<Account>: String]
    package let personNames: [ID<Person>: String]
    /// Whom the reader can ask to decide with them.
    package let candidates: [SecondCandidate]
    /// Whether it waits for the reader's own answer.
    package let isAsked: Bool
    package let reading: Reading
}

/// A hold as it is kept.
struct StoredHold {
    let hold: Hold
    let part: ID<Part>
    let reason: [UInt8]?
}

extension Connection {
    /// All that is or was held in a family, first made first; whoever asks.
    func holds(of family: ID<Family>, only id: ID<Hold>? = nil) throws -> [StoredHold] {
        let from = try pairs("account_id", in: "hold_reader", of: family, Account.self)
        let persons = try pairs("person_id", in: "hold_from_person", of: family, Person.self)
        let about = try pairs("person_id", in: "hold_about", of: family, Person.self)
        return try rows(
            """
            SELECT id, item_kind, item_id, by_id, organisation_id, made_at, review_day, released_at, part_id, reason
            FROM hold WHERE family_id = \(family) AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id))
            ORDER BY made_at, id
            """
        ) { row in
            let id: ID<Hold> = row.id(0)
            guard let kind = ItemName.Kind(rawValue: row.text(1)) else {
                throw DatabaseError.damaged("hold of kind \(row.text(1))")
            }
            let hold = Hold(
                id: id, item: ItemName(kind, stored: row.text(2)), about: about[id] ?? [], from: from[id] ?? [],
                fromPersons: persons[id] ?? [], by: row.id(3), organisation: row.idIfAny(4), made: row.moment(5),
                reviewBy: try row.day(6), released: row.ifAny(7) { $0.moment($1) })
            return StoredHold(hold: hold, part: row.id(8), reason: row.bytesIfAny(9))
        }
    }

    private func pairs<Named>(
        _ column: SQL, in table: SQL, of family: ID<Family>, _: Named.Type
    ) throws -> [ID<Hold>: Set<ID<Named>>] {
        let found = try rows(
            "SELECT hold_id, \(column) FROM \(table) WHERE family_id = \(family) ORDER BY hold_id, \(column)"
        ) { ($0.id(0, Hold.self), $0.id(1, Named.self)) }
        return Dictionary(grouping: found, by: \.0).mapValues { Set($0.map(\.1)) }
    }

    /// Who owes a decision about a hold.
    func owners(of hold: ID<Hold>, in family: ID<Family>) throws -> Set<Promise.Owner> {
        let subjects = Hold.Decision.allCases.map { $0.subject(hold) } + [hold.review]
        return Set(
            try subjects.flatMap { try openPromises(in: ID(as: family), about: $0) }.map(\.promise.owner))
    }

    /// What two professionals decided about a hold; of who is asked now, as it lies with them now.
    func decisions(about hold: ID<Hold>, _ key: borrowing DossierKey) throws -> [SecondSight] {
        let kinds = Hold.Decision.allCases
        let found = try kinds.flatMap { try seconds(about: $0.rawValue, hold.text, key).map(\.sight) }
            .sorted { ($0.second.made, $0.second.id) < ($1.second.made, $1.second.id) }
        return try found.map { sight in
            guard sight.second.isOpen,
                let owed = try openPromises(in: ID(as: key.family), about: sight.second.subject).first
            else { return sight }
            return sight.asking(owed.promise.owner)
        }
    }

    /// A hold with all that is said of it, for who holds a key to decide.
    func sight(_ stored: StoredHold, leading led: ID<Organisation>?, _ key: borrowing DossierKey, _ vault: Vault) throws
        -> HoldSight
    {
        let hold = stored.hold
        let decisions = try decisions(about: hold.id, key)
        let state = hold.state(after: decisions.map(\.second))
        let deciders = decisions.flatMap { [$0.second.first, $0.second.given?.by].compactMap(\.self) }
        let accounts = try accounts(hold.from.union([hold.by]).union(deciders), vault)
        let persons = try hold.about.union(hold.fromPersons).compactMap { person in
            try key.name(of: person).map { (person, $0) }
        }
        var isAsked = false
        if case .waiting(_, let second) = state { isAsked = second.isAsked(key.reading.reader, leading: led) }
        return HoldSight(
            family: key.family, hold: hold, state: state,
            reason: try key.open(stored.reason, in: stored.part, at: .holdReason(of: hold.id, in: key.family)),
            decisions: decisions, names: Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.profile.name) }),
            personNames: Dictionary(uniqueKeysWithValues: persons),
            candidates: try secondProfessionals(about: hold.about, besides: hold.from, key), isAsked: isAsked,
            reading: key.reading)
    }

    /// The professional in charge of safety, whoever asks.
    func inCharge(_ key: borrowing DossierKey) throws -> ID<Account>? {
        try inCharge(of: key.family)
    }

    func inCharge(of family: ID<Family>) throws -> ID<Account>? {
        try row(
            """
            SELECT d.holder_id FROM direction d
            JOIN membership m ON m.family_id = d.family_id AND m.account_id = d.holder_id
            WHERE d.family_id = \(family) AND d.until_day IS NULL AND m.kind = 'professional' AND m.ended_at IS NULL
            ORDER BY d.holder_id
            """
        ) { $0.id(0) }
    }
}

extension SecondSight {
    /// The same, where what was owed lies with another now.
    fileprivate func asking(_ owner: Promise.Owner) -> SecondSight {
        let moved = SecondProfessional(
            id: second.id, subject: second.subject, first: second.first, asked: owner, made: second.made, given: nil)
        return SecondSight(second: moved, reason: reason, answerReason: answerReason)
    }
}

extension ID<Hold> {
    /// What is promised about it: to decide whether it stays.
    package var review: Promise.Subject { Promise.Subject(kind: "hold", id: text) }
}

extension SealedPlace {
    static func holdReason(of hold: ID<Hold>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("hold", "reason", row: hold.text, owner: family.text)
    }
}
