// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// The conversations that the reader takes part in, latest first.
struct ConversationListPage: Equatable {
    struct Row: Equatable {
        let link: Link
        let subject: String
        let with: String
        let last: String
        let unread: String?
        let discs: [Disc]
    }

    let language: Language
    let above: More
    let start: Link
    let rows: [Row]
    /// What somebody found not right, and the reader must hear.
    let concerns: [More]
    /// Where a young person writes to one professional alone.
    let privateLine: Link?
    let search: Link
    let newer: Link?
    let older: Link?

    static let size = 30

    init(
        _ summaries: [ConversationSummary], concerns: [Promise], names: CircleNames, family: ID<Family>, page: Int?,
        now: Moment,
        language: Language
    ) {
        let words = language.conversations
        self.language = language
        above = More(.circle(family), language.circle.title)
        start = .newConversation(family)
        search = .search(family)
        let isYoung = names.reading.isOfYoungPerson
        privateLine = isYoung ? .privateLine(family) : nil
        self.concerns = concerns.map { More(.concernToHear(family, $0.id), language.messageActs.toHear) }
        let paging = Paging(of: summaries.count, size: Self.size, asked: page)
        rows = paging.slice(summaries).map { summary in
            let others = names.sorted(summary.conversation.participants.subtracting([names.reading.reader]))
            return Row(
                link: .conversation(family, summary.conversation.id), subject: summary.subject ?? words.erasedSubject,
                with: words.with(language.list(others.map(names.calledName))),
                last: words.last(language.dayAndClockInside(summary.lastAt, today: now.day)),
                unread: summary.unread > 0 ? words.unread(summary.unread) : nil,
                discs: others.prefix(3).map { names.disc($0).small })
        }
        newer = paging.newer(.conversations(family))
        older = paging.older(.conversations(family))
    }

    private var words: any ConversationWords { language.conversations }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, above: above,
            actions: rows.isEmpty ? [] : [Button(words.start, .link(start), icon: .talk)]))
        \(if: !concerns.isEmpty, Section("concerns", language.messageActs.toHearTitle, "\(concerns)").html)\
        \(privateLine.map { "<p>\(More($0, language.privateLine.entry))</p>" as HTML })\
        \(if: rows.isEmpty, empty)\(if: !rows.isEmpty, Section("talks", words.list, isTitleHidden: true, list).html)
        \(if: !rows.isEmpty, "<p>\(More(search, language.messageSearch.title))</p>")
        \(Pager(language, newer: newer, older: older))
        """
    }

    private var empty: HTML {
        Empty(words.emptyTitle, words.emptyText, action: Button(words.start, .link(start))).html
    }

    private var list: HTML {
        """
        <ul class="promises">
        \(rows, row)
        </ul>
        """
    }

    private func row(_ row: Row) -> HTML {
        """
        <li class="promise"><span class="promise__mark promise__with">\(Discs(row.discs))</span>\
        <div><p class="promise__what"><a href="\(row.link)">\(row.subject)</a> \
        \(row.unread.map { Tag($0, .accent) })</p>\
        <p class="promise__who">\(row.with)</p><p class="promise__who">\(row.last)</p></div></li>
        """
    }
}
