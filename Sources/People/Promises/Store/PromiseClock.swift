// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel

/// Chases promises: each minute, in the one process that holds the lease.
///
/// What it does is safe to do twice, so that a lease lost without notice costs nothing.
package struct PromiseClock: Sendable {
    private let database: Database
    private let clock: Clock
    private let pause: Duration
    private let report: @Sendable (any Error) -> Void

    /// A clock that tells `report` what went wrong, and goes on with its next minute.
    package init(
        _ database: Database, _ clock: Clock, pause: Duration = .seconds(60),
        report: @escaping @Sendable (any Error) -> Void
    ) {
        self.database = database
        self.clock = clock
        self.pause = pause
        self.report = report
    }

    /// Runs until its task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            do { try await chaseWhileLeased() } catch is CancellationError { return } catch { report(error) }
            try? await Task.sleep(for: pause)
        }
    }

    /// Takes all steps that are due now, a batch to a transaction.
    package func chase() async throws {
        let now = clock.now()
        while try await database.write({ try $0.chasePromises(at: now) }) > 0 { database.announce() }
    }

    private func chaseWhileLeased() async throws {
        guard let lease = try await database.lease("clock") else { return }
        do {
            while !Task.isCancelled, await lease.isHeld() {
                try await chase()
                try? await Task.sleep(for: pause)
            }
        } catch {
            await lease.release()
            throw error
        }
        await lease.release()
    }
}
