// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension DirectReferral: DeskItem {
    package static let kind = ItemName.Kind.outsideReferral

    package static func found(
        _ id: ID<DirectReferral>, on today: Day, _ connection: Connection
    ) throws -> DirectReferral? {
        try connection.outsideReferrals("id = \(id)").first.map(DirectReferral.init)
    }
}

/// A direct referral, as a worker of the area team sees it.
package struct DirectSight: Hashable, Sendable {
    package let direct: DirectReferral
    package let child: OutsideQuestion.Child
}

/// What an area team may know of what went past it, still sealed, the longest first.
package struct SealedDirectReferrals: DeskList {
    package let worker: Worker
    package let items: [DirectReferral]
    /// How many were asked in a year that no area team may know of; nil as long as they are too few to tell.
    package let unseen: Int?
    private let reader: OutsideReader
    private let bodies: [ID<DirectReferral>: [UInt8]]

    /// As few as could be somebody.
    static let fewest = 10

    /// nil for who works for no area team.
    package init?(of worker: Worker, on today: Day, _ connection: Connection, _ vault: Vault) throws {
        guard try connection.organisation(worker.organisation)?.kind == .areaTeam else { return nil }
        self.worker = worker
        reader = try OutsideReader(worker.account, connection, vault)
        items = try connection.outsideReferrals(
            "area_team = \(worker.organisation) AND over_at IS NULL AND state <> 'over'", limit: 100
        ).map(DirectReferral.init)
        let found = try connection.rows(
            "SELECT id, body FROM outside_referral WHERE id IN \(list: items.map(\.id)) ORDER BY id"
        ) { (id: $0.id(0, DirectReferral.self), body: $0.bytes(1)) }
        bodies = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0.body) })
        let count = try connection.unseenDirectReferrals(since: today + -365)
        unseen = count < Self.fewest ? nil : count
    }

    /// nil for what it proves to be about that its reader must not know of, or what was erased.
    package func sight(_ key: borrowing DeskKey<DirectReferral>) throws -> DirectSight? {
        guard let body = bodies[key.item.id],
            let question = try key.open(body, at: .outsideQuestion(key.item.referral.id))
                .flatMap(OutsideQuestion.init(text:)),
            let child = question.child, reader.mayRead(question)
        else { return nil }
        return DirectSight(direct: key.item, child: child)
    }
}

extension Connection {
    /// The area teams that somebody works for.
    package func areaTeams(on today: Day) throws -> [Organisation] {
        try organisations(on: today).filter { $0.people > 0 && $0.organisation.kind == .areaTeam }.map(\.organisation)
    }

    fileprivate func unseenDirectReferrals(since day: Day) throws -> Int {
        try row(
            """
            SELECT COUNT(*) FROM outside_referral r JOIN organisation o ON o.id = r.receiver_organisation
            WHERE r.aim = 'help' AND r.area_team IS NULL AND o.kind <> 'areaTeam' AND r.asked_day > \(day)
            """
        ) { $0.int(0) } ?? 0
    }

    /// Keeps it from those of the area team who must not read it, before the team hears of it.
    func keepApart(
        _ key: borrowing DeskKey<OutsideReferral>, at team: ID<Organisation>, on today: Day, _ vault: Vault
    ) throws {
        let id = key.item.id
        let question = try key.open(try body(of: id), at: .outsideQuestion(id)).flatMap(OutsideQuestion.init(text:))
        guard let question else { return }
        try keep(id, from: try keptFrom(question, in: [team], on: today, vault))
    }

    /// Carries out what a worker of the area team says to the offer of direction; false for who must not know of it.
    ///
    /// - Throws: ``OutsideReferral/Refusal``
    package func carryOut(
        _ act: DirectReferral.Act, saying reason: String, at now: Moment, _ key: borrowing DeskKey<DirectReferral>,
        _ ids: IDSource, _ vault: Vault
    ) throws -> Bool {
        let id = key.item.referral.id
        let question = try key.open(try body(of: id), at: .outsideQuestion(id)).flatMap(OutsideQuestion.init(text:))
        guard let question, try kept(question, among: [key.worker.account], vault).isEmpty else { return false }
        guard act == .direct || !reason.isEmpty else { throw OutsideReferral.Refusal.noReason }
        let next = try key.item.after(act, by: key.worker)
        try save(next, at: now)
        let number = try nextOutsideEntry(of: id)
        let body =
            reason.isEmpty ? nil : try key.seal(ReferralSaying(reason).sealed, at: .outsideEntry(number, of: id))
        try note(act == .direct ? .directed : .directionLeft, of: id, by: key.worker.account, at: now, body: body)
        try owe(DirectReferral(next), at: now, ids)
        return true
    }

    /// Those of the ids about which a worker of an area team is to say whether they direct.
    func directReferrals(_ ids: Set<ID<DirectReferral>>, waitingFor worker: Worker) throws -> [DirectReferral] {
        guard !ids.isEmpty else { return [] }
        return try outsideReferrals("id IN \(list: ids.sorted())", limit: ids.count).map(DirectReferral.init)
            .filter { $0.isOpen(to: worker) && $0.isOffered }
    }
}
