// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What moved to a colleague in one family, and goes back.
private struct StoodIn {
    let family: ID<Family>
    let left: ID<Membership>
    /// Who stands in there: another one than elsewhere, where that one is kept from the family.
    let colleague: ID<Account>
    /// nil where the colleague was in the circle before.
    let membership: ID<Membership>?
    let directs: Bool
    let isCalledFirst: Bool
}

extension Connection {
    /// Lets the colleague in wherever somebody who is away is in the circle for the organisation, and hands over what was
    /// owed, directed and answered there.
    ///
    /// Where the colleague is kept from a family somebody else is owed there, whom a team lead names without seeing why.
    func begin(_ absence: Absence, at now: Moment, ids: IDSource, _ vault: Vault) throws -> [ID<Family>] {
        try execute("UPDATE absence SET begun_at = \(now) WHERE id = \(absence.id) AND begun_at IS NULL")
        var families: [ID<Family>] = []
        for seat in try seats(of: absence.who) {
            let left = seat.membership
            guard left.organisation == absence.organisation, left.isActive(on: now.day) else { continue }
            _ = try withLeavingKey(of: left, in: seat.family, on: now.day, vault) { key, left in
                guard !left.covers.isEmpty else { return }
                families.append(seat.family)
                if try accountsKeptOut(of: seat.family).contains(absence.standIn) {
                    try oweStandIn(for: left, absence.organisation, at: now, id: ids.next(at: now), key, vault)
                } else {
                    try standIn(absence, for: left, at: now, ids: ids, key, vault)
                }
            }
        }
        return families
    }

    /// Ends it: who only stood in leaves, and what was held goes back to who was away, where they are still in.
    func end(_ absence: Absence, at now: Moment, ids: IDSource, _ vault: Vault) throws -> [ID<Family>] {
        try execute("UPDATE absence SET ended_at = \(now) WHERE id = \(absence.id) AND ended_at IS NULL")
        let all = try stoodIn(absence)
        for stood in all {
            try giveBack(stood, absence, at: now, vault)
            guard let id = stood.membership,
                let membership = try seats(of: stood.colleague).map(\.membership).first(where: { $0.id == id }),
                membership.ended == nil
            else { continue }
            try lapse(membership, in: stood.family, by: .term, at: now, ids: ids, vault)
        }
        return all.map(\.family)
    }

    private func standIn(
        _ absence: Absence, for left: Membership, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let isIn = try memberships(of: absence.standIn, in: [key.family]).map(\.membership)
            .contains { $0.organisation == absence.organisation && $0.isActive(on: now.day) }
        var membership: ID<Membership>?
        if !isIn {
            let id: ID<Membership> = ids.next(at: now)
            let standIn = StandIn(for: left, as: id, by: absence.standIn, from: now.day, until: absence.until)
            let title = try professionals(in: absence.organisation, on: now.day)
                .first { $0.account == absence.standIn }?.title
            try letIn(standIn, doing: title ?? "", after: left, by: absence.by, at: now, key, vault)
            membership = id
        }
        try handOver(left, to: absence.standIn, as: membership, during: absence, at: now, key, vault)
    }

    /// Hands to who stands in what was directed, answered first and owed by who is away, and keeps that it goes back.
    ///
    /// - Parameter membership: with which the colleague came in; nil where they were in the circle before.
    func handOver(
        _ left: Membership, to colleague: ID<Account>, as membership: ID<Membership>?, during absence: Absence,
        at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let directs = try handOverDirection(from: left.account, to: colleague, absence, at: now, key, vault)
        let isCalledFirst = try firstContactNow(key) == left.account
        if isCalledFirst {
            try moveFirstContact(to: colleague, since: now.day, by: absence.by, at: now, key, vault)
        }
        try handOverTasks(from: left.account, to: colleague, key)
        try execute(
            """
            INSERT INTO stand_in (family_id, absence_id, for_id, account_id, membership_id, directs, is_called_first)
            VALUES (\(key.family), \(absence.id), \(left.id), \(colleague), \(membership), \(directs),
                \(isCalledFirst))
            ON CONFLICT DO NOTHING
            """)
    }

    /// - Returns: whether somebody directed, and no longer does.
    private func handOverDirection(
        from holder: ID<Account>, to next: ID<Account>, _ absence: Absence, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Bool {
        guard let direction = try directionNow(key), direction.holder == holder else { return false }
        let moved = Direction(kind: direction.kind, holder: next, since: now.day, review: direction.review)
        try move(moved, .reassigned, by: absence.by, at: now, key, vault)
        return true
    }

    /// What was said in private, and what somebody decides in person, stays theirs.
    private func handOverTasks(
        from left: ID<Account>, to next: ID<Account>, _ key: borrowing DossierKey
    ) throws {
        try handOver(owedBy: left, in: ID(as: key.family)) { promise in
            promise.kind.staysWithProfessionals || promise.kind == .answerMessage ? nil : .account(next)
        }
    }

    private func stoodIn(_ absence: Absence) throws -> [StoodIn] {
        try rows(
            """
            SELECT family_id, for_id, account_id, membership_id, directs, is_called_first FROM stand_in
            WHERE absence_id = \(absence.id) ORDER BY family_id, for_id
            """
        ) { row in
            StoodIn(
                family: row.id(0), left: row.id(1), colleague: row.id(2), membership: row.idIfAny(3),
                directs: row.bool(4), isCalledFirst: row.bool(5))
        }
    }

    private func giveBack(_ stood: StoodIn, _ absence: Absence, at now: Moment, _ vault: Vault) throws {
        let back = try memberships(of: absence.who, in: [stood.family]).map(\.membership)
            .first { $0.id == stood.left && $0.isActive(on: now.day) }
        guard let back else { return }
        _ = try withLeavingKey(of: back, in: stood.family, on: now.day, vault) { key, _ in
            if stood.directs {
                _ = try handOverDirection(from: stood.colleague, to: absence.who, absence, at: now, key, vault)
            }
            if try stood.isCalledFirst && firstContactNow(key) == stood.colleague {
                try moveFirstContact(to: absence.who, since: now.day, by: absence.by, at: now, key, vault)
            }
            guard stood.membership != nil else { return }
            try handOverTasks(from: stood.colleague, to: absence.who, key)
        }
    }
}
