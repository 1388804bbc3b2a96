// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

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

    private struct Listener {
        let item: ItemName
        let session: String
        let tell: AsyncStream<News>.Continuation
    }

    private struct Audience {
        var heard: Int
        var listeners: [Int: Listener] = [:]
    }

    /// At most so many streams a session, so that one browser can't take all.
    package static let mostPerSession = 4

    private let database: Database
    private var audiences: [ID<Family>: Audience] = [:]
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

    package init(_ database: Database, silence: Duration = .seconds(20)) {
        self.database = database
        self.silence = silence
    }

    /// The news of one item for one session, or nil when that session listens to enough already.
    package func listen(to item: ItemName, in family: ID<Family>, session: String) async throws -> AsyncStream<News>? {
        guard !isClosed, streams[session, default: 0] < Self.mostPerSession else { return nil }
        streams[session, default: 0] += 1
        if audiences[family] == nil {
            let heard: Int
            do { heard = try await database.read { try $0.lastJournalNumber(of: family) } } catch {
                leave(session)
                throw error
            }
            if audiences[family] == nil { audiences[family] = Audience(heard: heard) }
        }
        nextListener += 1
        let number = nextListener
        // Only the latest few matter to somebody slow: "ask again" twice is once.
        let (news, tell) = AsyncStream.makeStream(of: News.self, bufferingPolicy: .bufferingNewest(8))
        tell.onTermination = { [weak self] _ in Task { await self?.forget(number, in: family) } }
        audiences[family]?.listeners[number] = Listener(item: item, session: session, tell: tell)
        return news
    }

    /// How many listen now, for the monitor.
    package var count: Int { audiences.values.reduce(0) { $0 + $1.listeners.count } }

    /// Something was written in a family by this process.
    package func wrote(in family: ID<Family>) async {
        database.announce()
        await look(in: [family])
    }

    /// Looks for news from other processes, and keeps all lines alive, until cancelled.
    package func run() async {
        async let beats: Void = keepAlive()
        for await _ in database.announcements() {
            await look(in: Array(audiences.keys))
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
        let heard = families.compactMap { family in audiences[family].map { (family, $0.heard) } }
        guard !heard.isEmpty else { return }
        let news = try? await database.read { connection in
            try connection.familiesWithNews(heard).flatMap { family, after in
                try connection.news(in: family, after: after)
            }
        }
        for item in news ?? [] { tell(item) }
    }

    private func tell(_ news: JournalNews) {
        guard let audience = audiences[news.family], news.number > audience.heard else { return }
        audiences[news.family]?.heard = news.number
        for listener in audience.listeners.values {
            if news.changesReaders { listener.tell.yield(.lookAgain) }
            if listener.item == news.item { listener.tell.yield(.changed) }
        }
    }

    private func forget(_ number: Int, in family: ID<Family>) {
        guard let listener = audiences[family]?.listeners.removeValue(forKey: number) else { return }
        if audiences[family]?.listeners.isEmpty == true { audiences[family] = nil }
        leave(listener.session)
    }

    private func leave(_ session: String) {
        let left = streams[session, default: 1] - 1
        streams[session] = left > 0 ? left : nil
    }
}

extension JournalNews {
    /// Whether somebody may read less, or more, after this.
    fileprivate var changesReaders: Bool {
        switch kind {
        case .membershipEnded, .itemHeld, .memberHidden, .memberLetIn, .readingLetIn, .authorityNoted, .coverageAdded,
            .coverageEnded, .readingRefused, .readingEnded:
            true
        case .familyStarted, .personAdded, .directionMoved, .contactMoved, .conversationStarted, .messageWritten,
            .messageWithdrawn, .withdrawnOpened, .participantAdded,
            .promiseMade, .promiseSettled, .promiseClosed, .promiseTaken, .organisationHidden, .tieNoted, .detailNoted,
            .invitationMade, .invitationAnswered, .invitationEnded, .codeMade, .codeEnded, .accountGiven,
            .startConfirmed, .questionWithdrawn, .holdDecided, .emergencyOpened, .emergencyWidened,
            .emergencyReviewed, .safetyCardWritten, .safetyChecked, .inabilityNoted,
            .inabilityWithdrawn, .questionAsked,
            .questionAnswered, .functionShown, .storyBegun, .storyWritten, .storyAgreed, .storyConfirmed,
            .storyReadersChosen, .noteWritten, .noteCorrected, .noteAnswered, .helperIntroduced, .objectionSent,
            .objectionAnswered,
            .consentAsked, .consentAnswered, .consentEnded, .orderNoted, .groundUsed,
            .directionReviewed, .handoverProposed, .handoverAnswered, .handoverEnded, .handoverTalked,
            .handoverCompleted, .closingBegun, .circleClosed, .planChanged, .planAgreed, .planEvaluated,
            .groupPlanOffered, .actionTicked, .meetingProposed, .meetingChanged, .meetingHeld,
            .fullCopyAsked, .ownWordsAsked, .ownWordsAnswered, .forgettingAsked, .forgettingDecided,
            .keepingHeld, .keepingReleased, .informationWithheld, .inspectionAsked,
            .indicationMade, .indicationReleased, .indicationWeighed, .matchReceived, .matchTalked,
            .referralSent, .referralAnswered, .referralStarted, .referralFinished,
            .proposalMade, .proposalAnswered, .proposalClosed, .provisionAsked, .provisionDecided:
            false
        }
    }
}
