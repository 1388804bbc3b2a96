// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What a consent says in words: with whom, what, and what for.
package struct ConsentLetter: Hashable, Sendable {
    package let party: String
    package let what: String
    package let purpose: String

    package init(party: String, what: String, purpose: String) {
        self.party = party
        self.what = what
        self.purpose = purpose
    }

    var text: String { FieldText.joined(["1", party, what, purpose]) }

    init?(text: String) {
        let fields = FieldText.fields(of: text).map(String.init)
        guard fields.count == 4, fields[0] == "1" else { return nil }
        self.init(party: fields[1], what: fields[2], purpose: fields[3])
    }
}

/// A consent as it is kept, and who must agree to it now.
package struct KeptConsent: Hashable, Sendable {
    package let consent: Consent
    /// nil of a member, who is known by their face in the circle; and when it was erased.
    package let letter: ConsentLetter?
    /// For the persons about whom the reader reads.
    package let mustAgree: [ID<Person>: WhoMustAgree]
    /// Who took it back for a person, or ended what rested on it.
    package let endedBy: [ID<Person>: ID<Account>]
    package let version: Int
    /// Who is not asked, as professionals decided.
    package let notAsked: [NotAsked]

    /// About whom the log says that somebody looked at it: about nobody where somebody is left out, as a line in their log
    /// would tell them.
    package var logged: Set<ID<Person>> { notAsked.contains(where: \.isKept) ? [] : consent.persons }

    /// How it stands for a person.
    package func outcome(for person: ID<Person>, at now: Moment) -> Consent.Outcome {
        consent.outcome(for: person, mustAgree[person] ?? .nobody(.authorityNotNoted), at: now)
    }

    /// The persons about whom somebody of the family still owes an answer.
    package func awaited(of own: ID<Person>?, at now: Moment) -> [ID<Person>] {
        guard let own else { return [] }
        return consent.persons.sorted().filter { person in
            if person == own, consent.asksAnew(person, at: now) { return true }
            guard case .waits(let others) = outcome(for: person, at: now) else { return false }
            return others.contains(own)
        }
    }
}

extension Connection {
    /// The consents of a family that the reader may know of, latest asked first.
    package func consents(_ key: borrowing DossierKey) throws -> [KeptConsent] { try consents(nil, key) }

    /// One consent; nil where the reader may not know of it.
    package func consent(_ id: ID<Consent>, _ key: borrowing DossierKey) throws -> KeptConsent? {
        try consents(id, key).first
    }

    private func consents(_ id: ID<Consent>?, _ key: borrowing DossierKey) throws -> [KeptConsent] {
        let rows = try rows(
            """
            SELECT id, asked, by_id, membership_id, share, part_id, letter, made_at, until_day, version FROM consent
            WHERE family_id = \(key.family) AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id))
            ORDER BY made_at DESC, id DESC
            """, ConsentRow.init(row:))
        guard !rows.isEmpty else { return [] }
        let persons = Dictionary(grouping: try consentPersons(id, key), by: \.consent)
        let answers = Dictionary(grouping: try consentAnswers(id, key), by: \.consent)
        let must = try Dictionary(
            uniqueKeysWithValues: Set(rows.map(\.asked)).map { ($0, try whoMustAgree(to: $0, key)) })
        let hidden = try accountsHidden(key)
        let lines = try lines(key)
        let unasked = Dictionary(grouping: try notAsked(in: id, key), by: \.consent)
        return try rows.compactMap { row in
            let leftOut = unasked[row.id] ?? []
            guard !leftOut.contains(where: { $0.isKept && $0.who == key.reading.ownPerson }) else { return nil }
            let about = persons[row.id] ?? []
            let consent = row.consent(about, (answers[row.id] ?? []).map(\.given), lines)
            let mustAgree = (must[row.asked] ?? [:]).filter { consent.persons.contains($0.key) }
            guard !hidden.contains(row.by), key.reading.maySee(consent, mustAgree, on: key.today) else { return nil }
            let letter = try key.open(row.letter, in: row.part, at: .letter(of: row.id, in: key.family))
            return KeptConsent(
                consent: consent, letter: letter.flatMap(ConsentLetter.init(text:)), mustAgree: mustAgree,
                endedBy: about.reduce(into: [:]) { $0[$1.person] = $1.endedBy }, version: row.version,
                notAsked: leftOut)
        }
    }

    /// The last birthday that gave each of the persons the reader covers more to decide.
    ///
    /// While it is recorded that they can't judge, none does until they are 18.
    private func lines(_ key: borrowing DossierKey) throws -> [ID<Person>: Birthday] {
        let unable = try unable(in: key.family, on: key.today)
        return key.reading.persons.reduce(into: [:]) { lines, person in
            guard key.reading.covered[person.id] != nil,
                let line = Birthday.last(of: person.birth, on: key.today),
                line.age == .eighteen || !unable.contains(person.id)
            else { return }
            lines[person.id] = line
        }
    }

    /// Who must agree to what is asked, for each of the persons whom the reader covers.
    package func whoMustAgree(to asked: Asked, _ key: borrowing DossierKey) throws -> [ID<Person>: WhoMustAgree] {
        let (family, day) = (key.family, key.today)
        let authorities = try authorities(of: family)
        let unable = try unable(in: family, on: day)
        let orders = asked == .measure ? try orders(in: family, on: day) : []
        let covered = key.reading.persons.filter { key.reading.covered[$0.id] != nil }
        // Of help and sharing alone: a measure of the court asks nobody.
        let answered = asked == .measure ? [] : key.reading.answersFor.intersection(unable)
        let others = answered.map { person in
            (person, WhoMustAgree(holdersOf: authorities.first { $0.child == person }))
        }
        return covered.reduce(into: Dictionary(uniqueKeysWithValues: others)) { agreements, person in
            let isUnable = unable.contains(person.id) && Inability.concerns(person.birth, on: day)
            agreements[person.id] = WhoMustAgree(
                to: asked, about: person, authority: authorities.first { $0.child == person.id },
                ability: isUnable ? .notAble(representatives: []) : .able,
                order: orders.first { $0.child == person.id }, on: day)
        }
    }

    private func consentPersons(_ id: ID<Consent>?, _ key: borrowing DossierKey) throws -> [PersonRow] {
        try rows(
            """
            SELECT consent_id, person_id, agreed_at, ended_at, ended_by, exception FROM consent_person
            WHERE family_id = \(key.family) AND (CAST(\(id) AS TEXT) IS NULL OR consent_id = \(id))
            ORDER BY consent_id, person_id
            """
        ) { row in
            PersonRow(
                consent: row.id(0), person: row.id(1), agreed: row.ifAny(2) { $0.moment($1) },
                ended: row.ifAny(3) { $0.moment($1) }, endedBy: row.idIfAny(4),
                exception: row.ifAny(5) { $0.text($1) }.flatMap(HelpException.init(rawValue:)))
        }
    }

    private func consentAnswers(_ id: ID<Consent>?, _ key: borrowing DossierKey) throws -> [AnswerRow] {
        try rows(
            """
            SELECT consent_id, person_id, by_person_id, answer, how, at, noted_by, second_id FROM consent_answer
            WHERE family_id = \(key.family) AND (CAST(\(id) AS TEXT) IS NULL OR consent_id = \(id))
            ORDER BY consent_id, number
            """
        ) { row in
            AnswerRow(
                consent: row.id(0),
                given: Consent.Given(
                    about: row.id(1), by: row.id(2), Consent.Answer(rawValue: row.text(3)) ?? .no,
                    Consent.How(rawValue: row.text(4)) ?? .inRondom, at: row.moment(5), notedBy: row.idIfAny(6),
                    second: row.idIfAny(7)))
        }
    }
}

private struct PersonRow {
    let consent: ID<Consent>
    let person: ID<Person>
    let agreed: Moment?
    let ended: Moment?
    let endedBy: ID<Account>?
    let exception: HelpException?
}

private struct AnswerRow {
    let consent: ID<Consent>
    let given: Consent.Given
}

private struct ConsentRow {
    let id: ID<Consent>
    let asked: Asked
    let by: ID<Account>
    let membership: ID<Membership>?
    let share: Share?
    let part: ID<Part>
    let letter: [UInt8]?
    let made: Moment
    let until: Day?
    let version: Int

    init(row: borrowing Row) throws {
        id = row.id(0)
        asked = Asked(rawValue: row.text(1)) ?? .share
        by = row.id(2)
        membership = row.idIfAny(3)
        share = row.ifAny(4) { $0.int($1) }.flatMap(Share.init(rawValue:))
        part = row.id(5)
        letter = row.bytesIfAny(6)
        made = row.moment(7)
        until = try row.ifAny(8) { try $0.day($1) }
        version = row.int(9)
    }

    func consent(
        _ persons: [PersonRow], _ given: [Consent.Given], _ lines: [ID<Person>: Birthday]
    ) -> Consent {
        Consent(
            id: id, asked: asked, by: by, persons: Set(persons.map(\.person)), share: share, membership: membership,
            made: made, until: until, given: given,
            agreed: persons.reduce(into: [:]) { $0[$1.person] = $1.agreed },
            ended: persons.reduce(into: [:]) { $0[$1.person] = $1.ended },
            decided: persons.reduce(into: [:]) { $0[$1.person] = $1.exception }, lines: lines)
    }
}

extension SealedPlace {
    static func letter(of consent: ID<Consent>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("consent", "letter", row: consent.text, owner: family.text)
    }
    static func exception(of consent: ID<Consent>, _ person: ID<Person>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("consent_person", "exception_reason", row: consent.text + "/" + person.text, owner: family.text)
    }
    static func note(of consent: ID<Consent>, _ number: Int, in family: ID<Family>) -> SealedPlace {
        SealedPlace("consent_answer", "note", row: consent.text + "/" + String(number), owner: family.text)
    }
}
