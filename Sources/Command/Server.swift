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
import Mail
import NIOCore
import Paper
import PeopleRules
import PeopleStore
import PeopleWeb
import ServiceLifecycle
import Site

/// A running installation: the web server, the clock that chases promises, the sweep, and live updates.
struct Server {
    let database: Database
    let vault: Vault
    let host: String
    let port: Int
    let patience: SlowClients.Terms
    let isDemo: Bool
    let isSecure: Bool
    let isBehindProxy: Bool
    let address: RelyingParty?
    let name: String?
    var neutralSite = NeutralSite.usual
    var independentHelp = IndependentHelp.usual
    /// Whom who reports can call besides 112 and Veilig Thuis.
    var crisis: IndependentHelp.Contact?
    /// How mail goes out, or nil where none does.
    let mail: Mailing.Settings?
    /// How who is on duty is rung, or nil where nobody is.
    var dutyCall: DutyCall?
    /// The same, by mail.
    var dutyMail: DutyMail?

    /// More connections than this wait at the door.
    private static let mostConnections = 8_192

    /// What is not answered by then is broken off when the server stops.
    private static let longestGoodbye = Duration.seconds(10)

    func run() async throws {
        let logger = Logger(label: "rondom")
        let process: ID<Server> = IDSource.unguessable.next(at: Clock.machine.now())
        let dossiers = Dossiers(database: database, vault: vault, process: process.text)
        try await dossiers.begin(at: Clock.machine.now())
        do { try FontsCommand.tellApart() } catch { logger.warning("What letters a PDF lacks could not be looked up.") }
        let live = LiveFeed(database)
        let installation = Installation(
            database: database, vault: vault, cookies: CookieSettings(isSecure: isSecure), name: name, isDemo: isDemo,
            sendsMail: mail != nil, hasDutyPhone: dutyCall != nil || dutyMail != nil, address: address,
            isBehindProxy: isBehindProxy,
            neutralSite: neutralSite, independentHelp: independentHelp, crisis: crisis,
            navigation: FamilyNavigation.entries,
            sessionEnded: { await live.end(session: $0) }, guestLeft: dossiers.guestLeft, workEnded: dossiers.workEnded)
        let responder = AnswersApart(FrontDoor(installation, dossiers, live).router.buildResponder())
        // They stop in the opposite order, each when the one after it is gone: streams end first, or the web server
        // would wait for them.
        let services: [any Service] =
            background(dossiers, live, logger) + [application(responder, logger), Drain { await live.close() }]
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = Self.longestGoodbye
        do { try await ServiceGroup(configuration: configuration).run() } catch let error as IOError {
            throw Stop.refused(
                "\(host):\(port) can't be listened at: \(String(cString: strerror(error.errnoCode))). Choose another --port, "
                    + "or stop what listens there.")
        }
        await database.close()
    }

    private func background(_ dossiers: Dossiers, _ live: LiveFeed, _ logger: Logger) -> [any Service] {
        // An error's text could hold what somebody wrote.
        let report = { @Sendable (what: String) in
            { @Sendable (_: any Error) in
                if !Task.isCancelled { logger.error("\(what) failed and will be tried again.") }
            }
        }
        let clock = PromiseClock(database, .machine, report: report("Chasing promises"))
        let heads = HeadCopies(dossiers, .machine, report: report("Copying heads of chains"))
        let sweep = HourlySweep(dossiers, .machine, report: report("The hourly sweep"))
        let copies = FullCopyMaker(dossiers, PaperPress(), .machine, report: report("Making a full copy"))
        var services: [any Service] = [
            Background { await clock.run() }, Background { await live.run() }, Background { await heads.run() },
            Background { await sweep.run() }, Background { await copies.run() },
        ]
        let reports = reportClock(logger, report("Looking at reports"))
        services.append(Background { await reports.run() })
        if let mail {
            let sender = sender(of: mail, dossiers, logger)
            services.append(Background { await sender.run() })
            let guests = GuestPost(
                dossiers, .machine, from: mail.from, send: Postman(mail.server).send,
                words: GuestLetters(site: mail.site).words
            ) {
                logger.error("A mail to a practice was dropped: it could not be sent.")
            }
            services.append(Background { await guests.run() })
        }
        return services
    }

    private func reportClock(_ logger: Logger, _ report: @escaping @Sendable (any Error) -> Void) -> ReportClock {
        let (call, letter) = (dutyCall, dutyMail)
        let phone = DutyPhone(database, .machine) { desk, times, isEscalated in
            let isCalled = await call?.ring(desk, times: times, isEscalated: isEscalated) ?? false
            let isWritten = await letter?.ring(desk, times: times, isEscalated: isEscalated) ?? false
            return isCalled || isWritten
        } report: {
            logger.error("The duty phone was not rung: its gateway did not take the call.")
        }
        let rings = call != nil || letter != nil
        return ReportClock(database, .machine, phone: rings ? phone : nil, report: report) {
            logger.error("Reports lie at a desk where nobody can read them, and no other desk can take them.")
        }
    }

    private func sender(of mail: Mailing.Settings, _ dossiers: Dossiers, _ logger: Logger) -> NoticeSender {
        let post = NoticePost(
            from: mail.from, send: Postman(mail.server).send, words: NoticeLetters(site: mail.site).words,
            worthTelling: dossiers.worthTelling)
        return NoticeSender(database, vault, .machine, post) { event in
            switch event {
            case .refused(let answer): logger.error("A mail was dropped: the server refused it (\(answer)).")
            case .dropped(let count):
                logger.error("\(count) notices were dropped: they could not be mailed for two days.")
            case .waiting(let answer?): logger.warning("A mail waits: the server did not take it (\(answer)).")
            case .waiting(nil): logger.warning("Mail waits: the server can't be reached, or its certificate trusted.")
            case .failed: logger.error("Sending mail failed and will be tried again.")
            }
        }
    }

    private func application<Responder: HTTPResponder>(
        _ responder: Responder, _ logger: Logger
    ) -> Application<Responder> where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        let patience = patience
        var http = HTTP1Channel.Configuration(additionalChannelHandlers: [SlowClients(patience)])
        http.httpDecoder = .init(maxHeaderFieldSize: 8_192, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100)
        let host = host == "0.0.0.0" ? "localhost" : host
        return Application(
            responder: responder, server: .http1(configuration: http),
            configuration: ApplicationConfiguration(
                address: .hostname(self.host, port: port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
            onServerRunning: { channel in
                say("Rondom runs on http://\(host):\(channel.localAddress?.port ?? port)")
            },
            logger: logger)
    }
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
