// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleStore
import PeopleWeb
import Site

/// The circle around one family.
package struct CirclePages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family", use: circle)
    }

    @Sendable private func circle(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let now = visit.now
        let content = try await dossiers.read(family, look) { key, connection in
            let circle = try connection.circle(key)
            let conversations = try connection.conversations(key)
            let invitations = try connection.invitations(at: now, key)
            let invited = invitations.reduce(into: Set<ID<Person>>()) { $0.formUnion($1.invitation.persons) }
            let start = try connection.startToConfirm(key)
            let content = CircleContent(
                family: key.family, reading: key.reading, circle: circle,
                promises: try connection.openPromises(key, among: circle), details: try connection.details(key),
                conversations: conversations,
                happenings: try connection.happenings(
                    key, takesPartIn: Set(conversations.map(\.conversation.id.text)), limit: CircleContent.happenings),
                invitations: invitations,
                agreements: invited.isEmpty ? [:] : try connection.whoMustAgree(for: invited, key),
                mayConfirm: start.map { !$0.open.isEmpty } ?? false,
                isUnable: try key.reading.ownPerson.flatMap { try connection.inabilities(of: $0, key) }?
                    .contains { $0.inability.stands(on: now.day) } ?? false,
                indication: try connection.familyIndication(key), findsMatches: try connection.findsMatches(key),
                introductions: try connection.introductions(key, among: circle),
                card: key.reading.ownPerson == nil ? nil : try connection.latestCard(of: key.reading.reader))
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        let page = CircleDrawing(content: content, now: visit.now, language: visit.language).page
        var frame = installation.familyFrame(visit, title: visit.language.circle.title, for: content.reading)
        frame.hasCircle = true
        return .page(Layout(frame, page.html).html)
    }
}
