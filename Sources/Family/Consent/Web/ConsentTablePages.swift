// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleWeb
import Site

/// Who may know what around one family, per person.
package struct ConsentTablePages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/consents", use: table)
    }

    @Sendable private func table(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.consent, family))
        let now = visit.now
        let content = try await dossiers.read(family, look) { key, connection in
            Found(try ConsentTableContent(at: now, key, connection), about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        let page = ConsentTablePage(content, at: visit.now, language: visit.language)
        let frame = installation.familyFrame(visit, title: visit.language.consent.title, for: content.reading)
        return .page(Layout(frame, page.html).html)
    }
}
