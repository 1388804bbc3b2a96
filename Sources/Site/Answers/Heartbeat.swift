// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// Signs of life for all open streams, from one timer: a timer for each would take more memory than the stream.
package final class Heartbeat: Sendable {
    private struct Hearts {
        var next = 0
        var beating: [Int: @Sendable () -> Void] = [:]
        var timer: Task<Void, Never>?
    }

    /// Often enough for proxies, which close what is silent for half a minute.
    package static let usual = Heartbeat(every: .seconds(20))

    private let hearts = Mutex(Hearts())
    private let pause: Duration

    package init(every pause: Duration) { self.pause = pause }

    deinit { hearts.withLock { $0.timer?.cancel() } }

    /// Beats from now on, until its number is given back.
    func add(_ beat: @escaping @Sendable () -> Void) -> Int {
        hearts.withLock { hearts in
            hearts.next += 1
            hearts.beating[hearts.next] = beat
            if hearts.timer == nil { hearts.timer = tick() }
            return hearts.next
        }
    }

    func remove(_ number: Int) {
        hearts.withLock { hearts in
            hearts.beating[number] = nil
            guard hearts.beating.isEmpty else { return }
            hearts.timer?.cancel()
            hearts.timer = nil
        }
    }

    private func tick() -> Task<Void, Never> {
        Task { [weak self, pause] in
            while (try? await Task.sleep(for: pause)) != nil { self?.beatOnce() }
        }
    }

    /// Outside the lock, as a beat may end its stream.
    private func beatOnce() {
        for beat in hearts.withLock({ Array($0.beating.values) }) { beat() }
    }
}
