// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees who does not agree, gathered in one transaction.
struct ObjectionContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let sent: [ObjectionSight]
    /// Whom it can be about and who answers then; empty for who can't send anything.
    let hearers: [ObjectionHearer]
    let kept: String?
}

/// What was chosen and typed.
struct ObjectionDraft: Equatable {
    var kind: Objection.Kind?
    var about: ID<Account>?
    var text: String?
    var isKept = false
    var errors: [FieldError] = []
}

/// What somebody can do who does not agree: whom to talk to, and where to let it be known.
struct ObjectionPage: Equatable {
    /// What was sent, and what became of it.
    struct Sent: Equatable {
        let title: String
        let facts: String
        let text: String
        let answerTitle: String?
        let answer: String?
    }

    let language: Language
    let family: ID<Family>
    let help: IndependentHelp
    let about: [Choices.Choice]
    let maySend: Bool
    let sent: [Sent]
    let draft: ObjectionDraft
    let text: String
    let token: String
    let form: FormID

    private var words: any ObjectionWords { language.objections }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.circle(family), language.circle.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: !sent.isEmpty, Section("sent", words.sent, "\(sent, card)").html)\
        \(Section("adviser", words.adviser, contact(words.adviserText(help.adviser.name), help.adviser)))
        \(Section("support", words.support, contact(words.supportText(help.support?.name), help.support)))
        \(if: maySend, Section("send", words.send, sending).html)
        """
    }

    private func contact(_ text: String, _ contact: IndependentHelp.Contact?) -> HTML {
        """
        <p>\(text)</p>
        \(contact.map { "<p><a class=\"more\" href=\"\(Link.phone($0.phone))\">\(words.call($0.name)): \($0.phone)</a></p>" })
        """
    }

    private func card(_ sent: Sent) -> HTML {
        Card(
            sent.title,
            """
            <p class="soft small">\(sent.facts)</p>
            \(Voice(sent.text))
            \(sent.answerTitle.map { "<p><strong>\($0)</strong></p>" })\(sent.answer.map { Paragraphs($0) })
            """
        ).html
    }

    private var sending: HTML {
        guard !about.isEmpty else { return Notice(.about, words.nobodyToHear, words.nobodyToHearText).html }
        return """
            <p>\(words.sendText)</p>
            <form class="form" action="\(Link.objection(family))" method="post">
            \(CSRF.field(token))\(form.field)<input type="hidden" name="page" value="\(Link.objection(family))">
            \(Choices(
                language, "kind", legend: words.kindLegend, error: draft.errors["kind"], .one,
                Objection.Kind.allCases.map {
                    Choices.Choice($0.rawValue, words.kind($0), text: words.text($0), isChosen: draft.kind == $0)
                }))
            \(Choices(language, "about", legend: words.aboutLegend, error: draft.errors["about"], .one, about))
            \(Field(
                language, "message", label: words.label, hint: words.hint, value: text, error: draft.errors["message"],
                kind: .paragraphs(rows: 6)))
            <p class="actions" data-draft="\(Link.objectionDraft(family))">\(Button(words.button, .submit()))\
            <button class="textbutton" type="submit" formaction="\(Link.objectionDraft(family))">\(words.keep)</button>
            <span class="soft small" role="status" data-draft-said="\(words.kept)">\
            \(if: draft.isKept, "\(words.kept)")</span></p>
            </form>
            """
    }
}

extension ObjectionContent {
    func page(
        _ draft: ObjectionDraft, help: IndependentHelp, today: Day, token: String, form: FormID, language: Language
    ) -> ObjectionPage {
        let names = CircleNames(circle: circle, reading: reading, language: language)
        let words = language.objections
        let about = hearers.map { hearer in
            Choices.Choice(
                hearer.about?.text ?? "nobody", hearer.about.map(names.name) ?? words.aboutNobody,
                text: words.goesTo(hearer.organisation), isChosen: draft.about == hearer.about)
        }
        return ObjectionPage(
            language: language, family: family, help: help, about: about, maySend: reading.mayObject,
            sent: sent.map { sight in
                let objection = sight.objection
                let due = WorkingDays.after(objection.sent.day, Objection.norm)
                let facts = words.sentOn(language.dateInside(objection.sent.day), to: sight.organisation ?? "")
                return ObjectionPage.Sent(
                    title: words.kind(objection.kind),
                    facts: sight.answer == nil ? facts + " " + words.waits(language.dateInside(due)) : facts,
                    text: sight.text ?? words.erased,
                    answerTitle: sight.answer.map {
                        words.answered($0.name ?? words.erased, language.dateInside($0.at.day))
                    },
                    answer: sight.answer.map { $0.text ?? words.erased })
            },
            draft: draft, text: draft.text ?? kept ?? "", token: token, form: form)
    }
}
