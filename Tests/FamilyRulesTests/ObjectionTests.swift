// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `Not agreeing` {
    private static let desk: ID<Organisation> = id("desk")
    private static let worker = Household.membership(of: "worker", covers: Household.minors)

    private static let objection = Objection(
        id: id("objection"), kind: .complaint, writer: id("mother"), person: Household.mother.id, about: id("worker"),
        organisation: Household.office, promise: id("promise"), sent: Moment(today))

    @Test(
        arguments: [
            ([Household.office: ["lead"]], Household.office),
            ([Household.office: ["worker", "lead"]], Household.office),
            ([Household.office: ["worker"], desk: ["chief"]], desk), ([desk: ["chief"]], desk),
            ([Household.office: ["worker"]], nil), ([:], nil),
        ] as [([ID<Organisation>: [String]], ID<Organisation>?)])
    func `goes to who leads, never to the worker it is about`(
        leads: [ID<Organisation>: [String]], organisation: ID<Organisation>?
    ) {
        let accounts = leads.mapValues { Set($0.map { id($0) as ID<Account> }) }
        let hearer = try? Objection.hearer(
            about: Self.worker, others: [Self.desk, Household.office], leads: accounts)
        #expect(hearer == organisation)
    }

    @Test func `about nobody goes to the first in the circle where somebody leads`() throws {
        let leads: [ID<Organisation>: Set<ID<Account>>] = [Household.office: [id("lead")], Self.desk: [id("chief")]]
        #expect(try Objection.hearer(about: nil, others: [Self.desk, Household.office], leads: leads) == Self.desk)
    }

    private static func work(
        _ who: String, _ function: Professional.Function = .teamLead,
        at organisation: ID<Organisation> = Household.office
    ) -> [Professional] {
        [
            Professional(
                id: id("work"), account: id(who), organisation: organisation, function: function, title: "teamleider",
                period: Period(from: "2026-01-01"))
        ]
    }

    @Test(
        arguments: [
            ("lead", Professional.Function.teamLead, Household.office, true),
            ("lead", .familyWorker, Household.office, false),
            ("lead", .teamLead, desk, false), ("worker", .teamLead, Household.office, false),
            ("mother", .teamLead, Household.office, false), ("father", .teamLead, Household.office, false),
            ("kept", .teamLead, Household.office, false),
        ] as [(String, Professional.Function, ID<Organisation>, Bool)])
    func `is answered by a team lead of the organisation that owes it`(
        who: String, function: Professional.Function, at organisation: ID<Organisation>, may: Bool
    ) {
        let standing = Household.standing(of: who)
        #expect(
            Self.objection.mayBeAnswered(
                by: id(who), standing: standing, work: Self.work(who, function, at: organisation),
                keptFrom: [id("kept")]) == may)
    }

    @Test func `that is held is not there`() {
        for held in [
            Standing.Held(items: [ItemName(.objection, Self.objection.id)]), Standing.Held(wholeFamily: true),
        ] {
            let standing = Household.standing(of: "lead", held: held)
            #expect(
                !Self.objection.mayBeAnswered(
                    by: id("lead"), standing: standing, work: Self.work("lead"), keptFrom: []))
        }
    }
}
