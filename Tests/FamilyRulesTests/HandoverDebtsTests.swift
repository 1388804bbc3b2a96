// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `What a handover owes` {
    private func handover(
        _ state: Handover.State, _ what: Handover.Responsibility = .help, proposer: String = "holder",
        isFromFamily: Bool = false
    ) -> Handover {
        Handover(
            id: id("handover"), what, from: id("holder"), to: id("receiver"), proposer: id(proposer),
            made: Moment(today, hour: 9), isFromFamily: isFromFamily, state: state)
    }

    private func owed(_ handover: Handover) -> [String] {
        handover.debts.map { debt in
            let receiver = if case .account(let account) = debt.receiver { account.name } else { "nobody" }
            return "\(debt.kind.rawValue) by \(debt.owner.account?.name ?? "nobody") to \(receiver)"
        }
    }

    /// Each line: where it stands, who proposed it, whether a parent hands it over, and what is owed.
    @Test(
        arguments: [
            (.proposed, "holder", false, "answerHandover by receiver to holder"),
            (.proposed, "receiver", false, "answerHandover by holder to receiver"),
            (.proposed, "receiver", true, "answerHandover by holder to receiver"),
            (.agreed, "holder", false, "finishHandover by holder to receiver"),
            (.agreed, "receiver", false, "finishHandover by holder to receiver"),
            (.agreed, "receiver", true, "finishHandover by receiver to holder"),
            (.completed, "holder", false, nil), (.declined, "holder", false, nil), (.withdrawn, "holder", false, nil),
            (.lapsed, "holder", false, nil),
        ] as [(Handover.State, String, Bool, String?)])
    func `follows from where it stands`(
        state: Handover.State, proposer: String, isFromFamily: Bool, expected: String?
    ) {
        for what in `A handover`.responsibilities {
            let handover = handover(state, what, proposer: proposer, isFromFamily: isFromFamily)
            #expect(owed(handover) == [expected].compactMap(\.self))
        }
    }

    @Test(arguments: Handover.State.allCases)
    func `is something while it is open, and nothing once it is over`(state: Handover.State) {
        #expect(handover(state).debts.isEmpty == handover(state).isOver)
        #expect(handover(state).isOver == !state.isOpen)
        #expect(handover(state).isNeeded == (state != .withdrawn && state != .lapsed))
    }
}

@Suite struct `A handover of help or of the first contact` {
    private func around(director: String = "mother", first: String = "helper") -> Ending.Successors {
        Ending.Successors(
            direction: Direction(kind: .careCoordination, holder: id(director), since: "2026-01-01"),
            firstContact: id(first), professionals: [id("helper"), id("colleague")], parents: [id("mother")])
    }

    private func propose(
        _ what: Handover.Responsibility, from: String = "helper", to: String = "colleague", by reader: Reading,
        _ around: Ending.Successors
    ) throws -> Handover {
        try Handover(
            id: id("handover"), what, from: id(from), to: id(to), proposer: reader.reader, made: Moment(today, hour: 9)
        ).proposed(by: reader, around, on: today)
    }

    @Test func `goes from its holder to a professional of the circle`() throws {
        let helper = try Household.helper([Household.eleven])
        for what: Handover.Responsibility in [.contact, .help] {
            #expect(try propose(what, by: helper, around()).asked == id("colleague"))
            for other in ["mother", "stranger"] {
                #expect(throws: Handover.Refusal.notPossible) { try propose(what, to: other, by: helper, around()) }
            }
            #expect(throws: Handover.Refusal.notYours) {
                try propose(what, from: "colleague", to: "helper", by: helper, around(first: "colleague"))
            }
        }
    }

    @Test func `lets who hands over all help leave, and who is no longer called first stay`() throws {
        let helper = try Household.helper([Household.eleven])
        #expect(try propose(.help, by: helper, around()).leaves)
        #expect(try !propose(.contact, by: helper, around()).leaves)
    }

    @Test func `is never of the director's help apart from direction`() throws {
        let helper = try Household.helper([Household.eleven])
        #expect(throws: Handover.Refusal.directs) { try propose(.help, by: helper, around(director: "helper")) }
        let agreed = try propose(.help, by: helper, around()).agreed(by: id("colleague"))
        #expect(throws: Handover.Refusal.changed) {
            try agreed.checkedToMove(around(director: "helper"), on: today)
        }
    }

    @Test func `is over once somebody else is called first`() throws {
        let helper = try Household.helper([Household.eleven])
        #expect(throws: Handover.Refusal.changed) { try propose(.contact, by: helper, around(first: "colleague")) }
        #expect(!(try propose(.contact, by: helper, around()).isHeld(around(first: "colleague"))))
    }

    @Test func `is known to those alone who know both of the two`() throws {
        let helper = try Household.helper([Household.eleven])
        let handover = try propose(.help, by: helper, around())
        let parent = try Household.standing(of: "mother").reading(on: today)
        let both: Set<ID<Account>> = [id("helper"), id("colleague")]
        #expect(parent.maySee(handover, hidden: [], known: both))
        #expect(!parent.maySee(handover, hidden: [], known: [id("helper")]))
        #expect(!parent.maySee(handover, hidden: [id("colleague")], known: both))
        #expect(helper.maySee(handover, hidden: [], known: []))
    }
}

@Suite struct `What goes along with help` {
    private static let office: ID<Organisation> = id("office")

    private func member(
        _ name: String, _ covers: [Person], share: Share = .plan, until: Day? = "2027-03-01",
        at organisation: ID<Organisation> = office
    ) -> Membership {
        Membership(
            id: id("of " + name), account: id(name), kind: .professional, organisation: organisation,
            covers: Set(covers.map(\.id)), share: share, term: Period(from: "2026-01-01", until: until))
    }

    private func rights(
        _ left: Membership, _ own: [Membership], standIns: Set<ID<Membership>> = []
    ) -> Membership? {
        HandoverRights(
            of: left, to: id("next"), having: own, standIns: standIns, as: id("new"), from: today)?.membership
    }

    @Test func `is what was agreed to the one before: those persons, so far, until that day`() throws {
        let left = member("left", [Household.eleven], share: .all)
        let own = member("next", [Household.seventeen], share: .contact, until: nil)
        let new = try #require(rights(left, [own]))
        #expect(new.covers == [Household.eleven.id] && new.share == .all)
        #expect(new.term == Period(from: today, until: "2027-03-01") && new.account == id("next"))
    }

    @Test func `is nothing for another organisation, nor where it is there already`() {
        let left = member("left", [Household.eleven])
        #expect(rights(left, [member("next", [Household.seventeen], at: id("elsewhere"))]) == nil)
        #expect(rights(left, []) == nil)
        #expect(rights(left, [member("next", [Household.eleven, Household.seventeen], until: nil)]) == nil)
        #expect(rights(left, [member("next", [Household.eleven], until: "2027-02-01")]) != nil)
        #expect(rights(left, [member("next", [Household.eleven], share: .contact)]) != nil)
        #expect(rights(left, [member("next", [], until: nil)]) != nil)
        #expect(rights(member("left", []), [member("next", [])]) == nil)
    }

    @Test func `goes to who stands in as well, as nobody agreed to that one`() throws {
        let left = member("left", [Household.eleven])
        let own = member("next", [Household.eleven], until: nil)
        #expect(rights(left, [own]) == nil)
        let new = try #require(rights(left, [own], standIns: [own.id]))
        #expect(new.covers == left.covers && new.term.until == left.term.until)
        let agreed = member("other", [Household.eleven], until: nil)
        #expect(rights(left, [own, agreed], standIns: [own.id]) == nil)
    }
}
