// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Records how the offer of a plan of the family's own went; once none will be made, six weeks run to fix the plan.
    ///
    /// - Throws: ``PlanRefusal``
    package func record(
        _ outcome: GroupPlanOffer.Outcome, because reason: PlainText?, saying what: String, at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard key.reading.mayRecord(outcome) else { throw PlanRefusal.notYours }
        let plan = try planNow(at: now, ids: ids, key)
        let number =
            try row(
                """
                SELECT COUNT(*) FROM group_plan_offer
                WHERE family_id = \(key.family) AND plan_id = \(plan) ORDER BY 1
                """
            ) { $0.int(0) + 1 } ?? 1
        let sealed = try reason.map {
            try key.seal($0.text, in: key.sharedPart, at: .offer(plan, number, in: key.family))
        }
        try execute(
            """
            INSERT INTO group_plan_offer (family_id, plan_id, number, outcome, by_id, at, part_id, reason)
            VALUES (\(key.family), \(plan), \(number), \(outcome.rawValue), \(key.reading.reader), \(now),
                \(key.sharedPart), \(sealed))
            """)
        let persons = Set(key.reading.covered.filter { $0.value.share >= .plan }.keys)
        try journal(
            JournalEntry(
                at: now, kind: .groupPlanOffered, who: key.reading.reader, item: ItemName(.plan, plan),
                persons: persons), key, vault)
        let offer = GroupPlanOffer(outcome, by: key.reading.reader, at: now, reason: nil)
        try startClock(offer, of: plan, about: persons, saying: what, at: now, ids: ids, key, vault)
    }

    /// A professional who directs owes it, else who recorded it; a family that directs owes nobody its own plan.
    private func startClock(
        _ offer: GroupPlanOffer, of plan: ID<Plan>, about persons: Set<ID<Person>>, saying what: String,
        at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let running = try openPromises(in: ID(as: key.family), about: .plan(plan)).filter {
            $0.promise.kind == .fixPlan
        }
        guard let due = offer.fixedBy, running.isEmpty,
            let receiver = persons.subtracting(key.reading.adults).min() ?? persons.min()
        else { return }
        let professional = try professionalWhoDirects(key) ?? key.reading.reader
        let promise = Promise(
            id: ids.next(at: now), kind: .fixPlan, owner: .account(professional), receiver: .person(ID(as: receiver)),
            subject: .plan(plan), urgency: .agreed(Moment(due, hour: 17)), made: now)
        try make(promise, about: persons, saying: what, by: key.reading.reader, key, vault)
    }

    /// The director, where that is a professional.
    func professionalWhoDirects(_ key: borrowing DossierKey) throws -> ID<Account>? {
        guard let holder = try directionNow(key)?.holder else { return nil }
        let isProfessional = try memberships(of: holder, in: [key.family]).contains {
            $0.membership.kind == .professional && $0.membership.isActive(on: key.today)
        }
        return isProfessional ? holder : nil
    }

    /// The last that was recorded of the offer, where the reader is told.
    func offer(of plan: ID<Plan>, _ key: borrowing DossierKey) throws -> GroupPlanOffer? {
        let stored = try row(
            """
            SELECT number, outcome, by_id, at, part_id, reason FROM group_plan_offer
            WHERE family_id = \(key.family) AND plan_id = \(plan) ORDER BY number DESC LIMIT 1
            """
        ) { row in
            (
                number: row.int(0), outcome: GroupPlanOffer.Outcome(rawValue: row.text(1)) ?? .offered,
                by: row.id(2, Account.self),
                at: row.moment(3), part: row.id(4, Part.self), reason: row.bytesIfAny(5)
            )
        }
        guard let stored else { return nil }
        let offer = GroupPlanOffer(
            stored.outcome, by: stored.by, at: stored.at,
            reason: try key.open(stored.reason, in: stored.part, at: .offer(plan, stored.number, in: key.family)))
        return key.reading.isTold(offer) ? offer : nil
    }
}

extension Promise.Subject {
    static func plan(_ id: ID<Plan>) -> Promise.Subject {
        Promise.Subject(kind: ItemName.Kind.plan.rawValue, id: id.text)
    }
}
