// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// Does by the minute what reports can't wait an hour for, in the one process that holds the lease: what is late goes
/// back to all at its desk, and the phone of who is on duty rings, where there is one.
package struct ReportClock: Sendable {
    private let database: Database
    private let clock: Clock
    private let phone: DutyPhone?
    private let pause: Duration
    private let report: @Sendable (any Error) -> Void
    private let forsaken: @Sendable () -> Void

    /// - Parameter forsaken: hears, once an hour, that reports lie where nobody can read them.
    package init(
        _ database: Database, _ clock: Clock, phone: DutyPhone? = nil, pause: Duration = .seconds(15),
        report: @escaping @Sendable (any Error) -> Void, forsaken: @escaping @Sendable () -> Void
    ) {
        (self.database, self.clock, self.phone, self.pause) = (database, clock, phone, pause)
        (self.report, self.forsaken) = (report, forsaken)
    }

    /// Runs until its task is cancelled.
    package func run() async {
        var told: ContinuousClock.Instant?
        while !Task.isCancelled {
            do {
                let isForsaken = try await lookIfLeased()
                if isForsaken, told.map({ $0.duration(to: .now) >= .hours(1) }) ?? true {
                    forsaken()
                    told = .now
                }
            } catch { if !Task.isCancelled { report(error) } }
            try? await Task.sleep(for: pause)
        }
    }

    private func lookIfLeased() async throws -> Bool {
        guard let lease = try await database.lease("reports") else { return false }
        do {
            let isForsaken = try await look()
            await lease.release()
            return isForsaken
        } catch {
            await lease.release()
            throw error
        }
    }

    /// Looks once; tells whether reports lie where nobody can read them.
    package func look() async throws -> Bool {
        let now = clock.now()
        if try await database.read({ try $0.hasReportsToReturn(at: now) }) {
            _ = try await database.write { try $0.returnReports(at: now, .unguessable) }
        }
        if try await database.read({ try $0.hasForsakenReports(on: now.day) }) {
            _ = try await database.write { try $0.moveForsakenReports(at: now, .unguessable) }
        }
        try await phone?.ring()
        return try await database.read { try $0.hasForsakenReports(on: now.day) }
    }
}
