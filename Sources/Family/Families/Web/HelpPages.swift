// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import PeopleWeb
import Site

/// The guide, the same for whoever reads it.
struct HelpPages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("help") { _, visit in try page(.index, visit) }
        router.get("help/:page") { _, visit in
            guard let name = visit.parameters.get("page"), let topic = GuideTopic(rawValue: name), topic != .index
            else { throw Problem.notFound }
            return try page(topic, visit)
        }
    }

    /// "Snel weg" stands here for everybody: who reads about help may be watched before they ever sign in.
    private func page(_ topic: GuideTopic, _ visit: Visit) throws -> Response {
        guard let page = GuidePage(topic, in: visit.language) else { throw Problem.notFound }
        var frame = installation.frame(visit, title: page.title)
        frame.isNarrow = true
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html)
    }
}
