// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `The plan of a family` {
    @Test(
        arguments: [
            ("by 2026-12-03", nil, "2026-12-03"), ("by 2026-11-20", nil, "2026-11-20"),
            ("by 2026-12-03", "2026-12-03", nil),
            // Of a rhythm the last time that passed, then the next.
            ("weekly-2 2026-11-01", nil, "2026-11-17"), ("weekly-2 2026-11-01", "2026-11-17", "2026-11-24"),
            ("weekly-1 2026-11-01", nil, "2026-11-23"), ("weekly-1 2026-11-01", "2026-11-23", "2026-11-30"),
            ("daily 2026-11-24", nil, "2026-11-24"), ("workingDays 2026-11-21", nil, "2026-11-23"),
            ("weeks-2 2026-11-10", nil, "2026-11-10"), ("weeks-2 2026-11-10", "2026-11-10", "2026-11-24"),
            ("monthly 2026-10-31", "2026-10-31", "2026-11-30"), ("monthly 2024-02-29", "2026-10-29", "2026-11-29"),
        ] as [(String, Day?, Day?)])
    func `tells which day an action is about now`(time: String, ticked: Day?, current: Day?) throws {
        let when = try #require(ActionTime(text: time))
        #expect(when.current(on: today, ticked: ticked) == current)
    }

    @Test(arguments: [
        ("mother", ["eleven"], true), ("mother", ["thirteen"], true), ("mother", ["seventeen"], false),
        ("mother", ["mother"], true), ("mother", ["father"], false), ("mother", ["eleven", "mother", "father"], true),
        ("mother", ["eleven", "father"], false), ("stepfather", ["eleven"], false), ("seventeen", ["seventeen"], true),
        ("seventeen", ["eleven"], false), ("mother", [], false),
    ])
    func `is read about one's own, and about adults by those it is about`(
        who: String, persons: [String], reads: Bool
    ) throws {
        let reading = try Household.standing(of: who).reading(on: today)
        #expect(reading.readsPlan(about: Set(persons.map { id($0) })) == reads)
    }

    @Test(arguments: [(Share.contact, false), (.plan, true), (.all, true)])
    func `is read by a member from share plan`(share: Share, reads: Bool) throws {
        let reading = try Household.helper([Household.eleven], share: share)
        #expect(reading.readsPlan(about: [Household.eleven.id]) == reads)
        #expect(reading.mayPlan == reads)
    }

    @Test func `leaves no trace of a goal that is held, nor of its actions`() throws {
        let goal = Goal(id: id("goal"), about: [Household.eleven.id], begun: Moment(today))
        let action = PlanAction(id: id("action"), goal: goal.id, begun: Moment(today))
        let held = try Household.helper([Household.eleven], held: .init(items: [ItemName(.goal, goal.id)]))
        #expect(!held.maySee(goal) && held.isHidden(action, nil, membersHidden: []))
        let free = try Household.helper([Household.eleven])
        #expect(free.maySee(goal) && !free.isHidden(action, nil, membersHidden: []))
        let text = ActionText(what: "x", who: [.account(id("other"))], when: .by(today))
        #expect(free.isHidden(action, text, membersHidden: [id("other")]))
    }

    @Test func `is not changed by grandmother and coach, who do what is theirs`() throws {
        let neighbour = Household.membership(of: "neighbour", covers: [Household.eleven], kind: .relative)
        let reading = try Household.standing(of: "neighbour", memberships: [neighbour]).reading(on: today)
        let theirs = ActionText(what: "x", who: [.account(id("neighbour"))], when: .by(today))
        let others = ActionText(what: "x", who: [.named("Oma")], when: .by(today))
        #expect(reading.readsPlan(about: [Household.eleven.id]) && !reading.mayPlan(about: [Household.eleven.id]))
        #expect(reading.mayTick(theirs, owners: [], about: [Household.eleven.id]))
        #expect(!reading.mayTick(others, owners: [], about: [Household.eleven.id]))
        #expect(reading.isToldLate(theirs, owners: []) && !reading.isToldLate(others, owners: []))
    }

    /// Jeugdwet 4.1.3 lid 2, with the ages of 7.3.4 and 7.3.5.
    @Test(arguments: [
        ("eleven", ["mother", "father"]), ("thirteen", ["mother", "father", "thirteen"]),
        ("seventeen", ["seventeen"]), ("mother", ["mother"]),
    ])
    func `takes the yes of who must agree by age, and of who directs`(person: String, parties: [String]) throws {
        let about = Household.all.filter { $0.id == id(person) }
        let found = WhoAgreesToPlan.parties(
            for: about, authorities: Household.authorities(), director: id("helper"), on: today)
        #expect(found == Set(parties.map { .person(id($0)) } + [.director(id("helper"))]))
    }

    /// Jeugdwet 4.1.3 lid 3 and 6.
    @Test(arguments: [("eleven", true), ("seventeen", true), ("thirteen", false), ("mother", false)])
    func `takes the yes of a foster parent for the child they bring up`(person: String, isAsked: Bool) {
        let foster: ID<Person> = id("stepfather")
        let ties =
            ["eleven", "seventeen", "mother"].map { Tie(foster, .fosterParent, of: id($0)) }
            + [Tie(foster, .newPartner, of: id("thirteen"))]
        let found = WhoAgreesToPlan.parties(
            for: Household.all.filter { $0.id == id(person) }, authorities: Household.authorities(), ties: ties,
            director: nil, on: today)
        #expect(found.contains(.person(foster)) == isAsked)
    }

    @Test func `is agreed with by oneself, or written down by a professional who heard it`() throws {
        let mother = try Household.standing(of: "mother").reading(on: today)
        #expect(mother.mayRecord(.person(Household.mother.id), .here))
        #expect(!mother.mayRecord(.person(Household.father.id), .here))
        #expect(!mother.mayRecord(.person(Household.father.id), .spoken))
        let helper = try Household.helper([Household.eleven])
        #expect(helper.mayRecord(.person(Household.mother.id), .paper))
        #expect(!helper.mayRecord(.person(Household.mother.id), .here))
        #expect(helper.mayRecord(.director(id("helper")), .here) && !helper.mayRecord(.director(id("other")), .here))
    }

    @Test(arguments: [
        (GroupPlanOffer.Outcome.offered, false, true, false), (.wanted, true, true, false),
        (.declined, true, true, true), (.threat, false, true, true), (.harm, false, true, true),
    ])
    func `is offered to the family first, and begins its six weeks when they make none`(
        outcome: GroupPlanOffer.Outcome, family: Bool, professional: Bool, starts: Bool
    ) throws {
        #expect(try Household.standing(of: "mother").reading(on: today).mayRecord(outcome) == family)
        #expect(try Household.helper([Household.eleven]).mayRecord(outcome) == professional)
        let offer = GroupPlanOffer(outcome, by: id("helper"), at: Moment(today), reason: nil)
        #expect(offer.fixedBy == (starts ? "2027-01-04" : nil))
    }

    @Test func `tells the family nothing of a danger for which no plan of theirs is waited for`() throws {
        let offer = GroupPlanOffer(.threat, by: id("helper"), at: Moment(today), reason: "x")
        #expect(try !Household.standing(of: "mother").reading(on: today).isTold(offer))
        #expect(try Household.helper([Household.eleven]).isTold(offer))
    }

    @Test(
        arguments: [
            (0, "2026-12-01", false), (11, "2026-12-01", false), (1, "2026-12-01", true), (10, "2026-12-01", true),
            (5, "2026-11-23", false), (5, "2027-11-23", true), (5, "2027-11-24", false), (5, nil, false),
        ] as [(Int, Day?, Bool)])
    func `is looked back on with scores from 1 to 10, and again within a year`(score: Int, next: Day?, may: Bool) {
        let said = GoalEvaluation(id("goal"), .goOn, scores: [.init(.person(id("eleven")), score)])
        let made = try? PlanEvaluation(id("e"), on: today, next: next, goals: [said], openGoals: 1)
        #expect((made != nil) == may)
        #expect(GoalEvaluation.scores(in: said.text) == said.scores)
    }

    @Test func `shows that two organisations work on one goal, and what the family does itself`() {
        let one: Set<WhoWorksOnGoal.Party> = [.organisation(id("one"))]
        let two: Set<WhoWorksOnGoal.Party> = [.organisation(id("two")), .own]
        #expect(WhoWorksOnGoal(open: [one, two]).overlap.count == 2)
        #expect(WhoWorksOnGoal(open: [one, one, [.own]]).overlap.isEmpty)
        #expect(WhoWorksOnGoal.own(of: [one, two, [.own]]) == 2)
    }

    @Test(arguments: [
        (PlanAction.State.open, "by 2026-11-22", ActionProgress.late("2026-11-22")),
        (.open, "by 2026-11-23", .notBegun), (.done, "by 2026-11-22", .done), (.stopped, "by 2026-11-22", .stopped),
        (.open, "weekly-2 2026-12-01", .notBegun), (.open, "daily 2026-11-01", .begun),
    ])
    func `says how far an action is`(state: PlanAction.State, time: String, progress: ActionProgress) {
        let action = PlanAction(id: id("a"), goal: id("g"), state: state, begun: Moment(today))
        #expect(ActionProgress(action, ActionTime(text: time), ticked: nil, on: today) == progress)
    }
}
