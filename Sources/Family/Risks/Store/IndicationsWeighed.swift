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
            $0.indication.person == indication.person && $0.indication.id != indication.id && $0.indication.stands
                && !$0.indication.isExpired(on: now.day)
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
        try owe(.weighIndication, indication, urgency, at: now, ids: ids, key, vault)
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
        let open = try keptWeighings(of: indication, key).filter { $0.weighed == nil }
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

    /// Whether it is the reader's to weigh: theirs by name, or in the inbox of the organisation for which they are here.
    package func owesWeighing(of indication: RiskIndication, _ key: borrowing DossierKey) throws -> Bool {
        guard key.reading.mayAssess(indication.person) else { return false }
        let owners =
            [Promise.Owner.account(key.reading.reader)]
            + [key.reading.onBehalfOf].compactMap(\.self).map { .organisation($0) }
        return try openPromises(in: ID(as: key.family), about: indication.id.promised).contains {
            $0.promise.kind == .weighIndication && owners.contains($0.promise.owner)
        }
    }

    /// Known to who owes it and to nobody else: it is about nobody in particular.
    private func owe(
        _ kind: PromiseKind, _ indication: RiskIndication, _ urgency: PromiseUrgency, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let inCharge = try professionalInCharge(key)
        let organisation = inCharge.desk ?? key.reading.onBehalfOf
        let desk = organisation.map { Promise.Owner.organisation($0) }
        let owner = try reader(inCharge.account, of: indication) ?? desk ?? .account(indication.assessor)
        let promise = Promise(
            id: ids.next(at: now), kind: kind, owner: owner,
            receiver: organisation.map { .organisation($0) } ?? .account(indication.assessor),
            subject: indication.id.promised, urgency: urgency, made: now, fallback: organisation)
        try make(promise, about: [], saying: "", by: nil, key, vault)
    }

    /// Who is in charge, where they read all about the child.
    private func reader(_ account: ID<Account>?, of indication: RiskIndication) throws -> Promise.Owner? {
        guard let account else { return nil }
        return try row(
            """
            SELECT m.id FROM membership m JOIN membership_person p
                ON p.family_id = m.family_id AND p.membership_id = m.id
            WHERE m.account_id = \(account) AND m.ended_at IS NULL AND m.share = \(Share.all.rawValue)
                AND p.person_id = \(indication.person)
            ORDER BY m.id LIMIT 1
            """
        ) { _ in Promise.Owner.account(account) }
    }

    private func replace(
        _ before: ID<RiskIndication>, with id: ID<RiskIndication>, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        let changed = try execute(
            """
            UPDATE risk_indication SET replaced_by = \(id)
            WHERE family_id = \(key.family) AND id = \(before) AND replaced_by IS NULL
            """)
        guard changed == 1 else { throw RiskIndication.Refusal.doesNotStand }
        for kind in [PromiseKind.renewIndication, .weighIndication] { try settle(kind, about: before, at: now, key) }
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
