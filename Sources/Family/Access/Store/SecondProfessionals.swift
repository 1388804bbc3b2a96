// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Who can be asked to decide as a second professional.
package struct SecondCandidate: Hashable, Sendable {
    package let asked: Promise.Owner
    /// Of a colleague their name; of an organisation how it is called.
    package let name: String
    /// What a colleague does here.
    package let function: String?

    /// How a form names them: `account.…`, `organisation.…`.
    package var value: String { asked.formValue }
}

extension Promise.Owner {
    package var formValue: String {
        switch self {
        case .account(let account): "account.\(account)"
        case .organisation(let organisation): "organisation.\(organisation)"
        }
    }

    /// Reads what ``formValue`` wrote; nil for anything else.
    package init?(formValue: String) {
        let parts = formValue.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "account":
            guard let account = ID<Account>(parts[1]) else { return nil }
            self = .account(account)
        case "organisation":
            guard let organisation = ID<Organisation>(parts[1]) else { return nil }
            self = .organisation(organisation)
        default: return nil
        }
    }
}

/// What was asked of a second professional, with the reasons in words; nil where these were erased.
package struct SecondSight: Hashable, Sendable {
    package let second: SecondProfessional
    package let reason: String?
    package let answerReason: String?
}

extension Connection {
    /// Whom the reader can ask to decide with them about these persons, colleagues of the circle first.
    ///
    /// Who is missing would tell that something is kept from them: so nobody is left out but for what is decided now.
    ///
    /// - Parameter keptOut: besides who is of the family.
    package func secondProfessionals(
        about persons: Set<ID<Person>>, besides keptOut: Set<ID<Account>> = [], _ key: borrowing DossierKey
    ) throws -> [SecondCandidate] {
        guard key.reading.decidesWithSecond else { return [] }
        let circle = try circle(key)
        var leads: [ID<Organisation>: Set<ID<Account>>] = [:]
        if let own = key.reading.onBehalfOf {
            let work = try professionals(in: own, on: key.today).filter { $0.function == .teamLead }
            leads[own] = Set(work.map(\.account))
        }
        let candidates = SecondProfessional.candidates(
            besides: key.reading.reader, about: persons, among: circle.members.map(\.membership), leads: leads,
            keptOut: keptOut.union(try accountsOfPersons(in: key.family)), on: key.today)
        let colleagues = circle.members.filter { candidates.contains(.account($0.membership.account)) }.map {
            SecondCandidate(
                asked: .account($0.membership.account), name: $0.face?.name ?? "", function: $0.face?.function)
        }
        let led = try organisations(leads.keys.filter { candidates.contains(.organisation($0)) }).map {
            SecondCandidate(asked: .organisation($0.id), name: $0.name, function: nil)
        }
        return colleagues + led
    }

    /// With what those of a family sign in.
    func accountsOfPersons(in family: ID<Family>) throws -> Set<ID<Account>> {
        Set(
            try rows(
                """
                SELECT account_id FROM person WHERE family_id = \(family) AND account_id IS NOT NULL
                ORDER BY account_id
                """
            ) { $0.id(0) })
    }

    /// Asks a second professional: what is decided, why, and the promise to answer.
    ///
    /// The promise is known to who owes it and to nobody else.
    package func ask(
        _ second: SecondProfessional, because reason: PlainText?, in part: ID<Part>, urgency: PromiseUrgency = .day,
        promise id: ID<Promise>, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let sealed = try reason.map {
            try key.seal($0.text, in: part, at: .secondReason(of: second.id, in: key.family))
        }
        try execute(
            """
            INSERT INTO second_professional (family_id, id, subject_kind, subject_id, first_id, asked_account,
                asked_organisation, made_at, part_id, reason, answer, answered_by, answered_at)
            VALUES (\(key.family), \(second.id), \(second.subject.kind), \(second.subject.id), \(second.first),
                \(second.asked.account), \(second.asked.organisation), \(second.made), \(part), \(sealed),
                \(second.given?.answer.rawValue), \(second.given?.by), \(second.given?.at))
            """)
        guard second.isOpen else { return }
        let organisation = second.asked.organisation ?? key.reading.onBehalfOf
        let promise = Promise(
            id: id, kind: .confirmDecision, owner: second.asked,
            receiver: organisation.map { .organisation($0) } ?? .account(second.first), subject: second.subject,
            urgency: urgency, made: second.made, fallback: organisation)
        try make(promise, about: [], saying: "", by: nil, key, vault)
    }

    /// Writes down what the second professional answered, and keeps their promise.
    ///
    /// - Parameter key: the one with which they decide (`DossierKey`, `withSecondKey`).
    package func answer(
        _ second: SecondProfessional, because reason: PlainText?, in part: ID<Part>, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard let given = second.given else { return }
        let sealed = try reason.map {
            try key.seal($0.text, in: part, at: .secondAnswer(of: second.id, in: key.family))
        }
        let changed = try execute(
            """
            UPDATE second_professional
            SET answer = \(given.answer.rawValue), answered_by = \(given.by), answered_at = \(given.at),
                answer_reason = \(sealed)
            WHERE family_id = \(key.family) AND id = \(second.id) AND answer IS NULL
            """)
        guard changed == 1 else { throw SecondProfessional.Refusal.answeredBefore }
        try dropSecond(about: second.subject, at: given.at, key)
    }

    /// All that second professionals were asked about some subjects, first asked first.
    package func seconds(
        about kind: String, _ id: String? = nil, _ key: borrowing DossierKey
    ) throws -> [(part: ID<Part>, sight: SecondSight)] {
        let rows = try rows(
            """
            SELECT \(SecondProfessional.columns), part_id, reason, answer_reason FROM second_professional
            WHERE family_id = \(key.family) AND subject_kind = \(kind)
                AND (CAST(\(id) AS TEXT) IS NULL OR subject_id = \(id))
            ORDER BY made_at, id
            """
        ) { row in
            (
                try SecondProfessional(row: row), row.id(10, Part.self), row.bytesIfAny(11), row.bytesIfAny(12)
            )
        }
        return try rows.map { second, part, reason, answer in
            let place = SealedPlace.secondReason(of: second.id, in: key.family)
            let answerPlace = SealedPlace.secondAnswer(of: second.id, in: key.family)
            return (
                part,
                SecondSight(
                    second: second, reason: try key.open(reason, in: part, at: place),
                    answerReason: try key.open(answer, in: part, at: answerPlace))
            )
        }
    }

    /// Whoever was asked about it owes no answer any more: it was taken back, or is over.
    func dropSecond(about subject: Promise.Subject, at now: Moment, _ key: borrowing DossierKey) throws {
        for stored in try openPromises(in: ID(as: key.family), about: subject)
        where stored.promise.kind == .confirmDecision {
            try save(try stored.promise.settled(at: now), of: stored)
        }
    }

    /// Empties why something was decided and confirmed, in these parts; that it was stays.
    func emptySeconds(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE second_professional SET reason = NULL, answer_reason = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts)
                AND (reason IS NOT NULL OR answer_reason IS NOT NULL)
            """)
    }
}

extension SecondProfessional {
    static let columns: SQL = """
        id, subject_kind, subject_id, first_id, asked_account, asked_organisation, made_at, answer, answered_by,
        answered_at
        """

    /// Reads ``columns``.
    init(row: borrowing Row) throws {
        let asked: Promise.Owner =
            row.isNull(4) ? .organisation(row.id(5)) : .account(row.id(4))
        let answer = row.ifAny(7) { $0.text($1) }.flatMap(Answer.init(rawValue:))
        var given: Given?
        if let answer, let by = row.idIfAny(8, Account.self) { given = Given(answer, by: by, at: row.moment(9)) }
        self.init(
            id: row.id(0), subject: Promise.Subject(kind: row.text(1), id: row.text(2)), first: row.id(3),
            asked: asked, made: row.moment(6), given: given)
    }
}

extension SealedPlace {
    static func secondReason(of second: ID<SecondProfessional>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("second_professional", "reason", row: second.text, owner: family.text)
    }
    fileprivate static func secondAnswer(of second: ID<SecondProfessional>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("second_professional", "answer_reason", row: second.text, owner: family.text)
    }
}
