// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

private let now = Moment(today, hour: 10)

private func helper(_ who: String = "helper", share: Share = .plan, kind: Membership.Kind = .professional) throws
    -> Reading
{
    let membership = Household.membership(of: who, covers: Household.all, share: share, kind: kind)
    return try Household.standing(of: who, memberships: [membership]).reading(on: today)
}

private func asked(
    _ day: Day = today + -10, by reader: Reading? = nil, from proposal: HelpProposal? = nil
) throws -> ProvisionRequest {
    try ProvisionRequest.noted(
        id("request"), for: Household.eleven.id, from: proposal, by: try reader ?? helper(), asked: day,
        asker: .family, at: now)
}

@Suite struct `What a municipality was asked for` {
    @Test(arguments: [(0, true), (-731, true), (1, false), (-732, false)])
    func `was asked on a day until today`(days: Int, isPossible: Bool) {
        #expect(((try? asked(today + days)) != nil) == isPossible)
    }

    @Test(arguments: [("helper", Share.contact, Membership.Kind.professional), ("aunt", .all, .relative)])
    func `is written down by who plans with them as a professional`(
        who: String, share: Share, kind: Membership.Kind
    ) throws {
        let reader = try helper(who, share: share, kind: kind)
        #expect(throws: ProvisionRequest.Refusal.notYours) { try asked(by: reader) }
        #expect(throws: ProvisionRequest.Refusal.notYours) {
            try asked().decided(.init(.granted, on: today), by: reader, on: today)
        }
        let mother = try Household.standing(of: "mother").reading(on: today)
        #expect(throws: ProvisionRequest.Refusal.notYours) { try asked(by: mother) }
    }

    @Test func `comes from a proposal for the same young person`() throws {
        let other = HelpProposal(
            id: id("proposal"), person: Household.thirteen.id, by: id("helper"), organisation: Household.office,
            made: now, starts: today)
        #expect(throws: ProvisionRequest.Refusal.notYours) { try asked(from: other) }
    }

    /// Awb 4:13 and Algemene termijnenwet 1: eight weeks, and no end in a weekend or on a holiday.
    @Test(
        arguments: [
            ("2026-09-28", "2026-11-23"), ("2026-09-26", "2026-11-23"), ("2026-10-30", "2026-12-28"),
            ("2026-11-06", "2027-01-04"),
        ] as [(Day, Day)])
    func `is decided within eight weeks`(day: Day, last: Day) throws {
        let request = try asked(min(day, today))
        #expect(request.decideBy == last)
        #expect(!request.isLate(on: last) && request.isLate(on: last + 1))
    }

    /// Awb 6:7: six weeks from the day after it was sent.
    @Test(
        arguments: [
            ("2026-10-12", "2026-11-23"), ("2026-10-10", "2026-11-23"), ("2026-11-13", "2026-12-28"),
            ("2026-11-20", "2027-01-04"),
        ] as [(Day, Day)])
    func `is objected to within six weeks`(day: Day, last: Day) {
        for result in ProvisionRequest.Result.allCases {
            let decision = ProvisionRequest.Decision(result, on: day)
            #expect(decision.objectUntil == (result.isDecided ? last : nil), "\(result)")
        }
    }

    @Test(
        arguments: [
            (ProvisionRequest.Result.granted, 0, nil, nil), (.granted, -10, 365, nil), (.partly, 0, 1, nil),
            (.refused, 0, nil, nil), (.withdrawn, 0, nil, nil), (.notNeeded, 0, nil, nil),
            (.granted, 1, nil, .notDecidedThen), (.granted, -11, nil, .notDecidedThen), (.granted, 0, 0, .notUntil),
            (.refused, 0, 30, .notUntil), (.withdrawn, 0, 30, .notUntil), (.notNeeded, 0, 30, .notUntil),
        ] as [(ProvisionRequest.Result, Int, Int?, ProvisionRequest.Refusal?)])
    func `is decided once, on a day since it was asked, until a day after`(
        result: ProvisionRequest.Result, day: Int, until: Int?, refusal: ProvisionRequest.Refusal?
    ) throws {
        let decision = ProvisionRequest.Decision(result, on: today + day, until: until.map { today + $0 })
        let request = try asked()
        if let refusal {
            #expect(throws: refusal) { try request.decided(decision, by: helper(), on: today) }
            return
        }
        let decided = try request.decided(decision, by: helper(), on: today)
        #expect(decided.decision == decision && !decided.isLate(on: today + 400))
        #expect(throws: ProvisionRequest.Refusal.decidedBefore) {
            try decided.decided(decision, by: helper(), on: today)
        }
    }

    @Test(
        arguments: [
            (ProvisionRequest.Result.granted, 0, true), (.refused, 1, false), (.withdrawn, 1, nil),
            (.notNeeded, 0, nil),
        ] as [(ProvisionRequest.Result, Int, Bool?)])
    func `was in time, or not, where something was decided`(
        result: ProvisionRequest.Result, after: Int, isInTime: Bool?
    ) throws {
        let request = try asked("2026-09-21")
        #expect(request.isInTime == nil)
        let decision = ProvisionRequest.Decision(result, on: request.decideBy + after)
        #expect(try request.decided(decision, by: helper(), on: today).isInTime == isInTime)
    }
}
