// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What somebody can do with a report now: the forms of its page.
struct CareReportActs {
    let page: CareReportPage

    private var words: any CareReportWords { page.words }
    private var language: Language { page.language }
    private var report: CareReport { page.report }

    var html: HTML {
        """
        \(if: report.desk.account != page.content.worker.account && allows(.take), ActForm(
            .careReportTaking(report.id), token: page.token, title: words.take, .soft, form: page.newForm()).html)
        \(if: allows(.judge(.week, hasSeveralParties: false, direction: nil)), judging)
        \(if: allows(.endSafety), safety)
        \(if: report.state != .received && allows(.assign(.desk)), assigning)
        \(if: allows(.talk), form(
            .careReportTalk(report.id), words.talkTitle, asking: ["talk"], text("talk", words.talk, words.talkHint), words.talkSave))
        \(if: allows(.advise), form(
            .careReportAdvice(report.id), words.adviceTitle, asking: ["advice"], text("advice", words.advice, words.adviceHint),
            words.adviceSend))
        \(if: allows(.answer), answering)
        \(if: allows(.pass(to: nil)), moving)
        <p>\(More(.newConsult, words.consult))</p>
        """
    }

    private func allows(_ act: CareReport.Act) -> Bool { report.allows(act, by: page.content.worker) }

    /// - Parameter fields: what is asked in it; open where one of them is to be mended.
    private func form(
        _ action: Link, _ title: String, asking fields: [String] = [], _ content: HTML, _ button: String
    ) -> HTML {
        Details(
            title, isOpen: fields.contains { page.draft.errors[$0] != nil },
            FamilyForm(
                action: action, page: .careReport(report.id), token: page.token, form: page.newForm(), content: content,
                buttons: [Button(button, .submit(), .soft)]
            ).html
        ).html
    }

    private func text(_ name: String, _ label: String, _ hint: String?) -> HTML {
        Field(
            language, name, label: label, hint: hint, value: page.draft.text(name), error: page.draft.errors[name],
            kind: .paragraphs(rows: 3)
        ).html
    }

    private var judging: HTML {
        let chosen = page.draft.urgency ?? (report.state == .received ? nil : report.urgency)
        let direction = Direction.Kind(rawValue: page.draft.text("direction")) ?? report.direction
        return form(
            .careReportTriage(report.id), words.judgeTitle,
            asking: ["urgency", "reason", "direction"] + (report.safety == .nobody ? Self.keeping : []),
            """
            \(Choices(
                language, "urgency", legend: words.judgeLegend, error: page.draft.errors["urgency"], .one,
                CareReport.Urgency.allCases.map {
                    Choices.Choice($0.rawValue, words.urgency($0), text: words.clock($0), isChosen: chosen == $0)
                }))
            \(text("reason", words.reason, nil))
            \(Choices(
                language, "several", legend: words.severalLegend, .several,
                [Choices.Choice("yes", words.several, isChosen: report.hasSeveralParties)]))
            \(Picker(
                language: language, name: "direction", label: words.direction, chosen: direction?.rawValue ?? "",
                error: page.draft.errors["direction"],
                choices: [Choices.Choice("", words.noDirection)]
                    + Direction.Kind.allCases.map { Choices.Choice($0.rawValue, words.direction($0)) }).html)
            \(if: report.safety == .nobody, keeping)
            """, words.judge)
    }

    private var keeping: HTML {
        let words = language.reportMessages
        var day: Day?
        if case .until(let until)? = report.safety { day = until }
        let draft = page.draft
        return """
            \(Field(
                language, "keeper", label: words.keeper, hint: words.keeperHint,
                value: draft.text("keeper").isEmpty ? page.content.safetyKeeper ?? "" : draft.text("keeper"),
                error: draft.errors["keeper"]))
            \(Field(
                language, "keeper-day", label: words.keeperDay,
                value: draft.text("keeper-day").isEmpty ? day?.iso ?? "" : draft.text("keeper-day"),
                error: draft.errors["keeper-day"], kind: .date))
            """
    }

    private static let keeping = ["keeper", "keeper-day"]

    private var safety: HTML {
        let words = language.reportMessages
        return """
            \(form(
                .careReportSafety(report.id), words.safetyAgain, asking: Self.keeping, keeping, words.safetyAgainSave))
            \(form(
                .careReportSafety(report.id), words.safetyEnd, asking: ["safety-end"], """
                    <input type="hidden" name="safety" value="over">
                    \(text("safety-end", words.safetyEndLabel, words.safetyEndHint))
                    """, words.safetyEndSave))
            """
    }

    private var assigning: HTML {
        """
        \(form(
            .careReportAssignment(report.id), words.assignTitle,
            """
            <p>\(More(.careReportFamily(report.id), words.family)) \(More(.newFamily, words.startFamily))</p>
            <p class="soft">\(words.linkHint)</p>
            """, words.noFamily))
        \(form(
            .careReportWeighing(report.id), words.weighTitle, asking: ["question", "weighed-facts", "weighed-thoughts"],
            """
            <p>\(words.weighLead)</p>
            \(Choices(
                language, "question", legend: words.weighLegend, .several,
                ReportWeighing.Question.allCases.map {
                    Choices.Choice(
                        $0.rawValue, words.question($0),
                        isChosen: page.draft.form.texts("question").contains($0.rawValue))
                }))
            \(text("weighed-facts", words.weighedFacts, nil))\(text("weighed-thoughts", words.weighedThoughts, nil))
            """, words.weighSend))
        """
    }

    private var answering: HTML {
        form(
            .careReportFeedback(report.id), words.feedbackTitle, asking: ["reply", "watcher"],
            """
            \(Choices(
                language, "reply", legend: words.replyLegend, error: page.draft.errors["reply"], .one,
                [
                    Choices.Choice("seen", words.replySeen, text: words.replySeenText),
                    Choices.Choice("watched", words.replyWatched, text: words.replyWatchedText),
                ]))
            \(text("watcher", words.watcher, words.watcherHint))
            """, words.feedbackSend)
    }

    private var moving: HTML {
        """
        \(form(
            .careReportPassing(report.id), words.passTitle,
            Picker(
                language: language, name: "colleague", label: words.passTo, chosen: "", error: nil,
                choices: [Choices.Choice("", words.passInbox)]
                    + page.content.colleagues.map { Choices.Choice($0.id.text, $0.profile.name) }).html, words.pass))
        \(if: report.state == .received && !page.content.desks.isEmpty, form(
            .careReportSending(report.id), words.sendTitle,
            Picker(
                language: language, name: "desk", label: words.desk, chosen: "", error: nil,
                choices: page.content.desks.map { Choices.Choice($0.id.text, $0.name) }).html, words.sendOn))
        """
    }
}
