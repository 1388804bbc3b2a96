// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// Where a professional and a family member begin: all that waits for them.
package struct TodayPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) { router.get("today", use: today) }

    @Sendable private func today(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let look = try visit.look(.read, at: ItemName(.family, account.id))
        switch account.kind {
        case .professional, .familyMember: break
        case .privacyOfficer, .manager, .administrator: throw Problem.notFound
        }
        let number = request.uri.queryParameters["page"].flatMap { Int($0) }
        let sight = try await dossiers.today(of: account, look, page: number)
        if sight.total == 0, let choice = try await installation.workToChoose(visit) { return .seeOther(choice) }
        var page = TodayDrawing(
            sight: sight, account: account, now: visit.now, language: visit.language, token: visit.token ?? "",
            newForm: { [installation] in installation.newForm(visit) }
        ).page
        page.hasNewCard = try await hasNewCard(account, visit)
        var frame = installation.frame(visit, title: visit.language.today.title)
        frame.navigation = FamilyNavigation.entries(visit, home: sight.onlyHome)
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html)
    }

    /// Professionals get theirs from an administrator, and find it on the page about themselves.
    private func hasNewCard(_ account: Account, _ visit: Visit) async throws -> Bool {
        guard account.kind == .familyMember else { return false }
        let now = visit.now
        return try await installation.database.read { try $0.hasOpenCard(account.id, at: now) }
    }
}

extension TodaySight {
    /// The family of a reader who has one.
    var onlyHome: TodayHome? { homes.count == 1 ? homes[0] : nil }
}
