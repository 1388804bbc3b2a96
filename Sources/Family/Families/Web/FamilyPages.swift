// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// The families around the reader, and the way there from the front door.
package struct FamilyPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("/", use: home)
        router.get("families", use: list)
    }

    /// Everybody begins where their work, or their family, is.
    @Sendable private func home(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let account = visit.signedIn?.account else {
            return .seeOther(installation.isDemo ? .demo : .signIn)
        }
        switch account.kind {
        case .familyMember: return .seeOther(try await invitations(visit) > 0 ? .myInvitations : .today)
        case .professional: return .seeOther(.today)
        case .privacyOfficer: return .seeOther(.privacy)
        case .administrator: return .seeOther(.organisations)
        case .manager:
            let page = BeginPage(account, visit.language)
            return .page(Layout(installation.frame(visit, title: visit.language.begin.pageTitle), page.html).html)
        }
    }

    private func invitations(_ visit: Visit) async throws -> Int {
        let (account, behalf, now) = (try visit.account().id, visit.behalf, visit.now)
        return try await dossiers.database.read { try $0.invitations(of: account, for: behalf, at: now).count }
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let look = try visit.look(.read, at: ItemName(.family, account.id))
        let entries = try await dossiers.families(look)
        if entries.isEmpty, let choice = try await installation.workToChoose(visit) { return .seeOther(choice) }
        let number = request.uri.queryParameters["page"].flatMap { Int($0) }
        var page = FamilyListPage(entries, page: number, now: visit.now, language: visit.language)
        page.invitations = try await invitations(visit)
        page.mayStart = account.kind == .professional
        return .page(Layout(installation.frame(visit, title: visit.language.families.title), page.html).html)
    }
}
