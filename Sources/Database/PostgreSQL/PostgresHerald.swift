// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres
import Foundation
import Synchronization

/// Carries announcements between processes with NOTIFY and LISTEN, on a connection and a thread of its own.
///
/// Never in the transaction of an act: NOTIFY takes one lock of the whole cluster through the flush of its transaction.
/// What is announced within 50 milliseconds goes as one.
final class PostgresHerald: Sendable {
    private struct State {
        var isRunning = false
        var isStopped = false
        var due: ContinuousClock.Instant?
    }

    private static let gathering = Duration.milliseconds(50)
    private static let channel = "rondom"

    private let address: PostgresAddress
    private let news: Announcements
    private let state = Mutex(State())
    private let bell = Bell()

    init(_ address: PostgresAddress, news: Announcements) { (self.address, self.news) = (address, news) }

    /// Wakes this process at once, the others soon.
    func announce() {
        news.wake()
        state.withLock { if $0.due == nil { $0.due = .now + Self.gathering } }
        start()
        bell.ring()
    }

    /// Hears from now on what other processes announce.
    func listen() { start() }

    func stop() {
        state.withLock { $0.isStopped = true }
        bell.ring()
    }

    private func start() {
        let isFirst = state.withLock { state in
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if isFirst { Thread.detachNewThread { self.run() } }
    }

    private func run() {
        while !state.withLock({ $0.isStopped }) {
            do {
                try serve(PostgresLink(address))
            } catch {
                wait(for: nil, .milliseconds(250))
            }
        }
    }

    private func serve(_ link: PostgresLink) throws(PostgresError) {
        // Nothing is lost with an announcement, so its transaction needs no flush.
        try link.ask("SET synchronous_commit = off")
        try link.ask("LISTEN \(Self.channel)")
        // Something may have been announced while there was no connection.
        news.wake()
        while !state.withLock({ $0.isStopped }) {
            wait(for: link, pause)
            guard PQconsumeInput(link.connection) == 1 else { throw PostgresError(connection: link.connection) }
            if heard(on: link) { news.wake() }
            if isDue { try link.ask("NOTIFY \(Self.channel)") }
        }
    }

    /// Whether another process announced something.
    private func heard(on link: PostgresLink) -> Bool {
        var isNews = false
        while let note = PQnotifies(link.connection) {
            if note.pointee.be_pid != PQbackendPID(link.connection) { isNews = true }
            PQfreemem(note)
        }
        return isNews
    }

    private var isDue: Bool {
        state.withLock { state in
            guard let due = state.due, due <= .now else { return false }
            state.due = nil
            return true
        }
    }

    private var pause: Duration {
        state.withLock { state in
            guard let due = state.due else { return .seconds(5) }
            return max(.zero, due - .now)
        }
    }

    /// Sleeps until the server says something, somebody rings, or time is up.
    private func wait(for link: PostgresLink?, _ time: Duration) {
        var ears = [pollfd(fd: bell.ear, events: Int16(POLLIN), revents: 0)]
        if let link { ears.append(pollfd(fd: PQsocket(link.connection), events: Int16(POLLIN), revents: 0)) }
        let (seconds, attoseconds) = time.components
        poll(&ears, nfds_t(ears.count), CInt(seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1))
        bell.silence()
    }
}
