// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What is decided, with what is needed to judge it.
package enum DecisionMatter: Hashable, Sendable {
    case readingRefusal(ReadingRefusal)
    case direction(DirectionToConfirm)
    case ground(GroundUse, ConsentLetter?)
    case notAsked(NotAsked, ConsentLetter?)
    case withholding(Withholding, what: String?)
    case invitation(Invitation, InvitationLetter?)
    case indication(RiskIndication, AssessedRisk?)
}

/// What a second professional is asked, for who asks and who answers.
package struct DecisionSight: Sendable {
    package let family: ID<Family>
    package let id: ID<Decided>
    package let matter: DecisionMatter
    package let second: SecondProfessional
    /// Why it was proposed; nil when that was erased.
    package let reason: String?
    package let answerReason: String?
    /// Whether it still waits: it is not answered, and nobody took it back.
    package let isOpen: Bool
    /// Whether it waits for the reader's own answer.
    package let isAsked: Bool
    package let persons: Set<ID<Person>>
    package let names: [ID<Account>: String]
    package let personNames: [ID<Person>: String]
    package let organisations: [ID<Organisation>: String]
    package let reader: ID<Account>
}

/// What was asked of a second professional, before any key was handed out.
struct AskedDecision {
    let decided: Decided
    let second: SecondProfessional
    /// Who owes the answer now; nil once nobody does.
    let owner: Promise.Owner?
}

extension Connection {
    /// What was asked about something, last asked first; whoever asks.
    func askedDecision(_ id: ID<Decided>, in family: ID<Family>) throws -> AskedDecision? {
        let kinds = Decided.allCases.map(\.rawValue)
        let found = try rows(
            """
            SELECT \(SecondProfessional.columns) FROM second_professional
            WHERE family_id = \(family) AND subject_kind IN \(list: kinds) AND subject_id = \(id)
            ORDER BY made_at DESC, id DESC
            """, SecondProfessional.init(row:)
        ).first
        guard let second = found, let decided = Decided(rawValue: second.subject.kind) else { return nil }
        // Who owes or owed the answer: it may have been handed on since it was asked.
        let owed = try row(
            """
            SELECT owner_account, owner_organisation, settled_at IS NULL AND closed_at IS NULL FROM promise
            WHERE space = \(family) AND subject_kind = \(second.subject.kind) AND subject = \(second.subject.id)
                AND kind = \(PromiseKind.confirmDecision.rawValue) ORDER BY made_at DESC, id DESC LIMIT 1
            """
        ) { row -> (owner: Promise.Owner, isOpen: Bool) in
            (row.isNull(0) ? .organisation(row.id(1)) : .account(row.id(0)), row.bool(2))
        }
        return AskedDecision(
            decided: decided, second: owed.map { second.lying(with: $0.owner) } ?? second,
            owner: owed.flatMap { $0.isOpen ? $0.owner : nil })
    }

    /// Hands the key with which it is decided about something, to who asks and who answers.
    func withDecisionKey<Value>(
        of id: ID<Decided>, in family: ID<Family>, for look: Look, _ vault: Vault,
        _ body: (borrowing DossierKey, AskedDecision, ID<Organisation>?) throws -> Value?
    ) throws -> Value? {
        guard let asked = try askedDecision(id, in: family) else { return nil }
        let lead = try leads(look, in: family)
        let persons = try persons(of: asked.decided, id, in: family)
        return try withDecidingKey(
            about: persons.about.union(persons.named), in: family, for: look, vault,
            mayDecide: { standing in
                guard !standing.held.items.contains(asked.decided.item(id)) else { return false }
                let about = asked.decided == .direction ? nil : persons.about
                return asked.second.isSeen(by: lead.onlooker(standing, about: about, look))
            },
            { key in try body(key, asked, lead.led) }) ?? nil
    }

    /// Who is no longer there for any of those it is about decides and answers no more: team leads of the organisation
    /// that it falls back on do.
    func handOnDecisions(askedOf account: ID<Account>, _ key: borrowing DossierKey) throws {
        let covered = try memberships(of: account, in: [key.family]).map(\.membership)
            .filter { $0.isActive(on: key.today) }.reduce(into: Set<ID<Person>>()) { $0.formUnion($1.covers) }
        for stored in try openPromises(in: ID(as: key.family)) {
            let promise = stored.promise
            guard [.confirmDecision, .decideForgetting].contains(promise.kind), promise.owner == .account(account),
                let lead = promise.fallback, let about = try persons(of: promise.subject, in: key.family),
                about.isDisjoint(with: covered)
            else { continue }
            try save(try promise.handedOver(to: .organisation(lead)), of: stored)
        }
    }

    /// Whom a decision is about; nil where anybody of the circle decides.
    private func persons(of subject: Promise.Subject, in family: ID<Family>) throws -> Set<ID<Person>>? {
        if subject.kind == ItemName.Kind.forgetting.rawValue {
            return Set(try storedForgettings(in: family, only: ID(stored: subject.id)).map(\.forgetting.person))
        }
        guard let decided = Decided(rawValue: subject.kind), decided != .direction else { return nil }
        return try persons(of: decided, ID(stored: subject.id), in: family).about
    }

    /// Whom it is about, and who is named in it besides.
    private func persons(
        of decided: Decided, _ id: ID<Decided>, in family: ID<Family>
    ) throws -> (about: Set<ID<Person>>, named: Set<ID<Person>>) {
        let found = try rows(whom(decided, id, in: family)) { ($0.id(0, Person.self), $0.idIfAny(1, Person.self)) }
        return (Set(found.map(\.0)), Set(found.compactMap(\.1)))
    }

    private func whom(_ decided: Decided, _ id: ID<Decided>, in family: ID<Family>) -> SQL {
        switch decided {
        case .readingRefusal:
            "SELECT child_id, parent_id FROM reading_refusal WHERE family_id = \(family) AND id = \(id) ORDER BY id"
        case .ground:
            """
            SELECT person_id, NULL FROM ground_use_person WHERE family_id = \(family) AND use_id = \(id)
            ORDER BY person_id
            """
        case .notAsked:
            """
            SELECT a.person_id, p.person_id FROM not_asked n
            JOIN not_asked_about a ON a.family_id = n.family_id AND a.not_asked_id = n.id
            JOIN consent_person p ON p.family_id = n.family_id AND p.consent_id = n.consent_id
            WHERE n.family_id = \(family) AND n.id = \(id)
            UNION SELECT a.person_id, n.who_id FROM not_asked n
            JOIN not_asked_about a ON a.family_id = n.family_id AND a.not_asked_id = n.id
            WHERE n.family_id = \(family) AND n.id = \(id) ORDER BY 1, 2
            """
        case .invitation:
            """
            SELECT p.person_id, a.person_id FROM invitation_person p
            LEFT JOIN invitation_apart a ON a.family_id = p.family_id AND a.invitation_id = p.invitation_id
            WHERE p.family_id = \(family) AND p.invitation_id = \(id) ORDER BY 1, 2
            """
        case .withholding:
            "SELECT person_id, NULL FROM withholding WHERE family_id = \(family) AND id = \(id) ORDER BY id"
        case .indication:
            "SELECT person_id, NULL FROM risk_indication WHERE family_id = \(family) AND id = \(id) ORDER BY id"
        case .direction:
            "SELECT id, NULL FROM person WHERE family_id = \(family) ORDER BY id"
        }
    }

    /// What is asked, for who holds a key to decide.
    func sight(
        _ id: ID<Decided>, _ asked: AskedDecision, leading led: ID<Organisation>?, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws -> DecisionSight? {
        let found = try matter(of: asked.decided, id, key)
        guard let (matter, reason) = found else { return nil }
        let (second, reader) = (asked.second, key.reading.reader)
        let said = try seconds(about: second.subject.kind, id.text, key).last?.sight.answerReason
        let isOpen = second.isOpen && asked.owner != nil
        let accounts = try accounts(
            Set([second.first, second.given?.by, second.asked.account].compactMap(\.self)), vault)
        let persons = try key.reading.covered.keys.compactMap { person in
            try key.name(of: person).map { (person, $0) }
        }
        let teams = try organisations([second.asked.organisation].compactMap(\.self))
        return DecisionSight(
            family: key.family, id: id, matter: matter, second: second, reason: reason, answerReason: said,
            isOpen: isOpen, isAsked: isOpen && reader != second.first && second.isAsked(reader, leading: led),
            persons: Set(key.reading.covered.keys),
            names: Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.profile.name) }),
            personNames: Dictionary(uniqueKeysWithValues: persons),
            organisations: Dictionary(uniqueKeysWithValues: teams.map { ($0.id, $0.name) }), reader: reader)
    }

    private func matter(
        of decided: Decided, _ id: ID<Decided>, _ key: borrowing DossierKey
    ) throws -> (DecisionMatter, reason: String?)? {
        switch decided {
        case .readingRefusal:
            try readingRefusal(ID(as: id), key).map { (.readingRefusal($0.refusal), $0.reason) }
        case .direction: try directionToConfirm(ID(as: id), key).map { (.direction($0), $0.reason) }
        case .notAsked: try notAsked(ID(as: id), key).map { (.notAsked($0.0, $0.letter), $0.reason) }
        case .withholding:
            try withholdings(from: nil, ID(as: id), key).first.map {
                (.withholding($0.withholding, what: $0.what), $0.reason)
            }
        case .invitation:
            try kept(ID(as: id), key).map { kept in
                let second = try seconds(about: decided.rawValue, id.text, key).last
                return (.invitation(kept.invitation, kept.letter), second?.sight.reason)
            }
        case .indication:
            try keptIndications(in: key.family, only: ID(as: id)).first.map { kept in
                let assessed = try opened(kept, key).assessed
                return (.indication(kept.indication, assessed), assessed?.outcome)
            }
        case .ground:
            try allGroundUses(ID(as: id), key).first.map { (.ground($0.use, $0.letter), $0.letter?.purpose) }
        }
    }

    /// What follows from the answer of a second professional.
    func carryOut(
        _ second: SecondProfessional, about sight: DecisionSight, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        switch sight.matter {
        case .readingRefusal(let refusal): try follow(refusal, second, at: now, ids: ids, key, vault)
        case .direction(let asked): try follow(asked, second, at: now, ids: ids, key, vault)
        case .ground(let use, _): try follow(use, at: now, key, vault)
        case .withholding(let withholding, _): try follow(withholding, second, at: now, ids: ids, key, vault)
        case .notAsked(let notAsked, _):
            try follow(notAsked, second, at: now, ids: ids, vault, in: key.family)
        case .indication(let indication, _):
            try follow(indication, second, at: now, ids: ids, key, vault)
        case .invitation(let invitation, _):
            try follow(invitation.id, second, at: now, ids: ids, vault, in: key.family)
        }
    }
}
