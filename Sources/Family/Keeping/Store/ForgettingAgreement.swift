// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Somebody whose yes it takes, and who has not said it.
package struct AwaitedHolder: Hashable, Sendable {
    package let person: ID<Person>
    /// nil when it was erased.
    package let name: String?
    /// Whether they are asked here; else a professional asks them in a talk, and writes down what they say.
    package let isAsked: Bool
}

/// What somebody is asked who must agree: that it is asked, about whom and by whom; never why.
package struct ForgettingToAgree: Sendable {
    package let family: ID<Family>
    package let forgetting: Forgetting
    package let circle: CircleSight
    package let reading: Reading
}

extension Connection {
    /// Whose yes it takes that what is about somebody is erased, whoever asks.
    func mustAgreeToForget(
        _ person: ID<Person>, in family: ID<Family>, on day: Day, _ vault: Vault
    ) throws -> WhoMustAgree {
        let part = try row("SELECT part_id FROM person WHERE family_id = \(family) AND id = \(person)") {
            $0.id(0, Part.self)
        }
        let parts = [part].compactMap(\.self)
        let keys = try vault.keys(of: parts.map { ID(as: $0) })
        let birth = try birthsOrUnknown(in: parts, of: family, keys).first?.1 ?? .unknown
        let isUnable = try unable(in: family, on: day).contains(person) && Inability.concerns(birth, on: day)
        return WhoMustAgree(
            about: Person(id: person, account: nil, birth: birth),
            authority: try authorities(of: family).first { $0.child == person },
            ability: isUnable ? .notAble(representatives: []) : .able, on: day)
    }

    /// How far those are whose yes a request takes.
    func agreement(
        on forgetting: Forgetting, of mustAgree: WhoMustAgree, in family: ID<Family>
    ) throws -> Forgetting.Agreement {
        let asker = try row(
            """
            SELECT id FROM person WHERE family_id = \(family) AND account_id = \(forgetting.asker) ORDER BY id LIMIT 1
            """
        ) { $0.id(0, Person.self) }
        let answers = try rows(
            """
            SELECT person_id, is_yes FROM forgetting_answer
            WHERE family_id = \(family) AND forgetting_id = \(forgetting.id) ORDER BY person_id
            """
        ) { ($0.id(0, Person.self), $0.bool(1)) }
        return forgetting.agreement(
            of: mustAgree, asker: asker, answers: Dictionary(uniqueKeysWithValues: answers))
    }

    /// Each who must agree, signs in and reads about the person owes an answer, known to who owes it and who asked.
    func askOthers(
        whoMustAgree mustAgree: WhoMustAgree, to forgetting: Forgetting, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard case .waits(let others) = try agreement(on: forgetting, of: mustAgree, in: key.family) else { return }
        let asked = others.subtracting(try refusedReaders(of: [forgetting.person], key))
        for account in try accounts(ofPersons: asked, key).values.sorted() {
            let owed = Promise(
                id: ids.next(at: now), kind: .answerForgetting, owner: .account(account),
                receiver: .account(forgetting.asker), subject: forgetting.id.promised,
                urgency: .agreed(Moment(now.day + Forgetting.daysToAgree, hour: 17)), made: now)
            try make(owed, about: [], saying: "", by: nil, key, vault)
        }
    }

    /// Who has not answered, for who decides.
    func awaited(
        _ agreement: Forgetting.Agreement, on forgetting: Forgetting, _ key: borrowing DossierKey
    ) throws -> [AwaitedHolder] {
        guard case .waits(let persons) = agreement else { return [] }
        let owners = try ownersOfAnswers(on: forgetting.id, key.family)
        let accounts = try accounts(ofPersons: persons, key)
        return try persons.sorted().map { person in
            AwaitedHolder(
                person: person, name: try key.name(of: person),
                isAsked: accounts[person].map { owners.contains(.account($0)) } ?? false)
        }
    }

    private func ownersOfAnswers(on id: ID<Forgetting>, _ family: ID<Family>) throws -> Set<Promise.Owner> {
        Set(
            try openPromises(in: ID(as: family), about: id.promised).map(\.promise)
                .filter { $0.kind == .answerForgetting }.map(\.owner))
    }

    /// A request for somebody who owes a yes or a no to it, and whose yes it takes now; nil for anybody else.
    ///
    /// Who held authority when it was asked may hold it no more; a child who turned 12 decides themself.
    package func forgettingToAgree(
        _ id: ID<Forgetting>, _ key: borrowing DossierKey
    ) throws -> ForgettingToAgree? {
        guard let forgetting = try storedForgettings(in: key.family, only: id).first?.forgetting,
            forgetting.state == .asked, let own = key.reading.ownPerson,
            key.reading.covered[forgetting.person] != nil,
            try ownersOfAnswers(on: id, key.family).contains(.account(key.reading.reader)),
            let must = try whoMustAgree(to: .share, key)[forgetting.person],
            case .waits(let others) = try agreement(on: forgetting, of: must, in: key.family), others.contains(own)
        else { return nil }
        return ForgettingToAgree(
            family: key.family, forgetting: forgetting, circle: try circle(key), reading: key.reading)
    }

    /// Says a yes or a no to it: a no refuses it, and nobody owes anything about it any more.
    ///
    /// - Throws: ``Forgetting/Refusal``
    package func answerForgetting(
        _ id: ID<Forgetting>, isYes: Bool, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let asked = try forgettingToAgree(id, key)?.forgetting, let own = key.reading.ownPerson else {
            throw Forgetting.Refusal.notYours
        }
        let owed = try openPromises(in: ID(as: key.family), about: id.promised).filter {
            $0.promise.kind == .answerForgetting && $0.promise.owner == .account(key.reading.reader)
        }
        for stored in owed { try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault) }
        try note(isYes, of: own, on: asked, at: now, key, vault)
    }

    /// Writes down what somebody said whose yes it takes.
    func note(
        _ isYes: Bool, of person: ID<Person>, on asked: Forgetting, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        try execute(
            """
            INSERT INTO forgetting_answer (family_id, forgetting_id, person_id, is_yes, answered_at, noted_by)
            VALUES (\(key.family), \(asked.id), \(person), \(isYes), \(now), \(key.reading.reader))
            """)
        if isYes {
            try journal(.forgettingDecided, asked, at: now, key, vault)
        } else {
            try save(try asked.becoming(.refused, at: now), key, vault)
        }
    }
}
