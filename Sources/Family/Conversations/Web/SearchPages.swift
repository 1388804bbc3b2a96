// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Looking for words in what one may read.
///
/// What is looked for travels in the form, never in an address.
package struct SearchPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/search", use: ask)
        router.post("families/:family/search", use: search)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(nil, typed: "", number: 1, error: nil, visit)
    }

    @Sendable private func search(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let words = visit.language.messageSearch
        let number = Int(form.text("page-number")) ?? 1
        do {
            let sought = try SoughtWords(form.text("words"))
            return try await page(sought, typed: sought.typed, number: number, error: nil, visit)
        } catch let refusal as SoughtWords.Refusal {
            let error = refusal == .empty ? words.empty : words.tooLong
            return try await page(nil, typed: form.text("words"), number: 1, error: error, visit)
        }
    }

    private func page(
        _ sought: SoughtWords?, typed: String, number: Int, error: String?, _ visit: Visit
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.family, family))
        let found = try await dossiers.read(family, look) { key, connection in
            let search = try sought.map { try connection.search($0, key) }
            let circle = try connection.circle(key, withEnded: true)
            return Found(
                (search: search, circle: circle, reading: key.reading), about: Set(key.reading.covered.keys))
        }
        guard let found else { throw Problem.notFound }
        let names = CircleNames(circle: found.circle, reading: found.reading, language: visit.language)
        let page = SearchPage(
            found.search, sought, typed: typed, number: number, error: error, names: names, family: family,
            token: visit.token ?? "", now: visit.now)
        var frame = installation.familyFrame(visit, title: visit.language.conversations.title, for: found.reading)
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : .badRequest)
    }
}

/// What was looked for, and where it stands.
struct SearchPage: Equatable {
    struct Row: Equatable {
        let link: Link
        let subject: String
        let who: String
        let text: String
    }

    static let size = 20

    let language: Language
    let family: ID<Family>
    let typed: String
    let error: String?
    let token: String
    let rows: [Row]
    /// nil before anything was looked for.
    let count: Int?
    let isCutShort: Bool
    let number: Int
    let pages: Int

    init(
        _ search: MessageSearch?, _ sought: SoughtWords?, typed: String, number: Int, error: String?,
        names: CircleNames, family: ID<Family>, token: String, now: Moment
    ) {
        let language = names.language
        let found = search?.found ?? []
        let pages = max(1, (found.count + Self.size - 1) / Self.size)
        let number = min(max(number, 1), pages)
        self.language = language
        self.family = family
        self.typed = typed
        self.error = error
        self.token = token
        self.number = number
        self.pages = pages
        count = search.map(\.found.count)
        isCutShort = search?.isCutShort ?? false
        rows = found.dropFirst((number - 1) * Self.size).prefix(Self.size).map { message in
            let isOwn = message.author == names.reading.reader
            let author = isOwn ? language.site.you : names.name(message.author)
            return Row(
                link: .conversation(family, message.conversation)
                    .with(query: ["before": String(message.number + 1)]).with(fragment: "m\(message.number)"),
                subject: message.subject ?? language.conversations.erasedSubject,
                who: author + ", " + language.dayAndClockInside(message.at, today: now.day),
                text: sought?.excerpt(of: message.text) ?? "")
        }
    }

    private var words: any MessageSearchWords { language.messageSearch }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, above: More(.conversations(family), language.conversations.all),
            errors: error.map { ErrorSummary(language, [FieldError("words", $0)]) }))
        <form class="form" action="\(Link.search(family))" method="post" role="search">
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
        <form action="\(Link.search(family))" method="post">\(CSRF.field(token))\
        <input type="hidden" name="words" value="\(typed)"><input type="hidden" name="page-number" value="\(number)">\
        \(Button(title, .submit(), .quiet))</form>
        """
    }
}
