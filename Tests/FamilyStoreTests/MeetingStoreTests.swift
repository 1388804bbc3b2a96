// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore
import TestDatabases
import Testing
import Town

/// Meetings in the town: proposed, answered and held by its people.
struct Meetings: Sendable {
    static let family = "de-wit-yildiz"
    static let now = FilledDatabase.now
    static let time = Meeting.Time(Moment("2026-12-03", hour: 15, minute: 30), minutes: 60)
    static let other = Meeting.Time(Moment("2026-12-04", hour: 10), minutes: 60)

    let town: FilledDatabase

    /// Somebody proposes a meeting about persons; nil where they may not.
    @discardableResult
    func propose(
        by who: String = "marieke", about: [String] = ["noor"], _ invited: [String] = ["aylin", "joost", "sanne"],
        at times: [Meeting.Time] = [time], place: String = "Kamer 12 in de zwaluwbrug"
    ) async throws -> ID<Meeting>? {
        let id: ID<Meeting> = IDSource.unguessable.next(at: Self.now)
        let asked = MeetingToPropose(
            id: id, about: Set(try about.map { try town.filled.person($0) }),
            inviting: Set(try invited.map { try town.filled.account($0) }), times: times,
            text: MeetingText(subject: "Over zwaluwbrug", place: place))
        do {
            let done = try await town.act(as: who, in: Self.family) { key, connection, vault in
                try connection.propose(asked, at: Self.now, ids: .unguessable, key, vault)
            }
            return done == nil ? nil : id
        } catch Meeting.Refusal.notYours { return nil }
    }

    func sight(_ id: ID<Meeting>, of who: String, at moment: Moment = now) async throws -> MeetingSight? {
        try await town.ask(as: who, in: Self.family, at: moment) { key, connection in try connection.meeting(id, key) }
            ?? nil
    }

    func answer(_ id: ID<Meeting>, _ answers: [Int: Meeting.Answer], by who: String) async throws {
        try await town.act(as: who, in: Self.family) { key, connection, vault in
            try connection.answer(id, answers, at: Self.now, key, vault)
        }
    }

    func choose(_ number: Int, of id: ID<Meeting>, by who: String = "marieke") async throws {
        try await town.act(as: who, in: Self.family) { key, connection, vault in
            try connection.plan(id, at: number, at: Self.now, ids: .unguessable, key, vault)
        }
    }

    func keep(_ minutes: MinutesToKeep, of id: ID<Meeting>, by who: String = "marieke") async throws {
        let after = Self.time.ends
        try await town.act(as: who, in: Self.family, at: after) { key, connection, vault in
            try connection.keep(minutes, of: id, at: after, ids: .unguessable, key, vault)
        }
    }

    /// What somebody owes about a meeting.
    func owed(_ id: ID<Meeting>, by who: String) async throws -> Set<PromiseKind> {
        try await town.ask(as: who, in: Self.family) { key, connection in try connection.owed(about: id, key) } ?? []
    }

    func minutes(
        _ notes: String = "We spraken elkaar.", came: [String] = ["aylin", "marieke"],
        deciding decisions: [DecisionToKeep] = [], for goal: ID<Goal>? = nil, after version: Int = 0
    ) throws -> MinutesToKeep {
        MinutesToKeep(
            Minutes(came: Set(try came.map { try town.filled.account($0) }), notes: notes), decisions: decisions,
            for: goal, after: version)
    }
}

@Suite struct `A meeting in the dossier` {
    @Test(arguments: Engine.all)
    func `is there for who was asked, and where it is for nobody else`(engine: Engine) async throws {
        let meetings = Meetings(town: try await FilledDatabase.told(engine))
        let id = try #require(try await meetings.propose(by: "sanne", ["aylin", "tom"]))
        for (who, sees) in [
            ("sanne", true), ("aylin", true), ("tom", true), ("joost", false), ("sem", false), ("truus", false),
            ("khadija", false), ("priya", false), ("hanna", false),
        ] {
            let sight = try await meetings.sight(id, of: who)
            #expect((sight != nil) == sees, "\(who)")
        }
        let director = try #require(try await meetings.sight(id, of: "marieke"))
        #expect(!director.isInvited && director.text?.place == "" && director.text?.subject == "Over zwaluwbrug")
        #expect(try await meetings.sight(id, of: "robert") == nil)
        for who in ["priya", "khadija", "dave", "sem"] {
            #expect(try await meetings.propose(by: who, ["aylin"]) == nil, "\(who)")
        }
    }

    @Test(arguments: Engine.all)
    func `is answered by each, chosen by who convened it, and told to the others`(engine: Engine) async throws {
        let meetings = Meetings(town: try await FilledDatabase.told(engine))
        let id = try #require(try await meetings.propose(at: [Meetings.time, Meetings.other]))
        #expect(try await meetings.owed(id, by: "marieke") == [.pickMeetingTime])
        for who in ["aylin", "joost", "sanne"] { #expect(try await meetings.owed(id, by: who) == [.answerMeeting]) }
        try await meetings.answer(id, [0: .cannot, 1: .can], by: "aylin")
        #expect(try await meetings.owed(id, by: "aylin").isEmpty)
        let aylin = try meetings.town.filled.account("aylin")
        #expect(try await meetings.sight(id, of: "joost")?.answers[aylin] == [0: .cannot, 1: .can])
        await #expect(throws: Meeting.Refusal.noSuchTime) { try await meetings.answer(id, [2: .can], by: "aylin") }
        await #expect(throws: Meeting.Refusal.notYours) { try await meetings.choose(1, of: id, by: "aylin") }
        await #expect(throws: Meeting.Refusal.notYours) { try await meetings.answer(id, [0: .can], by: "tom") }
        try await meetings.choose(1, of: id)
        #expect(try await meetings.sight(id, of: "aylin")?.meeting.time == Meetings.other)
        #expect(try await meetings.owed(id, by: "marieke").isEmpty)
        #expect(try await meetings.owed(id, by: "aylin") == [.heedMeeting])
        #expect(try await meetings.owed(id, by: "joost") == [.answerMeeting])
    }

    @Test(arguments: Engine.all)
    func `is called off once, and everybody hears of it`(engine: Engine) async throws {
        let meetings = Meetings(town: try await FilledDatabase.told(engine))
        let id = try #require(try await meetings.propose())
        let cancel = { @Sendable (who: String) in
            _ = try await meetings.town.act(as: who, in: Meetings.family) { key, connection, vault in
                try connection.cancel(
                    id, because: try .line("Ziek"), at: Meetings.now, ids: .unguessable, key, vault)
            }
        }
        await #expect(throws: Meeting.Refusal.notYours) { try await cancel("joost") }
        try await cancel("marieke")
        let sight = try #require(try await meetings.sight(id, of: "aylin"))
        #expect(sight.meeting.state == .cancelled && sight.text?.whyCancelled == "Ziek")
        for who in ["aylin", "joost", "sanne"] { #expect(try await meetings.owed(id, by: who) == [.heedMeeting]) }
        await #expect(throws: Meeting.Refusal.over) { try await cancel("marieke") }
    }

    @Test(arguments: Engine.all)
    func `goes on without who left, and another runs it then`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let meetings = Meetings(town: town)
        let id = try #require(
            try await meetings.propose(by: "sanne", ["aylin", "tom"], at: [Meetings.time, Meetings.other]))
        let sanne = try town.filled.membership("de-wit-yildiz/sanne")
        try await town.act(as: "marieke", in: Meetings.family) { key, connection, vault in
            guard let found = try connection.circle(key).members.first(where: { $0.membership.id == sanne }) else {
                return
            }
            try connection.end(
                found.membership, heir: key.reading.reader, by: key.reading.reader, at: Meetings.now, key, vault)
        }
        #expect(try await meetings.sight(id, of: "sanne") == nil)
        #expect(try await meetings.owed(id, by: "marieke").isEmpty)
        let owed = try await [meetings.owed(id, by: "aylin"), meetings.owed(id, by: "tom")]
        #expect(owed.contains { $0.contains(.pickMeetingTime) })
        try await meetings.choose(0, of: id, by: "aylin")
        #expect(try await meetings.sight(id, of: "tom")?.meeting.time == Meetings.time)
    }
}

@Suite struct `Minutes in the dossier` {
    private func goal(_ town: FilledDatabase) async throws -> ID<Goal> {
        let id: ID<Goal> = IDSource.unguessable.next(at: Meetings.now)
        let noor = try town.filled.person("noor")
        let text = GoalText(title: "Noor slaapt goed", domain: .school, meaning: "Ze is uitgerust.")
        try await town.act(as: "marieke", in: Meetings.family) { key, connection, vault in
            try connection.begin(
                GoalToBegin(id: id, about: [noor], text: text), at: Meetings.now, ids: .unguessable, key, vault)
        }
        return id
    }

    private func decision(_ what: String, by who: String?, _ town: FilledDatabase) throws -> DecisionToKeep {
        let action = try who.map {
            ActionText(what: what, who: [.account(try town.filled.account($0))], when: .by("2026-12-10"))
        }
        return DecisionToKeep(text: try .line(what), action: action)
    }

    @Test(arguments: Engine.all)
    func `turn decisions into actions in the same breath, and count who came`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let meetings = Meetings(town: town)
        let id = try #require(try await meetings.propose())
        let goal = try await goal(town)
        let decisions = [
            try decision("Bril regelen", by: "truus", town), try decision("We bellen vaker", by: nil, town),
        ]
        try await meetings.keep(try meetings.minutes(deciding: decisions, for: goal), of: id)
        let papers = try #require(
            try await town.ask(as: "aylin", in: Meetings.family) { key, connection in
                try connection.meeting(id, key).flatMap { try connection.papers(of: $0, key) }
            } ?? nil)
        #expect(papers.versions.map(\.minutes?.notes) == ["We spraken elkaar."])
        #expect(papers.decisions.map(\.text) == ["Bril regelen", "We bellen vaker"])
        #expect(papers.decisions.map { $0.action?.text?.what } == ["Bril regelen", nil])
        #expect(try await meetings.sight(id, of: "joost")?.meeting.state == .held)
        #expect(try await meetings.owed(id, by: "joost").isEmpty)
        let facts = try await town.dossiers.database.read {
            try $0.facts(.cameToMeeting, from: Month(of: "2026-12-01"), through: Month(of: "2026-12-01"))
        }
        #expect(facts.count == 4 && facts.count { $0.shape == .verdict(true) } == 2)
        #expect(facts.compactMap(\.organisation).count == 2)
    }

    /// How many came and did not, of those with an organisation and of those without.
    private func count(_ town: FilledDatabase) async throws -> [String: Int] {
        let month = Month(of: Meetings.time.starts.day)
        let facts = try await town.dossiers.database.read {
            try $0.facts(.cameToMeeting, from: month, through: month)
        }
        return Dictionary(grouping: facts) { "\($0.organisation == nil ? "family" : "work") \($0.shape)" }
            .mapValues(\.count)
    }

    @Test(arguments: Engine.all)
    func `that are corrected mend who came, and count nobody twice`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let meetings = Meetings(town: town)
        let id = try #require(try await meetings.propose())
        try await meetings.keep(try meetings.minutes(came: ["aylin", "marieke"]), of: id)
        let first = [
            "family verdict(true)": 1, "family verdict(false)": 1, "work verdict(true)": 1, "work verdict(false)": 1,
        ]
        #expect(try await count(town) == first)
        try await meetings.keep(try meetings.minutes("Anders", came: ["aylin", "marieke"], after: 1), of: id)
        #expect(try await count(town) == first)
        try await meetings.keep(
            try meetings.minutes("Anders", came: ["aylin", "joost", "sanne", "marieke"], after: 2), of: id)
        #expect(try await count(town) == ["family verdict(true)": 2, "work verdict(true)": 2])
        try await meetings.keep(try meetings.minutes("Weer", came: [], after: 3), of: id)
        #expect(try await count(town) == ["family verdict(false)": 2, "work verdict(false)": 2])
    }

    @Test(arguments: Engine.all)
    func `are kept with all their decisions, or not at all`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let meetings = Meetings(town: town)
        let id = try #require(try await meetings.propose())
        let goal = try await goal(town)
        let decisions = [try decision("Bril regelen", by: "truus", town), try decision("Bellen", by: "priya", town)]
        await #expect(throws: PlanRefusal.doerElsewhere) {
            try await meetings.keep(try meetings.minutes(deciding: decisions, for: goal), of: id)
        }
        #expect(try await meetings.sight(id, of: "aylin")?.meeting.state == .planned)
        let plan = try await town.ask(as: "marieke", in: Meetings.family) { key, connection in try connection.plan(key)
        }
        #expect(plan?.openActions.isEmpty == true)
    }

    @Test(arguments: Engine.all)
    func `of two who write at once lose nothing, and are corrected beside what stood there`(engine: Engine) async throws
    {
        let town = try await FilledDatabase.told(engine)
        let meetings = Meetings(town: town)
        let id = try #require(try await meetings.propose())
        try await meetings.keep(try meetings.minutes("Van Marieke"), of: id)
        await #expect(throws: Meeting.Refusal.changedMeanwhile) {
            try await meetings.keep(try meetings.minutes("Van Sanne"), of: id, by: "sanne")
        }
        try await meetings.keep(try meetings.minutes("Van beiden", after: 1), of: id, by: "sanne")
        let papers =
            try await town.ask(as: "joost", in: Meetings.family) { key, connection in
                try connection.meeting(id, key).flatMap { try connection.papers(of: $0, key) }
            } ?? nil
        #expect(papers?.versions.map(\.minutes?.notes) == ["Van Marieke", "Van beiden"])
        await #expect(throws: Meeting.Refusal.notYours) {
            try await meetings.keep(try meetings.minutes(after: 2), of: id, by: "tom")
        }
    }

    @Test(arguments: Engine.all)
    func `are gone with the part they lie in, and break nothing`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let meetings = Meetings(town: town)
        let id = try #require(try await meetings.propose())
        try await meetings.keep(try meetings.minutes(deciding: [try decision("Bellen", by: nil, town)]), of: id)
        let (family, part) = (try town.filled.family(Meetings.family), try town.filled.part("de-wit-yildiz/noor"))
        let parts = try await town.dossiers.parts(of: family).filter { $0.id == part }
        _ = try await town.dossiers.erase(parts, of: family, at: Meetings.time.ends) { _, _ in }
        let papers =
            try await town.ask(as: "aylin", in: Meetings.family) { key, connection in
                try connection.meeting(id, key).map { ($0.text, try connection.papers(of: $0, key)) }
            } ?? nil
        #expect(papers?.0 == nil && papers?.1?.versions.map(\.minutes) == [nil])
        let bodies = try await town.dossiers.database.read {
            try $0.rows(
                """
                SELECT body FROM meeting UNION ALL SELECT body FROM meeting_minutes
                UNION ALL SELECT body FROM meeting_decision ORDER BY 1
                """
            ) { $0.isNull(0) }
        }
        #expect(bodies.count >= 3 && bodies.allSatisfy { $0 })
    }
}
