// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// Wakes everybody in this process who waits for news, at the latest every five seconds.
final class Announcements: Sendable {
    private struct Listeners {
        var next = 0
        var waiting: [Int: AsyncStream<Void>.Continuation] = [:]
        var ticker: Task<Void, Never>?
    }

    private let listeners = Mutex(Listeners())
    private let pause: Duration

    /// - Parameter pause: the longest time without a wake.
    init(pause: Duration = .seconds(5)) { self.pause = pause }

    deinit { end() }

    /// A stream that remembers one wake at most while nobody looks.
    func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = listeners.withLock { listeners in
            listeners.next += 1
            listeners.waiting[listeners.next] = continuation
            if listeners.ticker == nil { listeners.ticker = tick() }
            return listeners.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.listeners.withLock { _ = $0.waiting.removeValue(forKey: number) }
        }
        return stream
    }

    func wake() {
        for listener in listeners.withLock({ Array($0.waiting.values) }) { listener.yield() }
    }

    /// Ends all streams.
    func end() {
        let (waiting, ticker) = listeners.withLock { listeners in
            defer { listeners = Listeners() }
            return (listeners.waiting, listeners.ticker)
        }
        ticker?.cancel()
        for listener in waiting.values { listener.finish() }
    }

    private func tick() -> Task<Void, Never> {
        Task { [weak self, pause] in
            while (try? await Task.sleep(for: pause)) != nil { self?.wake() }
        }
    }
}
