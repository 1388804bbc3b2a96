// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import FamilyWeb
import Foundation
import Hummingbird
import HummingbirdCore
import Kernel
import Logging
import PeopleStore
import PeopleWeb
import ServiceLifecycle
import Site

/// A running installation: the web server, the clock that chases promises, and live updates.
struct Server {
    let database: Database
    let vault: Vault
    let host: String
    let port: Int
    let isDemo: Bool
    let isSecure: Bool
    let isBehindProxy: Bool
    let name: String?

    /// More connections than this wait at the door.
    private static let mostConnections = 8_192
    /// How long the server waits for what is under way when it is told to stop.
    private static let patience = Duration.seconds(10)

    func run() async throws {
        let logger = Logger(label: "rondom")
        let process: ID<Server> = IDSource.unguessable.next(at: Clock.machine.now())
        let dossiers = Dossiers(database: database, vault: vault, process: process.text)
        try await dossiers.begin(at: Clock.machine.now())
        let live = LiveFeed(database)
        let installation = Installation(
            database: database, vault: vault, cookies: CookieSettings(isSecure: isSecure), name: name, isDemo: isDemo,
            isBehindProxy: isBehindProxy, navigation: FamilyNavigation.entries,
            sessionEnded: { await live.end(session: $0) })
        var http = HTTP1Channel.Configuration(idleTimeout: .seconds(75))
        http.httpDecoder = .init(maxHeaderFieldSize: 8_192, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100)
        let (host, port) = (host, port)
        let report: @Sendable (any Error) -> Void = { logger.error("In the background: \(type(of: $0))") }
        let application = Application(
            responder: FrontDoor(installation, dossiers, live).router.buildResponder(),
            server: .http1(configuration: http),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
            services: [
                Background { await PromiseClock(database, .machine, report: report).run() },
                Background { await live.run() },
                Background { await HeadCopies(dossiers, .machine, report: report).run() },
            ],
            onServerRunning: { _ in
                Self.say("Rondom runs on http://\(host == "127.0.0.1" ? "localhost" : host):\(port)")
            },
            logger: logger)
        try await serve(application, goodbye: { await live.close() }, logger)
        await database.close()
    }

    /// Serves until a signal comes.
    ///
    /// Services end one after the other, the last first: whoever listens for news is let go before the server waits
    /// for its connections to end.
    private func serve(
        _ application: some Service, goodbye: @escaping @Sendable () async -> Void, _ logger: Logger
    ) async throws {
        var configuration = ServiceGroupConfiguration(
            services: [application, Drain(end: goodbye)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = Self.patience
        try await ServiceGroup(configuration: configuration).run()
    }

    /// Unbuffered, for whoever waits at the other end of a pipe until this is said.
    private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}

/// Work that goes on until the server stops.
private struct Background: Service {
    let work: @Sendable () async -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown { await work() }
    }
}

/// What must be said goodbye to when the server stops.
private struct Drain: Service {
    let end: @Sendable () async -> Void

    func run() async throws {
        try? await gracefulShutdown()
        await end()
    }
}
