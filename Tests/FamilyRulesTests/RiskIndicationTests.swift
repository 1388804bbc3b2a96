// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

private let now = Moment(today, hour: 12)

@Suite struct `A safety indication` {
    private static func reading(
        _ who: String, share: Share = .all, kind: Membership.Kind = .professional, held: Standing.Held = .init()
    ) throws -> Reading {
        if Household.all.contains(where: { $0.account == id(who) }) {
            return try Household.standing(of: who, held: held).reading(on: today)
        }
        let membership = Household.membership(of: who, covers: Household.all, share: share, kind: kind)
        return try Household.standing(of: who, memberships: [membership], held: held).reading(on: today)
    }

    private static func made(
        about person: Person = Household.eleven, by who: String = "helper", share: Share = .all,
        kind: Membership.Kind = .professional, isTrained: Bool = true, asksCosigner: Bool = false,
        assessed: Day = today, until: Day = today + 90, renewing: RiskIndication? = nil
    ) throws -> RiskIndication {
        try RiskIndication.made(
            id("indication"), about: person.id, by: reading(who, share: share, kind: kind), isTrained: isTrained,
            asksCosigner: asksCosigner, assessed: assessed, until: until, renewing: renewing, at: now)
    }

    private static func standing(
        about person: Person = Household.eleven, released: Moment? = nil,
        signature: RiskIndication.Signature = .notNeeded, replacedBy: ID<RiskIndication>? = nil
    ) -> RiskIndication {
        RiskIndication(
            id: id("indication"), person: person.id, assessor: id("helper"), assessed: today + -10, until: today + 90,
            made: now, signature: signature, replacedBy: replacedBy, released: released)
    }

    @Test func `is made by who has the skill, or with somebody who signs along`() throws {
        #expect(try Self.made().signature == .notNeeded && Self.made().stands)
        let asked = try Self.made(isTrained: false, asksCosigner: true)
        #expect(asked.signature == .asked && !asked.stands)
        #expect(asked.signed(.yes).stands && !asked.signed(.no).stands)
        #expect(throws: RiskIndication.Refusal.cosignerMissing) { try Self.made(isTrained: false) }
        #expect(try Self.made(isTrained: true, asksCosigner: true).signature == .notNeeded)
    }

    @Test(
        arguments: [
            ("mother", Share.all, Membership.Kind.professional, Household.eleven),
            ("helper", .plan, .professional, Household.eleven), ("helper", .contact, .professional, Household.eleven),
            ("aunt", .all, .relative, Household.eleven), ("helper", .all, .professional, Household.mother),
            ("eleven", .all, .professional, Household.eleven),
        ])
    func `is made by nobody else, and about no adult`(
        who: String, share: Share, kind: Membership.Kind, person: Person
    ) throws {
        #expect(throws: RiskIndication.Refusal.notYours) {
            try Self.made(about: person, by: who, share: share, kind: kind)
        }
    }

    @Test(
        arguments: [
            (today + 1, today + 90, RiskIndication.Refusal.notThen), (today + -367, today + 1, .notThen),
            (today, today, .notUntil), (today, today + 367, .notUntil), (today + -366, today + 1, .notUntil),
        ])
    func `has a day on which it was made, and one until when it counts`(
        assessed: Day, until: Day, refusal: RiskIndication.Refusal
    ) {
        #expect(throws: refusal) { try Self.made(assessed: assessed, until: until) }
    }

    @Test func `renews one of the same child that counts`() throws {
        #expect(try Self.made(renewing: Self.standing()).replaces == Self.standing().id)
        #expect(throws: RiskIndication.Refusal.notYours) {
            try Self.made(renewing: Self.standing(about: Household.thirteen))
        }
        #expect(throws: RiskIndication.Refusal.doesNotStand) {
            try Self.made(renewing: Self.standing(replacedBy: id("other")))
        }
    }

    @Test func `is past its time on the day until which it counts, and stands until it is renewed`() {
        let indication = Self.standing()
        #expect(!indication.isExpired(on: today + 89) && indication.isExpired(on: today + 90) && indication.stands)
    }

    /// Each line: another one, and whether it is laid beside one that renews "before".
    @Test(
        arguments: [
            (risk("other"), true), (risk("other", about: Household.thirteen), false),
            (risk("other", until: today), false), (risk("other", replacedBy: "later"), false),
            (risk("other", signature: .asked), false), (risk("before", replacedBy: "new"), true),
            (risk("before", until: today + -1, replacedBy: "new"), true), (risk("new"), false),
        ])
    func `is laid beside those of the same child that count, and the one it renews`(
        other: RiskIndication, isBeside: Bool
    ) {
        let renewal = RiskIndication(
            id: id("new"), person: Household.eleven.id, assessor: id("helper"), assessed: today, until: today + 90,
            made: now, replaces: id("before"))
        #expect(renewal.mayContradict(other, on: today) == isBeside)
    }

    private static func risk(
        _ name: String, about person: Person = Household.eleven, until: Day = today + 90,
        signature: RiskIndication.Signature = .notNeeded, replacedBy later: String? = nil
    ) -> RiskIndication {
        RiskIndication(
            id: id(name), person: person.id, assessor: id("helper"), assessed: today + -10, until: until, made: now,
            signature: signature, replacedBy: later.map { id($0) })
    }

    @Test(
        arguments: [
            ("helper", Share.all, Membership.Kind.professional, true, true),
            ("helper", .plan, .professional, false, false),
            ("helper", .contact, .professional, false, false), ("aunt", .all, .relative, false, true),
            ("aunt", .plan, .relative, false, false), ("mother", .all, .professional, false, true),
            ("father", .all, .professional, false, true), ("eleven", .all, .professional, false, true),
            ("stepfather", .all, .professional, false, false), ("thirteen", .all, .professional, false, false),
        ])
    func `is read by who works with all about the child, and by the others once it was discussed`(
        who: String, share: Share, kind: Membership.Kind, before: Bool, after: Bool
    ) throws {
        let reading = try Self.reading(who, share: share, kind: kind)
        #expect(reading.mayRead(Self.standing()) == before)
        #expect(reading.mayRead(Self.standing(released: now)) == after)
    }

    @Test func `of a young person of 17 is no parent's to read`() throws {
        #expect(try !Self.reading("mother").mayRead(Self.standing(about: Household.seventeen, released: now)))
        #expect(try Self.reading("seventeen").mayRead(Self.standing(about: Household.seventeen, released: now)))
    }

    @Test(arguments: ["helper", "mother", "eleven"])
    func `that is held is not there`(who: String) throws {
        let held = Standing.Held(items: [ItemName(.indication, Self.standing().id)])
        #expect(try !Self.reading(who, held: held).mayRead(Self.standing(released: now)))
    }

    @Test func `is released once, after it was discussed, while it counts`() throws {
        let helper = try Self.reading("helper")
        let indication = Self.standing()
        #expect(try indication.released(by: helper, discussed: today, at: now).released == now)
        let refused: [(RiskIndication, Day, RiskIndication.Refusal)] = [
            (Self.standing(released: now), today, .releasedBefore), (indication, today + 1, .notDiscussedThen),
            (indication, today + -11, .notDiscussedThen), (Self.standing(signature: .asked), today, .doesNotStand),
            (Self.standing(signature: .refused), today, .doesNotStand),
            (Self.standing(replacedBy: id("other")), today, .doesNotStand),
        ]
        for (one, day, refusal) in refused {
            #expect(throws: refusal) { try one.released(by: helper, discussed: day, at: now) }
        }
        for who in ["mother", "stepfather", "eleven"] {
            #expect(throws: RiskIndication.Refusal.notYours) {
                try indication.released(by: Self.reading(who), discussed: today, at: now)
            }
        }
    }
}
