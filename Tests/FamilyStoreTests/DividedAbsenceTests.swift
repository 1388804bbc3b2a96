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

/// Marieke is away; Ruud leads the people of the area team.
@Suite struct `The families of one who is away` {
    private static let family = "de-wit-yildiz"
    private static let now = FilledDatabase.now + .minutes(5)
    private static let today = FilledDatabase.today

    private static func look(_ who: String, _ town: FilledDatabase, at moment: Moment = now) throws -> Look {
        let account = try town.filled.account(who)
        return Look(reader: account, at: moment, from: "", action: .update, item: ItemName(.family, account))
    }

    private static func arrange(_ town: FilledDatabase, from: Day = today) async throws -> ID<Absence> {
        let id: ID<Absence> = IDSource.unguessable.next(at: now)
        let absence = Absence(
            id: id, organisation: try town.filled.organisation("gebiedsteam"), who: try town.filled.account("marieke"),
            standIn: try town.filled.account("youssef"), by: try town.filled.account("ruud"), from: from,
            until: today + 14)
        _ = try await town.dossiers.arrange(absence, look("ruud", town))
        return id
    }

    /// Gives the family of these tests to a colleague, and leaves the others.
    private static func divide(
        _ id: ID<Absence>, to colleague: String, by lead: String = "ruud", _ town: FilledDatabase,
        at moment: Moment = now
    ) async throws -> Int {
        let seat = try town.filled.membership(family + "/marieke")
        return try await town.dossiers.divide(
            id, [seat: try town.filled.account(colleague)], look(lead, town, at: moment)
        ).count
    }

    private static func directs(_ who: String, _ town: FilledDatabase, at moment: Moment = now) async throws -> Bool {
        let sight = try #require(try await town.sight(of: "aylin", in: family, at: moment))
        return sight.circle.direction?.holder == (try town.filled.account(who))
    }

    @Test(arguments: Engine.all)
    func `go to another colleague one by one, with all that was held, and back`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await Self.arrange(town)
        let others = try await town.listed(for: "youssef").count
        #expect(try await Self.directs("youssef", town) && others > 1)
        #expect(try await Self.divide(id, to: "lotte", town) == 1)
        #expect(try await Self.directs("lotte", town))
        #expect(try await town.sight(of: "youssef", in: Self.family, at: Self.now) == nil)
        #expect(try await town.listed(for: "youssef").count == others - 1)
        // Nobody owes it to name somebody: there is somebody.
        let family = try town.filled.family(Self.family)
        let owed = try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise.kind)
        }
        #expect(!owed.contains(.nameStandIn))
        #expect(try await Self.divide(id, to: "lotte", town) == 0)
        #expect(try await Self.divide(id, to: "youssef", town) == 1)
        #expect(try await Self.directs("youssef", town))
        #expect(try await Self.divide(id, to: "lotte", town) == 1)
        _ = try await town.dossiers.endAbsence(id, Self.look("ruud", town))
        #expect(try await Self.directs("marieke", town))
        for who in ["lotte", "youssef"] {
            #expect(try await town.sight(of: who, in: Self.family, at: Self.now) == nil, "\(who)")
        }
        #expect(try await town.damage().isEmpty)
    }

    @Test(arguments: Engine.all)
    func `are divided before it begins, too, and begin so by the clock`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await Self.arrange(town, from: Self.today + 2)
        #expect(try await Self.divide(id, to: "lotte", town) == 0)
        #expect(try await Self.directs("marieke", town))
        let day = Moment(Self.today + 2, hour: 9)
        try await town.dossiers.sweepAbsences(at: day) { Issue.record($0) }
        #expect(try await Self.directs("lotte", town, at: day))
        let back = Moment(Self.today + 14, hour: 9)
        try await town.dossiers.sweepAbsences(at: back) { Issue.record($0) }
        #expect(try await Self.directs("marieke", town, at: back))
    }

    @Test(arguments: Engine.all)
    func `are divided by nobody else, nor to who can't, nor listed where something is kept`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await Self.arrange(town)
        for stranger in ["aylin", "joost", "marieke", "youssef", "lotte", "sanne", "annelies"] {
            #expect(try await town.dossiers.division(of: id, Self.look(stranger, town)) == nil, "\(stranger)")
            await #expect(throws: Absence.Refusal.notYours, "\(stranger)") {
                _ = try await Self.divide(id, to: "lotte", by: stranger, town)
            }
        }
        for colleague in ["marieke", "ruud", "sanne", "aylin"] {
            await #expect(throws: Absence.Refusal.notPossible, "\(colleague)") {
                _ = try await Self.divide(id, to: colleague, town)
            }
        }
        let sight = try #require(try await town.dossiers.division(of: id, Self.look("ruud", town)))
        let seat = try town.filled.membership(Self.family + "/marieke")
        #expect(sight.seats.contains { $0.membership == seat })
        let (family, ruud) = (try town.filled.family(Self.family), try town.filled.account("ruud"))
        _ = try await town.dossiers.database.write { connection in
            try connection.execute(
                "INSERT INTO hidden_member (family_id, membership_id, account_id) VALUES (\(family), \(seat), \(ruud))")
        }
        let kept = try #require(try await town.dossiers.division(of: id, Self.look("ruud", town)))
        #expect(kept.seats.count == sight.seats.count - 1 && !kept.seats.contains { $0.membership == seat })
        #expect(try await Self.divide(id, to: "lotte", town) == 0)
        #expect(try await !Self.directs("lotte", town))
    }

    private static func hide(_ who: String, from colleague: String, _ town: FilledDatabase) async throws {
        let family = try town.filled.family(family)
        let (account, kept) = (try town.filled.account(who), try town.filled.account(colleague))
        _ = try await town.dossiers.database.write { connection in
            try connection.execute(
                """
                INSERT INTO hidden_member (family_id, membership_id, account_id)
                SELECT family_id, id, \(kept) FROM membership
                WHERE family_id = \(family) AND account_id = \(account) AND ended_at IS NULL
                """)
        }
    }

    /// That another one stands in somewhere tells that somebody is there.
    @Test(arguments: Engine.all)
    func `from which something is kept from the lead are left out of who stands in`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await Self.arrange(town)
        #expect(try await Self.divide(id, to: "lotte", town) == 1)
        let lotte = try town.filled.account("lotte")
        let sight = try #require(try await town.dossiers.absences(Self.look("ruud", town)))
        #expect(sight.absences.first { $0.id == id }?.standIns.contains(lotte) == true)
        try await Self.hide("sanne", from: "ruud", town)
        let kept = try #require(try await town.dossiers.absences(Self.look("ruud", town)))
        #expect(kept.absences.first { $0.id == id }?.standIns == [try town.filled.account("youssef")])
        #expect(kept.absences.first { $0.id == id }?.divided.isEmpty == true)
    }

    /// Youssef may not know that Sanne is there: for this family somebody else is owed.
    @Test(arguments: Engine.all)
    func `owe nobody a name once they were divided`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await Self.hide("sanne", from: "youssef", town)
        let id = try await Self.arrange(town)
        #expect(try await Self.owed(.nameStandIn, town) == 1)
        #expect(try await Self.divide(id, to: "lotte", town) == 1)
        #expect(try await Self.owed(.nameStandIn, town) == 0)
        #expect(try await Self.directs("lotte", town))
    }

    private static func owed(_ kind: PromiseKind, _ town: FilledDatabase) async throws -> Int {
        let family = try town.filled.family(family)
        return try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).count { $0.promise.kind == kind }
        }
    }

    /// Carla leads the people of the area team as Ruud does: what she does is hers, in the timeline and in the log.
    @Test(arguments: Engine.all)
    func `say who divided them, in the timeline and in the access log`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let carla = try town.filled.account("carla")
        let id = try await Self.arrange(town)
        let later = Self.now + .minutes(5)
        #expect(try await Self.divide(id, to: "lotte", by: "carla", town, at: later) == 1)
        let (family, lotte) = (try town.filled.family(Self.family), try town.filled.account("lotte"))
        let sight = try #require(try await town.sight(of: "aylin", in: Self.family, at: later))
        let joined = sight.circle.members.first { $0.membership.account == lotte }?.membership.id
        let entry = sight.happenings.first { $0.kind == .memberLetIn && $0.item.id == joined?.text }
        #expect(entry?.who == carla)
        #expect(sight.happenings.first { $0.kind == .directionMoved }?.who == carla)
        let looked = try await town.log().map { ($0.record.who, $0.family, $0.record.ground) }
        #expect(looked.contains { $0 == (carla, family, .teamLead) })
        // Who may not, leaves a trace as well, in no family's log.
        await #expect(throws: Absence.Refusal.notYours) { _ = try await Self.divide(id, to: "lotte", by: "bart", town) }
        let bart = try town.filled.account("bart")
        #expect(try await town.log().contains { $0.record.who == bart && $0.record.outcome == .refused && $0.family == nil })
    }
}
