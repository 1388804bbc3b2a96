// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// What a helper who leaves holds in all families, to hand it over.
package struct HeldPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("handovers", use: show)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        guard account.kind == .professional else { throw Problem.notFound }
        let held = try await dossiers.held(try visit.look(.read, at: ItemName(.family, account.id)))
        let page = HeldPage(
            held, review: visit.today + Direction.firstTerm, token: visit.token ?? "", language: visit.language
        ) { installation.newForm(visit) }
        var frame = installation.frame(visit, title: visit.language.held.title)
        frame.isNarrow = true
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html)
    }
}
