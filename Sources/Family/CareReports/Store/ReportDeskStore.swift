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
    /// - Throws: ``DeskStillNeeded`` when reports are open at a desk that would end.
    package func setDesk(
        of organisation: ID<Organisation>, members: Set<ID<Account>>?, at now: Moment, _ ids: IDSource
    ) throws {
        guard let members else {
            guard try !hasOpenReports(organisation) else { throw DeskStillNeeded() }
            try execute("DELETE FROM report_desk_member WHERE organisation = \(organisation)")
            try execute("DELETE FROM report_desk WHERE organisation = \(organisation)")
            return
        }
        try execute(
            """
            INSERT INTO report_desk (organisation, since_at) VALUES (\(organisation), \(now)) ON CONFLICT DO NOTHING
            """)
        let before = try deskMembers(of: organisation)
        for account in before.subtracting(members).sorted() {
            try leaveReports(of: account, at: organisation, now: now, ids)
        }
        for account in members.subtracting(before).sorted() {
            try execute(
                "INSERT INTO report_desk_member (organisation, account) VALUES (\(organisation), \(account))")
        }
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

    /// Who is at a desk: those who were named, and the team leads of its organisation; nobody where there is none.
    ///
    /// Whether they work there still, decides who asks.
    package func deskCrew(_ organisation: ID<Organisation>) throws -> DeskCrew {
        guard try hasDesk(organisation) else { return DeskCrew() }
        let leads = try rows(
            """
            SELECT account FROM professional
            WHERE organisation = \(organisation) AND function = \(Professional.Function.teamLead.rawValue)
            ORDER BY account
            """
        ) { $0.id(0, Account.self) }
        return DeskCrew(members: try deskMembers(of: organisation), leads: Set(leads))
    }

    /// The desk of an organisation, with who is on duty there.
    package func reportDesk(_ organisation: ID<Organisation>) throws -> ReportDesk? {
        guard try hasDesk(organisation) else { return nil }
        let duties = try rows(
            """
            SELECT account, duty_until FROM report_desk_member
            WHERE organisation = \(organisation) AND duty_until IS NOT NULL ORDER BY account
            """
        ) { DeskDuty($0.id(0), until: $0.moment(1)) }
        return ReportDesk(organisation: organisation, crew: try deskCrew(organisation), duties: duties)
    }

    /// The desks where somebody is, by the name of their organisation.
    package func reportDesks(on day: Day) throws -> [ReportDesk] {
        let organisations = try rows(
            """
            SELECT d.organisation FROM report_desk d JOIN organisation o ON o.id = d.organisation
            ORDER BY o.name, o.id
            """
        ) { $0.id(0, Organisation.self) }
        return try organisations.compactMap { organisation in
            let work = Set(try professionals(in: organisation, on: day).map(\.account))
            guard let desk = try reportDesk(organisation), work.contains(where: desk.crew.contains) else { return nil }
            return desk
        }
    }

    /// Notes until when somebody is on duty at their desk, or that they are not any more; whether they are at it.
    package func setDuty(
        of worker: Worker, until: Moment?
    ) throws -> Bool {
        guard try deskCrew(worker.organisation).contains(worker.account) else { return false }
        try execute(
            """
            INSERT INTO report_desk_member (organisation, account, duty_until)
            VALUES (\(worker.organisation), \(worker.account), \(until))
            ON CONFLICT (organisation, account) DO UPDATE SET duty_until = \(until)
            """)
        return true
    }
}

/// Reports are open at the desk: somebody has to answer them first.
package struct DeskStillNeeded: Error, Hashable {}
