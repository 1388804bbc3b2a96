// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// Tells listeners that there is news about what they show: never content, only "ask again".
///
/// One per process. What was written here is looked up at once; what other processes wrote, when the database
/// announces it, and every five seconds anyway. Listeners of one item hear of that item alone: what else happens in
/// the dossier, and in what they may not read, makes no sound.
package actor LiveFeed {
    /// What a listener hears.
    package enum News: Hashable, Sendable {
        /// The item changed. It carries no number: the journal's would tell how much else was written.
        case changed
        /// Who may read what may have changed: look whether you still may.
        case lookAgain
        /// Nothing happened; the line is still open.
        case alive
    }

    /// Where news is written: in a dossier, or at the desk of an organisation.
    private enum Place: Hashable {
        case family(ID<Family>)
        case desk(ID<Organisation>)
    }

    private struct Listener {
        /// What they hear of: one item of a dossier, or all at a desk that is not kept from them.
        let hears: Hearing
        let session: String
        let tell: AsyncStream<News>.Continuation
    }

    private enum Hearing {
        case item(ItemName)
        case desk(ID<Account>)
    }

    private struct Audience {
        var heard: Int
        var listeners: [Int: Listener] = [:]
    }

    /// At most so many streams a session, so that one browser can't take all.
    package static let mostPerSession = 4

    private let database: Database
    private var audiences: [Place: Audience] = [:]
    private var streams: [String: Int] = [:]
    private var nextListener = 0
    private var isClosed = false
    private var lastRound = ContinuousClock.now
    private var round = 0

    /// Each listener's right is looked at anew once a minute, besides when the circle changes: a twelfth of them with
    /// each wake, of which there is one at least every five seconds.
    private static let rounds = 12
    private static let pause = Duration.seconds(4)
    /// How long a line is silent at most: proxies close what says nothing for half a minute.
    private let silence: Duration

    private let clock: Clock

    package init(_ database: Database, _ clock: Clock = .machine, silence: Duration = .seconds(20)) {
        self.database = database
        self.clock = clock
        self.silence = silence
    }

    /// The news of one item for one session, or nil when that session listens to enough already.
    package func listen(to item: ItemName, in family: ID<Family>, session: String) async throws -> AsyncStream<News>? {
        try await listen(.item(item), at: .family(family), session) { try $0.lastJournalNumber(of: family) }
    }

    /// The news of a desk for one session of somebody there, or nil when that session listens to enough already.
    package func listen(
        atDesk organisation: ID<Organisation>, _ account: ID<Account>, session: String
    ) async throws -> AsyncStream<News>? {
        try await listen(.desk(account), at: .desk(organisation), session) { try $0.lastDeskNumber(of: organisation) }
    }

    private func listen(
        _ hears: Hearing, at place: Place, _ session: String,
        from last: @escaping @Sendable (Connection) throws -> Int
    ) async throws -> AsyncStream<News>? {
        guard !isClosed, streams[session, default: 0] < Self.mostPerSession else { return nil }
        streams[session, default: 0] += 1
        if audiences[place] == nil {
            let heard: Int
            do { heard = try await database.read { try last($0) } } catch {
                leave(session)
                throw error
            }
            if audiences[place] == nil { audiences[place] = Audience(heard: heard) }
        }
        nextListener += 1
        let number = nextListener
        // Only the latest few matter to somebody slow: "ask again" twice is once.
        let (news, tell) = AsyncStream.makeStream(of: News.self, bufferingPolicy: .bufferingNewest(8))
        tell.onTermination = { [weak self] _ in Task { await self?.forget(number, at: place) } }
        audiences[place]?.listeners[number] = Listener(hears: hears, session: session, tell: tell)
        return news
    }

    /// How many listen now, for the monitor.
    package var count: Int { audiences.values.reduce(0) { $0 + $1.listeners.count } }

    /// Something was written in a family by this process.
    package func wrote(in family: ID<Family>) async {
        database.announce()
        await look(in: [family])
    }

    /// Something was written at some desk by this process.
    package func wroteAtDesks() async {
        database.announce()
        await lookAtDesks()
    }

    /// Looks for news from other processes, and keeps all lines alive, until cancelled.
    package func run() async {
        async let beats: Void = keepAlive()
        for await _ in database.announcements() {
            await look(in: audiences.keys.compactMap { if case .family(let family) = $0 { family } else { nil } })
            await lookAtDesks()
            remind()
        }
        await beats
    }

    /// Apart from the news, as a database that does not answer is no reason to close a line.
    private func keepAlive() async {
        while (try? await Task.sleep(for: silence)) != nil {
            for audience in audiences.values {
                for listener in audience.listeners.values { listener.tell.yield(.alive) }
            }
        }
    }

    /// Lets some of the listeners look whether they still may listen.
    private func remind() {
        guard ContinuousClock.now - lastRound >= Self.pause else { return }
        lastRound = .now
        round = (round + 1) % Self.rounds
        for audience in audiences.values {
            for (number, listener) in audience.listeners where number % Self.rounds == round {
                listener.tell.yield(.lookAgain)
            }
        }
    }

    /// Ends the streams of a session, as it ends itself.
    package func end(session: String) {
        for audience in audiences.values {
            for listener in audience.listeners.values where listener.session == session { listener.tell.finish() }
        }
    }

    /// Ends all streams, so that the server can stop; browsers come back to the next one.
    package func close() {
        isClosed = true
        for audience in audiences.values { for listener in audience.listeners.values { listener.tell.finish() } }
    }

    private func look(in families: [ID<Family>]) async {
        let heard = families.compactMap { family in audiences[.family(family)].map { (family, $0.heard) } }
        guard !heard.isEmpty else { return }
        let news = try? await database.read { connection in
            try connection.familiesWithNews(heard).flatMap { family, after in
                try connection.news(in: family, after: after)
            }
        }
        for item in news ?? [] { tell(item) }
    }

    private func tell(_ news: JournalNews) {
        let place = Place.family(news.family)
        guard let audience = audiences[place], news.number > audience.heard else { return }
        audiences[place]?.heard = news.number
        for listener in audience.listeners.values {
            if news.changesReaders { listener.tell.yield(.lookAgain) }
            if case .item(let item) = listener.hears, item == news.item { listener.tell.yield(.changed) }
        }
    }

    /// Whoever may not open a report hears nothing of it: a board that stirs would tell that there is one.
    private func lookAtDesks() async {
        for (place, audience) in audiences {
            guard case .desk(let organisation) = place else { continue }
            let accounts = Set(
                audience.listeners.values.compactMap { if case .desk(let who) = $0.hears { who } else { nil } })
            let today = clock.now().day
            let news = try? await database.read { connection in
                try connection.deskNews(of: organisation, after: audience.heard, for: accounts, on: today)
            }
            guard let news, let heard = audiences[place]?.heard, news.number > heard else { continue }
            audiences[place]?.heard = news.number
            for listener in audiences[place]?.listeners.values ?? [:].values {
                if case .desk(let who) = listener.hears, news.hearers.contains(who) { listener.tell.yield(.changed) }
            }
        }
    }

    private func forget(_ number: Int, at place: Place) {
        guard let listener = audiences[place]?.listeners.removeValue(forKey: number) else { return }
        if audiences[place]?.listeners.isEmpty == true { audiences[place] = nil }
        leave(listener.session)
    }

    private func leave(_ session: String) {
        let left = streams[session, default: 1] - 1
        streams[session] = left > 0 ? left : nil
    }
}
