// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// Sessions that are open and have nothing to do; there are never more than threads that use them.
final class PostgresPool: Sendable {
    let address: PostgresAddress
    private let idle = Mutex<[PostgresSession]>([])

    init(_ address: PostgresAddress) { self.address = address }

    /// A session, opened now if none is idle; waits for a server that is away until the deadline.
    func take(until deadline: ContinuousClock.Instant) throws(DatabaseError) -> PostgresSession {
        if let session = idle.withLock({ $0.popLast() }) { return session }
        while true {
            do {
                return try PostgresSession(address)
            } catch {
                guard error.isLoss, ContinuousClock.now < deadline else { throw .unavailable(error.message) }
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }

    func giveBack(_ session: PostgresSession) {
        if session.isUsable { idle.withLock { $0.append(session) } }
    }

    /// Closes what is idle: where one connection was lost, others of the same age are not worth a try each.
    func drain() { idle.withLock { $0 = [] } }
}
