// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing
import Town

@Suite struct `The meetings of somebody who is away` {
    private static let later = Meetings.now + .minutes(5)

    private func look(_ town: FilledDatabase, at moment: Moment = later) throws -> Look {
        let ruud = try town.filled.account("ruud")
        return Look(reader: ruud, at: moment, from: "", action: .update, item: ItemName(.family, ruud))
    }

    /// Youssef stands in for Marieke, for two weeks.
    private func arrange(_ town: FilledDatabase, days: Int = 14) async throws -> ID<Absence> {
        let id: ID<Absence> = IDSource.unguessable.next(at: Self.later)
        let absence = Absence(
            id: id, organisation: try town.filled.organisation("gebiedsteam"), who: try town.filled.account("marieke"),
            standIn: try town.filled.account("youssef"), by: try town.filled.account("ruud"),
            from: FilledDatabase.today, until: FilledDatabase.today + days)
        _ = try await town.dossiers.arrange(absence, look(town))
        return id
    }

    private func owed(_ id: ID<Meeting>, by who: String, _ town: FilledDatabase) async throws -> Set<PromiseKind> {
        try await town.ask(as: who, in: Meetings.family, at: Self.later) { key, connection in
            try connection.owed(about: id, key)
        } ?? []
    }

    private func choose(_ number: Int, of id: ID<Meeting>, by who: String, _ town: FilledDatabase) async throws {
        try await town.act(as: who, in: Meetings.family, at: Self.later) { key, connection, vault in
            try connection.plan(id, at: number, at: Self.later, ids: .unguessable, key, vault)
        }
    }

    @Test(arguments: Engine.all)
    func `are answered and run by who stands in, until they are back`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let meetings = Meetings(town: town)
        let own = try #require(try await meetings.propose(at: [Meetings.time, Meetings.other]))
        let asked = try #require(try await meetings.propose(by: "sanne", ["aylin", "marieke"]))
        let id = try await arrange(town)
        #expect(try await owed(own, by: "youssef", town) == [.pickMeetingTime])
        #expect(try await owed(asked, by: "youssef", town) == [.answerMeeting])
        #expect(try await owed(asked, by: "marieke", town).isEmpty)
        try await choose(1, of: own, by: "youssef", town)
        #expect(try await meetings.sight(own, of: "aylin", at: Self.later)?.meeting.time == Meetings.other)
        _ = try await town.dossiers.endAbsence(id, look(town, at: Self.later))
        #expect(try await owed(asked, by: "marieke", town) == [.answerMeeting])
        #expect(try await meetings.sight(asked, of: "youssef", at: Self.later) == nil)
    }

    @Test(arguments: Engine.all)
    func `after the term stay theirs, and so does what the colleague must not see`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let meetings = Meetings(town: town)
        let id = try #require(try await meetings.propose(by: "sanne", ["aylin", "marieke"]))
        _ = try await arrange(town, days: 7)
        #expect(try await owed(id, by: "marieke", town) == [.answerMeeting])
        #expect(try await meetings.sight(id, of: "youssef", at: Self.later)?.isInvited != true)
    }
}
