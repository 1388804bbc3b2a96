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
            Keeping.Regime.jeugdwet, Keeping.Event.changed(changed, birth: birth), "2046-03-01" as Day?,
            Keeping.Article.jeugdwet
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
        regime: Keeping.Regime, event: Keeping.Event, until: Day?, article: Keeping.Article
    ) {
        let keeping = Keeping(regime, event)
        #expect(keeping.until == until && keeping.article == article)
    }

    @Test func `is the longest of what lies together`() {
        let short = Keeping(.jeugdwet, .changed(Self.changed, birth: Self.birth))
        let long = Keeping(.gi, .changed(Self.changed, birth: Self.birth))
        let open = Keeping(.jeugdwet, .relativesWrote(circleEnded: nil))
        #expect(Keeping.longest(of: [short, long]) == long)
        #expect(Keeping.longest(of: [long, open, short]) == open)
        #expect(Keeping.longest(of: []) == nil)
    }

    @Test(
        arguments: zip(
            Organisation.Kind.allCases,
            [Keeping.Regime.jeugdwet, .jeugdwet, .school, .wgbo, .jeugdwet, .gi, .wgbo, .other]))
    func `is told by the kind of organisation`(kind: Organisation.Kind, regime: Keeping.Regime) {
        #expect(Keeping.Regime(of: kind) == regime)
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

    @Test func `is decided by who promised it, who leads where it lies, and who decided before; never by who asks`() {
        let forgetting = asked()
        let (owner, other): (ID<Account>, ID<Account>) = (id("o"), id("x"))
        let team: ID<Organisation> = id("t")
        func may(
            _ who: ID<Account>, _ led: ID<Organisation>? = nil, _ owners: Set<Promise.Owner> = [],
            _ before: Set<ID<Account>> = []
        ) -> Bool { forgetting.mayBeDecided(by: who, leading: led, owners: owners, before: before) }
        #expect(may(owner, nil, [.account(owner)]) && may(other, team, [.organisation(team)]))
        #expect(may(other, nil, [], [other]) && !may(other) && !may(other, nil, [.organisation(team)]))
        #expect(!may(forgetting.asker, team, [.account(forgetting.asker), .organisation(team)], [forgetting.asker]))
    }
}
