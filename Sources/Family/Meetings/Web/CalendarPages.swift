// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// One's own calendar: the secret address at which it hears when there is a meeting, and nothing else of it.
package struct CalendarPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("calendar", use: { _, visit in try await page(visit) })
        router.post("calendar/feed", use: make)
        router.post("calendar/feed/end", use: end)
        router.get("calendar/:secret", use: feed)
    }

    /// The address is shown this once.
    @Sendable private func make(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account().id
        let token = SessionToken(from: installation.secrets)
        let (now, vault) = (visit.now, installation.vault)
        try await installation.database.write { try $0.makeFeed(token, for: account, at: now, vault) }
        return try await page(visit, showing: token)
    }

    @Sendable private func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account().id
        try await installation.database.write { try $0.removeFeed(of: account) }
        return .seeOther(.calendar)
    }

    /// Whoever knows the address hears when somebody has an appointment; nobody is signed in for it.
    @Sendable private func feed(_ request: Request, _ visit: Visit) async throws -> Response {
        let secret = request.uri.path.split(separator: "/").last ?? ""
        guard secret.hasSuffix(".ics"), let token = SessionToken(cookie: secret.dropLast(4)),
            let feed = try await dossiers.feed(token, at: visit.now)
        else { throw Problem.notFound }
        let words = (Language(rawValue: feed.account.profile.language) ?? .nl).minutes
        let events = feed.entries.map { entry in
            CalendarText.Event(
                uid: entry.name, starts: entry.time.starts, ends: entry.time.ends, changed: entry.changed,
                sequence: entry.sequence, isCancelled: entry.isCancelled, summary: words.appointment)
        }
        let text = CalendarText(name: words.appointment, events: events, isNeutral: true).text
        return Response(
            status: .ok, headers: .saving("\(words.feedFile).ics", as: "text/calendar; charset=utf-8"),
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private func page(_ visit: Visit, showing token: SessionToken? = nil) async throws -> Response {
        let account = try visit.account().id
        let made = try await installation.database.read { try $0.feedMade(for: account) }
        let origin = installation.address?.origin ?? ""
        let page = CalendarPage(
            language: visit.language, made: made?.day,
            address: token.map { origin + Link.calendarFeed($0.cookie + ".ics").text }, token: visit.token ?? "")
        var frame = installation.frame(visit, title: visit.language.minutes.calendar)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }
}

/// Where somebody makes, renews or ends the secret address of their calendar.
struct CalendarPage: Equatable {
    let language: Language
    let made: Day?
    /// The address, the one time that it is shown.
    let address: String?
    let token: String

    private var words: any MinutesWords { language.minutes }

    var html: HTML {
        """
        \(PageHead(words.calendar, lead: words.calendarLead))
        \(address.map(shown))\(if: address == nil, "<p>\(made.map { words.hasFeed(language.dateInside($0)) } ?? words.noFeed)</p>")
        \(ActForm(.calendarFeed, token: token, title: made == nil ? words.makeFeed : words.makeAnother, made == nil ? .main : .quiet))\
        \(if: made != nil, "<p class=\"soft\">\(words.anotherText)</p>")\
        \(if: made != nil, ActForm(.calendarFeedEnd, token: token, title: words.endFeed, .text).html)
        """
    }

    private func shown(_ address: String) -> HTML {
        """
        \(Notice(.good, words.yourAddress, words.addressText))
        <p><code class="handed__code">\(address)</code></p>

        """
    }
}
