// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// A proposal of help as it was typed.
struct ProposalDraft: Equatable {
    var person: ID<Person>?
    var (help, helper, starts, brings) = ("", "", "", "")
    var errors: [FieldError] = []

    init(for person: ID<Person>?) { self.person = person }

    init(_ form: FormBody) {
        person = form.id("person")
        (help, helper, starts) = (form.text("help"), form.text("helper"), form.text("starts"))
        brings = form.text("brings")
    }
}

/// What was typed well, as values.
struct ProposalTyped: Sendable {
    let person: ID<Person>
    let text: ProposalText
    let starts: Day

    /// nil with the errors in the draft.
    init?(_ form: FormBody, _ draft: inout ProposalDraft, _ language: Language) {
        let (words, wrong) = (language.proposals, language.invitations.wrong)
        if draft.person == nil { draft.errors.append(FieldError("person", words.personMissing)) }
        let help = form.line("help", missing: words.helpMissing, wrong, &draft.errors)
        let helper = form.line("helper", missing: words.helperMissing, wrong, &draft.errors)
        let starts = Day(draft.starts)
        if starts == nil { draft.errors.append(FieldError("starts", words.notThen)) }
        let brings = form.needed("brings", words.bringsMissing, language, &draft.errors)
        guard let person = draft.person, let help, let helper, let starts, let brings else { return nil }
        self.person = person
        text = ProposalText(help: help.text, helper: helper.text, brings: brings.text)
        self.starts = starts
    }
}

/// What who writes down help for somebody needs, gathered in one transaction.
struct ProvisionForm: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    /// From which proposal it comes.
    let proposal: ProposalSight?

    /// Those whom it can be for.
    func persons(_ chosen: ID<Person>?, _ language: Language) -> [Choices.Choice] {
        let persons = circle.persons.filter { reading.mayRefer($0.person.id) }
        return persons.map { sight in
            Choices.Choice(
                sight.person.id.text, sight.name ?? language.circle.erased,
                isChosen: chosen == sight.person.id || persons.count == 1)
        }
    }
}

/// Where help is proposed.
struct ProposalFormPage: Equatable {
    let language: Language
    let family: ID<Family>
    let persons: [Choices.Choice]
    let draft: ProposalDraft
    let token: String
    let form: FormID

    init(_ content: ProvisionForm, _ draft: ProposalDraft, token: String, form: FormID, language: Language) {
        (self.language, self.draft, self.token, self.form) = (language, draft, token, form)
        family = content.family
        persons = content.persons(draft.person, language)
    }

    private var words: any ProposalWords { language.proposals }

    var html: HTML {
        """
        \(PageHead(
            words.fresh, lead: words.freshLead, above: More(.provisions(family), words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(FamilyForm(
            action: .proposals(family), page: .newProposal(family), token: token, form: form, content: asked,
            buttons: [Button(words.propose, .submit())]).html)
        """
    }

    private var asked: HTML {
        """
        \(Choices(language, "person", legend: words.person, error: draft.errors["person"], .one, persons))
        \(Field(
            language, "help", label: words.help, hint: words.helpHint, value: draft.help,
            error: draft.errors["help"], limit: 120))
        \(Field(
            language, "helper", label: words.helper, hint: words.helperHint, value: draft.helper,
            error: draft.errors["helper"], limit: 120))
        \(Field(
            language, "starts", label: words.starts, value: draft.starts, error: draft.errors["starts"], kind: .date))
        \(Field(
            language, "brings", label: words.brings, hint: words.bringsHint, value: draft.brings,
            error: draft.errors["brings"], kind: .paragraphs(rows: 3)))
        """
    }
}
