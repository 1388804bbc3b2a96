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

@Suite struct `A director who is away` {
    private static let family = "de-wit-yildiz"
    private static let later = FilledDatabase.now + .minutes(5)
    private static let today = FilledDatabase.today

    private static func look(_ who: String, _ town: FilledDatabase, at moment: Moment = later) throws -> Look {
        let account = try town.filled.account(who)
        return Look(reader: account, at: moment, from: "", action: .update, item: ItemName(.family, account))
    }

    private static func arrange(
        in town: FilledDatabase, _ who: String = "marieke", by standIn: String = "youssef", from: Day = today,
        until: Day = today + 14
    ) async throws -> ID<Absence> {
        let id: ID<Absence> = IDSource.unguessable.next(at: later)
        let absence = Absence(
            id: id, organisation: try town.filled.organisation("gebiedsteam"), who: try town.filled.account(who),
            standIn: try town.filled.account(standIn), by: try town.filled.account("ruud"), from: from, until: until)
        _ = try await town.dossiers.arrange(absence, look("ruud", town))
        return id
    }

    private static func circle(_ town: FilledDatabase, at moment: Moment = later) async throws -> CircleSight {
        try #require(try await town.sight(of: "aylin", in: family, at: moment)).circle
    }

    private static func owed(by who: String, _ town: FilledDatabase) async throws -> Set<ID<Promise>> {
        let (id, account) = (try town.filled.family(family), try town.filled.account(who))
        return try await town.dossiers.database.read { connection in
            Set(
                try connection.openPromises(in: ID(as: id)).map(\.promise).filter { $0.owner == .account(account) }.map(
                    \.id))
        }
    }

    @Test(arguments: Engine.all)
    func `is stood in for in all families at once, and has direction again when they are back`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let (marieke, youssef) = (try town.filled.account("marieke"), try town.filled.account("youssef"))
        let before = try await Self.owed(by: "marieke", town)
        #expect(!before.isEmpty)
        #expect(try await town.sight(of: "youssef", in: Self.family, at: Self.later) == nil)
        let id = try await Self.arrange(in: town)
        let circle = try await Self.circle(town)
        #expect(circle.direction?.holder == youssef)
        #expect(circle.standIns == [StandsIn(away: marieke, standIn: youssef, until: Self.today + 14)])
        #expect(circle.members.contains { $0.membership.account == marieke })
        let moved = try await Self.owed(by: "youssef", town)
        #expect(!moved.isEmpty && moved.isSubset(of: before))
        let families = Set(try await town.listed(for: "marieke"))
        let colleagues = Set(try await town.listed(for: "youssef"))
        #expect(families.count > 1 && families.isSubset(of: colleagues))
        #expect(try await town.sight(of: "ruud", in: Self.family, at: Self.later) == nil)

        _ = try await town.dossiers.endAbsence(id, Self.look("marieke", town))
        let after = try await Self.circle(town)
        #expect(after.direction?.holder == marieke && after.standIns.isEmpty)
        #expect(!after.members.contains { $0.membership.account == youssef && $0.membership.ended == nil })
        #expect(try await Self.owed(by: "marieke", town) == before)
        #expect(try await town.sight(of: "youssef", in: Self.family, at: Self.later) == nil)
    }

    @Test(arguments: Engine.all)
    func `begins and ends by the clock`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let youssef = try town.filled.account("youssef")
        _ = try await Self.arrange(in: town, from: Self.today + 2, until: Self.today + 5)
        #expect(try await Self.circle(town).direction?.holder != youssef)
        for (day, stands) in [(1, false), (2, true), (4, true), (5, false), (6, false)] {
            let now = Moment(Self.today + day, hour: 9)
            try await town.dossiers.sweepAbsences(at: now) { Issue.record($0) }
            let circle = try await Self.circle(town, at: now)
            #expect((circle.direction?.holder == youssef) == stands, "day \(day)")
            let isIn = circle.members.contains { $0.membership.account == youssef && $0.membership.ended == nil }
            #expect(isIn == stands, "day \(day)")
        }
    }

    @Test(arguments: Engine.all)
    func `is arranged and ended by nobody else, and tells them nothing`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await Self.arrange(in: town)
        for stranger in ["aylin", "youssef", "sanne", "bart", "ravi"] {
            let look = try Self.look(stranger, town)
            #expect(try await town.dossiers.absences(look) == nil, "\(stranger)")
            await #expect(throws: Absence.Refusal.notYours) { _ = try await town.dossiers.endAbsence(id, look) }
        }
        let own = try #require(try await town.dossiers.absences(Self.look("marieke", town)))
        #expect(own.absences.map(\.id) == [id] && own.colleagues.isEmpty)
        await #expect(throws: Absence.Refusal.changed) { _ = try await Self.arrange(in: town, by: "fatma") }
    }

    @Test(arguments: Engine.all)
    func `has another one named where the colleague is kept from the family`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family(Self.family)
        let (youssef, sanne) = (try town.filled.account("youssef"), try town.filled.account("sanne"))
        let (dossiers, filled) = (town.dossiers, town.filled)
        try await dossiers.database.write { connection in
            let found = try connection.row(
                "SELECT id FROM membership WHERE family_id = \(family) AND account_id = \(sanne) AND ended_at IS NULL"
            ) { $0.id(0, Membership.self) }
            let membership = try #require(found)
            try connection.execute(
                """
                INSERT INTO hidden_member (family_id, membership_id, account_id)
                VALUES (\(family), \(membership), \(youssef))
                """)
        }
        _ = try await Self.arrange(in: town)
        #expect(try await Self.circle(town).direction?.holder == (try filled.account("marieke")))
        let owed = try await dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise).first { $0.kind == .nameStandIn }
        }
        let promise = try #require(owed)
        let look = Look(
            reader: try filled.account("ruud"), at: Self.later, from: "", action: .update,
            item: ItemName(.promise, promise.id))
        let page = try #require(try await dossiers.standIn(promise.id, in: family, look))
        #expect(!page.colleagues.contains { $0.account == youssef })
        let lotte = try filled.account("lotte")
        let isDone = try await dossiers.nameStandIn(
            lotte, until: Self.today + 14, as: IDSource.unguessable.next(at: Self.later), for: promise.id, in: family,
            look)
        #expect(isDone)
        #expect(try await Self.circle(town).direction?.holder == lotte)
        let back = Moment(Self.today + 14, hour: 9)
        try await dossiers.sweepAbsences(at: back) { Issue.record($0) }
        #expect(try await Self.circle(town, at: back).direction?.holder == (try filled.account("marieke")))
    }

    /// A day on which direction was to be looked at again comes before, during and after.
    @Test(arguments: Engine.all, [0, 2])
    func `hands direction over and back whatever day it was to be looked at again`(
        engine: Engine, days: Int
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let (family, marieke) = (try town.filled.family(Self.family), try town.filled.account("marieke"))
        _ = try await town.dossiers.database.write { connection in
            try connection.execute(
                """
                UPDATE direction SET review_day = \(Self.today + days)
                WHERE family_id = \(family) AND until_day IS NULL
                """)
        }
        _ = try await Self.arrange(in: town, until: Self.today + 5)
        #expect(try await Self.circle(town).direction?.holder == (try town.filled.account("youssef")))
        let back = Moment(Self.today + 5, hour: 9)
        try await town.dossiers.sweepAbsences(at: back) { Issue.record($0) }
        #expect(try await Self.circle(town, at: back).direction?.holder == marieke)
    }

    @Test(arguments: Engine.all)
    func `is stood in for only as far as the family lets them in`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (youssef, noor) = (try town.filled.account("youssef"), try town.filled.person("noor"))
        _ = try await Self.arrange(in: town)
        let membership = try town.filled.membership("de-wit-yildiz/marieke")
        _ = try await town.act(as: "aylin", in: Self.family, at: Self.later) { key, connection, vault in
            let kept = try #require(try connection.member(membership, key))
            try connection.end(
                membership, for: [noor], version: kept.version, at: Self.later, ids: .unguessable, key, vault)
        }
        let members = try await Self.circle(town).members.map(\.membership).filter { $0.ended == nil }
        #expect(members.first { $0.account == youssef }?.covers.contains(noor) == false)
        _ = try await town.act(as: "marieke", in: Self.family, at: Self.later) { key, connection, vault in
            let kept = try #require(try connection.member(membership, key))
            try connection.end(
                membership, for: kept.member.membership.covers, version: kept.version, at: Self.later,
                ids: .unguessable, key, vault)
        }
        #expect(try await town.sight(of: "youssef", in: Self.family, at: Self.later) == nil)
        #expect(try await Self.owed(by: "youssef", town).isEmpty)
    }

    @Test(arguments: Engine.all, [true, false])
    func `is owed another one when the work of who stands in is over`(engine: Engine, before: Bool) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family(Self.family)
        let (marieke, youssef) = (try town.filled.account("marieke"), try town.filled.account("youssef"))
        let (work, place) = (
            try #require(town.filled.professionals["youssef"]), try town.filled.organisation("gebiedsteam")
        )
        let vault = town.vault
        _ = try await Self.arrange(in: town, from: before ? Self.today + 1 : Self.today)
        let day = Moment(Self.today + 1, hour: 9)
        try await town.dossiers.database.write { connection in
            try connection.endWork(work, on: Self.today)
            try connection.endMemberships(of: youssef, for: place, at: Self.later, ids: .unguessable, vault)
        }
        try await town.dossiers.sweepAbsences(at: day) { Issue.record($0) }
        let circle = try await Self.circle(town, at: day)
        #expect(circle.direction?.holder == marieke && circle.standIns.isEmpty)
        #expect(!circle.members.contains { $0.membership.account == youssef && $0.membership.ended == nil })
        let owed = try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise).filter { $0.kind == .nameStandIn }
        }
        #expect(owed.count == 1)
        // Who is back needs nobody any more.
        try await town.dossiers.sweepAbsences(at: Moment(Self.today + 14, hour: 9)) { Issue.record($0) }
        let left = try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise.kind)
        }
        #expect(!left.contains(.nameStandIn))
    }

    @Test(arguments: Engine.all)
    func `gets help for the child whom a colleague in the circle is not there for`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (youssef, sem) = (try town.filled.account("youssef"), try town.filled.person("sem"))
        let id: ID<Membership> = IDSource.unguessable.next(at: FilledDatabase.now)
        let place = try town.filled.organisation("gebiedsteam")
        _ = try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            let membership = Membership(
                id: id, account: youssef, kind: .professional, organisation: place, covers: [sem], share: .plan,
                term: Period(from: Self.today + -9))
            try connection.letIn(
                membership, face: MemberFace(name: "Youssef El Amrani", function: "gezinswerker"), by: nil,
                at: FilledDatabase.now, key, vault)
        }
        let absence = try await Self.arrange(in: town)
        let left = try await Self.circle(town).members.map(\.membership)
            .filter { $0.account == youssef && $0.ended == nil }
        #expect(left.count == 2 && left.contains { $0.id == id && $0.covers == [sem] })
        _ = try await town.dossiers.endAbsence(absence, Self.look("ruud", town))
        let after = try await Self.circle(town).members.map(\.membership)
            .filter { $0.account == youssef && $0.ended == nil }
        #expect(after.map(\.id) == [id])
    }
}
