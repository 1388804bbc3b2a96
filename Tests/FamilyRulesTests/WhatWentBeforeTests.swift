// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

/// Somebody is added to a conversation: who takes part, who adds whom, and what keeps what went before from them.
struct Adding: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var about: [Person] = [Household.eleven]
    var among = ["mother", "helper"]
    var by = "mother"
    var newcomer = Household.membership(of: "other", covers: [Household.eleven])
    var helperShare = Share.all
    var isPrivateLine = false
    /// Who takes part and reads nothing any more.
    var gone: [String] = []
    var refusal: WhatWentBefore.Refusal?

    func check() throws {
        let talk = Conversation(
            id: id("talk"), about: Set(about.map(\.id)), participants: Set((among + gone).map { id($0) }),
            isPrivateLine: isPrivateLine)
        let readings = try among.map(reading)
        let adder = try #require(readings.first { $0.reader == id(by) })
        try WhatWentBefore.check(
            of: talk, givenBy: adder, to: reading(newcomer.account.name), among: readings)
    }

    private func reading(_ name: String) throws -> Reading {
        let memberships = [
            newcomer, Household.membership(of: "helper", covers: Household.all, share: helperShare),
            Household.membership(of: "grandmother", covers: [Household.eleven], share: .all, kind: .relative),
        ]
        return try Household.standing(of: name, memberships: memberships.filter { $0.account == id(name) })
            .reading(on: today)
    }

    static func member(_ share: Share, _ kind: Membership.Kind = .professional, covers: [Person] = [Household.eleven])
        -> Membership
    { Household.membership(of: "other", covers: covers, share: share, kind: kind) }

    static let table = [
        Adding(testDescription: "a professional who may read all"),
        Adding(testDescription: "the same, by the professional", by: "helper"),
        Adding(
            testDescription: "a line between two", about: [Household.thirteen], among: ["thirteen", "helper"],
            by: "thirteen", newcomer: member(.all, covers: [Household.thirteen]), isPrivateLine: true,
            refusal: .privateLine),
        Adding(
            testDescription: "where a young person wrote", about: [Household.thirteen], among: ["thirteen", "helper"],
            by: "helper", newcomer: member(.all, covers: [Household.thirteen]), refusal: .youngPersonWrote),
        Adding(
            testDescription: "by the young person who wrote", about: [Household.thirteen],
            among: ["thirteen", "helper"], by: "thirteen", newcomer: member(.all, covers: [Household.thirteen])),
        Adding(
            testDescription: "a parent, where a child wrote", among: ["eleven", "helper"], by: "helper",
            newcomer: Household.membership(of: "mother", covers: []), refusal: .youngPersonWrote),
        Adding(
            testDescription: "what is about an adult, by another", about: [Household.mother], by: "helper",
            newcomer: member(.all, covers: [Household.mother]), refusal: .aboutAnAdult),
        Adding(
            testDescription: "what is about an adult, by themself", about: [Household.mother],
            newcomer: member(.all, covers: [Household.mother])),
        Adding(
            testDescription: "what is about two adults", about: [Household.mother, Household.father],
            among: ["mother", "father", "helper"],
            newcomer: member(.all, covers: [Household.mother, Household.father]),
            refusal: .aboutAnAdult),
        Adding(
            testDescription: "the other parent, by a professional", by: "helper",
            newcomer: Household.membership(of: "father", covers: []), refusal: .notTheirs),
        Adding(
            testDescription: "the other parent, by the parent who wrote",
            newcomer: Household.membership(of: "father", covers: [])),
        Adding(
            testDescription: "the other parent, where grandmother wrote, too",
            among: ["mother", "helper", "grandmother"], newcomer: Household.membership(of: "father", covers: []),
            refusal: .notTheirs),
        Adding(
            testDescription: "a relative, by a professional", by: "helper", newcomer: member(.all, .relative),
            refusal: .notTheirs),
        Adding(
            testDescription: "a relative, where somebody who wrote is gone", newcomer: member(.all, .relative),
            gone: ["before"], refusal: .notTheirs),
        Adding(testDescription: "who makes plans, among who read all", newcomer: member(.plan), refusal: .readsLess),
        Adding(testDescription: "who is in the circle only", newcomer: member(.contact), refusal: .readsLess),
        Adding(
            testDescription: "who makes plans, among who make plans", among: ["helper"], by: "helper",
            newcomer: member(.plan), helperShare: .plan),
        Adding(
            testDescription: "who makes plans, where somebody is gone", among: ["helper"], by: "helper",
            newcomer: member(.plan), helperShare: .plan, gone: ["before"], refusal: .readsLess),
        Adding(
            testDescription: "who covers one of two children", about: [Household.eleven, Household.thirteen],
            newcomer: member(.all), refusal: .readsLess),
    ]
}

@Suite struct `What went before` {
    @Test(arguments: Adding.table)
    func `is read by who is added later, or stays with those it was written to`(adding: Adding) throws {
        guard let refusal = adding.refusal else { return try adding.check() }
        #expect(throws: refusal) { try adding.check() }
    }

    @Test func `has a row in the table for each reason why not`() {
        #expect(Set(Adding.table.compactMap(\.refusal)) == Set(WhatWentBefore.Refusal.allCases))
    }
}
