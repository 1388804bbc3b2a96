// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Synchronization

/// Lets two threads of a test wait for each other.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }

    /// Blocks; for use inside a transaction.
    func wait() { semaphore.wait() }

    /// Waits without blocking one of Swift's few threads.
    func passed() async {
        await withCheckedContinuation { caller in
            DispatchQueue.global().async {
                self.semaphore.wait()
                caller.resume()
            }
        }
    }
}

/// Numbers noted from several threads.
final class Tally: Sendable {
    private let noted = Mutex<[Int]>([])

    var numbers: [Int] { noted.withLock { $0 } }

    func add(_ number: Int) { noted.withLock { $0.append(number) } }
}
