// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `Not telling something yet` {
    private let now = Moment(today)

    private func withhold(from person: Person = Household.thirteen, by reader: Reading, review: Day = today + 14) throws
        -> Withholding
    {
        try Withholding(id("withheld"), from: person.id, by: reader, review: review, at: now)
    }

    private func second(_ answer: SecondProfessional.Answer?) throws -> SecondProfessional {
        let asked = SecondProfessional(
            id: id("second"), subject: Decided.withholding.subject(id("withheld") as ID<Withholding>),
            first: id("helper"), asked: .account(id("colleague")), made: now, given: nil)
        return try answer.map { try asked.answered($0, by: id("colleague"), leading: nil, at: now) } ?? asked
    }

    @Test(arguments: ["mother", "father", "thirteen"])
    func `is decided by nobody of the family`(who: String) throws {
        let reader = try Household.standing(of: who).reading(on: today)
        #expect(throws: Withholding.Refusal.notYours) { try withhold(by: reader) }
    }

    @Test(arguments: [(today, false), (today + 1, true), (today + 91, true), (today + 92, false)])
    func `is looked at again from tomorrow, within a quarter of a year`(review: Day, may: Bool) throws {
        let helper = try Household.helper([Household.thirteen])
        guard may else {
            #expect(throws: Withholding.Refusal.reviewOutside) { try withhold(by: helper, review: review) }
            return
        }
        #expect(try withhold(by: helper, review: review).review == review)
    }

    @Test func `stands with a colleague's yes, until it is told`() throws {
        let helper = try Household.helper([Household.thirteen])
        let withheld = try withhold(by: helper)
        #expect(try withheld.state(with: second(nil)) == .waits)
        #expect(try withheld.state(with: second(.yes)) == .stands)
        #expect(try withheld.state(with: second(.no)) == .refused)
        #expect(throws: Withholding.Refusal.over) {
            try withheld.reviewed(until: today + 20, by: helper, with: second(.no), at: now)
        }
        let later = try withheld.reviewed(until: today + 20, by: helper, with: second(.yes), at: now)
        #expect(later.review == today + 20)
        let told = try withheld.told(by: helper, at: now)
        #expect(try told.state(with: second(.yes)) == .given)
        #expect(throws: Withholding.Refusal.over) { try told.told(by: helper, at: now) }
    }
}

@Suite struct `Asking to look into one's record` {
    private let now = Moment(today)

    /// Each line: who asks, about whom, and whether they may (Jeugdwet 7.3.10, 7.3.15; UAVG 5).
    @Test(arguments: [
        ("mother", Household.mother, true), ("mother", Household.eleven, true), ("father", Household.eleven, true),
        ("mother", Household.thirteen, false), ("thirteen", Household.thirteen, true),
        ("seventeen", Household.seventeen, true), ("mother", Household.seventeen, false),
        ("stepfather", Household.eleven, false), ("eleven", Household.eleven, false),
        ("father", Household.mother, false),
    ])
    func `is for who decides about it`(who: String, about: Person, may: Bool) throws {
        let reader = try Household.standing(of: who).reading(on: today)
        let authority = Household.authorities().first { $0.child == about.id }
        let must = WhoMustAgree(about: about, authority: authority, on: today)
        let ask = { try Inspection(id("look"), .look, of: about.id, by: reader, must, at: now) }
        guard may else {
            #expect(throws: Inspection.Refusal.notYours) { try ask() }
            return
        }
        #expect(try ask().due == today + 28)
    }

    @Test func `is limited only with why`() throws {
        let asked = Inspection(
            id: id("look"), kind: .copy, person: Household.thirteen.id, asker: Household.thirteen.id, made: now)
        let helper = try Household.helper([Household.thirteen])
        #expect(throws: Inspection.Refusal.reasonMissing) {
            try asked.answered(.part, saysWhy: false, by: helper, at: now)
        }
        let given = try asked.answered(.part, saysWhy: true, by: helper, at: now)
        #expect(given.answer?.outcome == .part)
        #expect(throws: Inspection.Refusal.over) { try given.answered(.all, saysWhy: false, by: helper, at: now) }
        let mother = try Household.standing(of: "mother").reading(on: today)
        #expect(throws: Inspection.Refusal.notYours) { try asked.answered(.all, saysWhy: false, by: mother, at: now) }
        #expect(!mother.maySee(asked) && helper.maySee(asked))
        #expect(try Household.standing(of: "thirteen").reading(on: today).maySee(asked))
    }
}
