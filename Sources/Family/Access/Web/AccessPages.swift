// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleWeb
import Site

/// Who looked: for the family what is about them, for the privacy officer all of it.
package struct AccessPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/access", use: whoLooked)
        router.get("access-log", use: accessLog)
    }

    /// The family's own page; members of the circle have none, as nothing is about them.
    @Sendable private func whoLooked(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.accessLog, family))
        let month = request.uri.queryParameters["month"].flatMap { Day(String($0)) } ?? visit.today
        let (from, until) = (month.firstOfMonth, month.nextMonth)
        let vault = installation.vault
        let content = try await dossiers.read(family, look) { key, connection in
            try LookedContent(key, connection, from: from, until: until, vault).map {
                Found($0, about: Set(key.reading.covered.keys))
            }
        }
        guard let content else { throw Problem.notFound }
        let page = WhoLookedPage(
            content, month: month.firstOfMonth, today: visit.today, token: visit.token ?? "", language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.access.title, for: content.reading)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func accessLog(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let look = try visit.look(.read, at: ItemName(.accessLog, account.id))
        let before = request.uri.queryParameters["before"].flatMap { LogPlace($0) }
        let lines = try await dossiers.accessLog(
            of: account, look, before: before ?? LogPlace(until: visit.now + .days(1)), limit: AccessLogPage.size)
        guard let lines else { throw Problem.notFound }
        let page = AccessLogPage(lines, isLatest: before == nil, language: visit.language)
        return .page(Layout(installation.frame(visit, title: visit.language.access.fullTitle), page.html).html)
    }
}
