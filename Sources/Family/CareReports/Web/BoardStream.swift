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

/// The line over which a board hears that something changed at its desk.
package struct BoardStream: Sendable {
    private let installation: Installation
    private let live: LiveFeed

    package init(_ installation: Installation, _ live: LiveFeed) {
        self.installation = installation
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("desk/events", use: events)
    }

    @Sendable private func events(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let signedIn = visit.signedIn, signedIn.account.kind == .professional,
            let organisation = try await desk(of: signedIn.account.id, signedIn.session.behalf)
        else { throw Problem.notFound }
        let news = try await live.listen(
            atDesk: organisation, signedIn.account.id, session: signedIn.session.digest)
        guard let news else { throw Problem(.tooOften, retryAfter: 30) }
        return .events(LiveEvents(news: news) { await stillMayListen(signedIn, at: organisation) }, for: request)
    }

    /// The desk at which somebody is, for whom they are here.
    private func desk(of account: ID<Account>, _ behalf: Behalf) async throws -> ID<Organisation>? {
        let today = installation.clock.now().day
        return try await installation.database.read { connection in
            guard let organisation = try connection.organisation(behind: behalf, of: account, on: today),
                try connection.deskCrew(organisation, on: today).contains(account)
            else { return nil }
            return organisation
        }
    }

    /// While the database can't be asked nobody is sent away: the line tells nothing anyway.
    private func stillMayListen(_ signedIn: SignedIn, at organisation: ID<Organisation>) async -> Bool {
        let (now, digest) = (installation.clock.now(), signedIn.session.digest)
        do {
            let session = try await installation.database.read { try $0.session(digest) }
            guard let session, !session.isOver(at: now, for: signedIn.account.kind) else { return false }
            return try await desk(of: signedIn.account.id, session.behalf) == organisation
        } catch { return true }
    }
}
