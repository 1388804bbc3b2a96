// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Adds actions to a goal, all of them or none, and tells which they are.
    ///
    /// - Throws: ``PlanRefusal``
    @discardableResult
    package func add(
        _ texts: [ActionText], for goal: ID<Goal>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws -> [ID<PlanAction>] {
        guard let sight = try self.goal(goal, key), key.reading.mayPlan(about: sight.goal.about) else {
            throw PlanRefusal.notYours
        }
        guard sight.goal.state == .open else { throw PlanRefusal.over }
        return try texts.map { try add($0, for: sight.goal, at: now, ids: ids, key, vault) }
    }

    @discardableResult
    func add(
        _ text: ActionText, for goal: Goal, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> ID<PlanAction> {
        try mayBeDone(text, about: goal.about, key, vault)
        let action = PlanAction(id: ids.next(at: now), goal: goal.id, begun: now)
        try execute(
            """
            INSERT INTO plan_action (family_id, id, goal_id, state, begun_at, version)
            VALUES (\(key.family), \(action.id), \(goal.id), \(action.state.rawValue), \(now), 1)
            """)
        try keepVersion(of: action, text, about: goal.about, at: now, key)
        try journalPlan(.planChanged, goal, doers: text.accounts, at: now, key, vault)
        let due = text.when.current(on: now.day, ticked: nil)
        try promise(action.id, text, about: goal.about, due: due, at: now, ids: ids, key, vault)
        return action.id
    }

    /// Changes what an action says, or stops it; who owes it from then on is told, and who does not owes nothing more.
    ///
    /// - Parameter version: of the text that was changed.
    /// - Throws: ``PlanRefusal``
    package func change(
        _ id: ID<PlanAction>, from version: Int, to text: ActionText, state: PlanAction.State, at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try action(id, key), key.reading.mayPlan(about: sight.about) else {
            throw PlanRefusal.notYours
        }
        guard sight.action.version == version else { throw PlanRefusal.changedMeanwhile }
        try mayBeDone(text, about: sight.about, key, vault)
        try keep(sight.action, text, state, about: sight.about, at: now, key)
        let goal = Goal(id: sight.action.goal, about: sight.about, begun: now)
        let doers = text.accounts.union(sight.text?.accounts ?? [])
        try journalPlan(.planChanged, goal, doers: doers, at: now, key, vault)
        try closePromises(of: id, at: now, key)
        guard state == .open else { return }
        let due = text.when.current(on: now.day, ticked: sight.ticked)
        try promise(id, text, about: sight.about, due: due, at: now, ids: ids, key, vault)
    }

    /// Ticks an action for the day it is about now: one that comes again is owed for its next day.
    ///
    /// - Throws: ``PlanRefusal``
    package func tick(
        _ id: ID<PlanAction>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try action(id, key),
            key.reading.mayTick(sight.text, owners: sight.owners, about: sight.about)
        else { throw PlanRefusal.notYours }
        guard sight.action.state == .open, let text = sight.text,
            let day = text.when.current(on: now.day, ticked: sight.ticked), day <= now.day || !text.when.isRepeated
        else { throw PlanRefusal.over }
        try execute(
            """
            INSERT INTO plan_action_tick (family_id, action_id, day, at, by_id)
            VALUES (\(key.family), \(id), \(day), \(now), \(key.reading.reader))
            """)
        for stored in try openPromises(in: ID(as: key.family), about: .action(id)) {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
        let goal = Goal(id: sight.action.goal, about: sight.about, begun: now)
        try journalPlan(.actionTicked, goal, doers: text.accounts, at: now, key, vault)
        guard text.when.isRepeated else {
            return try keep(sight.action, text, .done, about: sight.about, at: now, key)
        }
        let owners = sight.owners.isEmpty ? text.accounts : sight.owners
        let again = ActionText(what: text.what, who: owners.sorted().map { .account($0) }, when: text.when)
        let due = text.when.current(on: now.day, ticked: day)
        try promise(id, again, about: sight.about, due: due, at: now, ids: ids, key, vault)
    }

    // MARK: Who owes it

    /// - Throws: ``PlanRefusal/doerElsewhere`` when who does it could not read that they do.
    private func mayBeDone(
        _ text: ActionText, about persons: Set<ID<Person>>, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        for account in text.accounts.sorted() where account != key.reading.reader {
            guard let reading = try reading(of: key.family, by: account, on: key.today, vault),
                persons.count != 1 || persons.allSatisfy({ reading.covered[$0] != nil }),
                persons.contains(where: { reading.covered[$0] != nil })
            else { throw PlanRefusal.doerElsewhere }
        }
    }

    private func promise(
        _ id: ID<PlanAction>, _ text: ActionText, about persons: Set<ID<Person>>, due: Day?, at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let due, let receiver = persons.subtracting(key.reading.adults).min() ?? persons.min() else { return }
        for account in text.accounts.sorted() {
            let promise = Promise(
                id: ids.next(at: now), kind: .takeAction, owner: .account(account), receiver: .person(ID(as: receiver)),
                subject: .action(id), urgency: .agreed(Moment(due, hour: 17)), made: now)
            try make(promise, about: persons, saying: text.what, by: key.reading.reader, key, vault)
        }
    }

    /// What was owed by an action that was changed is not waited for any more.
    func closePromises(of id: ID<PlanAction>, at now: Moment, _ key: borrowing DossierKey) throws {
        for stored in try openPromises(in: ID(as: key.family), about: .action(id)) {
            let promise = stored.promise
            try save(try promise.closed(by: promise.receiver, .noLongerNeeded, at: now), of: stored)
        }
    }

    /// Stops an action whose receiver no longer waits for it.
    func stopAction(of promise: Promise, at now: Moment, _ key: borrowing DossierKey) throws {
        guard promise.kind == .takeAction, promise.subject.kind == ItemName.Kind.action.rawValue,
            let sight = try action(ID(stored: promise.subject.id), key), let text = sight.text,
            sight.action.state == .open
        else { return }
        try keep(sight.action, text, .stopped, about: sight.about, at: now, key)
        try closePromises(of: sight.action.id, at: now, key)
    }

    // MARK: Its text

    func keep(
        _ action: PlanAction, _ text: ActionText, _ state: PlanAction.State, about persons: Set<ID<Person>>,
        at now: Moment, _ key: borrowing DossierKey
    ) throws {
        let next = PlanAction(
            id: action.id, goal: action.goal, state: state, version: action.version + 1, begun: action.begun)
        let changed = try execute(
            """
            UPDATE plan_action SET state = \(state.rawValue), version = \(next.version)
            WHERE family_id = \(key.family) AND id = \(action.id) AND version = \(action.version)
            """)
        guard changed == 1 else { throw PlanRefusal.changedMeanwhile }
        try keepVersion(of: next, text, about: persons, at: now, key)
    }

    private func keepVersion(
        of action: PlanAction, _ text: ActionText, about persons: Set<ID<Person>>, at now: Moment,
        _ key: borrowing DossierKey
    ) throws {
        let body = try key.seal(
            text.text, in: key.part(about: persons), at: .action(action.id, action.version, in: key.family))
        try execute(
            """
            INSERT INTO plan_action_version (family_id, action_id, number, at, by_id, state, body)
            VALUES (\(key.family), \(action.id), \(action.version), \(now), \(key.reading.reader),
                \(action.state.rawValue), \(body))
            """)
    }
}

extension Promise.Subject {
    static func action(_ id: ID<PlanAction>) -> Promise.Subject {
        Promise.Subject(kind: ItemName.Kind.action.rawValue, id: id.text)
    }
}
