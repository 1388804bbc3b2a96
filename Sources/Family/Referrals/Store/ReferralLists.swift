// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A referral as it stands in a list at a desk.
package struct ReferralSight: Hashable, Sendable {
    package let referral: Referral
    /// Who it is about; nil where that was taken back or erased.
    package let name: String?
    /// When the next word is due; nil when it is over.
    package let due: Moment?

    package init(referral: Referral, name: String?, due: Moment?) {
        (self.referral, self.name, self.due) = (referral, name, due)
    }
}

/// The referrals that a worker may open, still sealed: longest asked first.
package struct SealedReferrals: DeskList {
    package let items: [Referral]
    /// How many there are in each state for the organisation of the worker, by the side it has.
    package let counts: [Group: Int]
    private let outlines: [ID<Referral>: Outline]
    /// Those of which the worker, at the side that sent them, reads more than how they stand.
    private let planned: Set<ID<Referral>>

    /// What a list is cut by.
    package enum Group: String, CaseIterable, Sendable {
        /// At the side that was asked.
        case toAnswer, waiting, helping
        /// What one sent oneself, or nobody has in hand.
        case sent
    }

    fileprivate struct Outline: Sendable {
        let name: [UInt8]?
        let stands: Bool
        let due: Moment?
    }

    /// - Parameters:
    ///   - group: which of them.
    ///   - other: of one other organisation alone.
    package init(
        of worker: Worker, _ group: Group, with other: ID<Organisation>? = nil, on today: Day, limit: Int,
        _ connection: Connection
    ) throws {
        let kept = try connection.familiesKept(from: worker.account)
        let found = try connection.rows(
            """
            SELECT \(Referral.columns), p.title, CASE WHEN p.use_id IS NULL THEN 0 ELSE 1 END, (
                SELECT MIN(o.due_at) FROM promise o WHERE o.space = '' AND o.subject_kind = 'referral'
                    AND o.subject = r.id AND o.settled_at IS NULL AND o.closed_at IS NULL),
                p.consent_id
            FROM (SELECT \(Referral.columns) FROM referral WHERE \(Self.mine(worker, group, other, kept))) r
            LEFT JOIN referral_part p ON p.referral_id = r.id AND p.number = 1
            ORDER BY r.asked_day, r.id LIMIT \(limit)
            """
        ) { row in
            (
                referral: try Referral(row: row), name: row.bytesIfAny(24), isOnGround: row.int(25) == 1,
                due: row.ifAny(26) { $0.moment($1) }
            )
        }
        items = found.map(\.referral)
        planned = try connection.planned(items, by: worker, on: today)
        let standing = try connection.standing(items.map(\.id), on: today)
        outlines = Dictionary(
            uniqueKeysWithValues: found.map { row in
                let id = row.referral.id
                return (id, Outline(name: row.name, stands: row.isOnGround || standing.contains(id), due: row.due))
            })
        counts = try Group.allCases.reduce(into: [:]) { counts, group in
            counts[group] = try connection.row(
                "SELECT COUNT(*) FROM referral WHERE \(Self.mine(worker, group, other, kept))"
            ) { $0.int(0) }
        }
    }

    private static func mine(_ worker: Worker, _ group: Group, _ other: ID<Organisation>?, _ kept: Set<ID<Family>>)
        -> SQL
    {
        let states: SQL =
            switch group {
            case .toAnswer: "state = 'sent'"
            case .waiting: "state IN ('accepted', 'waiting')"
            case .helping: "state = 'started'"
            case .sent: "state <> 'closed'"
            }
        let unkept: SQL = kept.isEmpty ? "" : "AND family_id NOT IN \(list: kept.sorted())"
        guard group != .sent else {
            return """
                \(states) AND sender_organisation = \(worker.organisation) \(unkept)
                AND (sender_account = \(worker.account) OR sender_account IS NULL)
                AND (CAST(\(other) AS TEXT) IS NULL OR receiver_organisation = \(other))
                """
        }
        return """
            \(states) AND receiver_organisation = \(worker.organisation) \(unkept)
            AND (receiver_account = \(worker.account) OR receiver_account IS NULL)
            AND (CAST(\(other) AS TEXT) IS NULL OR sender_organisation = \(other))
            """
    }

    package func sight(_ key: borrowing DeskKey<Referral>) throws -> ReferralSight? {
        guard let outline = outlines[key.item.id] else { return nil }
        let isRead =
            key.item.isSender(key.worker) ? planned.contains(key.item.id) : outline.stands && key.item.isSharedNow
        return ReferralSight(
            referral: key.item,
            name: isRead ? try key.open(outline.name, at: .referralPart("title", 1, of: key.item.id)) : nil,
            due: outline.due)
    }
}

extension Connection {
    /// Those in whose circle somebody plans with the young person, on behalf of who sent it.
    fileprivate func planned(_ referrals: [Referral], by worker: Worker, on today: Day) throws -> Set<ID<Referral>> {
        let sent = referrals.filter { $0.isSender(worker) }
        guard !sent.isEmpty else { return [] }
        let seats = try memberships(of: worker.account, in: Set(sent.map(\.family)).sorted())
        let around = Dictionary(grouping: seats, by: \.family).mapValues { $0.map(\.membership) }
        return Set(sent.filter { $0.isPlanned(by: around[$0.family] ?? [], on: today) }.map(\.id))
    }

    /// Those of which the question may still be read, by a consent or a ground that stands.
    fileprivate func standing(_ ids: [ID<Referral>], on today: Day) throws -> Set<ID<Referral>> {
        guard !ids.isEmpty else { return [] }
        return Set(
            try rows(
                """
                SELECT r.id FROM referral r
                JOIN referral_part p ON p.referral_id = r.id AND p.number = 1
                JOIN consent c ON c.family_id = r.family_id AND c.id = p.consent_id
                JOIN consent_person a ON a.family_id = r.family_id AND a.consent_id = p.consent_id
                    AND a.person_id = r.person_id
                WHERE r.id IN \(list: ids) AND (c.until_day IS NULL OR c.until_day > \(today))
                    AND a.ended_at IS NULL AND a.agreed_at IS NOT NULL
                ORDER BY r.id
                """
            ) { $0.id(0, Referral.self) })
    }

    /// The organisations with which the worker has open referrals in hand, or in the inbox, in the order of their ids; none
    /// because of a family that is kept from them.
    package func otherSides(of worker: Worker) throws -> [ID<Organisation>] {
        let kept = try familiesKept(from: worker.account)
        let open: SQL = """
            state <> 'closed' \(kept.isEmpty ? "" : "AND family_id NOT IN \(list: kept.sorted())" as SQL)
            """
        return try rows(
            """
            SELECT sender_organisation FROM referral
            WHERE receiver_organisation = \(worker.organisation) AND \(open)
                AND (receiver_account = \(worker.account) OR receiver_account IS NULL)
            UNION SELECT receiver_organisation FROM referral
            WHERE sender_organisation = \(worker.organisation) AND \(open)
                AND (sender_account = \(worker.account) OR sender_account IS NULL)
            ORDER BY 1
            """
        ) { $0.id(0, Organisation.self) }
    }
}
