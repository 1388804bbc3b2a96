// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `An emergency access` {
    private let now = Moment(today, hour: 22)

    private var access: EmergencyAccess {
        EmergencyAccess(id: id("access"), who: id("duty"), organisation: id("team"), opened: now)
    }

    /// Each line: how long after it was opened, and whether it gives access.
    @Test(arguments: [
        (Duration.zero, true), (.minutes(179), true), (.hours(3), false), (.days(1), false), (.minutes(-1), false),
    ])
    func `lasts three hours, by whatever clock`(later: Duration, expected: Bool) {
        #expect(access.isOpen(at: now + later) == expected)
    }

    @Test(arguments: Professional.Function.allCases)
    func `is for who is on duty`(function: Professional.Function) {
        let work = Professional(
            id: id("work"), account: id("duty"), organisation: id("team"), function: function, title: "",
            period: Period(from: today))
        #expect((EmergencyAccess.duty(among: [work]) == id("team")) == (function == .dutyWorker))
    }

    @Test func `opens first the circle, and all of it by a second confirmation of the same person`() throws {
        #expect(access.share == .contact)
        #expect(try access.widened(by: id("duty"), at: now).share == .all)
        #expect(throws: EmergencyAccess.Refusal.notYours) { try access.widened(by: id("other"), at: now) }
        #expect(throws: EmergencyAccess.Refusal.over) { try access.widened(by: id("duty"), at: now + .hours(4)) }
        #expect(throws: EmergencyAccess.Refusal.alreadyWide) {
            try access.widened(by: id("duty"), at: now).widened(by: id("duty"), at: now)
        }
    }

    @Test func `is judged once, by somebody uninvolved`() throws {
        #expect(throws: EmergencyAccess.Refusal.involved) {
            try access.reviewed(by: id("duty"), isInvolved: false, wasRight: true, isShown: true, at: now)
        }
        #expect(throws: EmergencyAccess.Refusal.involved) {
            try access.reviewed(by: id("lead"), isInvolved: true, wasRight: true, isShown: true, at: now)
        }
        let judged = try access.reviewed(by: id("lead"), isInvolved: false, wasRight: true, isShown: false, at: now)
        #expect(throws: EmergencyAccess.Refusal.reviewedBefore) {
            try judged.reviewed(by: id("lead"), isInvolved: false, wasRight: false, isShown: true, at: now)
        }
    }

    /// Each line: what stands besides, and how far is read.
    @Test func `reads all persons as far as it goes, does nothing, and gives way to what is held`() throws {
        let standing = { (held: Standing.Held, behalf: Set<ID<Organisation>>, wide: Bool) in
            var open = access
            if wide { open = (try? open.widened(by: id("duty"), at: now)) ?? open }
            return Standing(
                reader: id("duty"), persons: Household.all, ties: Household.ties,
                authorities: Household.authorities(), memberships: [], held: held, onBehalfOf: behalf,
                emergency: open)
        }
        let reading = try standing(.init(), [id("team")], false).reading(on: today)
        #expect(
            reading.covered.count == Household.all.count && reading.covered.values.allSatisfy { $0.share == .contact })
        #expect(reading.isEmergency && !reading.mayTakePart(about: [Household.eleven.id]))
        #expect(!reading.mayInvite(for: [Household.eleven.id], on: today) && !reading.decidesWithSecond)
        let wide = try standing(.init(), [id("team")], true).reading(on: today)
        #expect(
            wide.covered.values.allSatisfy { $0.share == .all }
                && !wide.mayInvite(for: [Household.eleven.id], on: today))
        #expect(wide.readsPlan && !wide.mayPlan && !wide.mayPlan(about: [Household.eleven.id]))
        #expect(throws: AccessRefusal.held) {
            try standing(.init(wholeFamily: true), [id("team")], false).reading(on: today)
        }
        #expect(throws: AccessRefusal.notInThisFamily) { try standing(.init(), [], false).reading(on: today) }
    }

    @Test func `stands in no log of the family until it is shown`() throws {
        let mother = try Standing(
            reader: Household.mother.account ?? id("mother"), persons: Household.all, ties: Household.ties,
            authorities: Household.authorities(), memberships: []
        ).reading(on: today)
        let record = AccessRecord(
            at: now, who: id("duty"), role: .professional, onBehalfOf: id("team"), action: .read,
            item: ItemName(.circle, stored: "family"), persons: [Household.eleven.id], ground: .emergency,
            outcome: .granted, from: "")
        #expect(!mother.isShown(record, lookersHidden: [], takesPartIn: []))
        #expect(mother.isShown(record, lookersHidden: [], takesPartIn: [], emergencies: [access]))
    }
}

@Suite struct `A closed track` {
    private let now = Moment(today, hour: 10)

    private func check(
        _ contact: ClosedTrack.Contact = .letter, isSafe: Bool = true, ago: Duration = .hours(1), isUsed: Bool = false,
        isNoted: Bool = false
    ) -> ClosedTrack.Check {
        ClosedTrack.Check(
            id: id("check"), contact: contact, isSafe: isSafe, by: id("worker"), at: now + .zero - ago,
            used: isUsed ? now : nil, noted: isNoted ? now : nil)
    }

    @Test(arguments: [
        (Duration.minutes(-31), false), (.minutes(-30), true), (.minutes(30), true), (.minutes(31), false),
    ])
    func `counts what was used for a call when that call is noted`(span: Duration, isPassed: Bool) {
        let noted = NotedContact(.call, happened: now + span, "Het gaat goed.")
        let used = check(.call, isUsed: true)
        #expect(ClosedTrack.passed(noted, among: [used]).by == (isPassed ? [used] : []))
        #expect(ClosedTrack.passed(noted, among: [used]).unchecked == (isPassed ? [] : [.call]))
        for other in [check(.letter, isUsed: true), check(.call, isUsed: true, isNoted: true)] {
            #expect(ClosedTrack.passed(noted, among: [other]).unchecked == [.call])
        }
    }

    @Test func `asks of a correction what the note did not say before`() {
        let (visit, call) = (NotedContact(.visit, happened: now, "A"), NotedContact(.call, happened: now, "B"))
        let helped = NotedContact(.call, happened: now, hadInterpreter: true, "C")
        #expect(ClosedTrack.passed(call, correcting: [visit], among: []).unchecked == [.call])
        #expect(ClosedTrack.passed(call, correcting: [call, visit], among: []).unchecked.isEmpty)
        #expect(ClosedTrack.passed(helped, correcting: [call], among: []).unchecked == [.interpreter])
    }

    @Test func `lets through what was looked at`() throws {
        #expect(try ClosedTrack.check(for: .letter, among: [check()], at: now) == check())
    }

    @Test func `and nothing else`() {
        let lacking = [
            [], [check(.call)], [check(isSafe: false)], [check(ago: .days(14))], [check(isUsed: true)],
            [check(ago: .days(1)), check(isSafe: false)],
        ]
        for checks in lacking {
            #expect(throws: ClosedTrack.Refusal.notChecked) {
                try ClosedTrack.check(for: .letter, among: checks, at: now)
            }
        }
    }
}
