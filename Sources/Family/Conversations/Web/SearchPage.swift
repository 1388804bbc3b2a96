// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// A message that was found, in its family.
struct SearchHit {
    let family: ID<Family>
    /// How the family is called, where several are looked through.
    var familyName: String?
    let message: FoundMessage
    let names: CircleNames
}

/// What was looked for, and where it stands.
struct SearchPage: Equatable {
    struct Row: Equatable {
        let link: Link
        let family: String?
        let subject: String
        let who: String
        let text: String
    }

    static let size = 20

    let language: Language
    let action: Link
    let above: More
    let lead: String
    let typed: String
    var error: String?
    let token: String
    let rows: [Row]
    /// nil before anything was looked for.
    let count: Int?
    var isCutShort = false
    let number: Int
    let pages: Int

    init(
        _ hits: [SearchHit], _ sought: SoughtWords?, typed: String, number: Int, at action: Link, above: More,
        lead: String, _ visit: Visit
    ) {
        let pages = max(1, (hits.count + Self.size - 1) / Self.size)
        let number = min(max(number, 1), pages)
        language = visit.language
        self.action = action
        self.above = above
        self.lead = lead
        self.typed = typed
        token = visit.token ?? ""
        self.number = number
        self.pages = pages
        count = sought.map { _ in hits.count }
        rows = hits.dropFirst((number - 1) * Self.size).prefix(Self.size).map { hit in
            Row(hit, sought, today: visit.today, visit.language)
        }
    }

    private var words: any MessageSearchWords { language.messageSearch }

    var html: HTML {
        """
        \(PageHead(words.title, lead: lead, above: above,
            errors: error.map { ErrorSummary(language, [FieldError("words", $0)]) }))
        <form class="form" action="\(action)" method="post" role="search">
        \(CSRF.field(token))
        \(Field(language, "words", label: words.label, hint: words.hint, value: typed, error: error, kind: .search,
            limit: 100, autocomplete: "off"))
        \(Actions([Button(words.button, .submit())]))
        </form>
        \(count.map(results))
        """
    }

    private func results(_ count: Int) -> HTML {
        """
        \(Section("found", words.found(count), list))
        \(if: isCutShort, Notice(.about, words.cutShort).html)
        """
    }

    private var list: HTML {
        """
        <ul class="promises">
        \(rows, row)
        </ul>
        \(if: pages > 1, turning)
        """
    }

    private func row(_ row: Row) -> HTML {
        """
        <li class="promise"><div><p class="promise__what"><a href="\(row.link)">\(row.subject)</a></p>\
        \(row.family.map { "<p class=\"promise__who\">\($0)</p>" as HTML })\
        <p class="promise__who">\(row.who)</p><p>\(row.text)</p></div></li>

        """
    }

    /// Other pages are asked for by the form, too: what is looked for stays out of addresses.
    private var turning: HTML {
        """
        <div class="actions">\(if: number > 1, turn(number - 1, language.site.newer))\
        \(if: number < pages, turn(number + 1, language.site.older))</div>
        """
    }

    private func turn(_ number: Int, _ title: String) -> HTML {
        """
        <form action="\(action)" method="post">\(CSRF.field(token))\
        <input type="hidden" name="words" value="\(typed)"><input type="hidden" name="page-number" value="\(number)">\
        \(Button(title, .submit(), .quiet))</form>
        """
    }
}

extension SearchPage.Row {
    init(_ hit: SearchHit, _ sought: SoughtWords?, today: Day, _ language: Language) {
        let message = hit.message
        let isOwn = message.author == hit.names.reading.reader
        let author = isOwn ? language.site.you : hit.names.name(message.author)
        link = .conversation(hit.family, message.conversation)
            .with(query: ["before": String(message.number + 1)]).with(fragment: "m\(message.number)")
        family = hit.familyName
        subject = message.subject ?? language.conversations.erasedSubject
        who = author + ", " + language.dayAndClockInside(message.at, today: today)
        text = sought?.excerpt(of: message.text) ?? ""
    }
}
