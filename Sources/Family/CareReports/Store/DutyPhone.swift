// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Rings the duty phone for each acute report that nobody took, again and again until somebody does, in the one process
/// that holds the lease.
///
/// It is an addition: who reports reads first whom to call, and software alone is never the alarm.
package struct DutyPhone: Sendable {
    /// How a desk is rung: its name, how often it rang for this, and whether others than who is on duty should hear it.
    package typealias Call = @Sendable (_ desk: String, _ times: Int, _ isEscalated: Bool) async -> Bool

    /// It rings again after this long.
    package static let again = Duration.minutes(5)
    /// From this ring on others should hear it, too.
    package static let escalated = 3

    private let database: Database
    private let clock: Clock
    private let pause: Duration
    private let call: Call
    private let report: @Sendable () -> Void

    /// - Parameter report: hears that a gateway did not take a call; never for what.
    package init(
        _ database: Database, _ clock: Clock, pause: Duration = .seconds(15), call: @escaping Call,
        report: @escaping @Sendable () -> Void
    ) {
        self.database = database
        self.clock = clock
        self.pause = pause
        self.call = call
        self.report = report
    }

    /// Runs until its task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            do { try await ringIfLeased() } catch { if !Task.isCancelled { report() } }
            try? await Task.sleep(for: pause)
        }
    }

    private func ringIfLeased() async throws {
        guard let lease = try await database.lease("duty phone") else { return }
        do { try await ring() } catch {
            await lease.release()
            throw error
        }
        await lease.release()
    }

    /// Rings once for all that is due now.
    ///
    /// A ring is noted when the gateway took it: one that it did not take is tried again at the next look.
    package func ring() async throws {
        let now = clock.now()
        for due in try await database.read({ try $0.ringsDue(at: now) }) {
            guard await call(due.desk, due.number, due.number >= Self.escalated) else {
                report()
                continue
            }
            try await database.write { try $0.note(due, at: now) }
        }
    }
}

/// A ring that is due.
struct DutyRing: Sendable {
    let report: ID<CareReport>
    let desk: String
    let number: Int
}

extension Connection {
    /// For each acute report that nobody took, and for which it did not ring just now.
    func ringsDue(at now: Moment) throws -> [DutyRing] {
        try rows(
            """
            SELECT r.id, o.name, COUNT(g.number) FROM care_report r
            JOIN organisation o ON o.id = r.desk_organisation
            LEFT JOIN care_report_ring g ON g.report_id = r.id
            WHERE r.state = 'received' AND r.urgency = 'acute' AND r.desk_account IS NULL
            GROUP BY r.id, o.name
            HAVING MAX(g.at) IS NULL OR MAX(g.at) <= \(now - DutyPhone.again)
            ORDER BY r.id
            """
        ) { DutyRing(report: $0.id(0), desk: $0.text(1), number: $0.int(2) + 1) }
    }

    func note(_ ring: DutyRing, at now: Moment) throws {
        try execute(
            """
            INSERT INTO care_report_ring (report_id, number, at) VALUES (\(ring.report), \(ring.number), \(now))
            ON CONFLICT DO NOTHING
            """)
    }
}
