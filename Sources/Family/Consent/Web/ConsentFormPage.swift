// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is asked, as it was typed.
struct ConsentAskDraft: Equatable {
    let asked: Asked
    var party = ""
    var what = ""
    var purpose = ""
    var persons: Set<ID<Person>> = []
    var until = ""
    var unasked = NotAskedDraft()
    var errors: [FieldError] = []

    init(_ asked: Asked) { self.asked = asked }

    init(_ form: FormBody) {
        asked = form.text("asked") == Asked.help.rawValue ? .help : .share
        (party, what, purpose) = (form.text("party"), form.text("what"), form.text("purpose"))
        persons = Set(form.ids("persons"))
        until = form.text("until")
        unasked = NotAskedDraft(form)
    }

    /// What was typed well; nil with the errors in the draft.
    mutating func typed(
        _ form: FormBody, _ language: Language
    ) -> (letter: ConsentLetter, until: Day?, without: LeavingOut?)? {
        let (words, wrong) = (language.consentForm, language.invitations.wrong)
        let party = form.line("party", missing: words.partyMissing, wrong, &errors)
        let what = form.paragraphs("what", missing: words.whatMissing, limit: 500, language, &errors)
        let purpose = form.paragraphs("purpose", missing: words.purposeMissing, limit: 500, language, &errors)
        if persons.isEmpty { errors.append(FieldError("persons", words.personsMissing)) }
        let day = until.filter { !$0.isWhitespace }
        if day.isEmpty ? asked == .share : Day(day) == nil { errors.append(FieldError("until", words.noDay)) }
        let without = unasked.typed(form, language, &errors)
        guard errors.isEmpty, let party, let what, let purpose else { return nil }
        return (ConsentLetter(party: party.text, what: what.text, purpose: purpose.text), Day(day), without)
    }
}

/// Where somebody asks whether something may be shared, or help be given.
struct ConsentFormPage: Equatable {
    let language: Language
    let family: ID<Family>
    let draft: ConsentAskDraft
    let persons: [Choices.Choice]
    let isProfessional: Bool
    let unasked: NotAskedFields?
    let token: String
    let form: FormID

    init(
        _ circle: CircleSight, _ reading: Reading, _ draft: ConsentAskDraft, family: ID<Family>, on today: Day,
        _ candidates: [SecondCandidate], token: String, form: FormID, language: Language
    ) {
        (self.family, self.draft, self.token, self.form, self.language) = (family, draft, token, form, language)
        let covered = circle.persons.filter { reading.mayInvite(for: [$0.person.id], on: today) }
        persons = covered.map { sight in
            Choices.Choice(
                sight.person.id.text, sight.name ?? language.circle.erased,
                isChosen: draft.persons.contains(sight.person.id) || covered.count == 1)
        }
        isProfessional = reading.membership?.kind == .professional
        let adults = circle.persons.filter { AgeBand($0.person.birth, on: today) == .adult }
        let fields = NotAskedFields(
            language: language, draft: draft.unasked, errors: draft.errors,
            persons: adults.map { ($0.person.id, $0.name ?? language.circle.erased) }, candidates: candidates)
        unasked = covered.contains { reading.mayHandCard(to: $0.person.id) } && !adults.isEmpty ? fields : nil
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any ConsentFormWords { language.consentForm }
    private var asked: Asked { draft.asked }

    var html: HTML {
        """
        \(PageHead(
            words.title(asked), lead: words.lead(asked), above: More(.consents(family), language.consent.toTable),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: isProfessional && asked == .share, Notice(.about, words.municipality).html)\
        \(FamilyForm(
            action: .consents(family), page: .newConsent(family, asked), token: token, form: form, content: content,
            buttons: [Button(words.send, .submit())]).html)
        """
    }

    private var content: HTML {
        """
        <input type="hidden" name="asked" value="\(asked.rawValue)">
        \(Choices(language, "persons", legend: words.persons, error: draft.errors["persons"], .several, persons))
        \(Field(language, "party", label: words.party(asked), hint: words.partyHint, value: draft.party,
            error: draft.errors["party"], limit: 120))
        \(long("what", words.what(asked), words.whatHint(asked), draft.what))
        \(long("purpose", words.purpose, words.purposeHint, draft.purpose))
        \(Field(language, "until", label: words.until(asked), hint: asked == .share ? words.untilHint : nil,
            value: draft.until, error: draft.errors["until"], kind: .date))
        \(unasked.map(leavingOut))
        """
    }

    /// Open as soon as something in it is to be mended.
    private func leavingOut(_ fields: NotAskedFields) -> HTML {
        draft.unasked.isBegun
            ? Section("unasked", language.notAsked.title, fields.html).html
            : Details(language.notAsked.title, fields.html).html
    }

    private func long(_ name: String, _ label: String, _ hint: String, _ value: String) -> Field {
        Field(
            language, name, label: label, hint: hint, value: value, error: draft.errors[name],
            kind: .paragraphs(rows: 2))
    }
}
