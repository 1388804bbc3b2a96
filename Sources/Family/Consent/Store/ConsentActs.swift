// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Asks those who must agree: each who signs in owes an answer, others are asked on paper or in person.
    ///
    /// - Parameter leaving: who is not asked, because asking is dangerous.
    /// - Throws: ``ConsentRefusal``, ``NotAsked/Refusal``, ``SecondProfessional/Refusal``
    package func ask(
        _ draft: Consent, _ letter: ConsentLetter, without leaving: LeavingOut? = nil, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let mustAgree = try whoMustAgree(to: draft.asked, key)
        let asked = try draft.asked(by: key.reading, mustAgree)
        try keep(asked, letter, mustAgree, without: leaving, ids: ids, key, vault)
    }

    /// Keeps what the rule let pass, and asks those who owe an answer.
    package func keep(
        _ consent: Consent, _ letter: ConsentLetter, _ mustAgree: [ID<Person>: WhoMustAgree],
        without leaving: LeavingOut? = nil, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        // Who answers for somebody they do not read about reads the question, which lies where both find it.
        let isAnsweredFor = key.reading.persons.contains {
            consent.persons.contains($0.id) && AgeBand($0.birth, on: consent.made.day) == .from16
                && mustAgree[$0.id]?.persons.contains($0.id) == false
        }
        let part = isAnsweredFor ? key.sharedPart : key.part(about: consent.persons)
        let sealed = try key.seal(letter.text, in: part, at: .letter(of: consent.id, in: key.family))
        try insert(consent, letter: sealed, in: part, key)
        try journal(.consentAsked, consent, about: consent.persons, by: consent.by, at: consent.made, key, vault)
        if let leaving { try leaveOut(leaving, of: consent, mustAgree, at: consent.made, ids: ids, key, vault) }
        try askThose(whoWaitIn: consent, mustAgree, at: consent.made, ids: ids, key, vault)
    }

    /// Writes down what somebody of the family says about some of the persons.
    ///
    /// - Throws: ``Consent/Refusal``
    package func answer(
        _ kept: KeptConsent, _ answers: [ID<Person>: Consent.Answer], at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let own = key.reading.ownPerson else { throw Consent.Refusal.notYours }
        // A no to what others agreed before is that it ends, with what rests on it.
        let stopping = Set(answers.filter { $0.value == .no && kept.consent.asksAnew($0.key, at: now) }.keys)
        guard stopping.isEmpty else {
            try withdraw(kept, for: stopping, at: now, ids: ids, key, vault)
            let others = answers.filter { !stopping.contains($0.key) }
            guard !others.isEmpty, let again = try consent(kept.consent.id, key) else { return }
            return try answer(again, others, at: now, ids: ids, key, vault)
        }
        let given = answers.sorted { $0.key < $1.key }.map { person, answer in
            Consent.Given(about: person, by: own, answer, at: now)
        }
        guard given.allSatisfy({ $0.answer == .yes || $0.answer == .no }) else { throw Consent.Refusal.notYours }
        try note(given, in: kept, saying: nil, ids: ids, key, vault)
    }

    /// Writes down what somebody said on paper or in person, or that they were not reached, by a professional who plans
    /// with those it is about.
    ///
    /// - Throws: ``Consent/Refusal``
    package func note(
        _ given: Consent.Given, in kept: KeptConsent, saying note: PlainText?, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard given.notedBy == key.reading.reader, key.reading.mayHandCard(to: given.about) else {
            throw Consent.Refusal.notYours
        }
        try self.note([given], in: kept, saying: note, ids: ids, key, vault)
    }

    private func note(
        _ all: [Consent.Given], in kept: KeptConsent, saying note: PlainText?, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let at = all.first?.at else { return }
        var consent = kept.consent
        for given in all {
            let mustAgree = kept.mustAgree[given.about] ?? .nobody(.authorityNotNoted)
            consent = try consent.answered(given, mustAgree, at: at)
        }
        try bump(kept, key)
        for (place, given) in all.enumerated() {
            try insert(given, number: kept.consent.given.count + place + 1, of: consent, saying: note, key)
        }
        try saveAgreed(consent, key)
        try journal(
            .consentAnswered, consent, about: Set(all.map(\.about)), by: key.reading.reader, at: at, key, vault)
        try settleAnswered(consent, kept.mustAgree, at: at, key, vault)
    }

    /// Help is given without a yes that is missing, as a professional decided.
    ///
    /// - Throws: ``Consent/Refusal``
    package func decide(
        _ exception: HelpException, in kept: KeptConsent, about person: ID<Person>, because reason: PlainText,
        at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let mustAgree = kept.mustAgree[person] ?? .nobody(.authorityNotNoted)
        let consent = try kept.consent.decided(exception, about: person, by: key.reading, mustAgree, at: now)
        try bump(kept, key)
        let place = SealedPlace.exception(of: consent.id, person, in: key.family)
        let sealed = try key.seal(reason.text, in: key.part(about: consent.persons), at: place)
        try execute(
            """
            UPDATE consent_person
            SET exception = \(exception.rawValue), exception_by = \(key.reading.reader), exception_reason = \(sealed)
            WHERE family_id = \(key.family) AND consent_id = \(consent.id) AND person_id = \(person)
            """)
        try journal(.consentAnswered, consent, about: [person], by: key.reading.reader, at: now, key, vault)
        try settleAnswered(consent, kept.mustAgree, at: now, key, vault)
    }

    // MARK: Rows

    private func insert(
        _ consent: Consent, letter: [UInt8]?, in part: ID<Part>, _ key: borrowing DossierKey
    ) throws {
        try execute(
            """
            INSERT INTO consent (family_id, id, asked, by_id, membership_id, share, part_id, letter, made_at, until_day)
            VALUES (\(key.family), \(consent.id), \(consent.asked.rawValue), \(consent.by), \(consent.membership),
                \(consent.share?.rawValue), \(part), \(letter), \(consent.made), \(consent.until))
            """)
        for person in consent.persons.sorted() {
            try execute(
                """
                INSERT INTO consent_person (family_id, consent_id, person_id, agreed_at, ended_at)
                VALUES (\(key.family), \(consent.id), \(person), \(consent.agreed[person]), \(consent.ended[person]))
                """)
        }
        for (place, given) in consent.given.enumerated() {
            try insert(given, number: place + 1, of: consent, saying: nil, key)
        }
    }

    private func insert(
        _ given: Consent.Given, number: Int, of consent: Consent, saying note: PlainText?,
        _ key: borrowing DossierKey
    ) throws {
        let sealed = try note.map {
            try key.seal(
                $0.text, in: key.part(about: consent.persons), at: .note(of: consent.id, number, in: key.family))
        }
        try execute(
            """
            INSERT INTO consent_answer (family_id, consent_id, number, person_id, by_person_id, answer, how, at,
                noted_by, second_id, note)
            VALUES (\(key.family), \(consent.id), \(number), \(given.about), \(given.by), \(given.answer.rawValue),
                \(given.how.rawValue), \(given.at), \(given.notedBy), \(given.second), \(sealed))
            """)
    }

    private func saveAgreed(_ consent: Consent, _ key: borrowing DossierKey) throws {
        for (person, at) in consent.agreed.sorted(by: { $0.key < $1.key }) {
            try execute(
                """
                UPDATE consent_person SET agreed_at = \(at)
                WHERE family_id = \(key.family) AND consent_id = \(consent.id) AND person_id = \(person)
                    AND agreed_at IS NULL
                """)
        }
    }

    /// - Throws: ``Consent/Refusal/over`` when somebody changed it since it was read.
    func bump(_ kept: KeptConsent, _ key: borrowing DossierKey) throws {
        let changed = try execute(
            """
            UPDATE consent SET version = version + 1
            WHERE family_id = \(key.family) AND id = \(kept.consent.id) AND version = \(kept.version)
            """)
        guard changed == 1 else { throw Consent.Refusal.over }
    }

    func journal(
        _ kind: JournalEntry.Kind, _ consent: Consent, about persons: Set<ID<Person>>, by who: ID<Account>?,
        at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: who, item: ItemName(.consent, consent.id),
                persons: persons.intersection(key.reading.covered.keys)), key, vault)
    }
}
