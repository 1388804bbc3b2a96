// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import NetworkRules
import PeopleRules
import Testing

@Suite struct `An assignment` {
    private static let today = Day(number: 20_780)
    private static let terms = Assignment.Terms(assigned: today + -80, from: today + -70, until: today + 100)

    private static func id<Subject>(_ number: Int, _: Subject.Type = Subject.self) -> ID<Subject> {
        ID(stored: "0192f3a0-0000-7000-8000-00000000000\(number)")
    }

    private static func fresh() -> Assignment {
        Assignment(
            id: id(1), organisation: id(2), municipality: "0344", heard: today + -80)
    }

    /// The assignment after some events, each told on the day before today.
    private static func after(_ events: Assignment.Event...) throws -> Assignment {
        try events.reduce(fresh()) { try $0.after($1, told: today + -1, on: today) }
    }

    private static let began = today + -40
    private static let stop = today + -10

    @Test func `waits, helps, stands still and is over`() throws {
        #expect(try Self.after(.asked).state == .asked)
        #expect(try Self.after(.asked, .assigned(Self.terms)).state == .waiting)
        #expect(try Self.after(.assigned(Self.terms), .withdrawn(Self.terms)).state == .over)
        #expect(try Self.after(.assigned(Self.terms), .withdrawn(Self.terms), .assigned(Self.terms)).state == .waiting)
        let started = try Self.after(.assigned(Self.terms), .started(Self.began))
        #expect(started.state == .helping && started.daysWaited(until: Self.today) == 40)
        let paused = try started.after(.stopped(Self.stop, .forNow), told: Self.today, on: Self.today)
        #expect(paused.state == .helping && paused.paused == Self.stop)
        let on = try paused.after(.started(Self.today), told: Self.today, on: Self.today)
        #expect(on.began == Self.began && on.paused == nil)
        let over = try started.after(.stopped(Self.stop, .asPlanned), told: Self.today, on: Self.today)
        #expect(over.state == .over && over.reason == .asPlanned)
        #expect(try over.after(.stopTakenBack(Self.stop), told: Self.today, on: Self.today) == started)
        let undone = try started.after(.startTakenBack(Self.began), told: Self.today, on: Self.today)
        #expect(undone.state == .waiting && undone.daysWaited(until: Self.today) == 80)
    }

    static let refused: [(String, [Assignment.Event], Assignment.Event, Assignment.Refusal)] = [
        ("start of nothing", [.asked], .started(began), .notAssigned),
        ("start of what was withdrawn", [.assigned(terms), .withdrawn(terms)], .started(began), .notAssigned),
        ("second start", [.assigned(terms), .started(began)], .started(began + 1), .alreadyStarted),
        (
            "start after the end", [.assigned(terms), .started(began), .stopped(stop, .asPlanned)], .started(today),
            .alreadyStopped
        ),
        ("start to come", [.assigned(terms)], .started(today + 1), .dayToCome),
        (
            "going on before it stood still", [.assigned(terms), .started(began), .stopped(stop, .forNow)],
            .started(stop + -1), .stopsBeforeItBegan
        ),
        ("stop of what did not begin", [.assigned(terms)], .stopped(stop, .asPlanned), .notStarted),
        (
            "stop before the start", [.assigned(terms), .started(began)], .stopped(began + -1, .asPlanned),
            .stopsBeforeItBegan
        ),
        ("stop to come", [.assigned(terms), .started(began)], .stopped(today + 1, .asPlanned), .dayToCome),
        (
            "second stop", [.assigned(terms), .started(began), .stopped(stop, .asPlanned)], .stopped(stop, .outside),
            .alreadyStopped
        ),
        ("taking back another start", [.assigned(terms), .started(began)], .startTakenBack(began + 1), .saidOtherwise),
        ("taking back no start", [.assigned(terms)], .startTakenBack(began), .notStarted),
        (
            "taking back the start of what stopped", [.assigned(terms), .started(began), .stopped(stop, .asPlanned)],
            .startTakenBack(began), .alreadyStopped
        ),
        ("taking back no stop", [.assigned(terms), .started(began)], .stopTakenBack(stop), .notStopped),
        (
            "taking back another stop", [.assigned(terms), .started(began), .stopped(stop, .asPlanned)],
            .stopTakenBack(stop + 1), .saidOtherwise
        ),
        ("asking again", [.asked], .asked, .alreadyAsked),
        ("withdrawing help that began", [.assigned(terms), .started(began)], .withdrawn(terms), .alreadyStarted),
    ]

    @Test(arguments: refused.indices)
    func `refuses what can't be true`(place: Int) throws {
        let (name, events, last, refusal) = Self.refused[place]
        let before = try events.reduce(Self.fresh()) { try $0.after($1, told: Self.today, on: Self.today) }
        #expect(throws: refusal, "\(name)") { try before.after(last, told: Self.today, on: Self.today) }
    }

    @Test func `takes no older terms, and counts the wait from the first`() throws {
        let changed = Assignment.Terms(assigned: Self.today + -20, from: Self.today + -20, until: nil)
        let next = try Self.after(.assigned(Self.terms), .assigned(changed))
        #expect(next.terms == Assignment.Terms(assigned: Self.today + -80, from: Self.today + -20, until: nil))
        #expect(throws: Assignment.Refusal.older) {
            try next.after(.assigned(Self.terms), told: Self.today + -2, on: Self.today)
        }
    }

    @Test func `is over when its time was and help had not begun, unless that is told late`() throws {
        let short = Assignment.Terms(assigned: Self.today + -80, from: Self.today + -70, until: Self.today + -1)
        let waiting = try Self.after(.assigned(short))
        #expect(waiting.lapsed(on: Self.today + -1) == waiting)
        let lapsed = waiting.lapsed(on: Self.today)
        #expect(lapsed.state == .over)
        #expect(try lapsed.after(.started(Self.began), told: Self.today, on: Self.today).state == .helping)
        #expect(try Self.after(.assigned(short), .started(Self.began)).lapsed(on: Self.today).state == .helping)
        let asked = try Self.after(.asked)
        #expect(asked.lapsed(on: Self.today + 364) == asked && asked.lapsed(on: Self.today + 365).state == .over)
    }

    @Test func `takes back what was told last, first`() throws {
        let today = Self.today
        let again = try Self.after(
            .assigned(Self.terms), .started(Self.began), .stopped(Self.stop, .forNow), .started(Self.stop + 2))
        let paused = try again.after(.startTakenBack(Self.stop + 2), told: today, on: today)
        #expect(paused.paused == Self.stop && paused.began == Self.began)
        #expect(throws: Assignment.Refusal.saidOtherwise) {
            try again.after(.startTakenBack(Self.began), told: today, on: today)
        }
        // Nothing stops before it went on.
        for reason in [StopReason.forNow, .asPlanned] {
            #expect(throws: Assignment.Refusal.stopsBeforeItBegan) {
                try again.after(.stopped(Self.stop + 1, reason), told: today, on: today)
            }
        }
        let over = try paused.after(.stopped(Self.stop + 4, .outside), told: today, on: today)
        #expect(over.state == .over)
        #expect(try over.after(.stopTakenBack(Self.stop + 4), told: today, on: today) == paused)
    }

    @Test func `is over when nobody tells for long that help stopped`() throws {
        let helping = try Self.after(.assigned(Self.terms), .started(Self.began))
        let until = try #require(Self.terms.until)
        #expect(helping.lapsed(on: until + 92) == helping && helping.lapsed(on: until + 93).state == .over)
        #expect(helping.lapsed(on: until + 93).counts == helping.counts)
        let endless = try Self.after(
            .assigned(Assignment.Terms(assigned: Self.began, from: Self.began, until: nil)), .started(Self.began))
        #expect(endless.lapsed(on: Self.today + (3 * 365 - 2)) == endless)
        #expect(endless.lapsed(on: Self.today + (3 * 365)).state == .over)
        let stopped = try helping.lapsed(on: until + 93)
            .after(.stopped(Self.stop, .asPlanned), told: until + 94, on: until + 94)
        #expect(stopped.ended == Self.stop && !stopped.isLapsed)
    }

    @Test func `tells nothing of days to come, and no wait that goes on when it is over`() throws {
        let today = Self.today
        let later = Assignment.Terms(assigned: today + 1, from: today + 1, until: nil)
        for (terms, told) in [(later, today), (Self.terms, today + 1)] {
            #expect(throws: Assignment.Refusal.dayToCome) {
                try Self.fresh().after(.assigned(terms), told: told, on: today)
            }
        }
        let withdrawn = try Self.after(.asked, .assigned(Self.terms), .withdrawn(Self.terms))
        #expect(withdrawn.daysWaited(until: today + 500) == 79 && withdrawn.counts == [])
        let lapsed = try Self.after(.assigned(Self.terms)).lapsed(on: today + 101)
        #expect(lapsed.daysWaited(until: today + 500) == 180)
    }

    @Test func `counts each wait and each help once, and no more once it is taken back`() throws {
        let over = try Self.after(
            .asked, .assigned(Self.terms), .started(Self.began), .stopped(Self.stop, .earlyByClient))
        #expect(
            Dictionary(uniqueKeysWithValues: over.counts.map { ($0.kind, $0.shape) }) == [
                // Asked yesterday, as the message says, and assigned before that.
                .assignmentAnswer: .spell(began: Self.today + -80, ended: Self.today + -80),
                .waitAfterAssignment: .spell(began: Self.today + -80, ended: Self.began),
                .assignedHelp: .spell(began: Self.began, ended: Self.stop),
                .assignedHelpLeftEarly: .verdict(true),
            ])
        let death = try Self.after(.assigned(Self.terms), .started(Self.began), .stopped(Self.stop, .death))
        #expect(!death.counts.contains { $0.kind == .assignedHelpLeftEarly })
        #expect(try Self.after(.assigned(Self.terms), .started(Self.began), .startTakenBack(Self.began)).counts == [])
        let early = try Self.after(.assigned(Self.terms), .started(Self.today + -90))
        #expect(early.counts.map(\.shape) == [.spell(began: Self.today + -90, ended: Self.today + -90)])
    }

    @Test func `is open to team leads and who has it in hand, at that work alone`() {
        let (lead, holder) = (Self.id(3, Account.self), Self.id(4, Account.self))
        let (anker, school) = (Self.id(2, Organisation.self), Self.id(7, Organisation.self))
        let assignment = Assignment(
            id: Self.id(6), organisation: anker, holder: holder, leads: [lead], municipality: "0344",
            heard: Self.today)
        for (account, isOpen) in [(lead, true), (holder, true), (Self.id(5), false)] {
            #expect(assignment.isOpen(to: Worker(account, for: anker)) == isOpen)
            #expect(!assignment.isOpen(to: Worker(account, for: school)))
        }
    }
}
