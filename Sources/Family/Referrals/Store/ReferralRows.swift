// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Referral: DeskItem {
    package static let kind = ItemName.Kind.referral

    package static func found(_ id: ID<Referral>, on today: Day, _ connection: Connection) throws -> Referral? {
        try connection.row("SELECT \(columns) FROM referral WHERE id = \(id) ORDER BY id") { try Referral(row: $0) }
    }

    package var told: (family: ID<Family>, persons: Set<ID<Person>>)? { (family, [person]) }

    static let columns: SQL = """
        id, family_id, person_id, bundle_id, sender_organisation, sender_account, receiver_organisation,
        receiver_account, director_account, state, outcome, redirected_to, result, closing, since_at, asked_day,
        met_day, started_day, ended_day, paused_until_met, paused_until_start, paused_day, keeper, is_bridged
        """

    init(row: borrowing Row) throws {
        self.init(
            id: row.id(0), family: row.id(1), person: row.id(2), bundle: row.id(3),
            sender: Side(row.id(4), row.idIfAny(5)), receiver: Side(row.id(6), row.idIfAny(7)),
            hearers: row.idIfAny(8, Account.self).map { [.account($0)] } ?? [], state: try State(row: row),
            since: row.moment(14), wait: try Waiting(row: row), keeper: try row.kept(22), isBridged: row.bool(23))
    }
}

extension Referral.State {
    fileprivate init(row: borrowing Row) throws {
        switch row.text(9) {
        case "sent": self = .sent
        case "accepted": self = .accepted
        case "waiting": self = .waiting
        case "started": self = .started
        case "answered": self = .answered(try Referral.Outcome(row: row))
        default: self = .closed(try row.kept(13))
        }
    }

    fileprivate var word: String {
        switch self {
        case .sent: "sent"
        case .accepted: "accepted"
        case .waiting: "waiting"
        case .started: "started"
        case .answered: "answered"
        case .closed: "closed"
        }
    }
}

extension Referral.Outcome {
    fileprivate init(row: borrowing Row) throws {
        switch row.text(10) {
        case "declined": self = .declined
        case "returned": self = .returned
        case "redirected": self = .redirected(to: row.id(11))
        default: self = .finished(ReferralResult(rawValue: row.text(12)) ?? .otherHelp)
        }
    }

    fileprivate var word: String {
        switch self {
        case .declined: "declined"
        case .returned: "returned"
        case .redirected: "redirected"
        case .finished: "finished"
        }
    }

    fileprivate var door: ID<Organisation>? {
        if case .redirected(let organisation) = self { organisation } else { nil }
    }

    fileprivate var result: ReferralResult? { if case .finished(let result) = self { result } else { nil } }
}

extension Referral.Waiting {
    fileprivate init(row: borrowing Row) throws {
        self.init(
            asked: try row.day(15), met: try row.ifAny(16) { try $0.day($1) },
            started: try row.ifAny(17) { try $0.day($1) }, ended: try row.ifAny(18) { try $0.day($1) },
            pausedUntilMet: row.int(19), pausedUntilStart: row.int(20),
            pausedSince: try row.ifAny(21) { try $0.day($1) })
    }
}

extension Connection {
    /// Keeps a new referral; its question lies in the dossier, too, where the family reads it.
    func add(_ referral: Referral, asking question: [UInt8], in part: ID<Part>) throws {
        let wait = referral.wait
        let director: ID<Account>? = referral.hearers.compactMap(\.account).first
        try execute(
            """
            INSERT INTO referral (id, family_id, person_id, bundle_id, sender_organisation, sender_account,
                receiver_organisation, receiver_account, director_account, state, since_at, asked_day, keeper,
                is_bridged, part_id, question)
            VALUES (\(referral.id), \(referral.family), \(referral.person), \(referral.bundle),
                \(referral.sender.organisation), \(referral.sender.account), \(referral.receiver.organisation),
                \(referral.receiver.account), \(director), \(referral.state.word), \(referral.since), \(wait.asked),
                \(referral.keeper.rawValue), \(referral.isBridged), \(part), \(question))
            """)
    }

    func save(_ referral: Referral) throws {
        let wait = referral.wait
        var (outcome, closing): (Referral.Outcome?, Referral.Closing?)
        switch referral.state {
        case .answered(let made): outcome = made
        case .closed(let how): closing = how
        case .sent, .accepted, .waiting, .started: break
        }
        try execute(
            """
            UPDATE referral
            SET sender_account = \(referral.sender.account), receiver_account = \(referral.receiver.account),
                state = \(referral.state.word), outcome = COALESCE(\(outcome?.word), outcome),
                redirected_to = COALESCE(\(outcome?.door), redirected_to),
                result = COALESCE(\(outcome?.result?.rawValue), result), closing = \(closing?.rawValue),
                since_at = \(referral.since), met_day = \(wait.met), started_day = \(wait.started),
                ended_day = \(wait.ended), paused_until_met = \(wait.pausedUntilMet),
                paused_until_start = \(wait.pausedUntilStart), paused_day = \(wait.pausedSince),
                keeper = \(referral.keeper.rawValue), is_bridged = \(referral.isBridged), version = version + 1
            WHERE id = \(referral.id)
            """)
    }

    /// Those of the ids that are referrals, in the order of their ids.
    func referrals(_ ids: Set<ID<Referral>>) throws -> [Referral] {
        try rows("SELECT \(Referral.columns) FROM referral WHERE id IN \(list: ids.sorted()) ORDER BY id") {
            try Referral(row: $0)
        }
    }

    /// Those of the ids that are the keys of referrals.
    func referralIDs(among ids: [String]) throws -> Set<String> {
        Set(try rows("SELECT id FROM referral WHERE id IN \(list: ids) ORDER BY id") { $0.text(0) })
    }
}

extension Promise.Receiver {
    fileprivate var account: ID<Account>? { if case .account(let id) = self { id } else { nil } }
}

extension SealedPlace {
    static func referralQuestion(_ id: ID<Referral>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("referral", "question", row: id.text, owner: family.text)
    }
    static func referralPart(_ column: StaticString, _ number: Int, of id: ID<Referral>) -> SealedPlace {
        SealedPlace("referral_part", column, row: String(number), owner: id.text)
    }
    static func referralEntry(_ number: Int, of id: ID<Referral>) -> SealedPlace {
        SealedPlace("referral_entry", "body", row: String(number), owner: id.text)
    }
}
