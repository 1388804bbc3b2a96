// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What a municipality was asked for, as it was typed.
struct ProvisionDraft: Equatable {
    var person: ID<Person>?
    var proposal: ID<HelpProposal>?
    var (help, municipality, asked, asker) = ("", "", "", "")
    var errors: [FieldError] = []

    init(from proposal: ProposalSight?) {
        person = proposal?.proposal.person
        self.proposal = proposal?.proposal.id
        help = proposal?.text?.help ?? ""
    }

    init(_ form: FormBody) {
        (person, proposal) = (form.id("person"), form.id("proposal"))
        (help, municipality) = (form.text("help"), form.text("municipality"))
        (asked, asker) = (form.text("asked"), form.text("asker"))
    }
}

/// What was typed well, as values.
struct ProvisionTyped: Sendable {
    let person: ID<Person>
    let proposal: ID<HelpProposal>?
    let text: ProvisionText
    let asked: Day
    let asker: ProvisionRequest.Asker

    /// nil with the errors in the draft.
    init?(_ form: FormBody, _ draft: inout ProvisionDraft, _ language: Language) {
        let (words, wrong) = (language.provisions, language.invitations.wrong)
        if draft.person == nil { draft.errors.append(FieldError("person", language.proposals.personMissing)) }
        let help = form.line("help", missing: words.helpMissing, wrong, &draft.errors)
        let municipality = form.line("municipality", missing: words.municipalityMissing, wrong, &draft.errors)
        let (asked, asker) = (Day(draft.asked), ProvisionRequest.Asker(rawValue: draft.asker))
        if asked == nil { draft.errors.append(FieldError("asked", words.notThen)) }
        if asker == nil { draft.errors.append(FieldError("asker", words.askerMissing)) }
        guard let person = draft.person, let help, let municipality, let asked, let asker else { return nil }
        (self.person, proposal, self.asked, self.asker) = (person, draft.proposal, asked, asker)
        text = ProvisionText(help: help.text, municipality: municipality.text)
    }
}

/// Where is written down what a municipality was asked for.
struct ProvisionFormPage: Equatable {
    let language: Language
    let family: ID<Family>
    let persons: [Choices.Choice]
    let draft: ProvisionDraft
    let token: String
    let form: FormID

    init(_ content: ProvisionForm, _ draft: ProvisionDraft, token: String, form: FormID, language: Language) {
        (self.language, self.draft, self.token, self.form) = (language, draft, token, form)
        family = content.family
        persons = content.persons(draft.person, language)
    }

    private var words: any ProvisionWords { language.provisions }

    var html: HTML {
        """
        \(PageHead(
            words.fresh, lead: words.freshLead, above: More(.provisions(family), language.proposals.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(FamilyForm(
            action: .provisions(family), page: .newProvision(family, from: draft.proposal), token: token, form: form,
            content: asked, buttons: [Button(words.keep, .submit())]).html)
        """
    }

    private var asked: HTML {
        """
        \(draft.proposal.map { "<input type=\"hidden\" name=\"proposal\" value=\"\($0)\">\n" as HTML })\
        \(Choices(
            language, "person", legend: language.proposals.person, error: draft.errors["person"], .one, persons))
        \(line("help", language.proposals.help, language.proposals.helpHint, draft.help))
        \(line("municipality", words.municipality, words.municipalityHint, draft.municipality))
        \(Field(
            language, "asked", label: words.asked, value: draft.asked, error: draft.errors["asked"], kind: .date))
        \(Choices(
            language, "asker", legend: words.asker, error: draft.errors["asker"], .one,
            ProvisionRequest.Asker.allCases.map {
                Choices.Choice($0.rawValue, words.asker($0), isChosen: draft.asker == $0.rawValue)
            }))
        """
    }

    private func line(_ name: String, _ label: String, _ hint: String, _ value: String) -> Field {
        Field(language, name, label: label, hint: hint, value: value, error: draft.errors[name], limit: 120)
    }
}
