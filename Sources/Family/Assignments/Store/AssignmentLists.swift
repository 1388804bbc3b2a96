// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

/// An assignment as one reader sees it.
package struct AssignmentSight: Hashable, Sendable {
    package let assignment: Assignment
    /// nil when it was erased.
    package let name: String?
    package let birth: BirthDate?
    /// Its number at the municipality.
    package let number: String?
}

/// The assignments of a provider that a worker may open, still sealed: who waits longest stands first.
package struct SealedAssignments: DeskList {
    package static let most = 50

    package let worker: Worker
    package let isLead: Bool
    package let items: [Assignment]
    /// How many there are in each state.
    package let counts: [Assignment.State: Int]
    package let page: Int
    package let codes: [String]
    /// How long others waited here; nil of few.
    package let expected: ExpectedWait?
    private let sealed: [ID<Assignment>: [[UInt8]?]]

    package init(
        of worker: Worker, _ state: Assignment.State, page: Int, on today: Day, _ connection: Connection
    ) throws {
        let leads = try connection.leads(of: worker.organisation, on: today)
        let isLead = leads.contains(worker.account)
        let mine: SQL = """
            organisation = \(worker.organisation)\(isLead ? "" : " AND holder = \(worker.account)" as SQL)
            """
        let found = try connection.rows(
            """
            SELECT \(Assignment.columns), name, birth, number FROM assignment
            WHERE \(mine) AND state = \(state.rawValue)
            ORDER BY \(Self.order(of: state))
            LIMIT \(Self.most) OFFSET \(page * Self.most)
            """
        ) { row in
            (
                item: try Assignment(row: row, ledBy: leads),
                sealed: [row.bytesIfAny(18), row.bytesIfAny(19), row.bytesIfAny(20)]
            )
        }
        (self.worker, self.isLead, self.page) = (worker, isLead, page)
        items = found.map(\.item)
        sealed = Dictionary(uniqueKeysWithValues: found.map { ($0.item.id, $0.sealed) })
        counts = Dictionary(
            uniqueKeysWithValues: try connection.rows(
                "SELECT state, COUNT(*) FROM assignment WHERE \(mine) GROUP BY state ORDER BY state"
            ) { (try $0.kept(0, Assignment.State.self), $0.int(1)) })
        codes = try connection.providerCodes(of: worker.organisation)
        expected = isLead ? try connection.expectedWaitAfterAssignment(at: worker.organisation, on: today) : nil
    }

    private static func order(of state: Assignment.State) -> SQL {
        switch state {
        case .asked: "asked_day, id"
        case .waiting, .helping: "assigned_day, id"
        case .over: "assigned_day DESC, id DESC"
        }
    }

    package func sight(_ key: borrowing DeskKey<Assignment>) throws -> AssignmentSight? {
        try sealed[key.item.id].map { try key.sight($0) }
    }
}

extension DeskKey<Assignment> {
    fileprivate func sight(_ sealed: [[UInt8]?]) throws -> AssignmentSight {
        AssignmentSight(
            assignment: item, name: try open(sealed[0], at: .assignment("name", of: item.id)),
            birth: try open(sealed[1], at: .assignment("birth", of: item.id)).flatMap { BirthDate($0) },
            number: try open(sealed[2], at: .assignment("number", of: item.id)))
    }
}

extension Connection {
    package func sight(_ key: borrowing DeskKey<Assignment>) throws -> AssignmentSight? {
        let sealed = try row("SELECT name, birth, number FROM assignment WHERE id = \(key.item.id) ORDER BY id") {
            [$0.bytesIfAny(0), $0.bytesIfAny(1), $0.bytesIfAny(2)]
        }
        return try sealed.map { try key.sight($0) }
    }

    /// How long others waited at a provider from the assignment to the start, in the year before, with who waits now; nil of
    /// few.
    package func expectedWaitAfterAssignment(
        at organisation: ID<Organisation>, on today: Day
    ) throws -> ExpectedWait? {
        let over = try spells(.waitAfterAssignment, of: organisation, from: Month(of: today + -365)).compactMap {
            spell in spell.ended.map { ExpectedWait.Counted($0 - spell.began, isOver: true) }
        }
        let running = try rows(
            """
            SELECT assigned_day FROM assignment
            WHERE organisation = \(organisation) AND state = 'waiting' ORDER BY assigned_day, id
            """
        ) { ExpectedWait.Counted(max(0, today - (try $0.day(0))), isOver: false) }
        return ExpectedWait(of: over + running)
    }

    /// Hands an assignment to a colleague, or back to the team leads.
    ///
    /// - Throws: ``AssignmentNotPassed`` for who does not work there.
    package func pass(
        _ key: borrowing DeskKey<Assignment>, to colleague: ID<Account>?, at now: Moment
    ) throws {
        if let colleague {
            let work = try professionals(in: key.worker.organisation, on: now.day)
            guard work.contains(where: { $0.account == colleague }) else { throw AssignmentNotPassed() }
        }
        var next = key.item
        next.holder = colleague
        try save(next, at: now)
        try note(.passed, by: key.worker.account, to: colleague, at: now, of: next.id)
    }
}

/// Nothing is handed to somebody who does not work there.
package struct AssignmentNotPassed: Refusal, Hashable { package init() {} }
