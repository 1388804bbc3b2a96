// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Lets the colleague in wherever somebody who is away is in the circle for the organisation, and hands over what was
    /// owed, directed and answered there.
    ///
    /// Where the colleague can't, or no longer works there, somebody else is owed, whom a team lead names without seeing why.
    ///
    /// - Returns: the families in which something changed.
    func begin(_ absence: Absence, at now: Moment, ids: IDSource, _ vault: Vault) throws -> [ID<Family>] {
        let begun = try execute(
            "UPDATE absence SET begun_at = \(now) WHERE id = \(absence.id) AND begun_at IS NULL AND ended_at IS NULL")
        guard begun == 1 else { return [] }
        var families: [ID<Family>] = []
        for seat in try seats(of: absence.who) {
            let left = seat.membership
            guard left.organisation == absence.organisation, left.isActive(on: now.day), !left.covers.isEmpty else {
                continue
            }
            if try standIn(absence, in: seat, at: now, ids: ids, vault) { families.append(seat.family) }
        }
        return families
    }

    /// Lets in who stands in for one membership of who is away.
    ///
    /// - Returns: whether there is a dossier to do so in.
    @discardableResult
    func standIn(_ absence: Absence, in seat: Seat, at now: Moment, ids: IDSource, _ vault: Vault) throws -> Bool {
        let colleague = absence.standIn(for: seat.membership.id)
        let work = try professionals(in: absence.organisation, on: now.day).first { $0.account == colleague }
        var isDone = false
        _ = try withLeavingKey(of: seat.membership, in: seat.family, on: now.day, vault) { key, left in
            guard !left.covers.isEmpty else { return }
            isDone = true
            if let work, try mayStandIn(colleague, for: left, key) {
                try standIn(absence, for: left, doing: work.title, at: now, ids: ids, key, vault)
                // That somebody is to be named for this family alone is done by it.
                for owed in try openPromises(in: ID(as: seat.family), about: left.id.standIn) {
                    try save(try owed.promise.settled(at: now), of: owed)
                }
            } else {
                try oweStandIn(for: left, absence.organisation, at: now, id: ids.next(at: now), key, vault)
            }
        }
        return isDone
    }

    /// Another one stands in from now on: what was held goes back first, and who only stood in leaves.
    func replace(_ stood: StoodIn, at now: Moment, ids: IDSource, _ vault: Vault) throws {
        try giveBack(stood, at: now, vault)
        let membership = try membership(stood)
        try forget(stood)
        guard let membership else { return }
        try lapse(membership, in: stood.family, by: .term, at: now, ids: ids, vault)
    }

    /// Ends it: who only stood in leaves, and what was held goes back to who was away, where they are still in.
    ///
    /// - Returns: the families in which something changed.
    func end(_ absence: Absence, at now: Moment, ids: IDSource, _ vault: Vault) throws -> [ID<Family>] {
        let all = try stoodIn(where: "s.absence_id = \(absence.id)")
        try execute("UPDATE absence SET ended_at = \(now) WHERE id = \(absence.id) AND ended_at IS NULL")
        for stood in all {
            try giveBack(stood, at: now, vault)
            try leave(stood, at: now, ids: ids, vault)
        }
        try closeOwedStandIns(for: absence, at: now)
        return all.map(\.family)
    }

    /// Hands to who stands in what was directed, answered first and owed by who is away, and keeps that it goes back.
    ///
    /// - Parameter membership: with which the colleague came in; nil where they were in the circle before.
    func handOver(
        _ left: Membership, to colleague: ID<Account>, as membership: ID<Membership>?, during absence: Absence,
        at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let isElsewhere = try isElsewhere(left, key)
        // Who directs on behalf of two organisations directs for the other one as well.
        let directs =
            try !isElsewhere && handOverDirection(from: left.account, to: colleague, absence.by, at: now, key, vault)
        let isCalledFirst = try !isElsewhere && firstContactNow(key) == left.account
        if isCalledFirst {
            try moveFirstContact(to: colleague, since: now.day, by: absence.by, at: now, key, vault)
        }
        try handOverTasks(of: left, to: colleague, key)
        if !isElsewhere {
            try takeOverMeetings(
                of: left.account, by: colleague, until: absence.until, at: now, key, vault)
        }
        try execute(
            """
            INSERT INTO stand_in (family_id, absence_id, for_id, account_id, membership_id, directs, is_called_first)
            VALUES (\(key.family), \(absence.id), \(left.id), \(colleague), \(membership), \(directs),
                \(isCalledFirst))
            ON CONFLICT DO NOTHING
            """)
    }

    // MARK: In one family

    /// Nothing of the family is kept from the colleague, nor would what is kept from others show by one whom they know.
    func mayStandIn(
        _ colleague: ID<Account>, for left: Membership, _ key: borrowing DossierKey
    ) throws -> Bool {
        guard try !accountsKeptOut(of: key.family).contains(colleague) else { return false }
        let hidden = try hiddenFrom(key)
        let readers = { account in Set(hidden.filter { $0.member == account }.map(\.reader)) }
        let isIn = try memberships(of: colleague, in: [key.family]).map(\.membership)
            .contains { $0.isActive(on: key.today) }
        return !isIn || readers(left.account) == readers(colleague)
    }

    private func standIn(
        _ absence: Absence, for left: Membership, doing title: String, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let colleague = absence.standIn(for: left.id)
        let covered = try memberships(of: colleague, in: [key.family]).map(\.membership)
            .filter { $0.organisation == absence.organisation && $0.isActive(on: now.day) }
            .reduce(into: Set<ID<Person>>()) { $0.formUnion($1.covers) }
        let missing = left.covers.subtracting(covered)
        var membership: ID<Membership>?
        if !missing.isEmpty {
            let id: ID<Membership> = ids.next(at: now)
            // What was agreed to the one who is away lasts no longer by another.
            let until = min(absence.until, left.term.until ?? absence.until)
            let standIn = StandIn(
                for: left.narrowed(to: missing), as: id, by: colleague, from: now.day, until: until)
            try letIn(standIn, doing: title, after: left, by: absence.by, at: now, key, vault)
            membership = id
        }
        try handOver(left, to: colleague, as: membership, during: absence, at: now, key, vault)
    }

    /// - Returns: whether somebody directed, and no longer does.
    private func handOverDirection(
        from holder: ID<Account>, to next: ID<Account>, _ who: ID<Account>?, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Bool {
        guard let direction = try directionNow(key), direction.holder == holder else { return false }
        // A day to look again that has come is owed already, by a promise that moves with it.
        let review = direction.review.flatMap { now.day < $0 ? $0 : nil }
        let moved = Direction(kind: direction.kind, holder: next, since: now.day, review: review)
        try move(moved, .reassigned, by: who, at: now, key, vault)
        return true
    }

    private func handOverTasks(
        of membership: Membership, to next: ID<Account>, _ key: borrowing DossierKey
    ) throws {
        let isElsewhere = try isElsewhere(membership, key)
        try handOver(owedBy: membership.account, in: ID(as: key.family)) { promise in
            Absence.moves(promise, of: membership, isElsewhere: isElsewhere) ? .account(next) : nil
        }
    }

    /// Whether a member is in the circle by another membership, too.
    private func isElsewhere(_ membership: Membership, _ key: borrowing DossierKey) throws -> Bool {
        try memberships(of: membership.account, in: [key.family]).map(\.membership)
            .contains { $0.id != membership.id && $0.isActive(on: key.today) }
    }

    func giveBack(_ stood: StoodIn, at now: Moment, _ vault: Vault) throws {
        let back = try memberships(of: stood.away, in: [stood.family]).map(\.membership)
            .first { $0.id == stood.left && $0.isActive(on: now.day) }
        guard let back else { return }
        _ = try withLeavingKey(of: back, in: stood.family, on: now.day, vault) { key, _ in
            if stood.directs {
                _ = try handOverDirection(from: stood.colleague, to: stood.away, stood.by, at: now, key, vault)
            }
            if try stood.isCalledFirst && firstContactNow(key) == stood.colleague {
                try moveFirstContact(to: stood.away, since: now.day, by: stood.by, at: now, key, vault)
            }
            // Who was in the circle before keeps what they owe: nobody can tell any more whose it was.
            guard let own = try membership(stood) else { return }
            try handOverTasks(of: own, to: stood.away, key)
            try giveMeetingsBack(from: stood.colleague, to: stood.away, key)
        }
    }

    func forget(_ stood: StoodIn) throws {
        try execute(
            """
            DELETE FROM stand_in
            WHERE family_id = \(stood.family) AND absence_id = \(stood.absence) AND for_id = \(stood.left)
            """)
    }

    func leave(_ stood: StoodIn, at now: Moment, ids: IDSource, _ vault: Vault) throws {
        guard let membership = try membership(stood) else { return }
        try lapse(membership, in: stood.family, by: .term, at: now, ids: ids, vault)
    }
}
