// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `How long something is kept` {
    private static let changed: Day = "2026-03-01"
    private static let birth = BirthDate("2018-05-05" as Day)

    @Test(arguments: [
        // Who wrote it, what happened last, until when, by which rule.
        (
            KeepingTerm.Regime.jeugdwet, KeepingTerm.Event.changed(changed, birth: birth), "2046-03-01" as Day?,
            KeepingTerm.Article.jeugdwet
        ),
        (.wgbo, .changed(changed, birth: birth), "2046-03-01", .wgbo),
        (.school, .changed(changed, birth: birth), "2046-03-01", .jeugdwet),
        (.other, .changed(changed, birth: birth), "2046-03-01", .jeugdwet),
        // Thirty years after the eighteenth birthday; of an adult never shorter than twenty after the last change.
        (.gi, .changed(changed, birth: birth), "2066-05-05", .gi),
        (.gi, .changed(changed, birth: BirthDate("1980-01-01" as Day)), "2046-03-01", .gi),
        (.gi, .changed(changed, birth: .unknown), "2074-03-01", .gi),
        (.jeugdwet, .changed("2024-02-29", birth: birth), "2044-02-29", .jeugdwet),
        (.jeugdwet, .relativesWrote(circleEnded: changed), "2027-03-01", .circle),
        (.jeugdwet, .relativesWrote(circleEnded: nil), nil, .circle),
        (.jeugdwet, .reportedWithoutHelp(changed, term: 90), "2026-05-30", .report),
        (.gi, .looked(changed), "2031-03-01", .accessLog),
    ])
    func `follows from who wrote it and what happened last`(
        regime: KeepingTerm.Regime, event: KeepingTerm.Event, until: Day?, article: KeepingTerm.Article
    ) {
        let keeping = KeepingTerm(regime, event)
        #expect(keeping.until == until && keeping.article == article)
    }

    @Test func `is the longest of what lies together`() {
        let short = KeepingTerm(.jeugdwet, .changed(Self.changed, birth: Self.birth))
        let long = KeepingTerm(.gi, .changed(Self.changed, birth: Self.birth))
        let open = KeepingTerm(.jeugdwet, .relativesWrote(circleEnded: nil))
        #expect(KeepingTerm.longest(of: [short, long]) == long)
        #expect(KeepingTerm.longest(of: [long, open, short]) == open)
        #expect(KeepingTerm.longest(of: []) == nil)
    }

    private static let regimes: [Organisation.Kind: KeepingTerm.Regime] = [
        .areaTeam: .jeugdwet, .municipality: .jeugdwet, .careProvider: .jeugdwet, .generalPractice: .wgbo,
        .healthService: .wgbo, .youthProtection: .gi, .school: .school, .other: .other,
    ]

    @Test(arguments: Organisation.Kind.allCases)
    func `is told by the kind of organisation`(kind: Organisation.Kind) throws {
        #expect(KeepingTerm.Regime(of: kind) == (try #require(Self.regimes[kind])))
    }
}

@Suite struct `A request to erase` {
    private static let now = Moment("2026-11-30", hour: 9)

    private func asked() -> Forgetting {
        Forgetting(
            id: id("f"), person: id("p"), asker: id("a"), asked: Self.now, due: "2027-02-28",
            changed: Self.now)
    }

    private static let may: [Forgetting.State: Set<Forgetting.State>] = [
        .asked: [.granted, .refused, .withdrawn], .granted: [.done, .withdrawn],
    ]

    @Test(arguments: Forgetting.State.allCases, Forgetting.State.allCases)
    func `becomes what it may and nothing else`(from: Forgetting.State, to: Forgetting.State) throws {
        let forgetting = Forgetting(
            id: id("f"), person: id("p"), asker: id("a"), asked: Self.now, due: "2027-02-28",
            state: from, changed: Self.now)
        if Self.may[from]?.contains(to) == true {
            #expect(try forgetting.becoming(to, at: Self.now).state == to)
        } else {
            #expect(throws: Forgetting.Refusal.changed) { try forgetting.becoming(to, at: Self.now) }
        }
    }

    @Test func `is not before it was asked, whatever the clock says`() throws {
        let earlier = Moment("2026-11-01", hour: 9)
        #expect(try asked().becoming(.granted, at: earlier).changed == Self.now)
    }

    private static let (owner, other): (ID<Account>, ID<Account>) = (id("o"), id("x"))
    private static let team: ID<Organisation> = id("t")
    private static let desk: Set<Promise.Owner> = [.account(owner), .organisation(team)]

    private static func onlooker(
        _ who: ID<Account>, isMember: Bool = true, led: ID<Organisation>? = nil, isOfFamily: Bool = false
    ) -> SecondProfessional.Onlooker { .init(reader: who, isMember: isMember, led: led, isOfFamily: isOfFamily) }

    @Test(arguments: [
        (onlooker(owner), true), (onlooker(other, isMember: false, led: team), true), (onlooker(other), false),
        // Who left the circle, or asks on behalf of another organisation.
        (onlooker(owner, isMember: false), false), (onlooker(owner, isOfFamily: true), false),
        (onlooker(other, isMember: false, led: id("u")), false), (onlooker(id("a"), led: team), false),
    ])
    func `is decided by who promised it and stands in the circle, or leads where it lies; never by who asks`(
        who: SecondProfessional.Onlooker, decides: Bool
    ) {
        #expect(asked().isDecided(by: who, owners: Self.desk) == decides)
        #expect(!asked().isDecided(by: who, owners: []))
    }

    @Test func `is found by who refused it and the second, and not decided by them`() throws {
        let second = SecondProfessional(
            id: id("s"), subject: Promise.Subject(kind: "forgetting", id: "f"), first: Self.owner,
            asked: .account(Self.other),
            made: Self.now, given: .init(.no, by: Self.other, at: Self.now))
        let who = Self.onlooker(Self.other)
        #expect(asked().isSeen(by: who, owners: [], seconds: [second]))
        #expect(!asked().isDecided(by: who, owners: [.account(Self.owner)]))
        #expect(!asked().isSeen(by: Self.onlooker(Self.other, isMember: false), owners: [], seconds: [second]))
        #expect(!asked().isSeen(by: Self.onlooker(id("y")), owners: [], seconds: [second]))
    }

    private static let (mother, father): (ID<Person>, ID<Person>) = (id("m"), id("v"))

    @Test(
        arguments: [
            (WhoMustAgree.all([mother]), [:], Forgetting.Agreement.complete),
            (.all([mother, father]), [:], .waits(for: [father])),
            (.all([mother, father]), [father: true], .complete),
            (.all([mother, father]), [father: false], .refused),
            // The child turned 12 since.
            (.all([id("p")]), [father: true], .waits(for: [id("p")])),
            // Who lost authority since says nothing any more.
            (.all([mother]), [father: false], .complete),
            (.nobody(.authorityUndeterminable), [father: true], .nobody),
        ] as [(WhoMustAgree, [ID<Person>: Bool], Forgetting.Agreement)])
    func `takes the yes of each who must agree now`(
        mustAgree: WhoMustAgree, answers: [ID<Person>: Bool], agreement: Forgetting.Agreement
    ) {
        #expect(asked().agreement(of: mustAgree, asker: Self.mother, answers: answers) == agreement)
    }
}
