// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `What a guest asks` {
    private static let now = Moment("2026-11-23", hour: 9)
    private static let home: ID<Organisation> = id("anker")
    private static let worker = Worker(id("worker"), for: home)

    private static func asked(
        _ aim: OutsideReferral.Aim = .help, _ state: OutsideReferral.State = .sent,
        by source: OutsideReferral.Source = .guest,
        in hand: String? = "worker", keptFrom: Set<ID<Account>> = []
    ) -> OutsideReferral {
        OutsideReferral(
            id: id("asked"), aim: aim, source: source, practice: id("practice"),
            receiver: Side(home, hand.map { id($0) }), keptFrom: keptFrom, state: state, since: now,
            wait: Referral.Waiting(asked: now.day))
    }

    private static let acts: [(String, OutsideReferral.Act)] = [
        ("accept", .accept), ("decline", .decline), ("meet", .meet), ("back", .giveBack), ("start", .start(.family)),
        ("pause", .pause), ("resume", .resume), ("bridge", .bridge), ("finish", .finish(.withoutHelp)),
        ("answer", .answer), ("write", .write), ("tell", .tell), ("take", .take), ("pass", .pass(to: nil)),
        ("hide", .hide),
    ]

    private static let states: [(OutsideReferral.Aim, OutsideReferral.State, Set<String>)] = [
        (.help, .sent, ["accept", "decline", "write", "pass"]),
        (.help, .accepted, ["meet", "back", "start", "pause", "bridge", "write", "pass"]),
        (.help, .waiting, ["back", "start", "pause", "bridge", "write", "pass"]),
        (.help, .started, ["finish", "write", "pass"]),
        (.help, .over(.finished(.withLess)), []), (.help, .over(.declined), []), (.help, .over(.withdrawn), []),
        (.question, .sent, ["answer", "decline", "write", "pass"]), (.question, .over(.answered), []),
    ]

    @Test(arguments: states)
    func `is done with in these ways and no other`(
        aim: OutsideReferral.Aim, state: OutsideReferral.State, allowed: Set<String>
    ) {
        let asked = Self.asked(aim, state)
        for (name, act) in Self.acts {
            #expect(asked.allows(act, by: Self.worker, at: Self.now) == allowed.contains(name), "\(name)")
        }
    }

    @Test(arguments: states)
    func `owes its next word as long as it is open, and nothing then`(
        aim: OutsideReferral.Aim, state: OutsideReferral.State, allowed: Set<String>
    ) {
        let asked = Self.asked(aim, state)
        #expect(asked.debts.isEmpty == asked.isOver)
        for debt in asked.debts { #expect(debt.owner == .account(Self.worker.account)) }
    }

    @Test func `is opened by who has it in hand, and from the inbox by all but those it is kept from`() {
        let inbox = Self.asked(in: nil, keptFrom: [id("namesake")])
        #expect(inbox.isOpen(to: Self.worker) && inbox.waits(for: Self.worker))
        for other in [Worker(id("namesake"), for: Self.home), Worker(id("worker"), for: id("elsewhere"))] {
            #expect(!inbox.isOpen(to: other) && !inbox.waits(for: other))
            #expect(!inbox.allows(.take, by: other, at: Self.now))
        }
        #expect(!Self.asked(in: "other").isOpen(to: Self.worker))
        #expect(!Self.asked(.help, .over(.withdrawn), in: nil).isOpen(to: Self.worker))
        #expect(!Self.asked(keptFrom: [id("x")]).allows(.pass(to: id("x")), by: Self.worker, at: Self.now))
    }

    @Test func `is answered when a guest writes, and by the word that ends it`() throws {
        let written = try Self.asked(.help, .accepted).after(.write, at: Self.now)
        #expect(written.debts.map(\.kind).contains(.answerGuest))
        #expect(try !written.after(.write, by: Self.worker, at: Self.now).isGuestWaiting)
        #expect(try !written.after(.giveBack, by: Self.worker, at: Self.now).isGuestWaiting)
        #expect(throws: OutsideReferral.Refusal.over) {
            try Self.asked(.help, .over(.declined)).after(.write, at: Self.now)
        }
    }

    @Test(arguments: [
        (OutsideReferral.State.sent, true), (.accepted, true), (.waiting, true), (.started, false),
        (.over(.answered), false),
    ])
    func `is withdrawn by a guest until help starts`(state: OutsideReferral.State, may: Bool) {
        let asked = Self.asked(.help, state)
        #expect(((try? asked.after(.withdraw, at: Self.now)) != nil) == may)
    }

    @Test func `is judged once, after its end`() throws {
        #expect(throws: OutsideReferral.Refusal.notNow) {
            try Self.asked(.help, .started).after(.judge(.helped), at: Self.now)
        }
        let judged = try Self.asked(.help, .over(.finished(.withLess))).after(.judge(.helpedPartly), at: Self.now)
        #expect(judged.verdict == .helpedPartly)
        #expect(throws: OutsideReferral.Refusal.notNow) { try judged.after(.judge(.helped), at: Self.now) }
    }

    @Test func `that came by letter stays open until the practice was told`() throws {
        let declined = try Self.asked(by: .letter).after(.decline, by: Self.worker, at: Self.now)
        #expect(declined.isEnded && !declined.isOver && declined.debts.map(\.kind) == [.tellPractice])
        let told = try declined.after(.tell, by: Self.worker, at: Self.now)
        #expect(told.isOver && told.debts.isEmpty)
        #expect(!Self.asked(by: .letter).allows(.write, by: Self.worker, at: Self.now))
    }

    @Test func `goes to the inbox with who leaves, and ends where nobody is left`() throws {
        let left = Self.asked(.help, .waiting).without([Self.worker.account])
        #expect(left.receiver.account == nil && left.debts.allSatisfy { $0.owner == .organisation(Self.home) })
        #expect(left.forsaken(at: Self.now).state == .over(.forsaken))
        #expect(
            Self.asked().late().receiver.account == nil
                && Self.asked(.help, .started).late() == Self.asked(.help, .started))
        #expect(Self.asked().forsaken(at: Self.now) == Self.asked())
    }

    @Test func `counts both waits and what the family wished`() throws {
        var asked = Self.asked()
        for (days, act) in [
            (0, OutsideReferral.Act.accept), (3, .pause), (10, .resume), (12, .meet), (20, .start(.family)),
        ] {
            asked = try asked.after(act, by: Self.worker, at: Self.now + .days(days))
        }
        #expect(asked.wait.waits.map { $0.days(until: Self.now.day + 30) } == [5, 8])
        #expect(asked.wait.inAll.days(until: Self.now.day + 30) == 13)
    }
}
