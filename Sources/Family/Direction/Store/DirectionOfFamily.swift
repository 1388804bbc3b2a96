// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// A parent has direction again; what was under way about it is over.
    ///
    /// - Throws: ``DirectionRefusal``
    package func takeBackDirection(
        because reason: PlainText?, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let around = try choosable(key)
        guard let direction = around.direction else { throw DirectionRefusal.changed }
        let back = try direction.takenBack(by: key.reading, parents: around.parents, on: now.day)
        let next = Direction(
            kind: back.kind, holder: back.holder, since: back.since, review: now.day + Direction.firstTerm)
        let own = key.reading.ownPerson
        let change = DirectionChange(
            next, .parents, by: key.reading.reader, agreedBy: Set([own].compactMap(\.self)), reason: reason)
        try move(change, at: now, key, vault)
        try promiseReview(of: next, at: now, ids: ids, key, vault)
    }

    /// The holder directs in another way from now on; safety takes ``askSecond(_:because:ids:_:_:)``.
    ///
    /// - Throws: ``DirectionRefusal``
    package func changeKind(
        to kind: Direction.Kind, review: Day, because reason: PlainText, agreedBy: Set<ID<Person>>, offersSupport: Bool,
        at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let direction = try directionNow(key) else { throw DirectionRefusal.changed }
        let next = try direction.become(kind, review: review, by: key.reading, on: now.day)
        let agreed = agreedBy.intersection(Set(key.reading.persons.map(\.id)))
            .union([key.reading.ownPerson].compactMap(\.self))
        guard !agreed.isEmpty else { throw DirectionRefusal.nobodyAgreed }
        let change = DirectionChange(
            next, .kind, by: key.reading.reader, agreedBy: agreed, offersSupport: offersSupport, reason: reason)
        try move(change, at: now, key, vault)
        try promiseReview(of: next, at: now, ids: ids, key, vault)
    }

    /// Somebody of the circle is called first from now on: chosen by the family, by who directs, or by who is called first.
    ///
    /// - Throws: ``DirectionRefusal``
    package func chooseFirstContact(
        _ account: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let around = try choosable(key)
        guard key.reading.mayChooseFirstContact(around) else { throw DirectionRefusal.notYours }
        let members = try circle(key).members.filter { $0.membership.account == account }
        guard members.contains(where: { $0.membership.kind == .professional }), around.firstContact != account else {
            throw DirectionRefusal.changed
        }
        try moveFirstContact(to: account, since: now.day, by: key.reading.reader, at: now, key, vault)
    }
}

extension Reading {
    /// Whether the reader chooses who is called first.
    package func mayChooseFirstContact(_ around: Ending.Successors) -> Bool {
        around.direction?.holder == reader || around.firstContact == reader || around.parents.contains(reader)
    }
}
