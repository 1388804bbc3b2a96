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
        let owed = try openPromises(in: ID(as: family), about: second.subject).first {
            $0.promise.kind == .confirmDecision
        }
        return AskedDecision(
            decided: decided, second: owed.map { second.lying(with: $0.promise.owner) } ?? second,
            owner: owed?.promise.owner)
    }

    /// Hands the key with which it is decided about something, to who asks and who answers.
    func withDecisionKey<Value>(
        of id: ID<Decided>, in family: ID<Family>, for look: Look, _ vault: Vault,
        _ body: (borrowing DossierKey, AskedDecision, ID<Organisation>?) throws -> Value?
    ) throws -> Value? {
        guard let asked = try askedDecision(id, in: family) else { return nil }
        let lead = try leads(look, in: family)
        return try withDecidingKey(
            about: try persons(of: asked.decided, id, in: family), in: family, for: look, vault,
            mayDecide: { asked.second.isSeen(by: lead.onlooker($0, look)) },
            { key in try body(key, asked, lead.led) }) ?? nil
    }

    /// Whom it is about, with those who are named in it.
    private func persons(of decided: Decided, _ id: ID<Decided>, in family: ID<Family>) throws -> Set<ID<Person>> {
        let found: [[ID<Person>]] =
            switch decided {
            case .readingRefusal:
                try rows(
                    """
                    SELECT child_id, parent_id FROM reading_refusal WHERE family_id = \(family) AND id = \(id)
                    ORDER BY id
                    """
                ) { [$0.id(0), $0.id(1)] }
            case .ground:
                try rows(
                    """
                    SELECT person_id FROM ground_use_person WHERE family_id = \(family) AND use_id = \(id)
                    ORDER BY person_id
                    """
                ) { [$0.id(0)] }
            case .notAsked:
                try rows(
                    """
                    SELECT n.who_id, p.person_id FROM not_asked n
                    JOIN consent_person p ON p.family_id = n.family_id AND p.consent_id = n.consent_id
                    WHERE n.family_id = \(family) AND n.id = \(id) ORDER BY p.person_id
                    """
                ) { [$0.id(0), $0.id(1)] }
            case .withholding:
                try rows(
                    "SELECT person_id FROM withholding WHERE family_id = \(family) AND id = \(id) ORDER BY id"
                ) { [$0.id(0)] }
            case .direction:
                try rows("SELECT id FROM person WHERE family_id = \(family) ORDER BY id") { [$0.id(0)] }
            }
        return Set(found.joined())
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
        case .withholding(let withholding, _): try follow(withholding, at: now, key, vault)
        case .notAsked(let notAsked, _):
            try follow(notAsked, second, at: now, ids: ids, vault, in: key.family)
        }
    }
}
