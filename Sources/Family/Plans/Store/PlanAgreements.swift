// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Writes down that somebody agrees with the plan as it is now, or does not; when all do, it is fixed.
    ///
    /// - Throws: ``PlanRefusal``
    package func record(
        _ party: PlanAgreement.Party, agrees: Bool, how: PlanAgreement.How, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let sight = try plan(key)
        guard key.reading.mayRecord(party, how), sight.agreements.contains(where: { $0.party == party }) else {
            throw PlanRefusal.notYours
        }
        let plan = try planNow(at: now, ids: ids, key)
        let number =
            try row(
                """
                SELECT COUNT(*) FROM plan_agreement
                WHERE family_id = \(key.family) AND plan_id = \(plan) ORDER BY 1
                """
            ) { $0.int(0) + 1 } ?? 1
        try execute(
            """
            INSERT INTO plan_agreement (
                family_id, plan_id, number, person_id, account_id, agrees, how, at, by_id
            ) VALUES (
                \(key.family), \(plan), \(number), \(party.person), \(party.account), \(agrees ? 1 : 0),
                \(how.rawValue), \(now), \(key.reading.reader)
            )
            """)
        try journal(
            JournalEntry(
                at: now, kind: .planAgreed, who: key.reading.reader, item: ItemName(.plan, plan),
                persons: sight.about), key, vault)
        try settleFixing(plan, at: now, key, vault)
    }

    /// The plan is fixed once all whom the recorder knows of have said yes to it.
    private func settleFixing(
        _ plan: ID<Plan>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard try self.plan(key).agreements.allSatisfy({ $0.said?.isYes == true }) else { return }
        for stored in try openPromises(in: ID(as: key.family), about: .plan(plan))
        where stored.promise.kind == .fixPlan {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
    }

    /// Whose yes it takes for goals about these persons, with what each said last, until a moment.
    func agreements(
        for about: Set<ID<Person>>, until moment: Moment?, _ plan: ID<Plan>?, _ key: borrowing DossierKey
    ) throws -> [AgreementSight] {
        let persons = key.reading.persons.filter { about.contains($0.id) && key.reading.covered[$0.id] != nil }
        guard !persons.isEmpty, let plan else { return [] }
        let hidden = try accountsHidden(key)
        let director = try directionNow(key).map(\.holder).flatMap { hidden.contains($0) ? nil : $0 }
        let known = Set(key.reading.persons.map(\.id))
        let directs = key.reading.persons.first { $0.account == director }
        let parties = WhoAgreesToPlan.parties(
            for: persons, authorities: try authorities(of: key.family), ties: try fosterTies(of: key.family),
            director: directs == nil ? director : nil, on: key.today
        ).union(directs.map { [.person($0.id)] } ?? []).filter { party in
            party.person.map(known.contains) ?? true
        }
        let said = try agreementsSaid(of: plan, until: moment ?? Moment(key.today + 366), in: key.family)
        return parties.sorted().map { party in
            AgreementSight(party: party, said: said.last { $0.party == party })
        }
    }

    private func fosterTies(of family: ID<Family>) throws -> [Tie] {
        try rows(
            """
            SELECT person_id, other_id FROM tie WHERE family_id = \(family) AND kind = \(Tie.Kind.fosterParent.rawValue)
            ORDER BY person_id, other_id
            """
        ) { Tie($0.id(0), .fosterParent, of: $0.id(1)) }
    }

    private func agreementsSaid(
        of plan: ID<Plan>, until moment: Moment, in family: ID<Family>
    ) throws -> [PlanAgreement] {
        try rows(
            """
            SELECT person_id, account_id, agrees, how, by_id, at FROM plan_agreement
            WHERE family_id = \(family) AND plan_id = \(plan) AND at <= \(moment) ORDER BY number
            """
        ) { row in
            let person: ID<Person>? = row.idIfAny(0)
            return PlanAgreement(
                person.map { .person($0) } ?? .director(row.id(1)), isYes: row.bool(2),
                how: PlanAgreement.How(rawValue: row.text(3)) ?? .here,
                by: row.id(4), at: row.moment(5))
        }
    }
}

extension PlanAgreement.Party {
    fileprivate var person: ID<Person>? {
        switch self {
        case .person(let id): id
        case .director: nil
        }
    }

    fileprivate var account: ID<Account>? {
        switch self {
        case .person: nil
        case .director(let id): id
        }
    }
}
