// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `A birthday that gives more to decide` {
    @Test(
        arguments: [
            ("2014-11-23", Birthday.Age.twelve, "2026-11-23" as Day), ("2010-11-23", .sixteen, "2026-11-23"),
            ("2008-11-23", .eighteen, "2026-11-23"),
            ("2016-02-29", .twelve, "2028-02-29"), ("2012-02-29", .eighteen, "2030-03-01"),
            ("2010-02-29", .sixteen, "2026-03-01"),
            ("2014-11-00", .twelve, "2026-11-30"), ("2014-00-00", .twelve, "2026-12-31"),
        ].filter { BirthDate($0.0) != nil })
    func `comes on its day, or the latest it can be`(birth: String, age: Birthday.Age, day: Day) throws {
        #expect(Birthday(age, of: try #require(BirthDate(birth))).day == day)
    }

    /// Told to the young person from eight weeks ahead, to others from the day until six weeks after.
    @Test(arguments: [
        (-57, false, false), (-56, true, false), (-1, true, false), (0, false, true), (41, false, true),
        (42, false, false),
    ])
    func `is told to the young person first, and to others on the day`(shift: Int, young: Bool, others: Bool) {
        let birth = BirthDate(today + -4_383)  // 12 today
        #expect(Birthday(.twelve, of: birth).day == today)
        #expect((Birthday.nearing(of: birth, on: today + shift) != nil) == young)
        #expect((Birthday.justCome(of: birth, on: today + shift) != nil) == others)
    }

    @Test(arguments: [BirthDate.unknown, .notTold, .erasedFrom16]) func `is not known without a date`(
        birth: BirthDate
    ) {
        #expect(Birthday.last(of: birth, on: today) == nil && Birthday.nearing(of: birth, on: today) == nil)
    }
}

@Suite struct `What others agreed for a young person` {
    private let young = Household.eleven.id
    private let line = Birthday(.twelve, of: Household.eleven.birth)

    private func agreed(at: Day, _ said: [Consent.Given] = []) -> Consent {
        Consent(
            id: id("consent"), asked: .share, by: id("helper"), persons: [young], made: Moment(at),
            until: line.day + 300,
            given: said, agreed: [young: Moment(at)], lines: [young: line])
    }

    private func outcome(_ consent: Consent, _ shift: Int) -> Consent.Outcome {
        consent.outcome(for: young, .all([young]), at: Moment(line.day + shift))
    }

    @Test(arguments: [(-1, true), (0, true), (41, true), (42, false)])
    func `runs on for six weeks after their birthday`(shift: Int, stands: Bool) {
        #expect(outcome(agreed(at: line.day + -30), shift).stands == stands)
    }

    @Test(arguments: [(-1, false), (0, true), (41, true), (42, false)])
    func `is asked of them meanwhile`(shift: Int, isAsked: Bool) {
        let now = Moment(line.day + shift)
        #expect(agreed(at: line.day + -30).asksAnew(young, at: now) == isAsked)
    }

    @Test func `stands with their own yes, and ends at once with their no`() throws {
        let now = Moment(line.day + 3)
        let before = agreed(at: line.day + -30)
        let yes = try before.answered(
            Consent.Given(about: young, by: young, .yes, at: now), .all([young]), at: now)
        #expect(outcome(yes, 90) == .agreed)
        let no = try before.answered(Consent.Given(about: young, by: young, .no, at: now), .all([young]), at: now)
        #expect(outcome(no, 3) == .ended)
    }

    @Test func `is not asked again when it was theirs already, or was agreed since`() {
        let own = Consent.Given(about: young, by: young, .yes, at: Moment(line.day + -30))
        #expect(outcome(agreed(at: line.day + -30, [own]), 60) == .agreed)
        #expect(outcome(agreed(at: line.day), 60) == .agreed)
    }

    @Test func `is theirs to end meanwhile, and no parent's any more`() throws {
        let consent = agreed(at: line.day + -30)
        let now = Moment(line.day + 1)
        let must = [young: WhoMustAgree.all([young])]
        let own = try Household.standing(of: "eleven").reading(on: line.day + 1)
        #expect(try consent.withdrawn(for: [young], by: own, must, at: now).ended == [young: now])
        let parent = try Household.standing(of: "mother").reading(on: line.day + 1)
        #expect(throws: Consent.Refusal.notYours) { try consent.withdrawn(for: [young], by: parent, must, at: now) }
    }
}
