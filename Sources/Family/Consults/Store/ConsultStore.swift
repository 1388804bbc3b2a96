// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

extension Consult: DeskItem {
    package static let kind = ItemName.Kind.consult

    package static func found(_ id: ID<Consult>, on today: Day, _ connection: Connection) throws -> Consult? {
        try connection.row("SELECT \(columns) FROM consult WHERE id = \(id) ORDER BY id") { try Consult(row: $0) }
    }

    static let columns: SQL = """
        id, asker_organisation, asker_account, asked_organisation, asked_account, haste, state, closing, since_at
        """

    init(row: borrowing Row) throws {
        let state: State
        switch row.text(6) {
        case "asked": state = .asked
        case "answered": state = .answered
        default: state = .closed(try row.kept(7))
        }
        self.init(
            id: row.id(0), asker: Side(row.id(1), row.idIfAny(2)), asked: Side(row.id(3), row.idIfAny(4)),
            haste: try row.kept(5), state: state, since: row.moment(8))
    }
}

/// Something that was said or done with a consult.
package struct ConsultEntry: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case question, answer, again
        case taken, passed
        /// It went back to the inbox: its answer was late, or who had it in hand left.
        case late, left
        case helped, helpedPartly, noLongerNeeded, unheard
    }

    package let kind: Kind
    /// nil for what nobody did.
    package let who: ID<Account>?
    package let organisation: ID<Organisation>?
    package let at: Moment
    /// nil where nothing was said, and when it was erased.
    package let text: String?
}

extension Connection {
    /// Keeps a new consult, with its first words and the promise to answer it.
    package func ask(
        _ subject: PlainText, _ question: PlainText, at now: Moment, _ key: borrowing DeskKey<Consult>, _ ids: IDSource
    ) throws {
        let consult = key.item
        try execute(
            """
            INSERT INTO consult (id, asker_organisation, asker_account, asked_organisation, asked_account, haste, state,
                subject, since_at)
            VALUES (\(consult.id), \(consult.asker.organisation), \(consult.asker.account),
                \(consult.asked.organisation), \(consult.asked.account), \(consult.haste.rawValue), 'asked',
                \(try key.seal(subject.text, at: .consultSubject(consult.id))), \(consult.since))
            """)
        try note(.question, question, by: key.worker, at: now, key)
        try owe(consult, at: now, ids)
    }

    /// Carries out what the rule allows: the next state, what was said, and what is owed then.
    ///
    /// - Throws: ``Consult/Refusal``
    package func carryOut(
        _ act: Consult.Act, saying text: PlainText? = nil, at now: Moment, _ key: borrowing DeskKey<Consult>,
        _ ids: IDSource
    ) throws {
        let before = key.item
        if case .pass(let colleague?) = act {
            let colleagues = try professionals(in: key.worker.organisation, on: now.day)
            guard colleagues.contains(where: { $0.account == colleague }) else { throw Consult.Refusal.notYours }
        }
        let next = try before.after(act, by: key.worker, at: now)
        try save(next, at: now)
        try note(ConsultEntry.Kind(act), text, by: key.worker, at: now, key)
        try owe(next, at: now, ids)
        if act == .answer {
            // How long an answer took, from when it was asked last.
            try record(
                try Fact(
                    kind: .consult, organisation: before.asked.organisation, month: Month(of: now.day),
                    shape: .spell(began: before.since.day, ended: max(now.day, before.since.day)), ids: ids))
        }
        if case .close(let closing) = act, next.isNeeded {
            try record(
                try Fact(
                    kind: .consultHelped, organisation: before.asked.organisation, month: Month(of: now.day),
                    shape: .verdict(closing == .helped), ids: ids))
        }
    }

    /// What was said and done with a consult, first first.
    package func entries(_ key: borrowing DeskKey<Consult>) throws -> [ConsultEntry] {
        let id = key.item.id
        var entries: [ConsultEntry] = []
        for row in try storedEntries(of: id) {
            entries.append(
                ConsultEntry(
                    kind: row.kind, who: row.who, organisation: row.organisation, at: row.at,
                    text: try key.open(row.body, at: .consultEntry(row.number, of: id))))
        }
        return entries
    }

    private func storedEntries(of id: ID<Consult>) throws -> [StoredEntry] {
        try rows(
            """
            SELECT number, kind, by_account, by_organisation, at, body FROM consult_entry
            WHERE consult_id = \(id) ORDER BY number
            """
        ) { row in
            StoredEntry(
                number: row.int(0), kind: try row.kept(1), who: row.idIfAny(2), organisation: row.idIfAny(3),
                at: row.moment(4), body: row.bytesIfAny(5))
        }
    }

    func save(_ consult: Consult, at now: Moment) throws {
        let (state, closing): (String, Consult.Closing?) =
            switch consult.state {
            case .asked: ("asked", nil)
            case .answered: ("answered", nil)
            case .closed(let closing): ("closed", closing)
            }
        try execute(
            """
            UPDATE consult
            SET asker_account = \(consult.asker.account), asked_account = \(consult.asked.account), state = \(state),
                closing = \(closing?.rawValue), since_at = \(consult.since),
                closed_at = \(closing == nil ? nil : now), version = version + 1
            WHERE id = \(consult.id)
            """)
    }

    private func note(
        _ kind: ConsultEntry.Kind, _ text: PlainText?, by worker: Worker, at now: Moment,
        _ key: borrowing DeskKey<Consult>
    ) throws {
        let id = key.item.id
        let number = try nextEntry(of: id)
        var body: [UInt8]?
        if let text { body = try key.seal(text.text, at: .consultEntry(number, of: id)) }
        try note(kind, by: worker, at: now, number, body, of: id)
    }

    func note(
        _ kind: ConsultEntry.Kind, by worker: Worker?, at now: Moment, _ number: Int, _ body: [UInt8]? = nil,
        of id: ID<Consult>
    ) throws {
        try execute(
            """
            INSERT INTO consult_entry (consult_id, number, kind, by_account, by_organisation, at, body)
            VALUES (\(id), \(number), \(kind.rawValue), \(worker?.account), \(worker?.organisation), \(now), \(body))
            """)
    }

    func nextEntry(of id: ID<Consult>) throws -> Int {
        try row("SELECT COALESCE(MAX(number), 0) + 1 FROM consult_entry WHERE consult_id = \(id)") { $0.int(0) } ?? 1
    }
}

private struct StoredEntry {
    let number: Int
    let kind: ConsultEntry.Kind
    let who: ID<Account>?
    let organisation: ID<Organisation>?
    let at: Moment
    let body: [UInt8]?
}

extension ConsultEntry.Kind {
    fileprivate init(_ act: Consult.Act) {
        self =
            switch act {
            case .take: .taken
            case .pass: .passed
            case .answer: .answer
            case .askAgain: .again
            case .close(.helped): .helped
            case .close(.helpedPartly): .helpedPartly
            case .close(.noLongerNeeded): .noLongerNeeded
            case .close(.unheard): .unheard
            }
    }
}

extension SealedPlace {
    static func consultSubject(_ id: ID<Consult>) -> SealedPlace {
        SealedPlace("consult", "subject", row: id.text, owner: id.text)
    }
    static func consultEntry(_ number: Int, of id: ID<Consult>) -> SealedPlace {
        SealedPlace("consult_entry", "body", row: String(number), owner: id.text)
    }
}

extension FactKind {
    /// A spell: how long the answer to a question between professionals took.
    package static let consult = FactKind(rawValue: "consult")
    /// A verdict: whether the answer helped, as who asked says.
    package static let consultHelped = FactKind(rawValue: "consultHelped")
}
