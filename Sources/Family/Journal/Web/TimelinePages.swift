// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleWeb
import Site

/// The timeline of one family, as far as its reader follows it.
package struct TimelinePages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    private static let size = 50

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/timeline", use: timeline)
    }

    @Sendable private func timeline(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let asked = request.uri.queryParameters
        let question = TimelineQuestion(
            person: asked["person"].flatMap { ID($0) },
            chapter: asked["about"].flatMap { TimelineChapter(rawValue: String($0)) },
            before: asked["before"].flatMap { Int($0) })
        let look = try visit.look(.read, at: ItemName(.timeline, family))
        let content = try await dossiers.read(family, look) { key, connection in
            try TimelineContent(question, key, connection, size: Self.size).map {
                Found($0, about: key.reading.followed)
            }
        }
        guard let content else { throw Problem.notFound }
        let page = TimelineDrawing(
            content: content, question: question, today: visit.today, language: visit.language
        ).page
        let frame = installation.familyFrame(visit, title: visit.language.timeline.title, for: content.reading)
        return .page(Layout(frame, page.html).html)
    }
}
