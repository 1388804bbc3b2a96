// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is shared on a ground, as it was typed.
struct GroundDraft: Equatable {
    var ground = ""
    var party = ""
    var what = ""
    var purpose = ""
    var persons: Set<ID<Person>> = []
    /// Who is asked, as a form names them.
    var second = ""
    var told = ""
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        (ground, party, what) = (form.text("ground"), form.text("party"), form.text("what"))
        (purpose, second, told) = (form.text("purpose"), form.text("second"), form.text("told"))
        persons = Set(form.ids("persons"))
    }

    struct Typed {
        let ground: Ground
        let letter: ConsentLetter
        let second: Promise.Owner?
        let isTold: Bool
    }

    /// What was typed well; nil with the errors in the draft.
    mutating func typed(_ form: FormBody, _ language: Language) -> Typed? {
        let (words, wrong) = (language.grounds, language.invitations.wrong)
        let ground = Ground(rawValue: ground)
        if ground == nil { errors.append(FieldError("ground", words.groundMissing)) }
        if persons.isEmpty { errors.append(FieldError("persons", words.personsMissing)) }
        let party = form.line("party", missing: language.consentForm.partyMissing, wrong, &errors)
        let what = form.paragraphs(
            "what", missing: language.consentForm.whatMissing, limit: 500, language, &errors)
        let reason = form.paragraphs("purpose", missing: words.reasonMissing, language, &errors)
        let second = Promise.Owner(formValue: second)
        if ground?.needsSecond == true, second == nil { errors.append(FieldError("second", words.secondMissing)) }
        if !["yes", "no"].contains(told) { errors.append(FieldError("told", words.toldMissing)) }
        guard errors.isEmpty, let ground, let party, let what, let reason else { return nil }
        return Typed(
            ground: ground, letter: ConsentLetter(party: party.text, what: what.text, purpose: reason.text),
            second: second, isTold: told == "yes")
    }
}

/// What the form needs to know.
struct GroundFormContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let grounds: [GroundTerm]
    let candidates: [SecondCandidate]
    /// Whether consent is no ground for the organisation on whose behalf the reader works.
    let isNotMended: Bool

    init(_ key: borrowing DossierKey, _ connection: Connection) throws {
        (family, reading) = (key.family, key.reading)
        circle = try connection.circle(key)
        candidates = try connection.secondProfessionals(about: [], key)
        let kind = try connection.kindOfOrganisation(behind: key.reading)
        let isMended = kind.map(Ground.isMendedByConsent(for:)) ?? true
        isNotMended = !isMended
        let today = key.today
        grounds = try connection.groundTerms().filter {
            $0.term.contains(today) && (isMended || $0.ground != .consent)
        }
    }
}

/// Where a professional records on what ground something is shared.
struct GroundFormPage: Equatable {
    let content: GroundFormContent
    let draft: GroundDraft
    let token: String
    let form: FormID
    let language: Language

    init(_ content: GroundFormContent, _ draft: GroundDraft, token: String, form: FormID, language: Language) {
        (self.content, self.draft, self.token, self.form) = (content, draft, token, form)
        self.language = language
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any GroundWords { language.grounds }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.consents(content.family), language.consent.toTable),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: content.isNotMended, Notice(.about, words.municipality, words.notMended).html)\
        \(FamilyForm(
            action: .grounds(content.family), page: .newGround(content.family), token: token, form: form, content: fields,
            buttons: [Button(words.button, .submit())]).html)
        """
    }

    private var fields: HTML {
        let covered = content.circle.persons.filter { content.reading.mayHandCard(to: $0.person.id) }
        return """
            \(Choices(language, "ground", legend: words.ground, error: draft.errors["ground"], .one, grounds))
            \(Choices(language, "persons", legend: language.consentForm.persons, error: draft.errors["persons"], .several,
                covered.map { sight in
                    let id = sight.person.id
                    return Choices.Choice(
                        id.text, sight.name ?? language.circle.erased,
                        isChosen: draft.persons.contains(id) || covered.count == 1)
                }))
            \(Field(language, "party", label: language.consentForm.party(.share), value: draft.party,
                error: draft.errors["party"], limit: 120))
            \(Field(language, "what", label: language.consentForm.what(.share), hint: words.whatHint, value: draft.what,
                error: draft.errors["what"], kind: .paragraphs(rows: 2)))
            \(Field(language, "purpose", label: words.reason, hint: words.reasonHint, value: draft.purpose,
                error: draft.errors["purpose"], kind: .paragraphs(rows: 4)))
            \(Choices(language, "second", legend: language.holds.second, hint: words.secondHint,
                error: draft.errors["second"], .one, content.candidates.choices(draft.second, language)))
            \(Choices(language, "told", legend: words.told, hint: words.toldHint, error: draft.errors["told"], .one, [
                Choices.Choice("yes", words.toldYes, isChosen: draft.told == "yes"),
                Choices.Choice("no", words.toldNo, isChosen: draft.told == "no"),
            ]))
            """
    }

    private var grounds: [Choices.Choice] {
        content.grounds.map { term in
            let said = words.ground(term.ground)
            let until = term.term.until.map { words.counts(until: language.dateInside($0)) }
            return Choices.Choice(
                term.ground.rawValue, said.label,
                text: [said.text, term.ground.article + ".", until].compactMap(\.self).joined(separator: " "),
                isChosen: draft.ground == term.ground.rawValue)
        }
    }
}

/// One use of a ground: with whom, what, about whom, why, and how it stands.
struct GroundPage: Equatable {
    let language: Language
    let family: ID<Family>
    let use: GroundUse
    let facts: [Facts.Fact]
    let state: String
    let decision: Link?
    let mayTell: Bool
    let token: String
    let form: FormID

    init(
        _ family: ID<Family>, _ sight: GroundUseSight, _ names: ConsentNames, mayTell: Bool, token: String, form: FormID
    ) {
        (self.family, self.mayTell, self.token, self.form) = (family, mayTell, token, form)
        let language = names.language
        let words = language.grounds
        (self.language, use) = (language, sight.use)
        let second = sight.second?.given.map { names.account($0.by) }
        state = words.state(sight.state, second: second)
        let isOfFamily = names.reading.ownPerson != nil
        decision = sight.state == .waits && !isOfFamily ? .decision(family, sight.use.id) : nil
        let told = sight.use.told.map { language.dateInside($0.day) } ?? words.notTold
        facts =
            words.facts(sight.use, sight.letter, about: names.persons(sight.use.persons), language) + [
                Facts.Fact(words.reason, sight.letter?.purpose ?? language.circle.erased),
                Facts.Fact(words.by, names.account(sight.use.by)),
                Facts.Fact(words.day, language.dateInside(sight.use.at.day)), Facts.Fact(words.told, told),
            ]
    }

    var html: HTML {
        """
        \(PageHead(language.grounds.title, lead: state, above: More(.consents(family), language.consent.toTable)))
        \(Facts(facts))\(decision.map { "<p>\(More($0, language.decisions.title))</p>" as HTML })\
        \(if: mayTell, ActForm(
            .groundTelling(family, use.id), token: token, title: language.grounds.tell, .quiet, form: form).html)
        """
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }
}
