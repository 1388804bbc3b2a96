// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing
import Town

@testable import FamilyStore

@Suite struct `A colleague who stands in` {
    private static let family = "de-wit-yildiz"
    private static let later = FilledDatabase.now + .minutes(5)
    private static let today = FilledDatabase.today

    private func look(_ who: String, _ town: FilledDatabase) throws -> Look {
        let account = try town.filled.account(who)
        return Look(reader: account, at: Self.later, from: "", action: .update, item: ItemName(.family, account))
    }

    private func arrange(
        _ who: String, by standIn: String = "youssef", in days: Range<Int> = 0..<14, _ town: FilledDatabase
    ) async throws -> ID<Absence> {
        let id: ID<Absence> = IDSource.unguessable.next(at: Self.later)
        let absence = Absence(
            id: id, organisation: try town.filled.organisation("gebiedsteam"), who: try town.filled.account(who),
            standIn: try town.filled.account(standIn), by: try town.filled.account("ruud"),
            from: Self.today + days.lowerBound, until: Self.today + days.upperBound)
        _ = try await town.dossiers.arrange(absence, look("ruud", town))
        return id
    }

    private func circle(_ town: FilledDatabase) async throws -> CircleSight {
        try #require(try await town.sight(of: "aylin", in: Self.family, at: Self.later)).circle
    }

    /// For which memberships somebody is owed who stands in.
    private func owed(_ town: FilledDatabase) async throws -> [Promise] {
        let family = try town.filled.family(Self.family)
        return try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise).filter { $0.kind == .nameStandIn }
        }
    }

    /// Lets Lotte in for Noor alone, for the organisation that Marieke works for.
    private func letLotteIn(_ town: FilledDatabase) async throws -> ID<Membership> {
        let id: ID<Membership> = IDSource.unguessable.next(at: FilledDatabase.now)
        let membership = Membership(
            id: id, account: try town.filled.account("lotte"), kind: .professional,
            organisation: try town.filled.organisation("gebiedsteam"), covers: [try town.filled.person("noor")],
            share: .plan, term: Period(from: Self.today + -9))
        _ = try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.letIn(
                membership, face: MemberFace(name: "Lotte van der Velden", function: "jeugdconsulent"), by: nil,
                at: FilledDatabase.now, key, vault)
        }
        return id
    }

    /// Youssef, who stands in for Marieke, leaves.
    private func leave(_ town: FilledDatabase) async throws {
        let youssef = try town.filled.account("youssef")
        let members = try await circle(town).members.map(\.membership)
        let id = try #require(members.first { $0.account == youssef && $0.ended == nil }).id
        _ = try await town.act(as: "youssef", in: Self.family, at: Self.later) { key, connection, vault in
            let kept = try #require(try connection.member(id, key))
            try connection.end(
                id, for: kept.member.membership.covers, version: kept.version, at: Self.later, ids: .unguessable, key,
                vault)
        }
    }

    @Test(arguments: Engine.all)
    func `for two, by what was agreed to the first, is owed to the second when the first is back`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let lotte = try await letLotteIn(town)
        let absence = try await arrange("marieke", town)
        _ = try await arrange("lotte", town)
        #expect(try await owed(town).isEmpty)
        _ = try await town.dossiers.endAbsence(absence, look("marieke", town))
        #expect(try await circle(town).direction?.holder == (try town.filled.account("marieke")))
        #expect(try await town.sight(of: "youssef", in: Self.family, at: Self.later) == nil)
        #expect(try await owed(town).map(\.subject) == [lotte.standIn])
    }

    @Test(arguments: Engine.all)
    func `for two goes on for the one who is still away`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        _ = try await letLotteIn(town)
        let (marieke, youssef) = (try town.filled.account("marieke"), try town.filled.account("youssef"))
        let absence = try await arrange("lotte", town)
        _ = try await arrange("marieke", town)
        _ = try await town.dossiers.endAbsence(absence, look("lotte", town))
        let circle = try await circle(town)
        #expect(circle.direction?.holder == youssef)
        #expect(circle.standIns == [StandsIn(away: marieke, standIn: youssef, until: Self.today + 14)])
        #expect(try await owed(town).isEmpty)
    }

    @Test(arguments: Engine.all)
    func `and leaves is owed anew, once, until who is away is back and by no other absence`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let away = try await arrange("marieke", town)
        try await leave(town)
        let subject = try town.filled.membership("\(Self.family)/marieke").standIn
        #expect(try await owed(town).map(\.subject) == [subject])
        #expect(try await circle(town).direction?.holder == (try town.filled.account("marieke")))
        // A holiday that is called off changes nothing about who is away today.
        let holiday = try await arrange("marieke", by: "fatma", in: 20..<25, town)
        _ = try await town.dossiers.endAbsence(holiday, look("marieke", town))
        #expect(try await owed(town).map(\.subject) == [subject])
        _ = try await town.dossiers.endAbsence(away, look("marieke", town))
        #expect(try await owed(town).isEmpty)
    }

    @Test(arguments: Engine.all)
    func `is owed while who is back from one absence is away by another`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let first = try await arrange("marieke", town)
        try await leave(town)
        let second = try await arrange("marieke", by: "fatma", in: 20..<25, town)
        _ = try await town.dossiers.database.write { connection in
            try connection.execute("UPDATE absence SET begun_at = \(Self.later) WHERE id = \(second)")
        }
        _ = try await town.dossiers.endAbsence(first, look("marieke", town))
        #expect(try await owed(town).count == 1)
        _ = try await town.dossiers.endAbsence(second, look("marieke", town))
        #expect(try await owed(town).isEmpty)
    }

    @Test(arguments: Engine.all)
    func `is never the team lead who names them`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        _ = try await arrange("marieke", town)
        try await leave(town)
        let family = try town.filled.family(Self.family)
        let (promise, ruud) = (try #require(try await owed(town).first), try town.filled.account("ruud"))
        let look = try look("ruud", town)
        let page = try #require(try await town.dossiers.standIn(promise.id, in: family, look))
        #expect(!page.colleagues.isEmpty && !page.colleagues.contains { $0.account == ruud })
        await #expect(throws: StandIn.Refusal.notPossible) {
            _ = try await town.dossiers.nameStandIn(
                ruud, until: Self.today + 9, as: IDSource.unguessable.next(at: Self.later), for: promise.id, in: family,
                look)
        }
        #expect(try await town.sight(of: "ruud", in: Self.family, at: Self.later) == nil)
        #expect(try await owed(town).map(\.id) == [promise.id])
    }
}
