// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// An indication counts from now on: the one that it renews no longer does, who is in charge owes its renewal, and
    /// what it contradicts is put before them.
    ///
    /// Nothing else follows from what it says: it reports nothing and moves nobody's direction.
    func takeEffect(
        _ indication: RiskIndication, _ assessed: AssessedRisk, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        if let before = indication.replaces { try replace(before, with: indication.id, at: now, key) }
        let due = Moment(indication.until, hour: 17)
        try owe(.renewIndication, indication, .agreed(due), at: now, ids: ids, key, vault)
        let others = try keptIndications(in: key.family).filter {
            indication.mayContradict($0.indication, on: now.day)
        }
        let beside = try others.compactMap { try opened($0, key).assessed?.conclusion }
        let course = PlannedCourse(
            direction: try directionNow(key)?.kind, hasGoal: try hasGoal(about: indication.person, key))
        let found = RiskContradiction.found(in: assessed.conclusion, beside: beside, course)
        for cause in found {
            try execute(
                """
                INSERT INTO risk_weighing (family_id, indication_id, cause, asked_at)
                VALUES (\(key.family), \(indication.id), \(cause.rawValue), \(now))
                """)
        }
        guard !found.isEmpty else { return }
        let urgency: PromiseUrgency = assessed.conclusion.isUnsafeNow ? .day : .week
        // Who may not know of another one is not asked to weigh what that says.
        let aside = found.contains(.otherIndication) ? others.map(\.indication) : []
        try owe(.weighIndication, indication, beside: aside, urgency, at: now, ids: ids, key, vault)
    }

    /// Writes down what the one in charge weighed: which of them counts, and what follows in the plan.
    ///
    /// - Throws: ``RiskIndication/Refusal``
    package func weigh(
        _ id: ID<RiskIndication>, saying text: PlainText, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try indication(id, key), try owesWeighing(of: sight.indication, key) else {
            throw RiskIndication.Refusal.notYours
        }
        let indication = sight.indication
        let open = try weighings(of: indication, key).filter { $0.weighed == nil }
        guard !open.isEmpty else { throw RiskIndication.Refusal.nothingToWeigh }
        for asked in open {
            let sealed = try key.seal(
                text.text, in: key.part(about: [indication.person]), at: .weighed(id, asked.cause, in: key.family))
            try execute(
                """
                UPDATE risk_weighing SET weighed_at = \(now), by_id = \(key.reading.reader), body = \(sealed)
                WHERE family_id = \(key.family) AND indication_id = \(id) AND cause = \(asked.cause.rawValue)
                    AND weighed_at IS NULL
                """)
        }
        try settle(.weighIndication, about: id, at: now, key)
        try journal(.indicationWeighed, indication, at: now, key, vault)
    }

    /// Whether it is the reader's to weigh: theirs by name, in the inbox of the organisation for which they are here, or
    /// anybody's while they are in charge.
    package func owesWeighing(of indication: RiskIndication, _ key: borrowing DossierKey) throws -> Bool {
        guard key.reading.mayAssess(indication.person),
            try weighings(of: indication, key).contains(where: { $0.weighed == nil })
        else { return false }
        let owners =
            [Promise.Owner.account(key.reading.reader)]
            + [key.reading.onBehalfOf].compactMap(\.self).map { .organisation($0) }
        let open = try openPromises(in: ID(as: key.family), about: indication.id.promised)
            .filter { $0.promise.kind == .weighIndication }
        guard !open.isEmpty else { return false }
        return try open.contains { owners.contains($0.promise.owner) }
            || professionalInCharge(key).account == key.reading.reader
    }

    /// To weigh what contradicts, and to assess anew, is owed by who directs now, where they read all about the child.
    func moveIndications(from: ID<Account>, to: ID<Account>, _ key: borrowing DossierKey) throws {
        let all = try keptIndications(in: key.family).map(\.indication).filter { try reads($0, to, key) }
        let read = Set(all.map(\.id.promised))
        try handOver(owedBy: from, in: ID(as: key.family)) { promise in
            guard [.weighIndication, .renewIndication].contains(promise.kind), read.contains(promise.subject) else {
                return nil
            }
            return .account(to)
        }
    }

    /// Known to who owes it and to nobody else: it is about nobody in particular.
    private func owe(
        _ kind: PromiseKind, _ indication: RiskIndication, beside others: [RiskIndication] = [],
        _ urgency: PromiseUrgency, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let inCharge = try professionalInCharge(key)
        let organisation = inCharge.desk ?? key.reading.onBehalfOf
        let desk = organisation.map { Promise.Owner.organisation($0) }
        let isReader =
            try inCharge.account.map { account in
                try ([indication] + others).allSatisfy { try reads($0, account, key) }
            } ?? false
        let own = isReader ? inCharge.account.map { Promise.Owner.account($0) } : nil
        let owner = own ?? desk ?? .account(indication.assessor)
        let promise = Promise(
            id: ids.next(at: now), kind: kind, owner: owner,
            receiver: organisation.map { .organisation($0) } ?? .account(indication.assessor),
            subject: indication.id.promised, urgency: urgency, made: now, fallback: organisation)
        try make(promise, about: [], saying: "", by: nil, key, vault)
    }

    /// Whether somebody of the circle reads an indication: all about the child, and it is not held from them.
    func reads(_ indication: RiskIndication, _ account: ID<Account>, _ key: borrowing DossierKey) throws -> Bool {
        let found = try row(
            """
            SELECT m.id FROM membership m JOIN membership_person p
                ON p.family_id = m.family_id AND p.membership_id = m.id
            WHERE m.family_id = \(key.family) AND m.account_id = \(account) AND m.kind = 'professional'
                AND m.ended_at IS NULL AND m.from_day <= \(key.today)
                AND (m.until_day IS NULL OR m.until_day > \(key.today)) AND m.share = \(Share.all.rawValue)
                AND p.person_id = \(indication.person)
            ORDER BY m.id LIMIT 1
            """
        ) { $0.id(0, Membership.self) }
        return try found != nil && !accountsHeld(from: indication.id, in: key.family).contains(account)
    }

    private func replace(
        _ before: ID<RiskIndication>, with id: ID<RiskIndication>, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        // Where it was replaced already by one that is held from who renews it now, that stays so, and they don't learn it.
        try execute(
            """
            UPDATE risk_indication SET replaced_by = \(id)
            WHERE family_id = \(key.family) AND id = \(before) AND replaced_by IS NULL
            """)
        // What was to be weighed about it still is: assessing anew answers no question.
        try settle(.renewIndication, about: before, at: now, key)
    }

    private func settle(
        _ kind: PromiseKind, about id: ID<RiskIndication>, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        for stored in try openPromises(in: ID(as: key.family), about: id.promised) where stored.promise.kind == kind {
            try save(try stored.promise.settled(at: now), of: stored)
        }
    }

    private func hasGoal(about person: ID<Person>, _ key: borrowing DossierKey) throws -> Bool {
        try sealedGoals(of: key.family, at: nil).contains {
            $0.goal.state == .open && $0.goal.about.contains(person)
        }
    }
}

extension ID<RiskIndication> {
    /// What is promised about it.
    package var promised: Promise.Subject { Promise.Subject(kind: ItemName.Kind.indication.rawValue, id: text) }
}
