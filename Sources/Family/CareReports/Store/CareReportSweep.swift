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
        try execute("DELETE FROM report_desk_duty WHERE organisation = \(organisation) AND account = \(account)")
        _ = try moveForsakenReports(at: now, ids)
    }

    /// Moves reports that nobody can read where they lie to a desk where somebody can; how many there were.
    ///
    /// Where there is none they stay, and ``hasForsakenReports(on:at:)`` tells of them.
    func moveForsakenReports(at now: Moment, _ ids: IDSource) throws -> Int {
        let desks = try reportDesks(on: now.day)
        var count = 0
        let forsaken = try forsakenReports(on: now.day, at: nil)
        for report in try forsaken.compactMap({ try CareReport.found($0, on: now.day, self) }) {
            let kept = try keptOut(of: report)
            let other = desks.first { desk in
                desk.organisation != report.avoids && desk.crew.hasAnybody(besides: kept)
            }
            guard let other else { continue }
            try change(report, to: report.sent(to: other.organisation), .moved, at: now, ids)
            count += 1
        }
        return count
    }

    /// Whether reports, or messages that can't be read, lie where nobody can open them, as nobody works at that desk or
    /// it is kept from all of them.
    /// - Parameter organisation: nil for any desk.
    package func hasForsakenReports(on today: Day, at organisation: ID<Organisation>? = nil) throws -> Bool {
        try !forsakenReports(on: today, at: organisation).isEmpty
            || hasForsakenMessages(on: today, at: organisation)
    }

    private func forsakenReports(
        on today: Day, at organisation: ID<Organisation>?
    ) throws -> [ID<CareReport>] {
        let desks =
            try organisation.map { [$0] }
            ?? rows(
                "SELECT DISTINCT desk_organisation FROM care_report WHERE state <> 'closed' ORDER BY desk_organisation"
            ) { $0.id(0, Organisation.self) }
        return try desks.flatMap { desk in
            let crew = try deskCrew(desk, on: today).all
            let unread = try rows(
                """
                SELECT id FROM care_report
                WHERE desk_organisation = \(desk) AND state <> 'closed' AND \(crew.count) = (
                    SELECT COUNT(*) FROM care_report_kept_from k
                    WHERE k.report_id = care_report.id AND k.account IN \(list: crew.sorted()))
                ORDER BY id
                """
            ) { $0.id(0, CareReport.self) }
            let linked = try rows(
                """
                SELECT id FROM care_report
                WHERE desk_organisation = \(desk) AND state <> 'closed' AND family_id IS NOT NULL ORDER BY id
                """
            ) { $0.id(0, CareReport.self) }
            let lost = try linked.compactMap { try CareReport.found($0, on: today, self) }
                .filter { try crew.isSubset(of: keptOut(of: $0)) }
            return unread + lost.map(\.id).filter { !unread.contains($0) }
        }
    }

    /// From whom a report is kept: as it says, and since it was linked who is kept from anything of that family.
    private func keptOut(of report: CareReport) throws -> Set<ID<Account>> {
        try report.keptFrom.union(report.family.map { try accountsKeptOut(of: $0) } ?? [])
    }

    /// Puts back into the inbox what lies too long in somebody's hands, or where they can't open it any more; whether
    /// there was any.
    package func returnReports(at now: Moment, _ ids: IDSource) throws -> Bool {
        let (late, lost) = (try lateReports(at: now), try lostReports(on: now.day))
        for report in late { try change(report, to: report.inInbox, .late, at: now, ids) }
        // It doesn't say why: what is held from somebody leaves no trace for them.
        for report in lost where !late.contains(where: { $0.id == report.id }) {
            try change(report, to: report.inInbox, .passed, at: now, ids)
        }
        return !late.isEmpty || !lost.isEmpty
    }

    /// Whether ``returnReports(at:_:)`` finds anything.
    package func hasReportsToReturn(at now: Moment) throws -> Bool {
        try !lateReports(at: now).isEmpty || !lostReports(on: now.day).isEmpty
    }

    /// What is in the hands of somebody from whom anything of the family is kept since it was linked.
    private func lostReports(on today: Day) throws -> [CareReport] {
        let linked = try rows(
            """
            SELECT id, desk_account, family_id FROM care_report
            WHERE state <> 'closed' AND desk_account IS NOT NULL AND family_id IS NOT NULL ORDER BY id
            """
        ) { (id: $0.id(0, CareReport.self), hand: $0.id(1, Account.self), family: $0.id(2, Family.self)) }
        return try linked.filter { try familiesKept(from: $0.hand).contains($0.family) }
            .compactMap { try CareReport.found($0.id, on: today, self) }
    }

    /// What lies too long in somebody's hands.
    private func lateReports(at now: Moment) throws -> [CareReport] {
        let due = try rows(
            """
            SELECT r.id, r.due_at, (
                SELECT e.at FROM care_report_entry e WHERE e.report_id = r.id ORDER BY e.number DESC LIMIT 1)
            FROM care_report r
            WHERE r.state <> 'closed' AND r.desk_account IS NOT NULL AND (r.state = 'received' OR r.urgency = 'acute')
                AND (r.due_at <= \(now) OR r.received_at > \(now) OR r.judged_at > \(now))
            ORDER BY r.due_at, r.id
            """
        ) { row in
            (
                id: row.id(0, CareReport.self), due: row.ifAny(1) { $0.moment($1) },
                touched: row.ifAny(2) { $0.moment($1) }
            )
        }
        return try due.compactMap { found in
            try CareReport.found(found.id, on: now.day, self)
                .flatMap { $0.isLeftLying(due: found.due, touched: found.touched, at: now) ? $0 : nil }
        }
    }

    /// Does what time asks of reports; tells whether there was anything to do.
    ///
    /// What is late, or in the hands of somebody who can't open it or whose work is over, goes back into the inbox, where
    /// all at the desk see it; what nobody can read where it lies goes to another desk.
    package func sweepReport(at now: Moment, _ ids: IDSource) throws -> Bool {
        if try returnReports(at: now, ids) { return true }
        if try moveForsakenReports(at: now, ids) > 0 { return true }
        guard
            let (account, organisation) = try gone(
                among: """
                    SELECT desk_account AS account, desk_organisation AS organisation FROM care_report
                    WHERE state <> 'closed' AND desk_account IS NOT NULL
                    UNION SELECT account, organisation FROM report_desk_member
                    UNION SELECT account, organisation FROM report_desk_duty
                    """, on: now.day)
        else { return false }
        try leaveReports(of: account, at: organisation, now: now, ids)
        return true
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
