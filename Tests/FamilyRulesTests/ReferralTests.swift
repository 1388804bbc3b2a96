// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A referral` {
    static let now = Moment("2026-11-19", hour: 9)
    static let home: ID<Organisation> = id("home")
    static let far: ID<Organisation> = id("far")
    static let practice: ID<Organisation> = id("practice")
    static let workers: [String: Worker] = [
        "sender": Worker(id("sender"), for: home), "colleague": Worker(id("colleague"), for: home),
        "receiver": Worker(id("receiver"), for: far), "other": Worker(id("other"), for: far),
        "stranger": Worker(id("stranger"), for: id("elsewhere")),
        "sender elsewhere": Worker(id("sender"), for: far), "doctor": Worker(id("doctor"), for: practice),
    ]

    static func worker(_ name: String) throws -> Worker { try #require(workers[name]) }

    static func referral(
        _ state: Referral.State, in hand: String? = "receiver", keeper: Referral.Keeper = .sender,
        hearers: [Promise.Receiver] = []
    ) -> Referral {
        let day = now.day
        let isMet = state != .sent && state != .accepted
        return Referral(
            id: id("referral"), family: id("family"), person: id("child"), bundle: id("referral"),
            sender: Side(home, id("sender")), receiver: Side(far, hand.map { id($0) }), hearers: hearers,
            state: state, since: now, wait: Referral.Waiting(asked: day + -30, met: isMet ? day + -10 : nil),
            keeper: keeper)
    }

    static let acts: [(String, Referral.Act)] = [
        ("take", .take), ("pass", .pass(to: id("other"))), ("inbox", .pass(to: nil)), ("accept", .accept(.sender)),
        ("decline", .decline), ("redirect", .redirect(to: id("third"))), ("meet", .meet), ("give back", .giveBack),
        ("start", .start), ("pause", .pause), ("resume", .resume), ("bridge", .bridge),
        ("finish", .finish(.withLess)), ("hear", .hear(.helped)), ("send on", .hear(.sentOn)),
        ("withdraw", .withdraw),
    ]

    static let states: [(String, Referral.State)] = [
        ("sent", .sent), ("accepted", .accepted), ("waiting", .waiting), ("started", .started),
        ("declined", .answered(.declined)), ("redirected", .answered(.redirected(to: id("third")))),
        ("returned", .answered(.returned)), ("finished", .answered(.finished(.withLess))),
    ]

    /// What becomes of it: its new state, `same` where only hands or the wait changed, a dot where it is refused.
    private func tried(_ act: String, in state: String, by who: String) throws -> String {
        let before = Self.referral(try #require(Self.states.first { $0.0 == state }).1)
        let act = try #require(Self.acts.first { $0.0 == act }).1
        guard let after = try? before.after(act, by: Self.worker(who), at: Self.now) else { return "." }
        return after.state == before.state ? "same" : Self.word(after.state)
    }

    static func word(_ state: Referral.State) -> String {
        if case .closed(let closing) = state { return closing.rawValue }
        return states.first { $0.1 == state }?.0 ?? "?"
    }

    /// Every act in every state: by who asked, and by who has it in hand at the other side.
    @Test(arguments: [
        ("take", "sender", ". . . . . . . ."), ("take", "receiver", ". . . . . . . ."),
        ("pass", "sender", "same same same same same same same same"),
        ("pass", "receiver", "same same same same same same same same"),
        ("inbox", "sender", "same same same same same same same same"),
        ("inbox", "receiver", "same same same same same same same same"),
        ("accept", "sender", ". . . . . . . ."), ("accept", "receiver", "accepted . . . . . . ."),
        ("decline", "sender", ". . . . . . . ."), ("decline", "receiver", "declined . . . . . . ."),
        ("redirect", "sender", ". . . . . . . ."), ("redirect", "receiver", "redirected . . . . . . ."),
        ("meet", "sender", ". . . . . . . ."), ("meet", "receiver", ". waiting . . . . . ."),
        ("give back", "sender", ". . . . . . . ."), ("give back", "receiver", ". returned returned . . . . ."),
        ("start", "sender", ". . . . . . . ."), ("start", "receiver", ". started started . . . . ."),
        ("pause", "sender", ". same same . . . . ."), ("pause", "receiver", ". same same . . . . ."),
        ("resume", "sender", ". . . . . . . ."), ("resume", "receiver", ". . . . . . . ."),
        ("bridge", "sender", ". same same . . . . ."), ("bridge", "receiver", ". . . . . . . ."),
        ("finish", "sender", ". . . . . . . ."), ("finish", "receiver", ". . . finished . . . ."),
        ("hear", "sender", ". . . . helped helped helped helped"), ("hear", "receiver", ". . . . . . . ."),
        ("send on", "sender", ". . . . . sentOn . ."), ("send on", "receiver", ". . . . . . . ."),
        (
            "withdraw", "sender",
            "noLongerNeeded noLongerNeeded noLongerNeeded . . . . ."
        ),
        ("withdraw", "receiver", ". . . . . . . ."),
    ])
    func `stands so after an act`(act: String, who: String, outcomes: String) throws {
        let found = try Self.states.map { try tried(act, in: $0.0, by: who) }
        #expect(found.joined(separator: " ") == outcomes)
    }

    @Test(arguments: acts.map(\.0), states.map(\.0))
    func `in somebody's hands is nobody else's`(act: String, state: String) throws {
        for who in ["colleague", "other", "stranger", "sender elsewhere", "doctor"] {
            #expect(try tried(act, in: state, by: who) == ".", "\(who)")
        }
    }

    @Test(arguments: acts.map(\.0), Referral.Closing.allCases)
    func `that is over stays so`(act: String, closing: Referral.Closing) throws {
        let act = try #require(Self.acts.first { $0.0 == act }).1
        for worker in Self.workers.values {
            #expect(throws: Referral.Refusal.closed) {
                try Self.referral(.closed(closing)).after(act, by: worker, at: Self.now)
            }
        }
    }

    @Test func `in an inbox is taken by a colleague, or answered at once, and then in their hands`() throws {
        let referral = Self.referral(.sent, in: nil)
        for act in [Referral.Act.take, .accept(.receiver), .decline] {
            #expect(try referral.after(act, by: Self.worker("other"), at: Self.now).receiver.account == id("other"))
        }
        for who in ["sender", "stranger", "sender elsewhere", "doctor"] {
            #expect(throws: Referral.Refusal.self) { try referral.after(.take, by: Self.worker(who), at: Self.now) }
        }
    }

    @Test func `goes to nobody by whom it was sent`() throws {
        #expect(throws: Referral.Refusal.ownReferral) {
            try Self.referral(.sent).after(.redirect(to: Self.home), by: Self.worker("receiver"), at: Self.now)
        }
        #expect(throws: Referral.Refusal.ownReferral) {
            try Self.referral(.sent).after(.redirect(to: Self.far), by: Self.worker("receiver"), at: Self.now)
        }
        #expect(throws: Referral.Refusal.ownReferral) {
            try Self.referral(.sent).after(.pass(to: id("sender")), by: Self.worker("receiver"), at: Self.now)
        }
    }

    @Test(arguments: [
        ("sent", "answerReferral"), ("accepted", "bridgeReferral meetReferral"),
        ("waiting", "bridgeReferral startReferral"), ("started", "finishReferral"), ("declined", "hearReferral"),
        ("redirected", "hearReferral"), ("returned", "hearReferral"), ("finished", "hearReferral"),
    ])
    func `owes by where it stands`(state: String, owed: String) throws {
        let referral = Self.referral(try #require(Self.states.first { $0.0 == state }).1)
        #expect(referral.debts.map(\.kind.rawValue).joined(separator: " ") == owed)
    }

    @Test(arguments: [("sent", 3), ("started", 3), ("accepted", 2), ("finished", 1)])
    func `owes its director and the GP what it owes who sent it`(state: String, count: Int) throws {
        let hearers: [Promise.Receiver] = [.account(id("director")), .organisation(Self.practice)]
        let state = try #require(Self.states.first { $0.0 == state }).1
        let referral = Self.referral(state, hearers: hearers)
        #expect(referral.debts.count == count)
        #expect(Set(referral.debts.map(\.kind)).count == (referral.isWaited ? 2 : 1))
    }

    @Test func `that waits owes a contact by who keeps it, until there was one`() throws {
        for (keeper, who) in [(Referral.Keeper.sender, "sender"), (.receiver, "receiver")] {
            let referral = Self.referral(.accepted, keeper: keeper)
            #expect(referral.debts.first?.owner == .account(try Self.worker(who).account))
            let bridged = try referral.after(.bridge, by: Self.worker(who), at: Self.now)
            #expect(bridged.debts.map(\.kind) == [.meetReferral])
            let met = try bridged.after(.meet, by: Self.worker("receiver"), at: Self.now)
            #expect(met.debts.map(\.kind) == [.bridgeReferral, .startReferral])
        }
    }

    @Test func `that the family wishes to wait with is looked at again, and asks nothing meanwhile`() throws {
        let paused = try Self.referral(.accepted).after(.pause, by: Self.worker("sender"), at: Self.now)
        #expect(paused.debts.map(\.kind) == [.bridgeReferral, .resumeReferral])
        #expect(throws: Referral.Refusal.notNow) {
            try paused.after(.pause, by: Self.worker("sender"), at: Self.now)
        }
        let later = Self.now + .days(7)
        let resumed = try paused.after(.resume, by: Self.worker("receiver"), at: later)
        #expect(resumed.wait.pausedUntilMet == 7 && resumed.wait.pausedSince == nil)
        #expect(try paused.after(.meet, by: Self.worker("receiver"), at: later).wait.pausedUntilMet == 7)
    }

    @Test func `started elsewhere is over where it waited, and nowhere else`() {
        for (word, state) in Self.states {
            let isOver = Self.referral(state).startedElsewhere(at: Self.now).isOver
            #expect(isOver == ["sent", "accepted", "waiting"].contains(word), "\(word)")
        }
    }

    @Test(arguments: [
        ("sender", true), ("receiver", true), ("colleague", false), ("other", false), ("stranger", false),
        ("sender elsewhere", false), ("doctor", false),
    ])
    func `is open to the two between whom it goes`(who: String, isOpen: Bool) throws {
        for (_, state) in Self.states + [("over", .closed(.helped))] {
            #expect(try Self.referral(state).isOpen(to: Self.worker(who)) == isOpen)
        }
        #expect(try Self.referral(.sent, in: nil).isOpen(to: Self.worker("other")))
        #expect(try !Self.referral(.closed(.noLongerNeeded), in: nil).isOpen(to: Self.worker("other")))
    }

    @Test(arguments: ["sender", "receiver", "colleague", "other"])
    func `is open to nobody from whom the family is kept`(who: String) throws {
        let referral = Self.referral(.sent, in: nil).withoutSender()
        #expect(try referral.isOpen(to: Self.worker(who), keptFrom: [id("another")]))
        #expect(try !referral.isOpen(to: Self.worker(who), keptFrom: [id("another"), referral.family]))
    }

    /// Who is let in for whom, for whom they work, how far, and until when.
    @Test(
        arguments: [
            (Membership.Kind.professional, home, ["child"], Share.plan, nil, true),
            (.professional, home, ["child", "mother"], .all, "2026-11-20", true),
            (.professional, home, ["child"], .contact, nil, false),
            (.professional, home, ["mother"], .all, nil, false),
            (.professional, far, ["child"], .all, nil, false),
            (.professional, home, ["child"], .all, "2026-11-19", false),
            (.relative, home, ["child"], .all, nil, false),
        ] as [(Membership.Kind, ID<Organisation>, [String], Share, Day?, Bool)])
    func `is planned by who plans with the young person for who sent it`(
        kind: Membership.Kind, organisation: ID<Organisation>, covers: [String], share: Share, until: Day?, plans: Bool
    ) {
        let membership = Membership(
            id: id("member"), account: id("sender"), kind: kind, organisation: organisation,
            covers: Set(covers.map { id($0) }), share: share, term: Period(from: Self.now.day + -9, until: until))
        #expect(Self.referral(.sent).isPlanned(by: [membership], on: Self.now.day) == plans)
        #expect(!Self.referral(.sent).isPlanned(by: [], on: Self.now.day))
    }

    @Test func `goes back to who asked where nobody does it any more, and nowhere else`() {
        for (word, state) in Self.states {
            let isOpen = ["sent", "accepted", "waiting", "started"].contains(word)
            #expect((Self.referral(state, in: nil).forsaken(at: Self.now).state == .answered(.forsaken)) == isOpen)
            #expect(Self.referral(state).forsaken(at: Self.now).state == state, "\(word)")
            #expect(Self.referral(state).erased(at: Self.now).state == .closed(.noLongerNeeded), "\(word)")
        }
        #expect(Self.referral(.sent, in: nil).forsaken(at: Self.now).debts.map(\.kind) == [.hearReferral])
        #expect(Self.referral(.closed(.helped)).erased(at: Self.now).state == .closed(.helped))
    }

    @Test(arguments: [
        ("sent", true), ("accepted", true), ("waiting", true), ("started", true), ("finished", true),
        ("declined", false), ("redirected", false), ("returned", false),
    ])
    func `shows the other side what was shared while it helps, or may`(state: String, isShared: Bool) throws {
        #expect(Self.referral(try #require(Self.states.first { $0.0 == state }).1).isSharedNow == isShared)
        #expect(!Self.referral(.closed(.noLongerNeeded)).isSharedNow)
    }

    /// A year of people who do whatever comes to mind, leave, and let it lie.
    @Test(arguments: 0..<60)
    func `is never without an owner in a year of people who do anything`(seed: UInt64) throws {
        var chance = Dice(seed)
        var (now, open) = (Self.now, [Promise]())
        var referral = Self.referral(.sent, in: nil, hearers: [.organisation(Self.practice)])
        let ids = IDSource { (seed, UInt64.random(in: 0...UInt64.max)) }
        let people = Self.workers.values.sorted { ($0.account, $0.organisation) < ($1.account, $1.organisation) }
        for _ in 0..<365 {
            now = now + .hours(24)
            let worker = try #require(people.randomElement(using: &chance))
            switch Int.random(in: 0..<20, using: &chance) {
            case 0: referral = referral.without([worker.account])
            case 1: referral = referral.late()
            case 2: referral = referral.unheard(at: now)
            case 3: referral = referral.withoutSender()
            case 4: referral = referral.forsaken(at: now)
            default:
                let act = try #require(Self.acts.dropLast().randomElement(using: &chance)).1
                referral = (try? referral.after(act, by: worker, at: now)) ?? referral
            }
            let change = try DebtChange(from: open, to: referral, at: now)
            open = open.filter { promise in !change.ended.contains { $0.id == promise.id } }
                .map { promise in change.moved.first { $0.id == promise.id } ?? promise }
            open += change.new.map {
                Promise(
                    id: ids.next(at: now), kind: $0.kind, owner: $0.owner, receiver: $0.receiver,
                    subject: referral.subject, urgency: $0.urgency, made: now)
            }
            #expect(open.isEmpty == referral.isOver)
            #expect(open.count == referral.debts.count && open.allSatisfy(\.isOpen))
            #expect(Set(open.map(\.owner)) == Set(referral.debts.map(\.owner)))
            #expect(referral.sender.account == nil || referral.sender.account != referral.receiver.account)
            #expect(referral.waits.allSatisfy { $0.days(until: now.day) >= 0 })
        }
    }

    @Test(arguments: ReferralResult.allCases)
    func `ends with a result that has its codes`(result: ReferralResult) {
        #expect(ReferralResult(rawValue: result.rawValue) == result)
        let early: [String: String] = ["32": "03", "33": "04", "34": "02", "35": "05"]
        #expect((result.isLeftEarly == true) == early.keys.contains(result.stop.rawValue))
        #expect(result.statisticsCode == (early[result.stop.rawValue] ?? (result.stop.rawValue == "31" ? "01" : nil)))
        #expect((result.isLeftEarly == nil) == (result.stop.rawValue == "38"))
    }

    @Test(arguments: [
        ("accept", Feedback.receipt), ("decline", .receipt), ("redirect", .receipt), ("start", .start),
        ("finish", .end), ("give back", .end), ("meet", nil), ("take", nil), ("bridge", nil), ("hear", nil),
    ])
    func `tells who asked at receipt, start and end`(act: String, feedback: Feedback?) throws {
        #expect(Feedback(of: try #require(Self.acts.first { $0.0 == act }).1) == feedback)
    }
}

@Suite struct `What goes along with a referral` {
    private static let (child, mother): (ID<Person>, ID<Person>) = (id("child"), id("mother"))
    private static let yes = SharedPart.Basis.consent(id("yes"))
    private static let law = SharedPart.Basis.ground(id("law"))
    private static let question = SharedPart(.question, about: [child], on: yes)

    private static func stands(
        _ basis: SharedPart.Basis, _ persons: Set<ID<Person>>, _ party: String? = "De Brug"
    ) -> StandingBasis {
        StandingBasis(basis, about: persons, with: party)
    }

    @Test(
        arguments: [
            ([question], [stands(yes, [child])], true),
            ([question], [stands(yes, [child], nil)], true),
            ([question], [], false),
            ([question], [stands(yes, [mother])], false),
            ([question], [stands(law, [child])], false),
            ([], [stands(yes, [child])], false),
            ([question, question], [stands(yes, [child])], false),
            ([question, SharedPart(.story, about: [child, mother], on: yes)], [stands(yes, [child])], false),
            ([question, SharedPart(.story, about: [child, mother], on: yes)], [stands(yes, [child, mother])], true),
            (
                [question, SharedPart(.goal, about: [mother], on: law)],
                [stands(yes, [child]), stands(law, [mother])], true
            ),
            (
                [question, SharedPart(.goal, about: [mother], on: law)],
                [stands(yes, [child]), stands(law, [mother], "Het Anker")], false
            ),
            (
                [question, SharedPart(.goal, about: [mother], on: law)],
                [stands(yes, [child], nil), stands(law, [mother], nil)], false
            ),
            ([SharedPart(.question, about: [], on: yes)], [stands(yes, [child])], false),
        ] as [([SharedPart], [StandingBasis], Bool)])
    func `rests, each part, on what stands for all whom it is about and names the party that is asked`(
        parts: [SharedPart], standing: [StandingBasis], mayGo: Bool
    ) {
        #expect(((try? Referral.check(parts, on: standing)) != nil) == mayGo)
    }
}

/// Chance that can be repeated (SplitMix64).
private struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
