// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A consult` {
    private static let now = Moment("2026-11-19", hour: 9)
    private static let home: ID<Organisation> = id("home")
    private static let far: ID<Organisation> = id("far")
    private static let workers: [String: Worker] = [
        "asker": Worker(id("asker"), for: home), "colleague": Worker(id("colleague"), for: home),
        "expert": Worker(id("expert"), for: far), "other": Worker(id("other"), for: far),
        "stranger": Worker(id("stranger"), for: id("elsewhere")),
        "asker elsewhere": Worker(id("asker"), for: far),
    ]

    private static func worker(_ name: String) throws -> Worker { try #require(workers[name]) }

    private static func consult(_ state: Consult.State, to expert: String? = "expert") -> Consult {
        Consult(
            id: id("consult"), asker: Side(home, id("asker")), asked: Side(far, expert.map { id($0) }), haste: .week,
            state: state, since: now)
    }

    private static let acts: [(String, Consult.Act)] = [
        ("take", .take), ("pass", .pass(to: id("other"))), ("give back", .pass(to: nil)), ("answer", .answer),
        ("ask again", .askAgain), ("helped", .close(.helped)), ("partly", .close(.helpedPartly)),
        ("not needed", .close(.noLongerNeeded)),
    ]

    private func tried(_ name: String, _ consult: Consult, by who: String) throws -> String {
        let act = try #require(Self.acts.first { $0.0 == name }).1
        do { return try stands(consult.after(act, by: Self.worker(who), at: Self.now)) } catch {
            return "\(error)"
        }
    }

    private func stands(_ consult: Consult) -> String {
        let hand = [("expert", id("expert")), ("other", id("other"))].first { $0.1 == consult.asked.account }?.0
        switch consult.state {
        case .asked: return "asked of \(hand ?? "inbox")"
        case .answered: return "answered by \(hand ?? "inbox")"
        case .closed(let closing): return closing.rawValue
        }
    }

    /// What each act makes of a question that one has in hand: by who asked, who has it, and a colleague of theirs.
    @Test(arguments: [
        ("take", "notYours", "notYours", "notYours"),
        ("pass", "notYours", "asked of other", "notYours"),
        ("give back", "notYours", "asked of inbox", "notYours"),
        ("answer", "notYours", "answered by expert", "notYours"),
        ("ask again", "notAnswered", "notYours", "notYours"),
        ("helped", "notAnswered", "notYours", "notYours"),
        ("partly", "notAnswered", "notYours", "notYours"),
        ("not needed", "noLongerNeeded", "notYours", "notYours"),
    ])
    func `that one has in hand`(act: String, asker: String, expert: String, other: String) throws {
        let consult = Self.consult(.asked)
        #expect(try tried(act, consult, by: "asker") == asker)
        #expect(try tried(act, consult, by: "expert") == expert)
        #expect(try tried(act, consult, by: "other") == other)
        for who in ["colleague", "stranger"] {
            #expect(try ["notYours", "notAnswered"].contains(tried(act, consult, by: who)), "\(who)")
        }
    }

    @Test(arguments: [
        ("take", "notYours", "asked of other"),
        ("pass", "notYours", "notYours"),
        ("give back", "notYours", "notYours"),
        ("answer", "notYours", "answered by other"),
        ("helped", "notAnswered", "notYours"),
        ("not needed", "noLongerNeeded", "notYours"),
    ])
    func `in an inbox`(act: String, asker: String, other: String) throws {
        let consult = Self.consult(.asked, to: nil)
        #expect(try tried(act, consult, by: "asker") == asker)
        #expect(try tried(act, consult, by: "other") == other)
        #expect(try ["notYours", "notAnswered"].contains(tried(act, consult, by: "stranger")))
    }

    @Test(arguments: [
        ("take", "notYours", "notYours"),
        ("pass", "notYours", "alreadyAnswered"),
        ("answer", "notYours", "alreadyAnswered"),
        ("ask again", "asked of expert", "notYours"),
        ("helped", "helped", "notYours"),
        ("partly", "helpedPartly", "notYours"),
        ("not needed", "noLongerNeeded", "notYours"),
    ])
    func `with an answer`(act: String, asker: String, expert: String) throws {
        let consult = Self.consult(.answered)
        #expect(try tried(act, consult, by: "asker") == asker)
        #expect(try tried(act, consult, by: "expert") == expert)
    }

    @Test(arguments: acts.map(\.0), Consult.Closing.allCases)
    func `that is over stays so`(act: String, closing: Consult.Closing) throws {
        for who in Self.workers.keys { #expect(try tried(act, Self.consult(.closed(closing)), by: who) == "closed") }
    }

    @Test func `is answered by nobody who asked it`() throws {
        #expect(throws: Consult.Refusal.ownQuestion) {
            try Consult(
                asking: id("c"), by: Self.worker("asker"), of: Side(Self.home, id("asker")), haste: .day, at: Self.now)
        }
        let own = try Consult(
            asking: id("c"), by: Self.worker("asker"), of: Side(Self.home), haste: .day, at: Self.now)
        for act in [Consult.Act.take, .answer] {
            #expect(throws: Consult.Refusal.ownQuestion) {
                try own.after(act, by: Self.worker("asker"), at: Self.now)
            }
        }
        #expect(
            throws: Consult.Refusal.ownQuestion,
            performing: {
                try Self.consult(.asked).after(.pass(to: id("asker")), by: Self.worker("expert"), at: Self.now)
            }
        )
        #expect(try own.after(.answer, by: Self.worker("colleague"), at: Self.now).state == .answered)
    }

    @Test(arguments: [
        ("asker", true), ("expert", true), ("colleague", false), ("other", false), ("stranger", false),
        ("asker elsewhere", false),
    ])
    func `is open to the two between whom it goes`(who: String, isOpen: Bool) throws {
        for state in [Consult.State.asked, .answered, .closed(.helped), .closed(.unheard)] {
            #expect(try Self.consult(state).isOpen(to: Self.worker(who)) == isOpen)
        }
    }

    @Test func `is open to colleagues in whose inbox it lies`() throws {
        #expect(try Self.consult(.asked, to: nil).isOpen(to: Self.worker("other")))
        #expect(try Self.consult(.asked).late().isOpen(to: Self.worker("other")))
        #expect(Self.consult(.answered).late() == Self.consult(.answered))
        let left = Self.consult(.answered).without([id("asker")])
        #expect(try left.isOpen(to: Self.worker("colleague")) && !left.isOpen(to: Self.worker("other")))
        let taken = try left.after(.take, by: Self.worker("colleague"), at: Self.now)
        #expect(try taken.after(.close(.helped), by: Self.worker("colleague"), at: Self.now).isOver)
    }

    /// A year of people who do whatever comes to mind, leave, and let it lie.
    @Test(arguments: 0..<40)
    func `is never without an owner in a year of people who do anything`(seed: UInt64) throws {
        var chance = Chance(seed)
        var now = Self.now
        var (consult, open) = (Self.consult(.asked, to: nil), [Promise]())
        let ids = IDSource { [seed] in (seed, UInt64.random(in: 0...UInt64.max)) }
        for _ in 0..<365 {
            now = now + .hours(24)
            let worker = try #require(
                Self.workers.values.sorted { $0.account < $1.account }.randomElement(using: &chance))
            switch Int.random(in: 0..<12, using: &chance) {
            case 0: consult = consult.without([worker.account])
            case 1: consult = consult.late()
            default:
                let act = try #require(Self.acts.dropLast().randomElement(using: &chance)).1
                consult = (try? consult.after(act, by: worker, at: now)) ?? consult
            }
            let change = try DebtChange(from: open, to: consult, at: now)
            open = open.filter { promise in !change.ended.contains { $0.id == promise.id } }
                .map { promise in change.moved.first { $0.id == promise.id } ?? promise }
            open += change.new.map {
                Promise(
                    id: ids.next(at: now), kind: $0.kind, owner: $0.owner, receiver: $0.receiver,
                    subject: consult.subject, urgency: $0.urgency, made: now)
            }
            #expect(open.count == (consult.isOver ? 0 : 1))
            #expect(open.map(\.owner) == consult.debts.map(\.owner))
            #expect(open.allSatisfy { $0.isOpen })
            #expect(consult.asker.account == nil || consult.asker.account != consult.asked.account)
        }
    }

    @Test func `that is no longer needed closes what was owed, and keeps nobody to it`() throws {
        let consult = Self.consult(.asked)
        let debt = try #require(consult.debts.first)
        let promise = Promise(
            id: id("p"), kind: debt.kind, owner: debt.owner, receiver: debt.receiver, subject: consult.subject,
            urgency: debt.urgency, made: Self.now)
        let closed = try consult.after(.close(.noLongerNeeded), by: Self.worker("asker"), at: Self.now)
        let change = try DebtChange(from: [promise], to: closed, at: Self.now)
        #expect(change.ended.map(\.state) == [.closed(Self.now, .noLongerNeeded)])
        let answered = try consult.after(.answer, by: Self.worker("expert"), at: Self.now)
        #expect(
            try DebtChange(from: [promise], to: answered, at: Self.now).ended.map(\.state) == [.settled(Self.now)])
    }
}

/// Chance that can be repeated (SplitMix64).
private struct Chance: RandomNumberGenerator {
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
