// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A care report` {
    private static let now = Moment("2026-11-20", hour: 21)
    private static let desk: ID<Organisation> = id("desk")
    private static let crew = DeskCrew(members: [id("worker"), id("colleague"), id("named")], leads: [id("lead")])
    private static let workers: [String: Worker] = [
        "worker": Worker(id("worker"), for: desk), "colleague": Worker(id("colleague"), for: desk),
        "lead": Worker(id("lead"), for: desk), "named": Worker(id("named"), for: desk),
        "beside": Worker(id("beside"), for: desk), "stranger": Worker(id("stranger"), for: id("elsewhere")),
        "worker elsewhere": Worker(id("worker"), for: id("elsewhere")),
    ]
    private static let states: [(String, CareReport.State)] = [
        ("received", .received), ("triaged", .triaged), ("at desk", .assigned(.desk)),
        ("in circle", .assigned(.circle(id("family")))), ("at Veilig Thuis", .assigned(.veiligThuis)),
        ("talked", .talked), ("advised", .closed(.advice)), ("answered", .closed(.answered)),
    ]
    private static let acts: [(String, CareReport.Act)] = [
        ("take", .take), ("pass", .pass(to: id("colleague"))), ("give back", .pass(to: nil)),
        ("send", .send(to: id("elsewhere"))), ("judge", .judge(.week, hasSeveralParties: false, direction: nil)),
        ("assign", .assign(.desk)), ("link", .assign(.circle(id("family")))), ("report on", .assign(.veiligThuis)),
        ("talk", .talk), ("advise", .advise), ("answer", .answer),
    ]

    private static func report(
        _ state: CareReport.State = .received, in hand: String? = nil, _ urgency: CareReport.Urgency = .day,
        avoids: ID<Organisation>? = nil
    ) -> CareReport {
        CareReport(
            id: id("report"), desk: Side(desk, hand.map { id($0) }), crew: crew, keptFrom: [id("named")],
            avoids: avoids, urgency: urgency, state: state, received: now)
    }

    private func tried(_ name: String, _ report: CareReport, by who: String) throws -> String {
        let act = try #require(Self.acts.first { $0.0 == name }).1
        do {
            let next = try report.after(act, by: #require(Self.workers[who]))
            return Self.states.first { $0.1 == next.state }?.0 ?? ""
        } catch { return "\(error)" }
    }

    /// What each act makes of a report that one has in hand, by where it stands.
    @Test(arguments: [
        ("take", ["received", "triaged", "at desk", "in circle", "at Veilig Thuis", "talked"]),
        ("pass", ["received", "triaged", "at desk", "in circle", "at Veilig Thuis", "talked"]),
        ("give back", ["received", "triaged", "at desk", "in circle", "at Veilig Thuis", "talked"]),
        (
            "send",
            ["received", "alreadyJudged", "alreadyJudged", "alreadyJudged", "alreadyJudged", "alreadyJudged"]
        ),
        ("judge", ["triaged", "triaged", "at desk", "in circle", "at Veilig Thuis", "alreadyJudged"]),
        ("assign", ["notJudged", "at desk", "at desk", "at desk", "at desk", "alreadyJudged"]),
        ("link", ["notJudged", "in circle", "in circle", "in circle", "in circle", "alreadyJudged"]),
        (
            "report on",
            ["notJudged"] + Array(repeating: "at Veilig Thuis", count: 4) + ["alreadyJudged"]
        ),
        ("talk", ["notAssigned", "notAssigned", "talked", "talked", "notHere", "alreadyJudged"]),
        (
            "advise",
            ["notJudged", "advised", "alreadyJudged", "alreadyJudged", "alreadyJudged", "alreadyJudged"]
        ),
        ("answer", ["notTalked", "notTalked", "notTalked", "notTalked", "answered", "answered"]),
    ])
    func `goes its way by what is done with it`(act: String, outcomes: [String]) throws {
        for (state, outcome) in zip(Self.states, outcomes) {
            #expect(try tried(act, Self.report(state.1, in: "worker"), by: "worker") == outcome, "\(state.0)")
            // In the inbox it is theirs who does something with it.
            #expect(try tried(act, Self.report(state.1), by: "worker") == outcome, "\(state.0) in the inbox")
        }
    }

    @Test(arguments: acts.map(\.0), states.map(\.0))
    func `is nobody else's`(act: String, state: String) throws {
        let state = try #require(Self.states.first { $0.0 == state }).1
        let report = Self.report(state, in: "worker")
        for who in ["stranger", "beside", "named", "worker elsewhere"] {
            #expect(try tried(act, report, by: who) == "notYours", "\(who)")
        }
        let isOver = report.isOver
        #expect(try tried(act, report, by: "colleague") == (isOver ? "closed" : "taken"))
        if act != "take" { #expect(try tried(act, report, by: "lead") == (isOver ? "closed" : "taken")) }
        if isOver { #expect(try tried(act, report, by: "worker") == "closed") }
    }

    @Test func `is taken by one of two, and taken over by a team lead alone`() throws {
        let taken = try Self.report().after(.take, by: #require(Self.workers["worker"]))
        #expect(taken.desk.account == id("worker"))
        #expect(try tried("take", taken, by: "colleague") == "taken")
        #expect(try taken.after(.take, by: #require(Self.workers["lead"])).desk.account == id("lead"))
    }

    @Test(arguments: ["named", "beside", "stranger"])
    func `is passed to nobody who is not at the desk, or whom it may be about`(to: String) throws {
        let worker = try #require(Self.workers["worker"])
        #expect(throws: CareReport.Refusal.notAtDesk) {
            try Self.report().after(.pass(to: id(to)), by: worker)
        }
    }

    @Test func `is sent to no desk that it has to avoid`() throws {
        let (report, worker) = (Self.report(avoids: id("elsewhere")), try #require(Self.workers["worker"]))
        #expect(throws: CareReport.Refusal.notAtDesk) { try report.after(.send(to: id("elsewhere")), by: worker) }
        let sent = try report.after(.send(to: id("third")), by: worker)
        #expect(sent.desk == Side(id("third")) && sent.avoids == id("elsewhere"))
    }

    @Test func `is a colleague's once it was linked to a family of one's own, or kept from one`() throws {
        let worker = try #require(Self.workers["worker"])
        #expect(Self.report(in: "worker").isOpen(to: worker, keptFrom: [id("family")]))
        let linked = try Self.report(.triaged, in: "worker").after(.assign(.circle(id("family"))), by: worker)
        let talked = try linked.after(.talk, by: worker)
        for report in try [
            linked, linked.after(.assign(.desk), by: worker), linked.after(.assign(.veiligThuis), by: worker), talked,
            talked.after(.answer, by: worker),
        ] {
            #expect(report.isOpen(to: worker, keptFrom: [id("other family")]), "\(report.state)")
            #expect(!report.isOpen(to: worker, keptFrom: [id("family")]), "\(report.state)")
        }
    }

    /// Conditions for safety go nowhere, and are no reason to end it, before somebody keeps them.
    @Test(arguments: [CareReport.Act.assign(.desk), .assign(.veiligThuis), .assign(.circle(id("family"))), .advise])
    func `that came with conditions for safety leaves triage once somebody keeps them`(act: CareReport.Act) throws {
        let worker = try #require(Self.workers["worker"])
        let report = CareReport(
            id: id("report"), desk: Side(Self.desk, worker.account), crew: Self.crew, urgency: .day, received: Self.now,
            safety: .nobody)
        #expect(throws: CareReport.Refusal.notJudged) { try report.after(.keepSafety(until: "2026-11-23"), by: worker) }
        let judged = try report.after(.judge(.day, hasSeveralParties: false, direction: nil), by: worker)
        #expect(throws: CareReport.Refusal.noKeeper) { try judged.after(act, by: worker) }
        let kept = try judged.after(.keepSafety(until: "2026-11-23"), by: worker)
        #expect(kept.safety == .until("2026-11-23") && kept.state == .triaged)
        // Who ends it says first who keeps them after that.
        #expect(kept.allows(act, by: worker) == (act != .advise))
        #expect(try kept.after(.endSafety, by: worker).allows(act, by: worker))
        // Without conditions nothing is kept.
        let plain = Self.report(.triaged, in: "worker")
        #expect(!plain.allows(.keepSafety(until: "2026-11-23"), by: worker))
    }

    /// Where it stands, and what is owed there besides that somebody looks at what holds for safety.
    @Test(arguments: [
        (CareReport.State.triaged, PromiseKind.firstTalk, CareReport.Act.advise),
        (.assigned(.veiligThuis), .feedback, .answer),
        (.talked, .feedback, .answer),
    ])
    func `owes a look at what holds for safety by the day of who keeps it, and does not end before`(
        state: CareReport.State, owed: PromiseKind, end: CareReport.Act?
    ) throws {
        let worker = try #require(Self.workers["worker"])
        let report = { (safety: SafetyKeeping?) in
            CareReport(
                id: id("report"), desk: Side(Self.desk, worker.account), crew: Self.crew, urgency: .day, state: state,
                received: Self.now, judged: Self.now, safety: safety)
        }
        let kept = report(.until("2026-11-23"))
        #expect(kept.debts.map(\.kind) == [owed, .lookAtSafety])
        #expect(kept.debts.last?.urgency.due(from: Self.now) == Moment("2026-11-23", hour: 17))
        #expect(kept.debts.allSatisfy { $0.owner == .account(worker.account) })
        for other in [nil, SafetyKeeping.nobody, .over] { #expect(report(other).debts.map(\.kind) == [owed]) }
        #expect(try kept.after(.keepSafety(until: "2026-12-01"), by: worker).safety == .until("2026-12-01"))
        let over = try kept.after(.endSafety, by: worker)
        #expect(over.safety == .over && over.state == state)
        #expect(throws: CareReport.Refusal.noKeeper) { try over.after(.endSafety, by: worker) }
        guard let end else { return }
        #expect(throws: CareReport.Refusal.keeper) { try kept.after(end, by: worker) }
        #expect(try over.after(end, by: worker).isOver)
    }

    @Test func `leaves triage with a choice of direction when several parties are there`() throws {
        let worker = try #require(Self.workers["worker"])
        let undirected = try Self.report().after(.judge(.week, hasSeveralParties: true, direction: nil), by: worker)
        for place in [CareReport.Place.desk, .circle(id("family")), .veiligThuis] {
            #expect(throws: CareReport.Refusal.noDirection) { try undirected.after(.assign(place), by: worker) }
        }
        for kind in Direction.Kind.allCases {
            let directed = try undirected.after(
                .judge(.week, hasSeveralParties: true, direction: kind), by: worker)
            let assigned = try directed.after(.assign(.desk), by: worker)
            #expect(assigned.state == .assigned(.desk))
            // What left triage can't lose it again.
            #expect(throws: CareReport.Refusal.noDirection) {
                try assigned.after(.judge(.day, hasSeveralParties: true, direction: nil), by: worker)
            }
        }
    }

    @Test(arguments: [
        ("worker", true, true), ("colleague", true, false), ("lead", true, true), ("named", false, false),
        ("beside", false, false), ("stranger", false, false), ("worker elsewhere", false, false),
    ])
    func `is open to all at the desk while it is open`(who: String, open: Bool, after: Bool) throws {
        let worker = try #require(Self.workers[who])
        for (_, state) in Self.states {
            let report = Self.report(state, in: "worker")
            #expect(report.isOpen(to: worker) == (report.isOver ? after : open), "\(state)")
        }
    }

    @Test func `tells who reported to who has it in hand alone`() throws {
        for (name, worker) in Self.workers {
            #expect(Self.report(in: "worker").tellsOrigin(to: worker) == (name == "worker"), "\(name)")
            #expect(!Self.report().tellsOrigin(to: worker), "\(name)")
        }
    }

    @Test(arguments: [
        (CareReport.Urgency.acute, "2026-11-20T22", "2026-11-20T22"),
        (.day, "2026-11-21T21", "2026-11-21T21"),
        // A Friday evening: judged on Monday, talked by the fifth working day.
        (.week, "2026-11-23T17", "2026-11-27T17"),
        (.regular, "2026-11-23T17", "2026-12-04T17"),
    ])
    func `has its clocks by how urgent it is, nights and weekends for what can't wait`(
        urgency: CareReport.Urgency, triaged: String, talked: String
    ) throws {
        let moment = { (text: String) throws in
            let parts = text.split(separator: "T")
            return Moment(try #require(Day(parts[0])), hour: try #require(Int(parts[1])))
        }
        let received = Self.report(.received, urgency)
        #expect(received.debts.map(\.kind) == [.triage])
        #expect(try received.debts.map { $0.urgency.due(from: Self.now) } == [moment(triaged)])
        for state in [CareReport.State.triaged, .assigned(.desk), .assigned(.circle(id("family")))] {
            let report = Self.report(state, urgency)
            #expect(report.debts.map(\.kind) == [.firstTalk])
            #expect(try report.debts.map { $0.urgency.due(from: Self.now) } == [moment(talked)])
        }
        for state in [CareReport.State.assigned(.veiligThuis), .talked] {
            #expect(Self.report(state, urgency).debts.map(\.kind) == [.feedback])
        }
    }

    @Test func `has another clock once it is judged to be more urgent`() throws {
        let worker = try #require(Self.workers["worker"])
        let report = try Self.report().after(.judge(.week, hasSeveralParties: false, direction: nil), by: worker)
        let debt = try #require(report.debts.first)
        let promise = Promise(
            id: id("p"), kind: debt.kind, owner: debt.owner, receiver: debt.receiver, subject: report.subject,
            urgency: debt.urgency, made: Self.now)
        let acute = try report.after(.judge(.acute, hasSeveralParties: false, direction: nil), by: worker)
        let change = try DebtChange(from: [promise], to: acute, at: Self.now)
        #expect(change.new.map(\.urgency) == [.acute])
        // The talk is owed still, so nobody kept the first promise of it.
        #expect(change.ended.map(\.state) == [.closed(Self.now, .noLongerNeeded)])
        let talked = try report.after(.assign(.desk), by: worker).after(.talk, by: worker)
        #expect(try DebtChange(from: [promise], to: talked, at: Self.now).ended.map(\.state) == [.settled(Self.now)])
    }

    @Test func `has its clocks from when it came and when it was judged first, whatever is done with it`() throws {
        let (worker, now) = (try #require(Self.workers["worker"]), Self.now)
        let sent = try Self.report().after(.send(to: id("elsewhere")), by: worker).dated(now + .hours(3))
        for report in [Self.report(), Self.report(in: "worker").inInbox, sent] {
            #expect(report.debts.map(\.since) == [now])
        }
        var report = try Self.report().after(.judge(.week, hasSeveralParties: false, direction: nil), by: worker)
            .dated(now + .hours(2))
        for act in [
            CareReport.Act.judge(.day, hasSeveralParties: false, direction: nil), .pass(to: nil), .assign(.desk), .take,
            .judge(.acute, hasSeveralParties: false, direction: nil),
        ] {
            report = try report.after(act, by: worker).dated(now + .hours(9))
            #expect(report.debts.map(\.since) == [now + .hours(2)], "\(act)")
        }
    }

    /// Where it stands, who has it, after how many minutes what is owed is due, and whether it rings half an hour in.
    @Test(arguments: [
        ("received", nil, 60, true), ("received", "worker", 60, false), ("received", "worker", 20, true),
        ("triaged", nil, 60, true), ("triaged", "worker", 60, false), ("triaged", "worker", 20, true),
        ("at desk", nil, 60, true), ("at desk", "worker", 60, false), ("in circle", "worker", 20, true),
        ("at Veilig Thuis", nil, 20, false), ("talked", nil, 20, false), ("answered", "worker", 20, false),
    ])
    func `rings while it is acute and in nobody's hands, or late`(
        state: String, hand: String?, due: Int, rings: Bool
    ) throws {
        let state = try #require(Self.states.first { $0.0 == state }).1
        let (due, now) = (Self.now + .minutes(due), Self.now + .minutes(30))
        #expect(Self.report(state, in: hand, .acute).rings(due: due, at: now) == rings)
        for urgency in [CareReport.Urgency.day, .week, .regular] {
            #expect(!Self.report(state, in: hand, urgency).rings(due: due, at: now))
        }
        // It came by a clock that ran ahead: nobody waits until that is past.
        #expect(!Self.report(.received, in: "worker", .acute).rings(due: Self.now + .hours(1), at: Self.now))
        #expect(Self.report(.received, in: "worker", .acute).rings(due: Self.now, at: Self.now - .hours(9)))
    }

    /// Two days in: how long ago it was due and something was done with it, in minutes.
    @Test(arguments: [
        ("received", CareReport.Urgency.day, 60, 300, true), ("received", .regular, 60, 300, true),
        // Taken after it was due: as long again.
        ("received", .day, 60, 30, false), ("received", .day, 2_000, 1_439, false),
        ("received", .day, 2_000, 1_440, true), ("received", .acute, 300, 59, false),
        ("received", .acute, 300, 60, true),
        ("received", .day, -60, 300, false), ("received", .acute, 300, -60, true),
        ("triaged", .acute, 60, 90, true), ("at desk", .acute, 60, 90, true), ("in circle", .acute, 60, 90, true),
        ("triaged", .day, 60, 90, false), ("talked", .acute, 60, 90, false), ("at Veilig Thuis", .acute, 60, 90, false),
        ("answered", .acute, 60, 90, false),
    ])
    func `goes back to all at the desk when it is left lying`(
        state: String, urgency: CareReport.Urgency, due: Int, touched: Int, isLeft: Bool
    ) throws {
        let state = try #require(Self.states.first { $0.0 == state }).1
        let now = Self.now + .days(2)
        let (due, touched) = (now - .minutes(due), now - .minutes(touched))
        let report = Self.report(state, in: "worker", urgency)
        #expect(report.isLeftLying(due: due, touched: touched, at: now) == isLeft)
        #expect(!Self.report(state, urgency).isLeftLying(due: due, touched: touched, at: now))
        #expect(!report.isLeftLying(due: nil, touched: touched, at: now))
    }

    /// A year of people who do whatever comes to mind, leave, and let it lie.
    @Test(arguments: 0..<40)
    func `is never without an owner in a year of people who do anything`(seed: UInt64) throws {
        var chance = SplitMix(seed)
        var (now, report, open) = (Self.now, Self.report(), [Promise]())
        let ids = IDSource { [seed] in (seed, UInt64.random(in: 0...UInt64.max)) }
        for _ in 0..<365 {
            now = now + .hours(24)
            let worker = try #require(
                Self.workers.values.sorted { $0.account < $1.account }.randomElement(using: &chance))
            switch Int.random(in: 0..<12, using: &chance) {
            case 0: report = report.without([worker.account])
            case 1: report = report.inInbox
            default:
                let act = try #require(Self.acts.filter { $0.0 != "send" }.randomElement(using: &chance)).1
                report = (try? report.after(act, by: worker)) ?? report
            }
            let change = try DebtChange(from: open, to: report, at: now)
            open = open.filter { promise in !change.ended.contains { $0.id == promise.id } }
                .map { promise in change.moved.first { $0.id == promise.id } ?? promise }
            open += change.new.map {
                Promise(
                    id: ids.next(at: now), kind: $0.kind, owner: $0.owner, receiver: $0.receiver,
                    subject: report.subject, urgency: $0.urgency, made: now)
            }
            #expect(open.count == (report.isOver ? 0 : 1))
            #expect(open.map(\.owner) == report.debts.map(\.owner))
            #expect(report.desk.account != id("named"))
        }
    }
}

@Suite struct `A desk` {
    private let now = Moment("2026-11-20", hour: 21)

    private func desk(_ duties: [DeskDuty]) -> ReportDesk {
        ReportDesk(
            organisation: id("desk"), crew: DeskCrew(members: [id("worker")], leads: [id("lead")]), duties: duties)
    }

    @Test(arguments: [
        ("worker", 1, true), ("lead", 24, true), ("worker", 0, false), ("worker", -1, false), ("gone", 4, false),
        // A clock that ran a year ahead leaves nobody on duty for a year.
        ("worker", 8_760, false),
    ])
    func `takes what is acute while one of it is on duty`(who: String, hours: Int, takes: Bool) {
        let desk = desk([DeskDuty(id(who), until: now + .hours(hours))])
        #expect(desk.takes(.acute, hasPhone: true, at: now) == takes)
        #expect(!desk.takes(.acute, hasPhone: false, at: now))
        #expect(!desk.takes(.acute, keptFrom: [id(who)], hasPhone: true, at: now))
        for urgency in CareReport.Urgency.allCases where urgency != .acute {
            #expect(desk.takes(urgency, hasPhone: false, at: now))
        }
    }

    @Test(arguments: [
        ([], true), (["worker"], true), (["worker", "lead"], false), (["lead", "worker", "gone"], false),
    ])
    func `takes nothing that is kept from all of it`(kept: [String], takes: Bool) {
        let kept = Set(kept.map { id($0) as ID<Account> })
        #expect(desk([]).takes(.regular, keptFrom: kept, hasPhone: true, at: now) == takes)
    }

    @Test(arguments: [(0, false), (1, true), (24, true), (25, false), (-1, false)])
    func `is on duty for a day at most`(hours: Int, may: Bool) {
        #expect((DeskDuty(of: id("worker"), from: now, hours: hours) != nil) == may)
    }

    @Test(arguments: [(29, false), (30, true), (5_000, true)])
    func `puts what floods it last, and never what is acute`(lately: Int, last: Bool) {
        for urgency in CareReport.Urgency.allCases {
            #expect(ReportFlood.standsLast(urgency, lately: lately) == (last && urgency != .acute))
        }
    }

    @Test(arguments: [(2, false), (3, true), (86_400, true), (86_401, false), (-60, false)])
    func `takes no form that was filled faster than anybody types`(seconds: Int, isOnTime: Bool) {
        #expect(ReportFlood.isOnTime(made: now, at: now + .seconds(seconds)) == isOnTime)
    }
}

@Suite struct `What was reported` {
    @Test func `is sealed and opened whole`() {
        let worry = ReportedWorry(
            persons: [
                ReportedPerson(kind: .child, name: "Sem", birth: "2015-01-10"),
                ReportedPerson(kind: .unborn, name: "", birth: nil),
            ], place: "De Schakel", facts: "Ik hoorde\nschreeuwen.", interpretation: "Ruzie?", incident: "Zondag",
            told: "Niemand", onlyReporter: "Het was in de hal.")
        #expect(ReportedWorry(text: worry.text) == worry)
        #expect(ReportedWorry(text: "2") == nil && ReportedWorry(text: "") == nil)
        let origin = ReportOrigin(kind: .neighbour, name: "Jan", reach: "06", mayBeNamed: false)
        #expect(ReportOrigin(text: origin.text) == origin && ReportOrigin(text: "1") == nil)
        for reply in [ReportReply.seen, .watched(by: "Ilse, 030"), .advice("Bel de school.")] {
            #expect(ReportReply(text: reply.text) == reply)
        }
    }

    @Test(arguments: [
        ("Noor de Wit", "noor  de wit", "2014-03-02", "2014-03-02", true),
        ("Noor de Wít", "Noor de Wit", "2014-03-02", "2014-03-02", true),
        ("Noor de Wit", "Noor de Wit", "2014-03-02", "2014-03-03", false),
        ("Noor de Wit", "Sem de Wit", "2014-03-02", "2014-03-02", false),
        ("", "", "2014-03-02", "2014-03-02", false), ("Noor", "Noor", "", "", false),
    ])
    func `looks like another by name and day of birth`(
        name: String, other: String, birth: String, otherBirth: String, isAlike: Bool
    ) {
        let one = ReportedPerson(kind: .child, name: name, birth: Day(birth))
        let two = ReportedPerson(kind: .unknown, name: other, birth: Day(otherBirth))
        #expect((one.likeness != nil && one.likeness == two.likeness) == isAlike)
    }

    @Test(arguments: [("Marieke Postma", true), ("marieke postma", true), ("Marieke", false), ("", false)])
    func `is about somebody who is called exactly like one who works there`(name: String, isCalled: Bool) {
        #expect(ReportedPerson(kind: .parent, name: name, birth: nil).isCalled("Marieke Postma") == isCalled)
    }
}

@Suite struct `The five questions` {
    private static let all = (0..<32).map { bits in
        ReportWeighing(
            yes: Set(
                ReportWeighing.Question.allCases.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element)))
    }

    /// Each of the 32 answers, against the framework as it is written.
    @Test(arguments: all)
    func `lead to help, to a report or to neither`(weighing: ReportWeighing) {
        let fails = !weighing.says(.canHelp) || !weighing.says(.accepted) || !weighing.says(.inTime)
        switch (weighing.says(.suspicion), weighing.says(.unsafe), fails) {
        case (false, _, _): #expect(weighing.outcome == .noReport)
        case (true, true, _), (true, false, true): #expect(weighing.outcome == .report)
        case (true, false, false): #expect(weighing.outcome == .help)
        }
    }
}

/// Chance that can be repeated (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
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
