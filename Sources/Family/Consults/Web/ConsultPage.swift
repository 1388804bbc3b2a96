// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is typed at one question: an answer, or what is still to be known.
struct ConsultAnswerDraft {
    var answer = ConsultText()
    var verdict: ConsultVerdict?
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        answer = ConsultText(form, "message")
        verdict = ConsultVerdict(rawValue: form.text("verdict"))
    }
}

/// One question without names: what was asked and answered, and the one thing its reader can do now.
struct ConsultPage {
    let language: Language
    let content: ConsultContent
    let draft: ConsultAnswerDraft
    let now: Moment
    let token: String
    let newForm: () -> FormID

    private var words: any ConsultWords { language.consults }
    private var consult: Consult { content.sight.consult }

    var html: HTML {
        """
        \(PageHead(
            content.sight.subject ?? words.erased, lead: lead, above: More(.consults, words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Section("said", words.said, isTitleHidden: true, "<div class=\"flow\">\(content.entries, entry)\(taking)</div>"))
        \(acts)
        """
    }

    private var lead: String {
        let names = content.names
        let from = words.from(names.side(consult.asker, language), to: names.side(consult.asked, language))
        switch consult.state {
        case .asked:
            let due =
                content.sight.due.map { due in
                    " " + (due <= now ? words.late : words.waits(language.by(due.day, today: now.day)))
                } ?? ""
            return from + (consult.asked.account == nil ? " " + words.inInbox : "") + due
        case .answered: return from
        case .closed(let closing): return from + " " + words.closed(closing) + kept
        }
    }

    private var kept: String {
        guard let last = content.entries.last else { return "" }
        return " " + words.kept(until: language.dateInside((last.at + Consult.kept).day))
    }

    private func entry(_ entry: ConsultEntry) -> HTML {
        let who =
            entry.who.flatMap(content.names.person)
            ?? entry.organisation.map { words.someone(at: content.names.organisation($0)) } ?? words.nobody
        let title = words.said(entry.kind, by: who)
        let moment = language.dayAndClockInside(entry.at, today: now.day)
        switch entry.kind {
        case .question, .answer, .again,
            .helped where entry.text != nil, .helpedPartly where entry.text != nil:
            return Card(
                title,
                "<p class=\"soft small\">\(moment)</p>\n\(Paragraphs(entry.text ?? words.erased))",
                isNear: entry.kind == .answer
            ).html
        case .taken, .passed, .late, .left, .helped, .helpedPartly, .noLongerNeeded, .unheard:
            return "<p class=\"soft small\">\(title) (\(moment)).</p>\n"
        }
    }

    // MARK: What can be done

    private func allows(_ act: Consult.Act) -> Bool { consult.allows(act, by: content.worker, at: now) }

    private var taking: HTML {
        guard allows(.take) else { return "" }
        return ActForm(.consultTaking(consult.id), token: token, title: words.take, .soft, form: newForm()).html
    }

    private var acts: HTML {
        """
        \(if: allows(.answer), answering)\(if: allows(.pass(to: nil)), passing)\(if: allows(.askAgain), judging)\
        \(if: consult.state == .asked && allows(.close(.noLongerNeeded)), ActForm(
            .consultClosing(consult.id), token: token, title: words.notNeeded, form: newForm()).html)
        """
    }

    private var answering: HTML {
        Section(
            "answer", words.answerTitle,
            FamilyForm(
                action: .consultAnswer(consult.id), page: .consult(consult.id), token: token, form: newForm(),
                content: """
                    \(Field(
                        language, "message", label: words.answer, hint: words.withoutNames, value: draft.answer.typed,
                        error: draft.errors["message"], kind: .paragraphs(rows: 6)))
                    \(draft.answer.check(language))
                    """,
                buttons: [Button(words.answerSend, .submit())]
            ).html
        ).html
    }

    private var passing: HTML {
        Details(
            words.passTitle,
            FamilyForm(
                action: .consultPassing(consult.id), page: .consult(consult.id), token: token, form: newForm(),
                content: Picker(
                    language: language, name: "colleague", label: words.passLabel, chosen: "", error: nil,
                    choices: [Choices.Choice("", words.passInbox)]
                        + content.colleagues.map { Choices.Choice($0.id.text, $0.profile.name) }
                ).html,
                buttons: [Button(words.pass, .submit(), .soft)]
            ).html
        ).html
    }

    private var judging: HTML {
        Section(
            "verdict-part", words.verdictTitle,
            FamilyForm(
                action: .consultVerdict(consult.id), page: .consult(consult.id), token: token, form: newForm(),
                content: """
                    \(Choices(
                        language, "verdict", legend: words.verdictLegend, error: draft.errors["verdict"], .one,
                        ConsultVerdict.allCases.map {
                            Choices.Choice($0.rawValue, words.verdict($0), isChosen: draft.verdict == $0)
                        }))
                    \(Field(
                        language, "message", label: words.again, hint: words.againHint, value: draft.answer.typed,
                        error: draft.errors["message"], kind: .paragraphs(rows: 3)))
                    \(draft.answer.check(language))
                    """,
                buttons: [Button(words.verdictSend, .submit())]
            ).html
        ).html
    }
}
