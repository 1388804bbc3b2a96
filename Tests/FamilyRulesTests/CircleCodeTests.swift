// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

private let now = Moment(today, hour: 12)

@Suite struct `A code of a circle` {
    private static let agreements: [ID<Person>: WhoMustAgree] = Dictionary(
        uniqueKeysWithValues: Household.all.map { person in
            let authority = Household.authorities().first { $0.child == person.id }
            return (person.id, WhoMustAgree(about: person, authority: authority, on: today))
        })

    private static func made(by who: String, _ persons: [Person], share: Share = .plan) throws -> CircleCode {
        try CircleCode.made(
            id("code"), by: Household.standing(of: who).reading(on: today), for: Set(persons.map(\.id)), share: share,
            mustAgree: agreements, at: now)
    }

    @Test func `is made by the family, for whom they could invite`() throws {
        #expect(try Self.made(by: "mother", [Household.eleven]).isOpen(at: now))
        #expect(throws: InvitationRefusal.notYoursToInvite) { try Self.made(by: "mother", [Household.father]) }
        #expect(throws: InvitationRefusal.notYoursToInvite) { try Self.made(by: "eleven", [Household.eleven]) }
        #expect(throws: InvitationRefusal.forNobody) { try Self.made(by: "mother", []) }
        #expect(throws: InvitationRefusal.notYoursToInvite) {
            try CircleCode.made(
                id("code"), by: Household.helper([Household.eleven]), for: [Household.eleven.id], share: .plan,
                mustAgree: Self.agreements, at: now)
        }
    }

    @Test func `starts an invitation to which nobody said yes, not who made it either`() throws {
        let code = try Self.made(by: "mother", [Household.eleven])
        let mother = try Household.standing(of: "mother").reading(on: today)
        let invitation = try code.invitation(
            id("invitation"), for: id("helper"), of: id("office"), by: mother, mustAgree: Self.agreements, at: now)
        #expect(invitation.invited == .account(id("helper")) && invitation.given.isEmpty)
        let asked = WhoMustAgree.all([Household.mother.id, Household.father.id])
        #expect(
            invitation.outcome(for: Household.eleven.id, asked)
                == .waits(for: [Household.mother.id, Household.father.id]))
    }

    @Test func `is over after seven days, and once it was used or ended`() throws {
        let code = try Self.made(by: "mother", [Household.eleven])
        #expect(code.isOpen(at: now + .days(7) - .seconds(1)) && !code.isOpen(at: now + .days(7)))
        for (used, ended) in [(now, nil), (nil, now)] as [(Moment?, Moment?)] {
            let over = CircleCode(
                id: code.id, by: code.by, persons: code.persons, share: code.share, made: now, used: used, ended: ended)
            #expect(!over.isOpen(at: now))
        }
    }
}
