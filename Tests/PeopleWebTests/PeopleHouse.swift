// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import Mail
import PeopleRules
import PeopleStore
import PeopleWeb
import Site
import Synchronization
import TestClient
import TestDatabases

/// The pages of this storey on a small town, with a clock that a test sets, and a page with a form on it.
final class PeopleHouse: Sendable {
    static let start = Moment("2026-11-23", hour: 9)

    let installation: Installation
    private let clockwork: Clockwork
    private let ears: Ears

    /// The sessions of which it was told that they ended.
    var ended: [String] { ears.all }

    init(
        isDemo: Bool = true, sendsMail: Bool = true, address: String? = "http://localhost:8080"
    ) async throws {
        let time = Clockwork(Self.start)
        clockwork = time
        let ended = Ears()
        let copy = try await Self.migrated.copy(.sqlite)
        installation = Installation(
            database: copy.database, vault: copy.vault, clock: Clock { time.now },
            cookies: CookieSettings(isSecure: false), name: "Rondom van Zuilen-Ondiep", isDemo: isDemo,
            sendsMail: sendsMail, address: address.flatMap { RelyingParty(address: $0) },
            sessionEnded: { ended.heard($0) }, passwords: PasswordHashing(cost: .least))
        ears = ended
        try await fill()
    }

    private static let migrated = Template(peopleMigrations)

    /// The number of a person in the order of the house.
    static func account(_ place: UInt64) -> ID<Account> { IDSource { (0, place) }.next(at: start) }

    static let aylin = account(0)
    static let marieke = account(1)

    var now: Moment { clockwork.now }

    func wait(_ span: Duration) { clockwork.wait(span) }

    func browser() -> Browser<some HTTPResponder<Visit>> {
        let installation = installation
        let router = Router(context: Visit.self)
        router.addMiddleware {
            ErrorPages<Visit>()
            Sessions(installation)
        }
        AccountPages(installation).addRoutes(to: router)
        OrganisationPages(installation).addRoutes(to: router)
        NoticePages(installation).addRoutes(to: router)
        PasskeyPages(installation).addRoutes(to: router)
        JoiningPages(installation).addRoutes(to: router)
        router.get("notes/:note") { _, visit in
            _ = try visit.account()
            let typed = visit.typed?.text("text") ?? ""
            let content: HTML = """
                <form action="/notes/1/lines" method="post">\(visit.token.map(CSRF.field))
                <textarea name="text">\(typed)</textarea></form>
                """
            return Response.page(Layout(installation.frame(visit, title: "Notitie"), content).html)
        }
        router.post("notes/:note/lines") { request, visit in
            let name = try visit.account().profile.name
            let text = try await FormBody.read(request).text("text")
            return Response.page("<p>\(name): \(text)</p>")
        }
        return Browser(router.buildResponder())
    }

    private func fill() async throws {
        let vault = installation.vault
        let people: [(String, String, Account.Kind)] = [
            ("aylin", "Aylin Yildiz", .familyMember), ("marieke", "Marieke Postma", .professional),
            ("ravi", "Ravi Soekhoe", .administrator), ("geert-jan", "Geert-Jan Prins", .privacyOfficer),
        ]
        try await installation.database.write { connection in
            for (place, (slug, name, kind)) in people.enumerated() {
                let account = Account(
                    id: Self.account(UInt64(place)), kind: kind,
                    profile: AccountProfile(name: name))
                try connection.create(account, vault)
                try connection.add(
                    DemoPerson(
                        slug: slug, account: account.id, positionNL: "Moeder van <Noor>", positionEN: "A mother",
                        place: place))
            }
        }
    }
}

/// Hears of the sessions that end.
private final class Ears: Sendable {
    private let digests = Mutex<[String]>([])

    var all: [String] { digests.withLock { $0 } }

    func heard(_ digest: String) { digests.withLock { $0.append(digest) } }
}

extension PeopleHouse {
    /// Sends what mail waits, to a server that refuses all of it.
    func refuseMail() async throws {
        let post = NoticePost(
            from: try MailAddress("post@rondom.example"), send: { _ in .refused(550) }, words: { _, _ in ("x", "x") },
            worthTelling: { notices, _, _ in notices })
        try await NoticeSender(installation.database, installation.vault, installation.clock, post) { _ in }.sendDue()
    }
}
