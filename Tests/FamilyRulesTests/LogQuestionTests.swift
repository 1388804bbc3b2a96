// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `Asking why somebody looked` {
    private let line = LookedLine(
        who: id("helper"), day: today, action: .read, item: ItemName(.circle, stored: "family"))
    private let office: ID<Organisation> = id("office")

    private func work(ended: Bool = false, organisation: Bool = true, kind: Membership.Kind = .professional)
        -> Membership
    {
        Membership(
            id: id("work"), account: id("helper"), kind: kind, organisation: organisation ? office : nil,
            covers: [Household.eleven.id], share: .all, term: Period(from: "2026-01-01"),
            ended: ended ? Moment(today) : nil)
    }

    private func owner(
        of line: LookedLine? = nil, shown: Bool = true, open: Set<ID<Account>> = [], work: Membership?,
        asker: String = "mother", _ memberships: [Membership] = []
    ) throws -> Promise.Owner {
        let line = line ?? self.line
        return try Household.standing(of: asker, memberships: memberships).reading(on: today)
            .asks(about: line, shown: shown ? [line] : [], open: open, work: work, on: today)
    }

    @Test func `makes the one who looked owe an answer`() throws {
        #expect(try owner(work: work()) == .account(id("helper")))
        #expect(try owner(open: [id("other")], work: work()) == .account(id("helper")))
    }

    @Test func `makes the organisation owe it once they left`() throws {
        #expect(try owner(work: work(ended: true)) == .organisation(office))
    }

    @Test func `is refused about a line that is not shown, as about one that is not there`() {
        #expect(throws: LogQuestion.Refusal.noSuchLine) { try owner(shown: false, work: work()) }
        #expect(throws: LogQuestion.Refusal.noSuchLine) { try owner(work: nil) }
        #expect(throws: LogQuestion.Refusal.noSuchLine) { try owner(work: work(kind: .relative)) }
        #expect(throws: LogQuestion.Refusal.noSuchLine) { try owner(work: work(ended: true, organisation: false)) }
    }

    @Test func `is one at a time to each professional`() {
        #expect(throws: LogQuestion.Refusal.alreadyOpen) { try owner(open: [id("helper")], work: work()) }
    }

    @Test func `is not about somebody reading a question, and not for members of the circle`() {
        let read = LookedLine(who: id("helper"), day: today, action: .read, item: ItemName(.question, stored: "q"))
        #expect(throws: LogQuestion.Refusal.noSuchLine) { try owner(of: read, work: work()) }
        let member = Household.membership(of: "colleague", covers: Household.all)
        #expect(throws: LogQuestion.Refusal.noSuchLine) { try owner(work: work(), asker: "colleague", [member]) }
    }
}

@Suite struct `Answering why one looked` {
    private static let office: ID<Organisation> = id("office")

    private let question = LogQuestion(
        id: id("question"), asker: id("mother"), person: Household.mother.id,
        line: LookedLine(who: id("helper"), day: today, action: .read, item: nil), organisation: office,
        promise: id("promise"), asked: Moment(today))

    private func work(_ function: Professional.Function, at organisation: ID<Organisation> = office) -> Professional {
        Professional(
            id: id("work"), account: id("lead"), organisation: organisation, function: function, title: "",
            period: Period(from: "2026-01-01"))
    }

    private func mayAnswer(
        _ reader: String, owner: Promise.Owner = .account(id("helper")), members: [Membership] = [],
        held: Standing.Held = .init(), work: [Professional] = []
    ) -> Bool {
        question.mayBeAnswered(
            by: id(reader), owner: owner, standing: Household.standing(of: reader, memberships: members, held: held),
            work: work, on: today)
    }

    @Test func `is for who owes it, while they are in the circle`() {
        let member = Household.membership(of: "helper", covers: [Household.eleven])
        let ended = Household.membership(of: "helper", covers: [Household.eleven], ended: Moment(today))
        #expect(mayAnswer("helper", members: [member]))
        #expect(!mayAnswer("helper", members: [ended]))
        #expect(!mayAnswer("helper", owner: .organisation(Self.office), members: [member]))
        #expect(!mayAnswer("colleague", members: [Household.membership(of: "colleague", covers: Household.all)]))
    }

    @Test(arguments: Professional.Function.allCases)
    func `is for a team lead of the same organisation, in the circle or not`(function: Professional.Function) {
        for owner in [Promise.Owner.account(id("helper")), .organisation(Self.office)] {
            #expect(mayAnswer("lead", owner: owner, work: [work(function)]) == (function == .teamLead))
            #expect(!mayAnswer("lead", owner: owner, work: [work(function, at: id("elsewhere"))]))
        }
    }

    @Test(arguments: ["mother", "father", "eleven"])
    func `is never for somebody of the family`(reader: String) {
        #expect(!mayAnswer(reader, owner: .account(id(reader)), work: [work(.teamLead)]))
    }

    @Test func `is not for one from whom it is held, or the whole family`() {
        let lead = [work(.teamLead)]
        #expect(!mayAnswer("lead", held: .init(wholeFamily: true), work: lead))
        #expect(!mayAnswer("lead", held: .init(items: [ItemName(.question, stored: question.id.text)]), work: lead))
    }

    @Test func `opens what the asker asked, and nobody else's`() {
        let reading = Reading.answering(question, by: id("helper"))
        #expect(Array(reading.covered.keys) == [Household.mother.id])
        #expect(reading.ground == .asked)
    }
}

@Suite struct `Being shown by function` {
    @Test(arguments: [
        ("helper", Membership.Kind.professional, nil as String?, true), ("helper", .professional, "boss", true),
        ("boss", .professional, "boss", true), ("boss", .professional, "helper", false),
        ("boss", .relative, "boss", false), ("mother", .professional, "mother", false),
    ])
    func `is decided by the professional or a director who is one`(
        reader: String, kind: Membership.Kind, director: String?, may: Bool
    ) throws {
        let helper = Household.membership(of: "helper", covers: [Household.eleven])
        let own = reader == "mother" ? [] : [Household.membership(of: reader, covers: [Household.eleven], kind: kind)]
        let reading = try Household.standing(of: reader, memberships: own).reading(on: today)
        #expect(reading.mayShowAsFunction(helper, director: director.map { id($0) }) == may)
    }

    @Test func `is for professionals only`() throws {
        let neighbour = Household.membership(of: "neighbour", covers: [Household.eleven], kind: .relative)
        let boss = Household.membership(of: "boss", covers: [Household.eleven])
        let reading = try Household.standing(of: "boss", memberships: [boss]).reading(on: today)
        #expect(!reading.mayShowAsFunction(neighbour, director: id("boss")))
    }
}

@Suite struct `A question that is withdrawn` {
    private func question(answered: Moment? = nil) -> LogQuestion {
        LogQuestion(
            id: id("question"), asker: id("mother"), person: Household.mother.id,
            line: LookedLine(who: id("helper"), day: today, action: .read, item: nil), organisation: Household.office,
            promise: id("promise"), asked: Moment(today), answered: answered)
    }

    private func withdrawn(by who: String, _ question: LogQuestion) throws -> LogQuestion {
        try question.withdrawn(by: try Household.standing(of: who).reading(on: today), at: Moment(today))
    }

    @Test func `waits for nobody, and is withdrawn once`() throws {
        let withdrawn = try withdrawn(by: "mother", question())
        #expect(!withdrawn.isOpen)
        #expect(throws: LogQuestion.Refusal.alreadyAnswered) { try self.withdrawn(by: "mother", withdrawn) }
        let answered = question(answered: Moment(today))
        #expect(throws: LogQuestion.Refusal.alreadyAnswered) { try self.withdrawn(by: "mother", answered) }
    }

    @Test(arguments: ["father", "eleven", "thirteen"])
    func `is withdrawn by who asked alone`(who: String) {
        #expect(throws: LogQuestion.Refusal.notYoursToWithdraw) { try withdrawn(by: who, question()) }
    }
}
