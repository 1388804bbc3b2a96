// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

extension Connection {
    /// Completes a handover: direction, rights and promises move in this transaction, or nothing does.
    ///
    /// Whether it was warm becomes a fact without a person; cold by safety is not counted, nor what a family hands over.
    ///
    /// - Throws: ``Handover/Refusal``
    package func complete(
        _ id: ID<Handover>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try handover(id, key) else { throw Handover.Refusal.notYours }
        let done = try kept.handover.completed(by: key.reading.reader)
        let around = try choosable(key)
        guard case .direction(let kind, let review) = done.responsibility, around.direction?.holder == done.from else {
            throw Handover.Refusal.changed
        }
        guard around.mayDirect(done.to, as: kind), review > now.day else { throw Handover.Refusal.notPossible }
        try save(done, after: kept, at: now, key)
        try settlePromises(about: id, at: now, key, vault)
        try moveDirection(of: kept, done, kind, review, at: now, ids: ids, key, vault)
        let left = try moveRights(of: done, at: now, key, vault)
        try moveReview(from: done.from, to: done.to, key)
        if done.leaves, let left {
            let inbox: Promise.Owner = .account(done.to)
            try end(left, heir: done.to, inbox: inbox, by: key.reading.reader, at: now, key, vault)
            try endStandIns(for: left.id, heir: done.to, in: key.family, at: now, ids: ids, vault)
        }
        try journal(.handoverCompleted, done, at: now, key, vault)
        try count(done, by: left?.organisation, at: now, ids: ids)
    }

    private func moveDirection(
        of kept: KeptHandover, _ done: Handover, _ kind: Direction.Kind, _ review: Day, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        // Who gave it and is of the family said yes with it.
        let accounts = try persons(withAccounts: [done.from, done.to], key)
        let agreed = (done.talk?.agreed ?? []).union(accounts)
        let direction = Direction(kind: kind, holder: done.to, since: now.day, review: review)
        let change = DirectionChange(
            direction, try choosable(key).parents.contains(done.to) ? .parents : .handover, by: key.reading.reader,
            agreedBy: agreed, offersSupport: kept.offersSupport,
            reason: try kept.reason.map { try PlainText.paragraphs($0) })
        try move(change, at: now, key, vault)
        try promiseReview(of: direction, at: now, ids: ids, key, vault)
    }

    /// The membership of the one before; its rights go to a colleague of the same organisation, for whom it was let in.
    ///
    /// For anybody else the family is asked, as for everybody.
    private func moveRights(
        of done: Handover, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Membership? {
        let left = try memberships(of: done.from, in: [key.family]).map(\.membership)
            .first { $0.isActive(on: key.today) && $0.kind == .professional }
        let next = try memberships(of: done.to, in: [key.family]).map(\.membership)
            .first { $0.isActive(on: key.today) && $0.kind == .professional }
        guard let left, let next, left.organisation == next.organisation else { return left }
        try execute(
            """
            UPDATE membership SET share = \(max(left.share, next.share).rawValue), version = version + 1
            WHERE family_id = \(key.family) AND id = \(next.id)
            """)
        let more = left.covers.subtracting(next.covers)
        guard !more.isEmpty else { return left }
        let face = try circle(key).members.first { $0.membership.id == next.id }?.face
        guard let face else { return left }
        try widen(next.id, for: more, face, by: key.reading.reader, at: now, key, vault)
        return left
    }

    /// To look whether direction is still needed so is owed by who directs now.
    private func moveReview(from: ID<Account>, to: ID<Account>, _ key: borrowing DossierKey) throws {
        try handOver(owedBy: from, in: ID(as: key.family)) { promise in
            promise.kind == .reviewDirection ? .account(to) : nil
        }
    }

    private func persons(withAccounts accounts: Set<ID<Account>>, _ key: borrowing DossierKey) throws -> [ID<Person>] {
        try rows(
            """
            SELECT id FROM person WHERE family_id = \(key.family) AND account_id IN \(list: accounts.sorted()) ORDER BY id
            """
        ) { $0.id(0) }
    }

    private func count(
        _ done: Handover, by organisation: ID<Organisation>?, at now: Moment, ids: IDSource
    ) throws {
        guard let organisation else { return }
        let month = Month(of: now.day)
        try record(try Fact(kind: .handovers, organisation: organisation, month: month, shape: .count(1), ids: ids))
        guard let isWarm = done.isWarm else { return }
        try record(
            try Fact(kind: .warmHandover, organisation: organisation, month: month, shape: .verdict(isWarm), ids: ids))
    }
}
