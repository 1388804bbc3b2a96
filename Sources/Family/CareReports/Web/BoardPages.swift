// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// The board of a desk, who is on duty there, and who made a report.
package struct BoardPages: Sendable {
    private static let size = 50

    private let installation: Installation
    private let desk: Desk

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("desk", use: board)
        router.post("desk/duty", use: setDuty)
        router.get("desk/reports/:report/origin", use: origin)
    }

    @Sendable private func board(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let (vault, account) = (installation.vault, try visit.account().id)
        let look = try visit.look(.read, at: ItemName(.careReport, account))
        let number = max(1, min(10_000, request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1))
        let found = try await desk.list(look) {
            try SealedReports(of: $0, on: look.at.day, page: number, size: Self.size, $1)
        } _: {
            try $1.sight($0)
        }
        guard let found, let desk = found.list.desk else { throw Problem.notFound }
        let (names, unread) = try await installation.database.read { connection in
            (
                try connection.accounts(Set(found.values.compactMap(\.report.desk.account)).sorted(), vault),
                try connection.unreadMessages(at: found.list.worker)
            )
        }
        let content = Board(
            sights: found.values, counts: found.list.counts, desk: desk, worker: found.list.worker,
            names: Dictionary(uniqueKeysWithValues: names.map { ($0.id, $0.profile.name) }), page: number,
            pages: (found.list.counts.total + Self.size - 1) / Self.size, hasPhone: installation.hasDutyPhone,
            unread: unread)
        let page = BoardPage(
            language: visit.language, board: content, now: visit.now, token: visit.token ?? "",
            form: installation.newForm(visit))
        return answer(page.html, visit)
    }

    @Sendable private func setDuty(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let form = try await FormBody.read(request, limit: 16_384)
        guard let hours = Int(form.text("hours")) else { throw Problem.malformed }
        let (now, account, behalf) = (visit.now, try visit.account().id, visit.behalf)
        let duty = DeskDuty(of: account, from: now, hours: hours)
        guard hours == 0 || duty != nil else { throw Problem.malformed }
        let isDone = try await installation.database.write { connection in
            guard let organisation = try connection.organisation(behind: behalf, of: account, on: now.day) else {
                return false
            }
            return try connection.setDuty(of: Worker(account, for: organisation), until: duty?.until, on: now.day)
        }
        guard isDone else { throw Problem.notFound }
        return .seeOther(.desk)
    }

    /// Opened by itself, and on record by itself.
    @Sendable private func origin(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let report: ID<CareReport> = try visit.id("report")
        guard let id = try await installation.database.read({ try $0.origin(of: report) }) else {
            throw Problem.notFound
        }
        let look = try visit.look(.read, at: ItemName(.reportOrigin, id))
        let origin = try await desk.read(id, look) { key, connection in try connection.origin(key) }
        guard let origin else { throw Problem.notFound }
        return answer(OriginPage(language: visit.language, report: report, origin: origin).html, visit)
    }

    private func answer(_ html: HTML, _ visit: Visit) -> Response {
        var frame = installation.frame(visit, title: visit.language.careReports.board)
        frame.isNarrow = true
        return .page(Layout(frame, html).html)
    }
}

/// Who reported, and whether they may be named.
struct OriginPage {
    let language: Language
    let report: ID<CareReport>
    let origin: ReportOrigin

    private var words: any CareReportWords { language.careReports }

    var html: HTML {
        """
        \(PageHead(words.originTitle, lead: naming, above: More(.careReport(report), words.toReport)))
        \(Facts([
            Facts.Fact(words.reporter, words.reporter(origin.kind)),
            Facts.Fact(words.reporterName, origin.name.isEmpty ? words.notTold : origin.name),
            Facts.Fact(words.reach, origin.reach.isEmpty ? words.notTold : origin.reach),
        ]))
        """
    }

    private var naming: String {
        if origin.kind.isProfessional { return words.namedProfessional }
        return origin.mayBeNamed ? words.mayBeNamed : words.mayNotBeNamed
    }
}
