// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// What who assesses a child's safety needs, gathered in one transaction.
struct IndicationForm: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let isTrained: Bool
    let cosigners: [SecondCandidate]
}

/// The choice by which instrument a child's safety was assessed.
struct InstrumentPage: Equatable {
    let language: Language
    let family: ID<Family>

    private var words: any RiskWords { language.risks }

    var html: HTML {
        let entries = RiskInstrument.allCases.map { instrument in
            Entry(
                .newIndication(family).with(query: ["instrument": instrument.rawValue]), .done,
                words.instrument(instrument), words.instrumentText(instrument))
        }
        return """
            \(PageHead(words.fresh, lead: words.freshLead, above: More(.indications(family), words.all)))
            \(Entries(entries))
            """
    }
}

/// Where an indication is written.
struct IndicationFormPage: Equatable {
    let language: Language
    let family: ID<Family>
    let persons: [Choices.Choice]
    let cosigners: [Choices.Choice]
    let isTrained: Bool
    let draft: IndicationDraft
    let token: String
    let form: FormID

    init(_ content: IndicationForm, _ draft: IndicationDraft, token: String, form: FormID, language: Language) {
        (self.language, self.draft, self.token, self.form) = (language, draft, token, form)
        (family, isTrained) = (content.family, content.isTrained)
        let children = content.circle.persons.filter { content.reading.mayAssess($0.person.id) }
        persons = children.map { sight in
            Choices.Choice(
                sight.person.id.text, sight.name ?? language.circle.erased,
                isChosen: draft.person == sight.person.id || children.count == 1)
        }
        cosigners = content.isTrained ? [] : content.cosigners.choices(draft.cosigner, language)
    }

    private var words: any RiskWords { language.risks }

    var html: HTML {
        """
        \(PageHead(
            words.fresh, lead: "\(words.by): \(words.instrument(draft.instrument))",
            above: More(.indications(family), words.all),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: draft.renews != nil, Notice(.about, words.renews).html)
        \(FamilyForm(
            action: .indications(family),
            page: .newIndication(family).with(query: ["instrument": draft.instrument.rawValue]), token: token, form: form,
            content: asked, buttons: [Button(words.save, .submit())]).html)
        """
    }

    private var asked: HTML {
        """
        <input type="hidden" name="instrument" value="\(draft.instrument.rawValue)">
        \(draft.renews.map { "<input type=\"hidden\" name=\"renews\" value=\"\($0)\">\n" as HTML })\
        \(choices("person", words.person, persons))
        \(if: draft.instrument == .other, line("name", words.name, words.nameHint, draft.name).html)
        \(line("version", words.version, words.versionHint, draft.version))
        \(draft.mapping.questions, question)
        \(Field(
            language, "outcome", label: words.outcome, hint: words.outcomeHint, value: draft.outcome,
            error: draft.errors["outcome"], kind: .paragraphs(rows: 4)))
        \(if: draft.instrument == .arij, own)\
        \(date("assessed", words.assessedOn, nil, draft.assessed))
        \(date("until", words.validUntil, words.validHint, draft.until))
        \(if: !isTrained, signing)
        """
    }

    private func question(_ asked: RiskMapping.Question) -> HTML {
        let given = draft.answers[asked.question] ?? ""
        let answers = asked.answers.map {
            Choices.Choice($0.answer.rawValue, words.answer($0.answer), isChosen: given == $0.answer.rawValue)
        }
        let none = asked.isNeeded ? [] : [Choices.Choice("", words.notMade, isChosen: given.isEmpty)]
        return choices(asked.question.rawValue, words.question(asked.question, draft.instrument), answers + none).html
    }

    /// What a table says is no last word: the assessor may come to something else, and says why.
    private var own: HTML {
        let safety = RiskConclusion.SafetyNow.allCases.map {
            Choices.Choice($0.rawValue, words.safetyNow($0), isChosen: draft.ownSafety == $0.rawValue)
        }
        let risk = RiskConclusion.FutureRisk.allCases.map {
            Choices.Choice($0.rawValue, words.futureRisk($0), isChosen: draft.ownRisk == $0.rawValue)
        }
        let isOpen = draft.errors["reason"] != nil
        let fields: HTML = """
            \(choices(IndicationDraft.ownSafety, words.ownSafety, [asTable(draft.ownSafety)] + safety))
            \(choices(IndicationDraft.ownRisk, words.ownRisk, [asTable(draft.ownRisk)] + risk))
            \(Field(
                language, "reason", label: words.reason, value: draft.reason, error: draft.errors["reason"],
                kind: .paragraphs(rows: 2)))
            """
        return isOpen ? fields : Details(words.own, fields).html
    }

    private func asTable(_ chosen: String) -> Choices.Choice {
        Choices.Choice("", words.asTable, isChosen: chosen.isEmpty)
    }

    private var signing: HTML {
        cosigners.isEmpty
            ? Notice(.near, words.cosigner, words.nobodyTrained).html
            : Choices(
                language, "cosigner", legend: words.cosigner, hint: words.cosignerHint, error: draft.errors["cosigner"],
                .one, cosigners
            ).html
    }

    private func choices(_ name: String, _ legend: String, _ all: [Choices.Choice]) -> Choices {
        Choices(language, name, legend: legend, error: draft.errors[name], .one, all)
    }

    private func line(_ name: String, _ label: String, _ hint: String, _ value: String) -> Field {
        Field(language, name, label: label, hint: hint, value: value, error: draft.errors[name], limit: 120)
    }

    private func date(_ name: String, _ label: String, _ hint: String?, _ value: String) -> Field {
        Field(language, name, label: label, hint: hint, value: value, error: draft.errors[name], kind: .date)
    }
}
