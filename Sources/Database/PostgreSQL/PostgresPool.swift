// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// Sessions that are open and have nothing to do; there are never more than threads that use them.
final class PostgresPool: Sendable {
    let address: PostgresAddress
    /// Whether statements may take long now.
    let isPatient = Atomic(false)
    private let idle = Mutex<[PostgresSession]>([])
    private let absence = Mutex<Absence?>(nil)

    /// The server was found away just now, so it need not be tried by everybody who waited too long already.
    private struct Absence {
        let seen: ContinuousClock.Instant
        let message: String

        var isFresh: Bool { ContinuousClock.now - seen < .seconds(1) }
    }

    init(_ address: PostgresAddress) { self.address = address }

    /// A session, opened now if none is idle; waits for a server that is away until the deadline.
    func take(until deadline: ContinuousClock.Instant) throws(DatabaseError) -> PostgresSession {
        let session: PostgresSession
        if let idle = idle.withLock({ $0.popLast() }) { session = idle } else { session = try opened(until: deadline) }
        session.patience = isPatient.load(ordering: .relaxed) ? nil : PostgresLink.patience
        return session
    }

    private func opened(until deadline: ContinuousClock.Instant) throws(DatabaseError) -> PostgresSession {
        if let absence = absence.withLock({ $0 }), absence.isFresh, ContinuousClock.now >= deadline {
            throw .unavailable(absence.message)
        }
        while true {
            do {
                return try PostgresSession(address)
            } catch {
                absence.withLock { $0 = Absence(seen: .now, message: error.message) }
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
