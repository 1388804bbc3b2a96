// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

private let now = Moment(today, hour: 10)
private let mother = Household.mother.id
private let child = Household.eleven.id

@Suite struct `A protection order` {
    @Test(arguments: [
        (ProtectionOrder.Kind.supervision, nil as Int?, false), (.supervision, 365, true), (.supervision, 367, false),
        (.provisionalSupervision, 92, true), (.provisionalSupervision, 93, false), (.guardianship, nil, true),
        (.probation, 0, false), (.secureCare, nil, false),
    ])
    func `lasts no longer than the law lets it`(kind: ProtectionOrder.Kind, days: Int?, may: Bool) throws {
        let helper = try Household.helper([Household.eleven])
        let make = {
            try ProtectionOrder(
                id("order"), of: child, kind, from: today, until: days.map { today + $0 }, by: helper, at: now)
        }
        guard !may else {
            #expect(try make().stands(on: today))
            return
        }
        #expect(throws: ProtectionOrder.Refusal.termTooLong) { try make() }
    }

    @Test(arguments: ["mother", "thirteen", "stepfather"]) func `is recorded by nobody of the family`(
        who: String
    ) throws {
        let reading = try Household.standing(of: who).reading(on: today)
        #expect(throws: ProtectionOrder.Refusal.notYours) {
            try ProtectionOrder(id("order"), of: child, .guardianship, from: today, until: nil, by: reading, at: now)
        }
    }

    @Test func `is of no adult`() throws {
        let helper = try Household.helper([Household.mother])
        #expect(throws: ProtectionOrder.Refusal.notOfAge) {
            try ProtectionOrder(id("order"), of: mother, .guardianship, from: today, until: nil, by: helper, at: now)
        }
    }

    @Test(arguments: [
        ("mother", "eleven", true), ("thirteen", "thirteen", true), ("thirteen", "eleven", false),
        ("stepfather", "eleven", false), ("mother", "seventeen", false),
    ])
    func `is read by the child and who holds authority`(who: String, about: String, sees: Bool) throws {
        let reading = try Household.standing(of: who).reading(on: today)
        #expect(reading.maySeeOrder(of: id(about)) == sees)
    }
}

@Suite struct `A ground` {
    @Test func `counts on the days of its term`() {
        let terms = [
            GroundTerm(.reportToBoard, Period(from: today, until: today + 2)),
            GroundTerm(.required, Period(from: today + 1)),
        ]
        #expect(GroundTerm.counting(terms, on: today) == [.reportToBoard])
        #expect(GroundTerm.counting(terms, on: today + 1) == [.required, .reportToBoard])
        #expect(GroundTerm.counting(terms, on: today + 2) == [.required])
    }

    @Test func `that nobody agreed to needs a second professional`() {
        #expect(Ground.allCases.filter { !$0.needsSecond } == [.directlyInvolved, .consent])
    }

    @Test(arguments: Organisation.Kind.allCases) func `of a municipality is not mended by consent`(
        kind: Organisation.Kind
    ) {
        #expect(Ground.isMendedByConsent(for: kind) == ![.municipality, .areaTeam].contains(kind))
    }
}
