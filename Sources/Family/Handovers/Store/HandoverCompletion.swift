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
    /// Completes a handover: what it is about, and with who leaves their promises, meetings and rights, move in this
    /// transaction, or nothing does.
    ///
    /// Whether it was warm becomes a fact without a person; cold by safety is not counted, nor what a family hands over.
    ///
    /// - Throws: ``Handover/Refusal``
    package func complete(
        _ id: ID<Handover>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try handover(id, key) else { throw Handover.Refusal.notYours }
        let done = try kept.handover.completed(by: key.reading.reader)
        try done.checkedToMove(try choosable(key), on: now.day)
        try requireMayMeet(done, key)
        let before = try helperMemberships(of: done.from, key)
        try save(done, after: kept, at: now, key)
        try owe(done, at: now, ids: ids, key, vault)
        switch done.responsibility {
        case .direction(let kind, let review):
            try moveDirection(of: kept, done, kind, review, at: now, ids: ids, key, vault)
            try moveReview(from: done.from, to: done.to, key)
            if !done.leaves { try moveIndications(from: done.from, to: done.to, key) }
        case .contact:
            try moveFirstContact(to: done.to, since: now.day, by: key.reading.reader, at: now, key, vault)
            try moveCalls(from: done.from, to: done.to, key)
        case .help: break
        }
        if done.leaves {
            try moveAll(of: before, to: done.to, isDirector: done.isOfDirection, at: now, ids: ids, key, vault)
        }
        try journal(.handoverCompleted, done, at: now, key, vault)
        try count(done, by: before.first?.organisation, at: now, ids: ids)
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

    /// To look whether direction is still needed so is owed by who directs now.
    private func moveReview(from: ID<Account>, to: ID<Account>, _ key: borrowing DossierKey) throws {
        try handOver(owedBy: from, in: ID(as: key.family)) { promise in
            promise.kind == .reviewDirection ? .account(to) : nil
        }
    }

    /// Who is to be called back by the first contact waits for the next one, where both work for the same organisation.
    private func moveCalls(from: ID<Account>, to: ID<Account>, _ key: borrowing DossierKey) throws {
        let places = Set(try helperMemberships(of: to, key).compactMap(\.organisation))
        try handOver(owedBy: from, in: ID(as: key.family)) { promise in
            guard promise.kind == .callBack, let place = promise.fallback, places.contains(place) else { return nil }
            return .account(to)
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
