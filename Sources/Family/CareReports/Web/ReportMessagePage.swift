// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// Where messages from other systems come in at a desk, what became of them, and those that could not be taken in.
struct ReportMessagePage {
    let language: Language
    let kept: [KeptReportMessage]
    let count: Int
    let number: Int
    let results: [ReportMessageResult]
    let error: FieldError?
    let today: Day
    let token: String
    let newForm: () -> FormID

    private var words: any ReportMessageWords { language.reportMessages }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.desk, language.careReports.board),
            errors: error.map { ErrorSummary(language, [$0]) }))
        \(if: !results.isEmpty, Section("results", words.resultTitle, resultTable).html)
        \(FamilyForm(
            action: .reportMessages, page: .reportMessages, token: token, form: newForm(),
            content: FileField(
                language, "file", label: words.file, hint: words.fileHint, error: error?.text, endings: [".xml"]
            ).html,
            buttons: [Button(words.send, .submit())], hasFiles: true
        ).html)
        \(if: !kept.isEmpty, Section("kept", words.keptTitle, keptTable).html)
        \(Pager(language, newer: paging(-1), older: paging(1)))
        """
    }

    private func paging(_ step: Int) -> Link? {
        let page = number + step
        let pages = (count + KeptReportMessages.most - 1) / KeptReportMessages.most
        return page >= 1 && page <= pages ? Link.reportMessages.with(query: ["page": String(page)]) : nil
    }

    private var resultTable: HTML {
        Table(
            words.resultTitle, words.resultColumns.map { Table.Column($0) },
            results.map { ["\($0.name)", "\(text($0.outcome))"] }, isStacked: true, isSaid: true
        ).html
    }

    private func text(_ outcome: ReportMessageOutcome) -> String {
        switch outcome {
        case .brought(let number): words.brought(number)
        case .broughtBefore(let number): words.broughtBefore(number)
        case .kept(let flaw): words.wrong(flaw)
        case .refused(let refused): language.careReports.refused(refused).text
        }
    }

    private var keptTable: HTML {
        """
        <p>\(words.keptLead)</p>
        \(Table(
            words.keptTitle, words.keptColumns.map { Table.Column($0) },
            kept.map { message in
                [
                    "\(language.dayAndClock(message.at, today: today))", "\(words.wrong(message.flaw))",
                    """
                    <a href="\(Link.reportMessageFault(message.id))" download>\(words.answer)</a> \
                    <a href="\(Link.reportMessageFile(message.id))" download>\(words.original)</a> \
                    \(message.isOver ? "\(words.settled)" : ActForm(
                        .reportMessageSettling(message.id), token: token, title: words.settle,
                        about: language.dayAndClock(message.at, today: today), form: newForm()).html)
                    """,
                ]
            }, isStacked: true, isSaid: true))
        """
    }
}
