// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Rings the duty phone for each acute report that is in nobody's hands, or late, again and again until it is neither.
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
    private let call: Call
    private let report: @Sendable () -> Void

    /// - Parameter report: hears that a gateway did not take a call; never for what.
    package init(
        _ database: Database, _ clock: Clock, call: @escaping Call,
        report: @escaping @Sendable () -> Void
    ) {
        self.database = database
        self.clock = clock
        self.call = call
        self.report = report
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
    /// For each report for which it rings, and did not just now; a ring by a clock that ran ahead silences nothing.
    func ringsDue(at now: Moment) throws -> [DutyRing] {
        let acute = try rows(
            """
            SELECT r.id, o.name, r.due_at, g.number FROM care_report r
            JOIN organisation o ON o.id = r.desk_organisation
            LEFT JOIN care_report_ring g ON g.report_id = r.id AND g.number = (
                SELECT MAX(n.number) FROM care_report_ring n WHERE n.report_id = r.id)
            WHERE r.state <> 'closed' AND r.urgency = 'acute'
                AND (g.at IS NULL OR g.at <= \(now - DutyPhone.again) OR g.at > \(now))
            ORDER BY r.id
            """
        ) { row in
            (
                id: row.id(0, CareReport.self), desk: row.text(1), due: row.ifAny(2) { $0.moment($1) },
                number: row.ifAny(3) { $0.int($1) } ?? 0
            )
        }
        return try acute.compactMap { acute in
            guard let report = try CareReport.found(acute.id, on: now.day, self), report.rings(due: acute.due, at: now)
            else { return nil }
            return DutyRing(report: acute.id, desk: acute.desk, number: acute.number + 1)
        }
    }

    func note(_ ring: DutyRing, at now: Moment) throws {
        try execute(
            """
            INSERT INTO care_report_ring (report_id, number, at) VALUES (\(ring.report), \(ring.number), \(now))
            ON CONFLICT DO NOTHING
            """)
    }
}
