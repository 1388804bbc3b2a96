// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `A role` {
    private static let household: Set<ID<Person>> = [Household.mother.id, Household.father.id, Household.eleven.id]
    private static let adults: Set<ID<Person>> = [Household.mother.id, Household.father.id]

    /// Each line: what it usually covers of two parents and a child, how much it sees, of which parts of life.
    @Test(arguments: [
        (Role.teacher, ["eleven"], Share.plan, ["school"] as [String]?),
        (.debtCounsellor, ["father", "mother"], .plan, ["housing", "money", "work"]),
        (.housingAssociation, ["father", "mother"], .plan, ["housing"]),
        (.adultMentalHealth, ["father", "mother"], .contact, nil),
        (.youthProtection, ["eleven", "father", "mother"], .all, nil), (.neighbour, ["eleven"], .contact, nil),
        (.fosterParent, ["eleven"], .all, nil), (.generalPractitioner, ["eleven"], .plan, nil),
    ])
    func `covers and sees no more than it usually needs`(
        role: Role, covers: [String], share: Share, domains: [String]?
    ) {
        let covered = role.covers(of: Self.household, adults: Self.adults)
        #expect(covered.map(\.name).sorted() == covers)
        #expect(role.preset.share == share && role.preset.lifeDomains?.sorted() == domains)
    }

    @Test func `leaves it to who asks which of several children it is`() {
        let two = Self.household.union([Household.thirteen.id])
        #expect(Role.teacher.covers(of: two, adults: Self.adults).isEmpty)
        #expect(Role.areaTeamWorker.covers(of: two, adults: Self.adults) == two)
    }

    @Test func `rests on the law for the one who carries out a measure alone`() {
        #expect(Role.allCases.filter(\.preset.isByLaw) == [.youthProtection])
    }

    @Test func `ends by itself for who helps because it is their work`() {
        for role in Role.allCases {
            #expect((role.preset.term != nil) == (role.preset.kind == .professional), "\(role)")
        }
    }
}
