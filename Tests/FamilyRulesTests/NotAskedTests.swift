// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `Not asking, as asking is dangerous` {
    private let now = Moment(today)

    private func consent(about persons: [Person], given: [Consent.Given] = []) -> Consent {
        Consent(
            id: id("consent"), asked: .share, by: id("helper"), persons: Set(persons.map(\.id)), made: now,
            until: today + 30, given: given)
    }

    private func propose(
        _ who: String, about persons: [Person], by reader: Reading, given: [Consent.Given] = []
    ) throws -> NotAsked {
        let authorities = Household.authorities()
        let must = Dictionary(
            uniqueKeysWithValues: persons.map { person in
                (
                    person.id,
                    WhoMustAgree(
                        about: person, authority: authorities.first { $0.child == person.id }, on: today)
                )
            })
        return try NotAsked(
            id("notAsked"), id(who), in: consent(about: persons, given: given), must, by: reader, at: now)
    }

    /// Each line: about whom, who is not asked, and why that is refused.
    @Test(arguments: [
        ([Household.eleven], "father", nil as NotAsked.Refusal?), ([Household.eleven], "stepfather", .notYours),
        ([Household.thirteen], "thirteen", .noOtherYes), ([Household.thirteen], "father", .notYours),
        ([Household.eleven, Household.mother], "mother", .noOtherYes), ([Household.mother], "mother", .noOtherYes),
        ([Household.eleven, Household.thirteen], "father", nil),
    ])
    func `leaves out one who must agree for a child, where another can say yes`(
        about: [Person], who: String, refusal: NotAsked.Refusal?
    ) throws {
        let helper = try Household.helper(Household.all)
        guard let refusal else {
            let proposed = try propose(who, about: about, by: helper)
            #expect(proposed.about == [Household.eleven.id] && proposed.isKept)
            return
        }
        #expect(throws: refusal) { try propose(who, about: about, by: helper) }
    }

    @Test(arguments: ["mother", "father", "thirteen"])
    func `is proposed by nobody of the family`(who: String) throws {
        let reader = try Household.standing(of: who).reading(on: today)
        #expect(throws: NotAsked.Refusal.notYours) { try propose("father", about: [Household.eleven], by: reader) }
    }

    @Test func `is too late for who said yes`() throws {
        let yes = Consent.Given(about: Household.eleven.id, by: Household.father.id, .yes, at: now)
        let helper = try Household.helper([Household.eleven])
        #expect(throws: NotAsked.Refusal.over) {
            try propose("father", about: [Household.eleven], by: helper, given: [yes])
        }
    }
}
