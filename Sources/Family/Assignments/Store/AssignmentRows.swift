// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Assignment: DeskItem {
    package static let kind = ItemName.Kind.assignment

    package static func found(
        _ id: ID<Assignment>, on today: Day, _ connection: Connection
    ) throws -> Assignment? {
        let organisation = try connection.row(
            "SELECT organisation FROM assignment WHERE id = \(id) ORDER BY id"
        ) { $0.id(0, Organisation.self) }
        guard let organisation else { return nil }
        return try connection.assignments([id], ledBy: connection.leads(of: organisation, on: today)).first
    }

    static let columns: SQL = """
        id, organisation, holder, municipality, category, asked_day, assigned_day, from_day, until_day, began_day,
        paused_day, ended_day, reason, is_withdrawn, is_lapsed, heard_day,
        went_on_day, went_on_after
        """

    init(row: borrowing Row, ledBy leads: Set<ID<Account>>) throws {
        let assigned = try row.ifAny(6) { try $0.day($1) }
        self.init(
            id: row.id(0), organisation: row.id(1), holder: row.idIfAny(2), leads: leads, municipality: row.text(3),
            category: row.ifAny(4) { $0.text($1) }, asked: try row.ifAny(5) { try $0.day($1) },
            terms: try assigned.map {
                Terms(assigned: $0, from: try row.day(7), until: try row.ifAny(8) { try $0.day($1) })
            },
            began: try row.ifAny(9) { try $0.day($1) }, paused: try row.ifAny(10) { try $0.day($1) },
            wentOn: try row.ifAny(16) { WentOn(try $0.day($1), after: try $0.day(17)) },
            ended: try row.ifAny(11) { try $0.day($1) }, reason: try row.ifAny(12) { try $0.kept($1) },
            isWithdrawn: row.bool(13), isLapsed: row.bool(14), heard: try row.day(15))
    }
}

/// Something that was told or done about an assignment.
package struct AssignmentEntry: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case asked, assigned, withdrawn, started, startTakenBack, paused, stopped, stopTakenBack
        case passed
        /// Its time was over before help began.
        case lapsed

        init(_ event: Assignment.Event) {
            self =
                switch event {
                case .asked: .asked
                case .assigned: .assigned
                case .withdrawn: .withdrawn
                case .started: .started
                case .startTakenBack: .startTakenBack
                case .stopped(_, .forNow): .paused
                case .stopped: .stopped
                case .stopTakenBack: .stopTakenBack
                }
        }
    }

    package let kind: Kind
    /// The day of which it tells, where that is another than the one on which it was read.
    package let about: Day?
    package let who: ID<Account>?
    /// To whom it was handed; nil for the team leads.
    package let to: ID<Account>?
    package let at: Moment
}

extension Connection {
    /// The team leads of an organisation on a day.
    package func leads(of organisation: ID<Organisation>, on today: Day) throws -> Set<ID<Account>> {
        Set(
            try professionals(in: organisation, on: today).filter { $0.function == .teamLead }.map(\.account))
    }

    func assignments(_ ids: [ID<Assignment>], ledBy leads: Set<ID<Account>>) throws -> [Assignment] {
        try rows("SELECT \(Assignment.columns) FROM assignment WHERE id IN \(list: ids) ORDER BY id") {
            try Assignment(row: $0, ledBy: leads)
        }
    }

    /// Those of the ids that are the keys of assignments.
    func assignmentIDs(among ids: [String]) throws -> Set<String> {
        Set(try rows("SELECT id FROM assignment WHERE id IN \(list: ids) ORDER BY id") { $0.text(0) })
    }

    /// What was told and done about an assignment, first first.
    package func entries(_ key: borrowing DeskKey<Assignment>) throws -> [AssignmentEntry] {
        try rows(
            """
            SELECT kind, about_day, by_account, to_account, at FROM assignment_entry
            WHERE assignment_id = \(key.item.id) ORDER BY number
            """
        ) { row in
            AssignmentEntry(
                kind: try row.kept(0), about: try row.ifAny(1) { try $0.day($1) }, who: row.idIfAny(2),
                to: row.idIfAny(3), at: row.moment(4))
        }
    }

    func note(
        _ kind: AssignmentEntry.Kind, about day: Day? = nil, by account: ID<Account>?, to colleague: ID<Account>? = nil,
        at now: Moment, of id: ID<Assignment>
    ) throws {
        try execute(
            """
            INSERT INTO assignment_entry (assignment_id, number, kind, about_day, by_account, to_account, at)
            SELECT \(id), COALESCE(MAX(number), 0) + 1, CAST(\(kind.rawValue) AS TEXT), CAST(\(day) AS TEXT),
                CAST(\(account) AS TEXT), CAST(\(colleague) AS TEXT), CAST(\(now) AS BIGINT)
            FROM assignment_entry WHERE assignment_id = \(id)
            """)
    }

    /// Writes down how an assignment stands now.
    func save(_ assignment: Assignment, at now: Moment) throws {
        try execute(
            """
            UPDATE assignment
            SET holder = \(assignment.holder), state = \(assignment.state.rawValue), category = \(assignment.category),
                assigned_day = \(assignment.terms?.assigned), from_day = \(assignment.terms?.from),
                until_day = \(assignment.terms?.until), began_day = \(assignment.began),
                paused_day = \(assignment.paused), went_on_day = \(assignment.wentOn?.day),
                went_on_after = \(assignment.wentOn?.after), ended_day = \(assignment.ended),
                reason = \(assignment.reason?.rawValue), is_withdrawn = \(assignment.isWithdrawn),
                is_lapsed = \(assignment.isLapsed), heard_day = \(assignment.heard), over_at = \(assignment.state == .over ? "COALESCE(over_at, CAST(\(now) AS BIGINT))" : "NULL" as SQL),
                version = version + 1
            WHERE id = \(assignment.id)
            """)
    }
}

extension SealedPlace {
    static func assignment(_ column: StaticString, of id: ID<Assignment>) -> SealedPlace {
        SealedPlace("assignment", column, row: id.text, owner: id.text)
    }
}
