// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A membership that lapses` {
    private func successors(
        director: String, _ kind: Direction.Kind = .contact, professionals: [String] = [], parents: [String] = []
    ) -> Ending.Successors {
        Ending.Successors(
            direction: Direction(kind: kind, holder: id(director), since: "2026-01-01"), firstContact: nil,
            professionals: Set(professionals.map { id($0) }), parents: Set(parents.map { id($0) }))
    }

    private func lapse(_ successors: Ending.Successors, colleagues: [String] = [], by cause: Lapse.Cause = .work)
        -> Lapse
    {
        Lapse(
            of: Household.membership(of: "helper", covers: [Household.eleven]), by: cause, successors,
            colleagues: colleagues.map { id($0) })
    }

    @Test func `has an heir in the circle, else a colleague, the team lead first`() {
        let home = successors(director: "helper", parents: ["mother"])
        #expect(lapse(home, colleagues: ["lead"]).heir == id("mother"))
        let alone = successors(director: "helper")
        #expect(lapse(alone, colleagues: ["helper", "lead", "colleague"]).heir == id("lead"))
        #expect(lapse(alone).heir == nil)
    }

    @Test func `leaves safety with a professional, and with no parent`() {
        let safety = successors(director: "helper", .safetyCoordination, parents: ["mother"])
        #expect(lapse(safety, colleagues: ["lead"]).heir == id("lead"))
    }

    @Test func `leaves what was owed in the inbox of the organisation, or with the professional who directs`() {
        #expect(lapse(successors(director: "helper")).inbox == .organisation(Household.office))
        #expect(lapse(successors(director: "mother")).inbox == .organisation(Household.office))
        let nurse = successors(director: "nurse", professionals: ["nurse"])
        #expect(lapse(nurse).inbox == .account(id("nurse")))
    }

    @Test(arguments: Lapse.Cause.allCases)
    func `asks for a stand-in when work is over, not when what was agreed is`(cause: Lapse.Cause) {
        let owed = lapse(successors(director: "mother"), by: cause).owesStandIn
        #expect(owed == (cause == .work ? Household.office : nil))
    }
}

@Suite struct `Somebody who stands in` {
    private static let left = Household.membership(
        of: "helper", covers: [Household.eleven], share: .plan, ended: Moment(today))

    private func standIn(_ who: String = "colleague", until: Day = today + 42) throws -> StandIn {
        try StandIn(
            id("new"), for: Self.left, by: id(who), among: [id("colleague"), id("helper")], from: today, until: until)
    }

    @Test func `covers whom the one before did, as far, for the same organisation, for a while`() throws {
        let new = try standIn().membership
        #expect(new.covers == Self.left.covers && new.share == .plan && new.organisation == Household.office)
        #expect(new.term.until == today + 42 && new.kind == .professional)
    }

    @Test(arguments: ["helper", "stranger"])
    func `is a colleague, and not the one who left`(who: String) {
        #expect(throws: StandIn.Refusal.notPossible) { try standIn(who) }
    }

    @Test(arguments: [today, today + -1, today + 43])
    func `stands in from tomorrow's eve, for six weeks at most`(until: Day) {
        #expect(throws: StandIn.Refusal.termTooLong) { try standIn(until: until) }
    }

    private static func promise(
        _ kind: PromiseKind = .nameStandIn, owner: Promise.Owner = .organisation(Household.office)
    ) -> Promise {
        Promise(
            id: id("promise"), kind: kind, owner: owner, receiver: .account(id("mother")),
            subject: Promise.Subject(kind: "standIn", id: "x"), urgency: .regular(workingDays: 2), made: Moment(today))
    }

    private func may(
        _ promise: Promise = promise(), function: Professional.Function = .teamLead,
        at organisation: ID<Organisation> = Household.office, kept: Set<ID<Account>> = []
    ) -> Bool {
        let work = Professional(
            id: id("work"), account: id("lead"), organisation: organisation, function: function, title: "",
            period: Period(from: "2026-01-01"))
        return StandIn.mayBeNamed(by: id("lead"), promise, work: [work], keptFrom: kept)
    }

    @Test func `is named by a team lead of that organisation, from whom nothing is kept, while it is owed`() throws {
        #expect(may())
        #expect(!may(function: .familyWorker))
        #expect(!may(at: id("elsewhere")))
        #expect(!may(kept: [id("lead")]))
        #expect(!may(Self.promise(.callBack)))
        #expect(!may(Self.promise(owner: .account(id("lead")))))
        #expect(!may(try Self.promise().settled(at: Moment(today))))
    }
}
