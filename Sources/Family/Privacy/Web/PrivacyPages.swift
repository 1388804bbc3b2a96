// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// What a privacy officer watches over, month by month; for anybody else the page is not there.
package struct PrivacyPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("privacy", use: list)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let fields = request.uri.queryParameters
        let kind = fields["kind"].flatMap { PrivacyLine.Kind(rawValue: String($0)) }
        let month = (fields["month"].flatMap { Day(String($0)) } ?? visit.today).firstOfMonth
        let look = try visit.look(.read, at: ItemName(.accessLog, account.id))
        let list = try await dossiers.privacyList(
            of: account, look, only: kind, from: Moment(month), until: Moment(month.nextMonth))
        guard let list else { throw Problem.notFound }
        let page = PrivacyPage(list, kind: kind, month: month, today: visit.today, language: visit.language)
        return .page(Layout(installation.frame(visit, title: visit.language.privacy.title), page.html).html)
    }
}

extension Link {
    package static let privacy: Link = "/privacy"
}

/// The list, with what can be chosen of it.
struct PrivacyPage: Equatable {
    let language: Language
    let kinds: Filters
    let rows: [[HTML]]
    let newer: Link?
    let older: Link?

    init(_ list: PrivacyList, kind: PrivacyLine.Kind?, month: Day, today: Day, language: Language) {
        let words = language.privacy
        self.language = language
        let link = { (kind: PrivacyLine.Kind?, month: Day) in
            Link.privacy.with(query: ["kind": kind?.rawValue, "month": month.iso])
        }
        let all = [nil] + PrivacyLine.Kind.allCases.map { Optional($0) }
        kinds = Filters(
            words.choose, all.map { Filters.Filter(link($0, month), words.kind($0), isCurrent: $0 == kind) })
        newer = month.nextMonth <= today ? link(kind, month.nextMonth) : nil
        older = link(kind, (month + -1).firstOfMonth)
        rows = list.lines.map { line in
            let who = line.who.map { list.names[$0] ?? language.access.erasedAccount } ?? words.nobody
            let state = words.state(line.state, count: line.count)
            var judge: HTML = ""
            if let emergency = line.emergency, let family = line.family, line.state == .open {
                judge = " \(More(.emergencyReview(family, emergency), words.judge, about: who))"
            }
            return [
                "\(language.dateInside(line.at.day))",
                "\(line.exception.map(words.exception) ?? words.kind(line.kind))",
                "\(who)",
                "\(line.family.map { String($0.text.suffix(8)) } ?? language.access.noDossier)",
                "\(line.reason ?? words.noReason)", "\(state)\(judge)",
            ]
        }
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any PrivacyWords { language.privacy }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead))
        <p>\(More(.keepingDue, language.keeping.dueTitle))</p>
        \(kinds)
        \(Section("list", words.title, isTitleHidden: true, rows.isEmpty ? Empty(words.nothing, words.nothingText).html : table))
        \(Pager(language, newer: newer, older: older))
        """
    }

    private var table: HTML {
        Table(
            words.title, words.columns.map { Table.Column($0) }, rows, isStacked: true, isDense: true
        ).html
    }
}
