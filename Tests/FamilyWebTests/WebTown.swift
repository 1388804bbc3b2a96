// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import FamilyWeb
import Hummingbird
import Kernel
import NetworkStore
import Paper
import PeopleRules
import PeopleStore
import PeopleWeb
import Site
import Synchronization
import TestClient
import TestDatabases
import Testing
import Town

/// A browser of these tests.
typealias TownBrowser = Browser<RouterResponder<Visit>>

/// The whole installation with the town's told families in it, behind its front door, with a clock that a test sets.
final class WebTown: Sendable {
    static let today: Day = "2026-11-23"

    let town: Town
    let filled: FilledTown
    let dossiers: Dossiers
    let live: LiveFeed
    /// Method and path of each route.
    let routes: [String]
    let clock = Clockwork(Moment(today, hour: 9, minute: 15))
    let responder: RouterResponder<Visit>

    var database: Database { dossiers.database }
    var vault: Vault { dossiers.vault }

    /// A town that tests only read, so that it is filled once; looking leaves read marks and access records alone.
    static var toRead: WebTown { get async throws { try await shared.value } }
    private static let shared = Task { try await WebTown() }

    private static let told = Town.zuilenOndiep(today: today, families: TownFamily.told(today: today).count)
    private static let template = Template(peopleMigrations + networkMigrations + familyMigrations) {
        try await told.fill(Dossiers(database: $0, vault: $1, process: "test"), ids: counted())
    }

    init(
        _ engine: Engine = .sqlite, press: PaperPress = PaperPress(), hasDutyPhone: Bool = true, sendsMail: Bool = true
    ) async throws {
        town = Self.told
        let copy = try await Self.template.copy(engine)
        let database = copy.database
        dossiers = Dossiers(database: database, vault: copy.vault, process: "test")
        filled = copy.value
        let live = LiveFeed(database, Clock { [clock] in clock.now })
        self.live = live
        let installation = Installation(
            database: database, vault: dossiers.vault, clock: Clock { [clock] in clock.now },
            cookies: CookieSettings(isSecure: false), name: "Rondom van Zuilen-Ondiep", isDemo: true,
            sendsMail: sendsMail, hasDutyPhone: hasDutyPhone,
            crisis: IndependentHelp.Contact(name: "Spoed voor Jeugd", phone: "030 123 45 67"),
            navigation: FamilyNavigation.entries,
            sessionEnded: { await live.end(session: $0) }, guestLeft: dossiers.guestLeft, workEnded: dossiers.workEnded)
        let router = FrontDoor(installation, dossiers, live, press).router
        routes = router.routes.map(\.description)
        responder = router.buildResponder()
    }

    /// A browser where nobody is signed in.
    func browser() -> TownBrowser { Browser(responder) }

    /// A browser where somebody of the demo is signed in.
    func browser(of person: String) async throws -> TownBrowser {
        let browser = browser()
        try await signIn(person, in: browser)
        return browser
    }

    func signIn(_ person: String, in browser: TownBrowser) async throws {
        let answer = try await browser.post("/demo/sessions", form(["person": person]))
        #expect(answer.status == .seeOther)
    }

    // MARK: Addresses

    func circle(_ family: String) throws -> String { "/families/\(try filled.family(family))" }

    func conversations(_ family: String) throws -> String { try circle(family) + "/conversations" }

    /// - Parameter name: family and conversation: `de-wit-yildiz/noor-op-school`.
    func conversation(_ name: String) throws -> String {
        let family = name.prefix { $0 != "/" }
        return try conversations(String(family)) + "/\(try filled.conversation(name))"
    }

    /// Identifiers that are the same in each run.
    private static func counted() -> IDSource {
        let count = CountedIDs()
        return IDSource { count.next() }
    }
}

private final class CountedIDs: Sendable {
    private let count = Atomic<UInt64>(0)

    func next() -> (UInt64, UInt64) {
        let number = count.add(1, ordering: .relaxed).newValue
        return (number >> 32, number)
    }
}
