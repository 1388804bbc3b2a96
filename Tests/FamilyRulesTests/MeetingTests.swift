// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A meeting` {
    private static let now = Moment(today, hour: 9)
    private static let later = Meeting.Time(Moment("2026-12-03", hour: 15), minutes: 60)
    private static let other = Meeting.Time(Moment("2026-12-04", hour: 10), minutes: 60)
    private static let about: Set<ID<Person>> = [Household.eleven.id]

    private static func reading(
        of who: String, _ share: Share = .plan, kind: Membership.Kind = .professional,
        covers: [Person] = [Household.eleven], held: Standing.Held = .init()
    ) throws -> Reading {
        if Household.all.contains(where: { $0.account == id(who) }) {
            return try Household.standing(of: who, held: held).reading(on: today)
        }
        return try Household.standing(
            of: who, memberships: [Household.membership(of: who, covers: covers, share: share, kind: kind)], held: held
        ).reading(on: today)
    }

    private static func proposed(
        by who: String = "director", share: Share = .plan, about persons: Set<ID<Person>> = about,
        inviting: [String] = ["mother", "teacher"], times: [Meeting.Time] = [later],
        apart: [Set<String>] = []
    ) throws -> Meeting {
        let accounts = Set(inviting.map { id($0, Account.self) })
        var readings: [ID<Account>: Reading] = [:]
        for name in inviting where name != "stranger" { readings[id(name)] = try reading(of: name) }
        return try Meeting.proposed(
            id("meeting"), by: try reading(of: who, share), about: persons, inviting: accounts, times: times,
            readings: readings, mustNotMeet: { one, other in apart.contains([one.name, other.name]) }, at: now)
    }

    @Test(arguments: [([], true), ([["teacher", "colleague"]], false)] as [([Set<String>], Bool)])
    func `is stood in for by who may meet all who are asked, within the term`(
        apart: [Set<String>], may: Bool
    ) throws {
        let meeting = try Self.proposed()
        let colleague = try Self.reading(of: "colleague")
        for (end, isInTerm) in [("2026-12-04", true), ("2026-12-03", false)] as [(Day, Bool)] {
            let isStoodIn = meeting.isStoodIn(
                for: Self.id("director"), by: colleague, until: end,
                { one, other in apart.contains([one.name, other.name]) }, at: Self.now)
            #expect(isStoodIn == (may && isInTerm), "\(end)")
        }
    }

    private static func id<Subject>(_ name: String, _: Subject.Type = Subject.self) -> ID<Subject> {
        FamilyRulesTests.id(name)
    }

    @Test(arguments: [
        ("director", Share.plan, true), ("director", .all, true), ("director", .contact, false),
        ("mother", .plan, true),
        ("father", .plan, true), ("stepfather", .plan, false), ("thirteen", .plan, false), ("seventeen", .plan, false),
    ])
    func `is proposed by who reads what is planned with all it is about`(who: String, share: Share, may: Bool) throws {
        let inviting = ["mother", "teacher"].filter { $0 != who }
        guard may else {
            #expect(throws: Meeting.Refusal.notYours) {
                try Self.proposed(by: who, share: share, inviting: inviting)
            }
            return
        }
        let meeting = try Self.proposed(by: who, share: share, inviting: inviting)
        #expect(meeting.convener == Self.id(who) && meeting.invited.contains(Self.id(who)))
    }

    @Test func `of one time is planned at once, of several waits for a choice`() throws {
        let one = try Self.proposed()
        #expect(one.state == .planned && one.time == Self.later)
        let several = try Self.proposed(times: [Self.later, Self.other])
        #expect(several.state == .proposed && several.time == nil)
        #expect(try several.planned(at: 1).time == Self.other)
        #expect(throws: Meeting.Refusal.noSuchTime) { try several.planned(at: 2) }
    }

    @Test(arguments: [
        ([], Meeting.Refusal.noTime), ([Meeting.Time(now, minutes: 60)], .notThen(0)),
        ([later, Meeting.Time(now - .days(1), minutes: 60)], .notThen(1)), ([later, later], .notThen(1)),
        ([Meeting.Time(Moment("2028-01-01", hour: 9), minutes: 60)], .notThen(0)),
        ([Meeting.Time(Moment("2026-12-03", hour: 9), minutes: 0)], .notThen(0)),
        ([Meeting.Time(Moment("2026-12-03", hour: 9), minutes: 481)], .notThen(0)),
        ((0..<50).map { Meeting.Time(Moment("2026-12-03", hour: 9) + .hours($0), minutes: 30) }, .tooManyTimes),
    ])
    func `is at times that people can come to`(times: [Meeting.Time], refusal: Meeting.Refusal) {
        #expect(throws: refusal) { try Self.proposed(times: times) }
    }

    @Test func `is with somebody, about somebody, and with nobody who may not read or must not be met`() throws {
        #expect(throws: Meeting.Refusal.nobodyInvited) { try Self.proposed(inviting: []) }
        #expect(throws: Meeting.Refusal.aboutNobody) { try Self.proposed(about: []) }
        #expect(throws: Meeting.Refusal.cannotCome(Self.id("stranger"))) {
            try Self.proposed(inviting: ["mother", "stranger"])
        }
        #expect(throws: Meeting.Refusal.cannotCome(Self.id("thirteen"))) {
            try Self.proposed(inviting: ["mother", "thirteen"])
        }
        #expect(throws: Meeting.Refusal.cannotCome(Self.id("father"))) {
            try Self.proposed(inviting: ["father", "teacher"], apart: [["father", "teacher"]])
        }
        #expect(throws: Meeting.Refusal.cannotCome(Self.id("father"))) {
            try Self.proposed(inviting: ["father"], apart: [["father", "director"]])
        }
        #expect(try Self.proposed(inviting: ["mother", "teacher"], apart: [["father", "teacher"]]).invited.count == 3)
    }

    @Test func `is known to who was asked, and to the professional who directs`() throws {
        let meeting = try Self.proposed()
        for (who, directs, sees) in [
            ("mother", false, true), ("teacher", false, true), ("father", false, false), ("father", true, false),
            ("other", false, false), ("other", true, true), ("seventeen", false, false),
        ] {
            let reading = try Self.reading(of: who)
            #expect(reading.maySee(meeting, directs: directs, membersHidden: []) == sees, "\(who)")
            #expect(!reading.maySee(meeting, directs: directs, membersHidden: [Self.id("teacher")]), "\(who)")
        }
        let other = try Self.reading(of: "other")
        #expect(!other.isInvited(to: meeting))
        let held = Standing.Held(items: [ItemName(.meeting, meeting.id)])
        let mother = try Self.reading(of: "mother", held: held)
        #expect(!mother.maySee(meeting, directs: false, membersHidden: []))
    }

    @Test func `is run by who convened it, or by another who could once they are gone`() throws {
        let meeting = try Self.proposed()
        for (who, isHere, runs) in [
            ("director", true, true), ("mother", true, false), ("mother", false, true), ("teacher", false, true),
            ("other", false, false),
        ] { #expect(try Self.reading(of: who).runs(meeting, isConvenerHere: isHere) == runs, "\(who)") }
        let (contact, plan) = (try Self.reading(of: "teacher", .contact), try Self.reading(of: "teacher"))
        #expect(!contact.runs(meeting, isConvenerHere: false))
        #expect(!contact.mayWriteMinutes(of: meeting) && plan.mayWriteMinutes(of: meeting))
    }

    @Test func `is held once it began, and neither changed nor called off after that`() throws {
        let meeting = try Self.proposed()
        #expect(throws: Meeting.Refusal.notBegun) { try meeting.held(at: Self.later.starts - .minutes(1)) }
        let held = try meeting.held(at: Self.later.starts)
        #expect(held.state == .held && !held.isComing(at: Self.later.starts))
        #expect(throws: Meeting.Refusal.over) { try held.cancelled() }
        #expect(throws: Meeting.Refusal.over) { try held.planned(at: 0) }
        #expect(throws: Meeting.Refusal.over) { try meeting.cancelled().held(at: Self.later.starts) }
        #expect(throws: Meeting.Refusal.notBegun) {
            try Self.proposed(times: [Self.later, Self.other]).held(at: Self.later.starts)
        }
    }
}

@Suite struct `Who belongs at a meeting` {
    private static func accounts(_ names: [String]) -> [ID<Account>] { names.map { id($0) } }
    private static func pairs(_ all: [Set<String>]) -> (ID<Account>, ID<Account>) -> Bool {
        { one, other in all.contains([one.name, other.name]) }
    }

    /// Who must not meet, who is asked together, and who to a second meeting apart.
    private static let table: [([Set<String>], [String], [String])] = [
        ([], ["mother", "father", "teacher", "doctor"], []),
        ([["father", "teacher"]], ["mother", "father", "doctor"], ["mother", "teacher", "doctor"]),
        ([["mother", "father"]], ["mother", "teacher", "doctor"], ["father", "teacher", "doctor"]),
        ([["proposer", "doctor"]], ["mother", "father", "teacher"], []),
    ]

    @Test(arguments: table)
    func `is everybody, or two lists where some must not meet`(
        apart: [Set<String>], together: [String], second: [String]
    ) {
        let belongs = WhoBelongs(
            Self.accounts(["mother", "father", "teacher", "doctor", "proposer", "stranger"]), besides: id("proposer"),
            mayCome: { $0.name != "stranger" }, mustNotMeet: Self.pairs(apart))
        #expect(Set(belongs.together.map(\.name)) == Set(together))
        #expect(Set(belongs.apart.map(\.name)) == Set(second))
        #expect(belongs.missing(asking: belongs.together, mustNotMeet: Self.pairs(apart)).isEmpty)
    }

    @Test func `is missed where they were left out without a reason`() {
        let belongs = WhoBelongs(
            Self.accounts(["mother", "father", "teacher"]), besides: id("proposer"), mayCome: { _ in true },
            mustNotMeet: Self.pairs([["father", "teacher"]]))
        let missing = belongs.missing(
            asking: Set(Self.accounts(["teacher"])), mustNotMeet: Self.pairs([["father", "teacher"]]))
        #expect(missing.map(\.name) == ["mother"])
    }
}
