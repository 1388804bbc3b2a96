// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Puts back into the inbox of a desk what somebody had in hand there who leaves it, and names them no more.
    package func leaveReports(
        of account: ID<Account>, at organisation: ID<Organisation>, now: Moment, _ ids: IDSource
    ) throws {
        let left = try rows(
            """
            SELECT id FROM care_report
            WHERE desk_account = \(account) AND desk_organisation = \(organisation) AND state <> 'closed' ORDER BY id
            """
        ) { $0.id(0, CareReport.self) }
        for report in try left.compactMap({ try CareReport.found($0, on: now.day, self) }) {
            try change(report, to: report.without([account]), .left, at: now, ids)
        }
        try execute(
            "DELETE FROM report_desk_member WHERE organisation = \(organisation) AND account = \(account)")
    }

    /// Does what time asks of one report; tells whether there was one.
    ///
    /// One whose judging is late, or that is in the hands of somebody whose work is over, goes back into the inbox,
    /// where all at the desk see it.
    package func sweepReport(at now: Moment, _ ids: IDSource) throws -> Bool {
        let late = try row(
            """
            SELECT id FROM care_report r
            WHERE r.state = 'received' AND r.desk_account IS NOT NULL AND r.due_at <= \(now) AND NOT EXISTS (
                SELECT 1 FROM care_report_entry e WHERE e.report_id = r.id AND e.kind = 'late')
            ORDER BY r.due_at, r.id LIMIT 1
            """
        ) { $0.id(0, CareReport.self) }
        if let report = try late.flatMap({ try CareReport.found($0, on: now.day, self) }) {
            try change(report, to: report.late(), .late, at: now, ids)
            return true
        }
        guard let (account, organisation) = try goneFromDesk(on: now.day) else { return false }
        try leaveReports(of: account, at: organisation, now: now, ids)
        return true
    }

    private func goneFromDesk(on today: Day) throws -> (ID<Account>, ID<Organisation>)? {
        try row(
            """
            SELECT h.account, h.organisation FROM (
                SELECT desk_account AS account, desk_organisation AS organisation FROM care_report
                WHERE state <> 'closed' AND desk_account IS NOT NULL
                UNION SELECT account, organisation FROM report_desk_member
            ) h WHERE NOT EXISTS (
                SELECT 1 FROM professional p WHERE p.account = h.account AND p.organisation = h.organisation
                    AND (p.until_day IS NULL OR p.until_day > \(today)))
            ORDER BY h.account, h.organisation LIMIT 1
            """
        ) { ($0.id(0), $0.id(1)) }
    }

    /// Takes away what was kept long enough; its keys go with the keys that nothing uses.
    package func sweepOldReports(at now: Moment) throws -> Int {
        let old = try rows(
            """
            SELECT id FROM care_report WHERE kept_until <= \(now) AND kept_until IS NOT NULL
            ORDER BY kept_until, id LIMIT 50
            """
        ) { $0.id(0, CareReport.self) }
        try execute("DELETE FROM care_report_entry WHERE report_id IN \(list: old)")
        try execute("DELETE FROM care_report_origin WHERE report_id IN \(list: old)")
        try execute("DELETE FROM care_report_likeness WHERE report_id IN \(list: old)")
        try execute("DELETE FROM care_report_ring WHERE report_id IN \(list: old)")
        try execute("DELETE FROM care_report_kept_from WHERE report_id IN \(list: old)")
        return try execute("DELETE FROM care_report WHERE id IN \(list: old)")
    }

    private func change(
        _ before: CareReport, to next: CareReport, _ kind: CareReportEntry.Kind, at now: Moment, _ ids: IDSource
    ) throws {
        guard next != before else { return }
        try note(kind, by: nil, at: now, try nextReportEntry(of: before.id), of: before.id)
        try owe(next, at: now, ids)
        try save(next, at: now)
    }
}
