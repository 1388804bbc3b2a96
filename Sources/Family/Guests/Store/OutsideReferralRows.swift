// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension OutsideReferral: DeskItem {
    package static let kind = ItemName.Kind.outsideReferral

    package static func found(
        _ id: ID<OutsideReferral>, on today: Day, _ connection: Connection
    ) throws -> OutsideReferral? {
        try connection.outsideReferrals("id = \(id)").first
    }

    static let columns: SQL = """
        id, aim, source, practice, receiver_organisation, receiver_account, state, outcome, result, verdict, since_at,
        asked_day, met_day, started_day, ended_day, paused_until_met, paused_until_start, paused_day, is_bridged,
        is_guest_waiting, is_untold, area_team, direction
        """

    init(row: borrowing Row, keptFrom: Set<ID<Account>>) throws {
        let wait = Referral.Waiting(
            asked: try row.day(11), met: try row.ifAny(12) { try $0.day($1) },
            started: try row.ifAny(13) { try $0.day($1) }, ended: try row.ifAny(14) { try $0.day($1) },
            pausedUntilMet: row.int(15), pausedUntilStart: row.int(16),
            pausedSince: try row.ifAny(17) { try $0.day($1) })
        self.init(
            id: row.id(0), aim: try row.kept(1), source: try row.kept(2), practice: row.id(3),
            receiver: Side(row.id(4), row.idIfAny(5)), keptFrom: keptFrom, state: State(row: row),
            since: row.moment(10), wait: wait, isBridged: row.bool(18), isGuestWaiting: row.bool(19),
            isUntold: row.bool(20), verdict: row.ifAny(9) { $0.text($1) }.flatMap { Verdict(rawValue: $0) },
            areaTeam: row.idIfAny(21), direction: OutsideDirection(row: row))
    }
}

extension OutsideDirection {
    fileprivate init?(row: borrowing Row) {
        let team: ID<Organisation>? = row.idIfAny(21)
        switch (row.ifAny(22) { $0.text($1) }, team) {
        case ("family", _): self = .family
        case ("practice", _): self = .practice
        case ("provider", _): self = .provider
        case ("offered", let team?): self = .offered(to: team)
        case ("areaTeam", let team?): self = .areaTeam(team)
        default: return nil
        }
    }

    fileprivate var word: String {
        switch self {
        case .family: "family"
        case .practice: "practice"
        case .provider: "provider"
        case .offered: "offered"
        case .areaTeam: "areaTeam"
        }
    }
}

extension OutsideReferral.State {
    fileprivate init(row: borrowing Row) {
        switch row.text(6) {
        case "sent": self = .sent
        case "accepted": self = .accepted
        case "waiting": self = .waiting
        case "started": self = .started
        default: self = .over(OutsideReferral.Outcome(row: row))
        }
    }

    var word: String {
        switch self {
        case .sent: "sent"
        case .accepted: "accepted"
        case .waiting: "waiting"
        case .started: "started"
        case .over: "over"
        }
    }

    fileprivate var outcome: OutsideReferral.Outcome? { if case .over(let outcome) = self { outcome } else { nil } }
}

extension OutsideReferral.Outcome {
    fileprivate init(row: borrowing Row) {
        switch row.text(7) {
        case "declined": self = .declined
        case "returned": self = .returned
        case "answered": self = .answered
        case "withdrawn": self = .withdrawn
        case "finished": self = .finished(ReferralResult(rawValue: row.text(8)) ?? .otherHelp)
        default: self = .forsaken
        }
    }

    fileprivate var word: String {
        switch self {
        case .declined: "declined"
        case .returned: "returned"
        case .finished: "finished"
        case .answered: "answered"
        case .withdrawn: "withdrawn"
        case .forsaken: "forsaken"
        }
    }

    fileprivate var result: ReferralResult? { if case .finished(let result) = self { result } else { nil } }
}

extension Connection {
    /// Those for which this is so, longest asked first.
    ///
    /// - Parameter isLatestFirst: or what ended latest first.
    func outsideReferrals(
        _ condition: SQL, latestFirst isLatestFirst: Bool = false, limit: Int = 50
    ) throws -> [OutsideReferral] {
        let order: SQL = isLatestFirst ? "over_at DESC, id DESC" : "asked_day, id"
        let kept = try rows(
            """
            SELECT k.referral_id, k.account FROM outside_referral_kept_from k
            WHERE k.referral_id IN (SELECT id FROM outside_referral WHERE \(condition))
            ORDER BY k.referral_id, k.account
            """
        ) { (id: $0.id(0, OutsideReferral.self), account: $0.id(1, Account.self)) }
        let keptFrom = Dictionary(grouping: kept, by: \.id).mapValues { Set($0.map(\.account)) }
        return try rows(
            """
            SELECT \(OutsideReferral.columns) FROM outside_referral WHERE \(condition)
            ORDER BY \(order) LIMIT \(limit)
            """
        ) { try OutsideReferral(row: $0, keptFrom: keptFrom[$0.id(0)] ?? []) }
    }

    /// How long those wait whom guests referred there.
    func outsideWaits(at organisation: ID<Organisation>) throws -> [Wait] {
        try outsideReferrals(
            """
            receiver_organisation = \(organisation) AND aim = 'help' AND state IN ('sent', 'accepted', 'waiting')
            """, limit: 10_000
        ).map(\.wait.inAll)
    }

    /// Keeps a new one, with the promise to answer it.
    ///
    /// - Parameters:
    ///   - body: what is asked, sealed under its key.
    ///   - formDigest: by which it is known when it is sent again.
    package func add(
        _ referral: OutsideReferral, _ body: [UInt8], formDigest: String, by worker: ID<Account>? = nil,
        at now: Moment, _ ids: IDSource
    ) throws {
        try execute(
            """
            INSERT INTO outside_referral (id, aim, source, practice, receiver_organisation, receiver_account, state,
                since_at, asked_day, is_bridged, is_guest_waiting, is_untold, area_team, form_digest, body)
            VALUES (\(referral.id), \(referral.aim.rawValue), \(referral.source.rawValue), \(referral.practice),
                \(referral.receiver.organisation), \(referral.receiver.account), \(referral.state.word),
                \(referral.since), \(referral.wait.asked), \(false), \(false), \(false), \(referral.areaTeam), \(formDigest),
                \(body))
            """)
        try keep(referral.id, from: referral.keptFrom)
        try note(.sent, of: referral.id, by: worker, at: now)
        try owe(referral, at: now, ids)
    }

    /// Keeps it from more people.
    func keep(_ id: ID<OutsideReferral>, from accounts: Set<ID<Account>>) throws {
        for account in accounts.sorted() {
            try execute(
                """
                INSERT INTO outside_referral_kept_from (referral_id, account) VALUES (\(id), \(account))
                ON CONFLICT DO NOTHING
                """)
        }
    }

    /// Whether the guests of a practice may ask more today.
    package func mayAskMore(_ practice: ID<Organisation>, on today: Day) throws -> Bool {
        let asked = try row(
            """
            SELECT COUNT(*) FROM outside_referral
            WHERE practice = \(practice) AND source = 'guest' AND asked_day = \(today)
            """
        ) { $0.int(0) }
        return (asked ?? 0) < OutsideReferral.mostADay
    }

    /// The referral that a form made that was sent before.
    package func outsideReferral(sentBy formDigest: String) throws -> ID<OutsideReferral>? {
        try row("SELECT id FROM outside_referral WHERE form_digest = \(formDigest) ORDER BY id") { $0.id(0) }
    }

    func save(_ referral: OutsideReferral, at now: Moment) throws {
        let (wait, outcome) = (referral.wait, referral.state.outcome)
        try execute(
            """
            UPDATE outside_referral
            SET receiver_account = \(referral.receiver.account), state = \(referral.state.word),
                outcome = \(outcome?.word), result = \(outcome?.result?.rawValue),
                verdict = \(referral.verdict?.rawValue), since_at = \(referral.since), met_day = \(wait.met),
                started_day = \(wait.started), ended_day = \(wait.ended), paused_until_met = \(wait.pausedUntilMet),
                paused_until_start = \(wait.pausedUntilStart), paused_day = \(wait.pausedSince),
                is_bridged = \(referral.isBridged), is_guest_waiting = \(referral.isGuestWaiting),
                is_untold = \(referral.isUntold), area_team = \(referral.areaTeam),
                direction = \(referral.direction?.word), over_at = \(referral.isOver ? now : nil), version = version + 1
            WHERE id = \(referral.id)
            """)
    }

    /// Those of the ids that are the keys of what guests asked.
    func outsideReferralIDs(among ids: [String]) throws -> Set<String> {
        Set(try rows("SELECT id FROM outside_referral WHERE id IN \(list: ids) ORDER BY id") { $0.text(0) })
    }

    /// Who works at these organisations and must not read it.
    package func keptFrom(
        _ question: OutsideQuestion, in organisations: [ID<Organisation>?], on today: Day, _ vault: Vault
    ) throws -> Set<ID<Account>> {
        let work = try organisations.compactMap(\.self).flatMap { try professionals(in: $0, on: today).map(\.account) }
        return try kept(question, among: Set(work), vault)
    }

    /// Those who must not read it: who is called as the young person or as somebody who is named in it as such, and who
    /// is kept out of a family known here in which somebody bears that name and day of birth.
    func kept(
        _ question: OutsideQuestion, among work: Set<ID<Account>>, _ vault: Vault
    ) throws -> Set<ID<Account>> {
        let called = try accounts(work.sorted(), vault).filter { question.isKept(fromCalled: $0.profile.name) }
        let name = question.child.flatMap { try? PlainText.line($0.name) }
        let families: [ID<Family>] =
            if let name, let birth = question.child?.birth {
                try families(of: SoughtPerson(name: name, birth: birth), vault)
            } else { [] }
        return try families.reduce(into: Set(called.map(\.id))) {
            $0.formUnion(try accountsKeptOut(of: $1).intersection(work))
        }
    }
}

extension SealedPlace {
    package static func outsideQuestion(_ id: ID<OutsideReferral>) -> SealedPlace {
        SealedPlace("outside_referral", "body", row: id.text, owner: id.text)
    }
    static func outsideEntry(_ number: Int, of id: ID<OutsideReferral>) -> SealedPlace {
        SealedPlace("outside_referral_entry", "body", row: String(number), owner: id.text)
    }
    static func outsideGuest(_ number: Int, of id: ID<OutsideReferral>) -> SealedPlace {
        SealedPlace("outside_referral_entry", "guest", row: String(number), owner: id.text)
    }
}
