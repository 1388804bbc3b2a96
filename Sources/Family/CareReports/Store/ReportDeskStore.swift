// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Lets an organisation run a desk, and names who is at it; without `members` it runs none any more.
    ///
    /// What they had in hand goes to the inbox for who is not at it any more.
    /// - Throws: ``DeskStillNeeded`` when reports are open at a desk that would end, or where nobody would be; and when
    ///   practices wait there for a call, and there is no other desk.
    package func setDesk(
        of organisation: ID<Organisation>, members: Set<ID<Account>>?, at now: Moment, _ ids: IDSource
    ) throws {
        guard let members else {
            guard try !hasOpenReports(organisation) else { throw DeskStillNeeded() }
            try execute("DELETE FROM report_desk_duty WHERE organisation = \(organisation)")
            try execute("DELETE FROM report_desk_member WHERE organisation = \(organisation)")
            try execute("DELETE FROM report_desk WHERE organisation = \(organisation)")
            return try moveGuestRequests(from: organisation, at: now, ids)
        }
        try execute(
            """
            INSERT INTO report_desk (organisation, since_at) VALUES (\(organisation), \(now)) ON CONFLICT DO NOTHING
            """)
        let before = try deskMembers(of: organisation)
        for account in members.subtracting(before).sorted() {
            try execute(
                "INSERT INTO report_desk_member (organisation, account) VALUES (\(organisation), \(account))")
        }
        let leads = try deskCrew(organisation, on: now.day).leads
        guard try !members.isEmpty || !leads.isEmpty || !hasOpenReports(organisation) else { throw DeskStillNeeded() }
        for account in before.subtracting(members).sorted() {
            try leaveReports(of: account, at: organisation, now: now, ids)
        }
        if members.isEmpty, leads.isEmpty { try moveGuestRequests(from: organisation, at: now, ids) }
    }

    /// Practices that wait for a call wait at another desk then.
    ///
    /// - Throws: ``DeskStillNeeded`` where there is no other.
    private func moveGuestRequests(from desk: ID<Organisation>, at now: Moment, _ ids: IDSource) throws {
        try moveForsakenGuestRequests(at: now, ids)
        guard try !hasGuestRequests(at: desk) else { throw DeskStillNeeded() }
    }

    private func hasOpenReports(_ organisation: ID<Organisation>) throws -> Bool {
        try row(
            """
            SELECT id FROM care_report WHERE desk_organisation = \(organisation) AND state <> 'closed'
            ORDER BY id LIMIT 1
            """
        ) { _ in true } ?? false
    }

    func hasDesk(_ organisation: ID<Organisation>) throws -> Bool {
        try row(
            "SELECT organisation FROM report_desk WHERE organisation = \(organisation) ORDER BY organisation"
        ) { _ in true } ?? false
    }

    private func deskMembers(of organisation: ID<Organisation>) throws -> Set<ID<Account>> {
        Set(
            try rows(
                "SELECT account FROM report_desk_member WHERE organisation = \(organisation) ORDER BY account"
            ) { $0.id(0) })
    }

    /// Who is at a desk on a day: those of who were named, and of the team leads of its organisation, who work there;
    /// nobody where there is none.
    package func deskCrew(_ organisation: ID<Organisation>, on today: Day) throws -> DeskCrew {
        guard try hasDesk(organisation) else { return DeskCrew() }
        let work = try professionals(in: organisation, on: today)
        return DeskCrew(
            members: try deskMembers(of: organisation).intersection(work.map(\.account)),
            leads: Set(work.filter { $0.function == .teamLead }.map(\.account)))
    }

    /// The desk of an organisation, with who is on duty there.
    package func reportDesk(_ organisation: ID<Organisation>, on today: Day) throws -> ReportDesk? {
        guard try hasDesk(organisation) else { return nil }
        let duties = try rows(
            "SELECT account, until_at FROM report_desk_duty WHERE organisation = \(organisation) ORDER BY account"
        ) { DeskDuty($0.id(0), until: $0.moment(1)) }
        return ReportDesk(organisation: organisation, crew: try deskCrew(organisation, on: today), duties: duties)
    }

    /// The desks where somebody is, by the name of their organisation.
    package func reportDesks(on day: Day) throws -> [ReportDesk] {
        let organisations = try rows(
            """
            SELECT d.organisation FROM report_desk d JOIN organisation o ON o.id = d.organisation
            ORDER BY o.name, o.id
            """
        ) { $0.id(0, Organisation.self) }
        return try organisations.compactMap { try reportDesk($0, on: day) }.filter { $0.crew.hasAnybody() }
    }

    /// Notes until when somebody is on duty at their desk, or that they are not any more; whether they are at it.
    package func setDuty(of worker: Worker, until: Moment?, on today: Day) throws -> Bool {
        let (organisation, account) = (worker.organisation, worker.account)
        guard try deskCrew(organisation, on: today).contains(account) else { return false }
        guard let until else {
            try execute("DELETE FROM report_desk_duty WHERE organisation = \(organisation) AND account = \(account)")
            return true
        }
        try execute(
            """
            INSERT INTO report_desk_duty (organisation, account, until_at)
            VALUES (\(organisation), \(account), \(until))
            ON CONFLICT (organisation, account) DO UPDATE SET until_at = \(until)
            """)
        return true
    }
}

/// Reports are open at the desk: somebody has to answer them first.
package struct DeskStillNeeded: Error, Hashable {}
