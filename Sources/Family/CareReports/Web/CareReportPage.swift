// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// One report: what was reported, what was done with it, and what its reader can do now.
struct CareReportPage {
    let language: Language
    let content: CareReportContent
    let draft: ReportDraft
    /// Whether an act was refused as things stand now.
    let isRefused: Bool
    let now: Moment
    let token: String
    let newForm: () -> FormID

    var words: any CareReportWords { language.careReports }
    var report: CareReport { content.sight.report }

    var html: HTML {
        """
        \(PageHead(
            words.about(content.sight), lead: lead, above: More(.desk, words.board),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Section("reported", words.reportedTitle, reported))
        \(if: !content.doubles.isEmpty, Section("doubles", words.doubles, "\(content.doubles, double)").html)
        \(if: !content.entries.isEmpty, Section(
            "done", words.doneTitle, "<div class=\"flow\">\(content.entries, entry)</div>").html)
        \(if: hasNoForm && !draft.typed.isEmpty, Section(
            "typed", words.typedTitle, "\(Paragraphs(draft.typed.joined(separator: "\n\n")))").html)
        \(if: !report.isOver, Section("acts", words.actsTitle, CareReportActs(page: self).html).html)
        """
    }

    /// Whether what was typed may be for an act that is not there any more: then it is given back, not lost.
    private var hasNoForm: Bool {
        isRefused || report.isOver || report.desk.account.map { $0 != content.worker.account } ?? false
    }

    private var lead: String {
        let hand = report.desk.account.map {
            words.inHand($0 == content.worker.account ? nil : content.names[$0])
        }
        let due = content.sight.due.map { due in
            due <= now ? words.late : words.by(language.dayAndClock(due, today: now.day))
        }
        return [
            words.numbered(content.sight.number), words.urgency(report.urgency) + ".", words.state(report.state),
            report.isOver ? nil : hand ?? words.inInbox, due,
        ].compactMap(\.self).joined(separator: " ")
    }

    private var reported: HTML {
        guard let worry = content.sight.worry else { return "<p>\(words.erased)</p>" }
        let facts =
            worry.persons.map { Facts.Fact(words.kind($0.kind), words.person($0, language)) }
            + [
                (words.place, worry.place), (words.facts, worry.facts), (words.interpretation, worry.interpretation),
                (words.incident, worry.incident), (words.told, worry.told),
            ].filter { !$0.1.isEmpty }.map { Facts.Fact($0.0, $0.1) }
        return """
            \(Facts(facts))
            \(if: !worry.onlyReporter.isEmpty, Notice(.near, words.onlyShown, worry.onlyReporter).html)
            \(if: report.tellsOrigin(to: content.worker), origin)
            """
    }

    private var origin: HTML { "<p>\(More(.careReportOrigin(report.id), words.originTitle))</p>" }

    private func double(_ double: CareReportContent.Double) -> HTML {
        "<p>\(More(.careReport(double.id), words.numbered(double.number)))</p>\n"
    }

    private func entry(_ entry: CareReportEntry) -> HTML {
        let title = words.did(entry.kind, by: entry.who.flatMap { content.names[$0] })
        let moment = language.dayAndClockInside(entry.at, today: now.day)
        guard let text = entry.text else { return "<p class=\"soft small\">\(title) (\(moment)).</p>\n" }
        return Card(title, "<p class=\"soft small\">\(moment)</p>\n\(Paragraphs(text))").html
    }
}

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
        \(if: report.state != .received && allows(.assign(.desk)), assigning)
        \(if: allows(.talk), form(
            .careReportTalk(report.id), words.talkTitle, text("talk", words.talk, words.talkHint), words.talkSave))
        \(if: allows(.advise), form(
            .careReportAdvice(report.id), words.adviceTitle, text("advice", words.advice, words.adviceHint),
            words.adviceSend))
        \(if: allows(.answer), answering)
        \(if: allows(.pass(to: nil)), moving)
        <p>\(More(.newConsult, words.consult))</p>
        """
    }

    private func allows(_ act: CareReport.Act) -> Bool { report.allows(act, by: page.content.worker) }

    private func form(_ action: Link, _ title: String, _ content: HTML, _ button: String) -> HTML {
        Details(
            title,
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
            """, words.judge)
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
            .careReportWeighing(report.id), words.weighTitle,
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
            .careReportFeedback(report.id), words.feedbackTitle,
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
