// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What lies at a desk, with who is called what.
struct Board: Sendable {
    let sights: [CareReportSight]
    let counts: BoardCounts
    let desk: ReportDesk
    let worker: Worker
    let names: [ID<Account>: String]
    let page: Int
    let pages: Int
    /// Whether who is on duty is rung.
    let hasPhone: Bool
    /// How many messages that can't be read wait until somebody settles them.
    let unread: Int
}

/// All that waits at the desk of one's organisation: by urgency, then by when it is due.
struct BoardPage {
    let language: Language
    let board: Board
    let now: Moment
    let token: String
    let form: FormID

    private var words: any CareReportWords { language.careReports }

    var html: HTML {
        """
        \(PageHead(
            words.board, lead: lead, above: More(.today, language.today.title),
            actions: [Button(words.newTitle, .link(.newReport), .quiet)]))
        \(if: !board.hasPhone, Notice(.near, words.noPhone, words.noPhoneText).html)
        \(if: board.hasPhone && !board.desk.isStaffed(at: now), Notice(
            .near, words.nobodyOnDuty, words.nobodyOnDutyText).html)
        \(if: board.unread > 0, unread)
        <div class="flow" id="board" data-live="\(Link.deskEvents)" data-live-changes data-fragment="\(here)">
        \(if: board.counts.total == 0, Empty(words.boardEmpty, words.boardEmptyText).html)\(groups)
        \(Pager(language, newer: paging(-1), older: paging(1)))
        </div>
        <p class="hidden-visually" role="status" data-live-said="\(words.boardChanged)"></p>
        <p class="talk__event" role="status" data-live-stopped hidden>\(Icon.attention.html())<span>\
        \(language.site.liveStopped) <a href="\(here)">\(language.site.reload)</a></span></p>
        \(if: board.unread == 0, "<p>\(More(.reportMessages, language.reportMessages.title))</p>" as HTML)
        \(Details(words.dutyTitle, duty))
        """
    }

    private var unread: HTML {
        let words = language.reportMessages
        return """
            \(Notice(.near, words.unread(board.unread), words.unreadText))
            <p>\(More(.reportMessages, words.title))</p>
            """
    }

    private var lead: String {
        let counts = CareReport.Urgency.allCases.compactMap { urgency in
            board.counts.open[urgency].map { words.count($0, urgency) }
        }
        return board.counts.total == 0
            ? words.boardLead : words.waiting(board.counts.total) + " " + language.list(counts) + "."
    }

    private func paging(_ step: Int) -> Link? {
        let page = board.page + step
        return page >= 1 && page <= board.pages ? Link.desk.with(query: ["page": String(page)]) : nil
    }

    private var here: Link { board.page == 1 ? .desk : Link.desk.with(query: ["page": String(board.page)]) }

    private var groups: HTML {
        let shown = CareReport.Urgency.allCases.map { urgency in
            (
                urgency.rawValue, words.urgency(urgency),
                board.sights.filter { !$0.isLast && $0.report.urgency == urgency }
            )
        }
        return "\(shown + [("last", words.lastTitle, board.sights.filter(\.isLast))], group)"
    }

    private func group(_ id: String, _ title: String, _ sights: [CareReportSight]) -> HTML {
        guard !sights.isEmpty else { return "" }
        let rows: HTML = "<ul class=\"promises\" id=\"\(id)-rows\">\n\(sights, row)</ul>"
        // By its name it is renewed row by row.
        return "<div id=\"\(id)-group\">\(Section(id, title, rows))</div>\n"
    }

    private func row(_ sight: CareReportSight) -> HTML {
        let report = sight.report
        let isAcute = report.urgency == .acute
        let isLate = sight.due.map { $0 <= now } ?? false
        let due = sight.due.map {
            $0.day == now.day ? language.dayAndClock($0, today: now.day) : language.by($0.day, today: now.day)
        }
        let hand = report.desk.account.map { words.inHand($0 == board.worker.account ? nil : board.names[$0]) }
        return PromiseRow(
            isAcute ? .acute : isLate ? .late : .open, due: due ?? "", isAcute ? .acute : isLate ? .near : .calm,
            what: words.about(sight), link: .careReport(report.id),
            note: [words.state(report.state), hand ?? words.inInbox].joined(separator: " "),
            tag: isAcute ? Tag(language.site.acute, .acute) : nil, id: "report-\(report.id)"
        ).row
    }

    private var duty: HTML {
        FamilyForm(
            action: .deskDuty, page: .desk, token: token, form: form,
            content: """
                <p>\(words.dutyText)</p>
                \(Picker(
                    language: language, name: "hours", label: words.dutyHours, chosen: nil, error: nil,
                    choices: [8, 4, 12, 24, 0].map { Choices.Choice(String($0), words.hours($0)) }).html)
                """,
            buttons: [Button(words.dutySave, .submit(), .soft)]
        ).html
    }
}
