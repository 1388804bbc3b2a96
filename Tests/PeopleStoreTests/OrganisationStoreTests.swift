// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `A virtual team` {
    /// Marieke of the area team from the start, Ilse of youth protection until June.
    private static func make(_ engine: Engine) async throws -> PeopleDatabase {
        let people = try await PeopleDatabase.make(engine)
        try await people.account(1, "Marieke Peters")
        try await people.account(2, "Ilse Brouwer")
        try await people.organisation(1, "Buurtteam Zuilen")
        try await people.organisation(2, "Jeugdbescherming")
        let period = Period(from: "2026-01-01", until: "2026-06-01")
        try await people.write {
            try $0.add(Area(code: "GM0344", level: .municipality, name: "Utrecht"))
            try $0.add(Area(code: "WK034402", level: .district, name: "Noordwest", within: "GM0344"))
            try $0.add(Team(id: .numbered(1), name: "Zuilen", area: "WK034402"))
            for (number, function) in [(1, Professional.Function.familyWorker), (2, .youthProtectionWorker)] {
                let number = UInt64(number)
                try $0.add(
                    Professional(
                        id: .numbered(number), account: .numbered(number), organisation: .numbered(number),
                        function: function, title: "Gezinswerker", period: Period(from: "2026-01-01")))
            }
            try $0.add(
                TeamMembership(team: .numbered(1), professional: .numbered(1), period: Period(from: "2026-01-01")))
            try $0.add(TeamMembership(team: .numbered(1), professional: .numbered(2), period: period))
        }
        return people
    }

    @Test(arguments: Engine.all)
    func `has members from several organisations, each for a time`(engine: Engine) async throws {
        let people = try await Self.make(engine)
        func members(_ day: Day) async throws -> [ID<Account>] {
            try await people.read { try $0.members(of: .numbered(1), on: day).map(\.account) }
        }
        #expect(try await members("2025-12-31") == [])
        #expect(try await members("2026-01-01") == [.numbered(1), .numbered(2)])
        #expect(try await members("2026-05-31") == [.numbered(1), .numbered(2)])
        #expect(try await members("2026-06-01") == [.numbered(1)])
    }

    @Test(arguments: Engine.all)
    func `is a team of its members`(engine: Engine) async throws {
        let people = try await Self.make(engine)
        let team = Team(id: .numbered(1), name: "Zuilen", area: "WK034402")
        #expect(try await people.read { try $0.teams(of: .numbered(2), on: "2026-05-31") } == [team])
        #expect(try await people.read { try $0.teams(of: .numbered(2), on: "2026-06-01") } == [])
        #expect(try await people.read { try $0.team(.numbered(1)) } == team)
    }

    @Test(arguments: Engine.all)
    func `loses who no longer works for an organisation`(engine: Engine) async throws {
        let people = try await Self.make(engine)
        try await people.write { try $0.endWork(.numbered(1), on: "2026-03-01") }
        #expect(try await people.read { try $0.teams(of: .numbered(1), on: "2026-02-28") }.count == 1)
        #expect(try await people.read { try $0.teams(of: .numbered(1), on: "2026-03-01") } == [])
        #expect(try await people.read { try $0.organisations(of: .numbered(1), on: "2026-03-01") } == [])
    }

    @Test(arguments: Engine.all)
    func `knows for whom each works, and as what`(engine: Engine) async throws {
        let people = try await Self.make(engine)
        let organisations = try await people.read { try $0.organisations(of: .numbered(2), on: "2026-07-01") }
        #expect(organisations.map(\.name) == ["Jeugdbescherming"])
        let work = try await people.read { try $0.professionals(of: .numbered(2), on: "2026-07-01") }
        #expect(work.map(\.function) == [.youthProtectionWorker])
        let inside = try await people.read { try $0.professionals(in: .numbered(1), on: "2026-07-01") }
        #expect(inside.map(\.account) == [.numbered(1)])
        #expect(try await people.read { try $0.areas(.district) }.map(\.within) == ["GM0344"])
    }
}

@Suite struct `An organisation` {
    @Test(arguments: Engine.all)
    func `is of a kind that the schema knows`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        for (number, kind) in Organisation.Kind.allCases.enumerated() {
            let organisation = Organisation(id: .numbered(UInt64(number)), kind: kind, name: "Het Anker")
            try await people.write { try $0.add(organisation) }
            #expect(try await people.read { try $0.organisation(organisation.id) } == organisation)
        }
        await #expect(throws: DatabaseError.self) {
            try await people.write { try $0.execute("UPDATE organisation SET name = ''") }
        }
    }
}
