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
    private var messages: any ReportMessageWords { language.reportMessages }
    var report: CareReport { content.sight.report }

    var html: HTML {
        """
        \(PageHead(
            words.about(content.sight), lead: lead, above: More(.desk, words.board),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(safety)\(Section("reported", words.reportedTitle, reported))
        \(if: !content.files.isEmpty, Section("files", messages.files, "\(content.files, file)").html)
        \(if: content.hasMessageToAnswer && report.tellsOrigin(to: content.worker), Section(
            "answer", messages.replyTitle, FileLink(.careReportAnswer(report.id), messages.replyTitle, messages.replyHint)
                .html).html)
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

    /// What holds for safety stands before everything else.
    private var safety: HTML {
        guard let conditions = content.sight.worry?.safety, !conditions.isEmpty else { return .empty }
        return """
            \(Notice(.acute, messages.safetyTitle, messages.safetyLead))
            \(Facts(conditions.map { Facts.Fact(messages.safety($0.kind), $0.text) }))
            <p>\(kept)</p>
            """
    }

    private var kept: String {
        if report.safety == .over { return messages.isOver }
        guard case .until(let day) = report.safety else { return messages.nobodyKeeps }
        return messages.kept(
            by: content.safetyKeeper ?? words.erased, until: language.dateInside(day), isPast: day < now.day)
    }

    private func file(_ file: Attachment) -> HTML {
        let number = (content.files.firstIndex { $0.id == file.id } ?? 0) + 1
        return FileLink(
            .careReportFile(file.id, of: report.id), messages.file(number),
            language.attachments.note(file.kind, bytes: file.size)
        ).html
    }

    private var reported: HTML {
        guard let worry = content.sight.worry else { return "<p>\(words.erased)</p>" }
        let facts =
            worry.persons.map { Facts.Fact(words.kind($0.kind), words.person($0, language)) }
            + [
                (words.place, worry.place), (words.facts, worry.facts), (words.interpretation, worry.interpretation),
                (words.incident, worry.incident), (words.told, worry.told), (messages.help, worry.help),
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
