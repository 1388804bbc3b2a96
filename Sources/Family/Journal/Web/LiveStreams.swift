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

/// Live updates: a line that says "ask again" when something arrived.
package struct LiveStreams: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/conversations/:conversation/events", use: conversation)
    }

    @Sendable private func conversation(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let signedIn = visit.signedIn else { throw Problem.notFound }
        let listening = Listening(
            family: try visit.id("family"), conversation: try visit.id("conversation"), signedIn: signedIn,
            from: visit.from)
        guard try await mayListen(listening) else { throw Problem.notFound }
        let item = ItemName(.conversation, listening.conversation)
        let news = try await live.listen(to: item, in: listening.family, session: signedIn.session.digest)
        guard let news else { throw Problem(.tooOften, retryAfter: 30) }
        return .events(
            LiveEvents(news: news) { await stillMayListen(listening) }, for: request)
    }

    private func mayListen(_ listening: Listening) async throws -> Bool {
        let look = Look(
            reader: listening.signedIn.account.id, for: listening.signedIn.session.behalf, at: installation.clock.now(),
            from: listening.from, action: .read,
            item: ItemName(.conversation, listening.conversation))
        let id = listening.conversation
        let about = try await dossiers.read(listening.family, look) { key, connection in
            try connection.conversation(id, key).map { Found(true, about: $0.conversation.about) }
        }
        return about ?? false
    }

    /// While the database can't be asked nobody is sent away: the line tells nothing anyway.
    private func stillMayListen(_ listening: Listening) async -> Bool {
        let now = installation.clock.now()
        let digest = listening.signedIn.session.digest
        let behalf: Behalf
        do {
            let session = try await installation.database.read { try $0.session(digest) }
            guard let session, !session.isOver(at: now, for: listening.signedIn.account.kind) else { return false }
            behalf = session.behalf
        } catch { return true }
        return
            (try? await dossiers.mayRead(
                listening.conversation, in: listening.family, listening.signedIn.account.id, for: behalf,
                on: now.day)) ?? true
    }
}

/// Who listens to what, from where.
private struct Listening: Sendable {
    let family: ID<Family>
    let conversation: ID<Conversation>
    let signedIn: SignedIn
    let from: String
}
