// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Hummingbird
import PeopleWeb
import Site

/// For monitors: whether this process lives, whether it can serve, and a few counts.
///
/// No personal data.
struct HealthRoutes: Sendable {
    private let installation: Installation
    private let live: LiveFeed

    init(_ installation: Installation, _ live: LiveFeed) {
        self.installation = installation
        self.live = live
    }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("health/live") { _, _ in Response.plain("ok\n") }
        router.get("health/ready") { _, _ in await ready() }
        router.get("metrics") { request, visit in try await metrics(request, visit) }
    }

    private func ready() async -> Response {
        do {
            try installation.vault.refresh()
            _ = try await installation.database.migrationsDone()
            return .plain("ok\n")
        } catch { return .plain("not ready\n", status: .serviceUnavailable) }
    }

    /// In the text format of Prometheus, for a monitor on this machine alone: in a small installation the number of
    /// listeners tells when somebody is there.
    private func metrics(_ request: Request, _ visit: Visit) async throws -> Response {
        guard ["127.0.0.1", "::1"].contains(visit.from), !request.wasForwarded else { throw Problem.notFound }
        return .plain(
            """
            # HELP rondom_live_streams Browsers that listen for news now.
            # TYPE rondom_live_streams gauge
            rondom_live_streams \(await live.count)

            """)
    }
}

extension Response {
    /// A few words for a machine.
    static func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension Request {
    /// Whether a proxy passed it on.
    fileprivate var wasForwarded: Bool {
        HTTPFields.Element.Name("X-Forwarded-For").map { headers[$0] != nil } ?? false
    }
}
