// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

private let now = Moment(today, hour: 10)
private let mother = Household.mother.id
private let father = Household.father.id
private let child = Household.eleven.id
private let young = Household.thirteen.id

private func consent(
    _ asked: Asked = .share, _ persons: Set<ID<Person>> = [child], until: Day? = today + 90,
    _ given: [Consent.Given] = [], agreed: [ID<Person>: Moment] = [:]
) -> Consent {
    Consent(
        id: id("consent"), asked: asked, by: id("helper"), persons: persons, made: now, until: until, given: given,
        agreed: agreed)
}

private func said(
    _ who: ID<Person>, _ answer: Consent.Answer, about: ID<Person> = child, notedBy: ID<Account>? = nil,
    second: ID<Account>? = nil
) -> Consent.Given {
    Consent.Given(
        about: about, by: who, answer, notedBy == nil ? .inRondom : .spoken, at: now, notedBy: notedBy,
        second: second)
}

@Suite struct `A consent` {
    private let both = WhoMustAgree.all([mother, father])

    @Test(
        arguments: [
            ([], Consent.Outcome.waits(for: [mother, father])),
            ([(mother, Consent.Answer.yes)], .waits(for: [father])),
            ([(mother, .yes), (father, .yes)], .agreed),
            ([(mother, .yes), (father, .no)], .refused(by: [father])),
            ([(mother, .no)], .refused(by: [mother])),
            ([(mother, .yes), (father, .notReached)], .waits(for: [father])),
            ([(mother, .yes), (father, .notReached), (father, .yes)], .agreed),
            ([(mother, .yes), (father, .no), (father, .yes)], .agreed),
            ([(mother, .yes), (young, .yes)], .waits(for: [father])),
        ] as [([(ID<Person>, Consent.Answer)], Consent.Outcome)])
    func `stands once all who must agree said yes`(
        answers: [(ID<Person>, Consent.Answer)], outcome: Consent.Outcome
    ) {
        let given = answers.map { said($0.0, $0.1) }
        #expect(consent(given).outcome(for: child, both, at: now) == outcome)
    }

    private func consent(_ given: [Consent.Given]) -> Consent { FamilyRulesTests.consent(.share, [child], given) }

    @Test func `counts that somebody was not asked once a second professional confirmed it`() {
        let yes = said(mother, .yes)
        let alone = said(father, .notAsked, notedBy: id("helper"))
        let confirmed = said(father, .notAsked, notedBy: id("helper"), second: id("colleague"))
        #expect(consent([yes, alone]).outcome(for: child, both, at: now) == .waits(for: [father]))
        #expect(consent([yes, confirmed]).outcome(for: child, both, at: now) == .agreed)
        // Nobody asked is no yes.
        let none = said(mother, .notAsked, notedBy: id("helper"), second: id("colleague"))
        #expect(consent([none, confirmed]).outcome(for: child, both, at: now) == .waits(for: []))
    }

    @Test func `is asked for four weeks, and stands until its day`() {
        let open = consent([said(mother, .yes)])
        #expect(open.outcome(for: child, both, at: now + Consent.term) == .unanswered)
        let agreed = FamilyRulesTests.consent(.share, [child], agreed: [child: now])
        #expect(agreed.outcome(for: child, both, at: Moment(today + 89)) == .agreed)
        #expect(agreed.outcome(for: child, both, at: Moment(today + 90)) == .past)
    }

    @Test func `stands though others must agree since`() {
        let agreed = FamilyRulesTests.consent(.share, [child], agreed: [child: now])
        #expect(agreed.outcome(for: child, .all([child]), at: now + .days(1)) == .agreed)
    }

    @Test func `is answered by those who must agree, while it is open`() throws {
        let open = consent([])
        #expect(throws: Consent.Refusal.notYours) { try open.answered(said(young, .yes), both, at: now) }
        #expect(throws: Consent.Refusal.notYours) {
            try open.answered(said(mother, .yes, about: young), both, at: now)
        }
        let one = try open.answered(said(mother, .yes), both, at: now)
        #expect(one.agreed.isEmpty)
        let two = try one.answered(said(father, .yes), both, at: now)
        #expect(two.agreed == [child: now])
        #expect(throws: Consent.Refusal.over) { try two.answered(said(father, .no), both, at: now) }
        #expect(throws: Consent.Refusal.over) {
            try one.answered(said(father, .yes), both, at: now + Consent.term)
        }
    }

    @Test func `is not said to be unasked by who answers themself, nor with oneself as the second`() {
        #expect(throws: Consent.Refusal.notYours) {
            try consent([]).answered(said(mother, .notAsked), both, at: now)
        }
        let alone = said(mother, .notAsked, notedBy: id("helper"), second: id("helper"))
        #expect(throws: Consent.Refusal.noSecond) { try consent([]).answered(alone, both, at: now) }
    }

    @Test(arguments: [("mother", true), ("father", true), ("thirteen", false), ("helper", false)])
    func `is taken back by one of those who must agree, alone`(who: String, may: Bool) throws {
        let agreed = FamilyRulesTests.consent(.share, [child], agreed: [child: now])
        let helper = [Household.membership(of: "helper", covers: [Household.eleven])]
        let reading = try Household.standing(of: who, memberships: who == "helper" ? helper : []).reading(on: today)
        guard !may else {
            let ended = try agreed.withdrawn(for: [child], by: reading, [child: both], at: now)
            #expect(ended.outcome(for: child, both, at: now) == .ended)
            #expect(throws: Consent.Refusal.over) {
                try ended.withdrawn(for: [child], by: reading, [child: both], at: now)
            }
            return
        }
        #expect(throws: Consent.Refusal.notYours) {
            try agreed.withdrawn(for: [child], by: reading, [child: both], at: now)
        }
    }

    @Test func `is taken back by who said yes where nobody decides any more`() throws {
        let agreed = FamilyRulesTests.consent(.share, [child], [said(mother, .yes)], agreed: [child: now])
        let nobody: [ID<Person>: WhoMustAgree] = [child: .nobody(.authorityUnderInvestigation)]
        let mothers = try Household.standing(of: "mother").reading(on: today)
        #expect(try agreed.withdrawn(for: [child], by: mothers, nobody, at: now).ended == [child: now])
        let fathers = try Household.standing(of: "father").reading(on: today)
        #expect(throws: Consent.Refusal.notYours) {
            try agreed.withdrawn(for: [child], by: fathers, nobody, at: now)
        }
    }

    @Test func `ends for one child and not for the other`() throws {
        let persons: Set<ID<Person>> = [child, young]
        let agreed = FamilyRulesTests.consent(.share, persons, agreed: [child: now, young: now])
        let who: [ID<Person>: WhoMustAgree] = [child: both, young: .all([young])]
        let reading = try Household.standing(of: "mother").reading(on: today)
        let ended = try agreed.withdrawn(for: [child], by: reading, who, at: now)
        #expect(ended.outcome(for: young, .all([young]), at: now) == .agreed)
        #expect(throws: Consent.Refusal.notYours) { try agreed.withdrawn(for: persons, by: reading, who, at: now) }
    }
}

@Suite struct `A consent as it is asked` {
    private let both: [ID<Person>: WhoMustAgree] = [child: .all([mother, father])]

    @Test func `holds the yes of who asks and must agree`() throws {
        let reading = try Household.standing(of: "mother").reading(on: today)
        let asked = try consent().asked(by: reading, both)
        #expect(asked.given.map(\.by) == [mother])
        let own = [child: WhoMustAgree.all([mother])]
        #expect(try consent().asked(by: reading, own).agreed == [child: now])
        let helper = try Household.helper([Household.eleven])
        #expect(try consent().asked(by: helper, both).given.isEmpty)
    }

    @Test(arguments: WhoMustAgree.Reason.allCases)
    func `stops where nobody may be assumed to decide`(reason: WhoMustAgree.Reason) throws {
        let helper = try Household.helper([Household.eleven])
        #expect(throws: ConsentRefusal.nobodyDecides(child, reason)) {
            try consent().asked(by: helper, [child: .nobody(reason)])
        }
    }

    @Test(arguments: [
        (Asked.share, nil as Day?, false), (.share, today, false), (.share, today + 1, true),
        (.share, today + 366, true), (.share, today + 367, false), (.help, nil, true), (.help, today + 900, true),
        (.help, today, false),
    ])
    func `to share ends within a year, to help may go on`(asked: Asked, until: Day?, may: Bool) throws {
        let helper = try Household.helper([Household.eleven])
        let draft = consent(asked, until: until)
        guard !may else {
            #expect(try draft.asked(by: helper, both).until == until)
            return
        }
        #expect(throws: ConsentRefusal.termIsWrong) { try draft.asked(by: helper, both) }
    }
}

@Suite struct `Help without a yes that is missing` {
    private let all = WhoMustAgree.all([young, mother, father])

    private func help(_ said: [(ID<Person>, Consent.Answer)]) -> Consent {
        consent(.help, [young], said.map { FamilyRulesTests.said($0.0, $0.1, about: young) })
    }

    @Test(
        arguments: [
            (HelpException.seriousHarm, [(young, Consent.Answer.yes)], true), (.seriousHarm, [], false),
            (.seriousHarm, [(mother, .yes)], false), (.seriousHarm, [(young, .no)], false),
            (.persists, [(young, .yes), (father, .no)], true), (.persists, [(young, .yes)], false),
            (.persists, [(father, .no)], false), (.persists, [(young, .no), (father, .no)], false),
            (.urgentNeed, [], true), (.urgentNeed, [(father, .no)], true),
        ] as [(HelpException, [(ID<Person>, Consent.Answer)], Bool)])
    func `from 12 until 16 is as the law says`(
        exception: HelpException, said: [(ID<Person>, Consent.Answer)], may: Bool
    ) throws {
        let helper = try Household.helper([Household.thirteen])
        guard !may else {
            let decided = try help(said).decided(exception, about: young, by: helper, all, at: now)
            #expect(decided.outcome(for: young, all, at: now) == .decided(exception))
            return
        }
        #expect(throws: Consent.Refusal.noException) {
            try help(said).decided(exception, about: young, by: helper, all, at: now)
        }
    }

    @Test(arguments: [Household.eleven, Household.seventeen], [HelpException.seriousHarm, .persists])
    func `is for no other age`(person: Person, exception: HelpException) throws {
        let helper = try Household.helper([person])
        let asked = consent(
            .help, [person.id],
            [said(person.id, .yes, about: person.id), said(mother, .no, about: person.id)])
        #expect(throws: Consent.Refusal.noException) {
            try asked.decided(exception, about: person.id, by: helper, .all([person.id, mother]), at: now)
        }
    }

    @Test func `is never against who decides alone, and never about sharing`() throws {
        let helper = try Household.helper([Household.seventeen])
        let seventeen = Household.seventeen.id
        let refused = consent(.help, [seventeen], [said(seventeen, .no, about: seventeen)])
        #expect(throws: Consent.Refusal.noException) {
            try refused.decided(.urgentNeed, about: seventeen, by: helper, .all([seventeen]), at: now)
        }
        let sharing = consent(.share, [seventeen])
        #expect(throws: Consent.Refusal.noException) {
            try sharing.decided(.urgentNeed, about: seventeen, by: helper, .all([seventeen]), at: now)
        }
    }

    @Test(arguments: ["mother", "thirteen"]) func `is decided by nobody of the family`(who: String) throws {
        let reading = try Household.standing(of: who).reading(on: today)
        #expect(throws: Consent.Refusal.notYours) {
            try help([(young, .yes)]).decided(.seriousHarm, about: young, by: reading, all, at: now)
        }
    }
}

@Suite struct `A consent is seen` {
    private let mustAgree: [ID<Person>: WhoMustAgree] = [young: .all([young]), child: .all([mother, father])]

    @Test(arguments: [
        ("thirteen", "thirteen", true), ("mother", "thirteen", false), ("father", "eleven", true),
        ("eleven", "eleven", false), ("stepfather", "eleven", false), ("thirteen", "eleven", false),
    ])
    func `by who it is about from 12, and who must agree`(who: String, about: String, sees: Bool) throws {
        let reading = try Household.standing(of: who).reading(on: today)
        let asked = consent(.share, [id(about)])
        let must = mustAgree.filter { $0.key == id(about) as ID<Person> }
        #expect(reading.maySee(asked, must, on: today) == sees)
    }

    @Test(arguments: [(Share.contact, false), (.plan, true), (.all, true)])
    func `by professionals who plan with all it is about`(share: Share, sees: Bool) throws {
        let helper = [Household.membership(of: "colleague", covers: [Household.eleven], share: share)]
        let reading = try Household.standing(of: "colleague", memberships: helper).reading(on: today)
        #expect(reading.maySee(consent(), mustAgree, on: today) == sees)
        #expect(!reading.maySee(consent(.share, [child, young]), mustAgree, on: today))
    }

    @Test func `by the member it lets in, and by nobody from whom they are hidden`() throws {
        let membership = Household.membership(of: "neighbour", covers: [Household.eleven], kind: .relative)
        let resting = Consent(
            id: id("consent"), asked: .share, by: id("helper"), persons: [child], share: .contact,
            membership: membership.id, made: now)
        let neighbour = try Household.standing(of: "neighbour", memberships: [membership]).reading(on: today)
        #expect(neighbour.maySee(resting, mustAgree, on: today))
        let hidden = try Household.standing(of: "mother", hidden: [membership.id]).reading(on: today)
        #expect(!hidden.maySee(resting, [child: .all([mother])], on: today))
    }
}
