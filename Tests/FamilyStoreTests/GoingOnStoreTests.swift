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

/// Sem is fifteen, and eighteen in two years and 118 days.
@Suite struct `An eighteenth birthday` {
    private static let family = "de-wit-yildiz"
    private static let birthday = (FilledDatabase.today + 118).adding(years: 2)
    private static let day = Moment(birthday, hour: 8)

    private static func sweep(_ town: FilledDatabase, at moment: Moment) async throws {
        try await town.dossiers.sweepGoingOn(at: moment) { Issue.record($0) }
    }

    private static func asked(_ town: FilledDatabase) async throws -> [Promise] {
        let family = try town.filled.family(family)
        return try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise).filter { $0.kind == .chooseCircle }
        }
    }

    private static func choose(
        _ keep: @escaping @Sendable (CircleMember) -> Bool, as who: String = "sem", _ town: FilledDatabase
    ) async throws -> Bool? {
        try await town.act(as: who, in: family, at: day) { key, connection, vault in
            guard let sight = try connection.goingOn(key) else { throw GoingOn.Refusal.notYours }
            try connection.choose(
                Set(sight.members.filter(keep).map(\.membership.id)), shown: Set(sight.members.map(\.membership.id)),
                at: day, ids: .unguessable, key, vault)
        } != nil
    }

    @Test(arguments: Engine.all) func `asks them once, on the day`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await Self.sweep(town, at: Self.day - .days(1))
        #expect(try await Self.asked(town).isEmpty)
        for moment in [Self.day, Self.day, Self.day + .days(30)] { try await Self.sweep(town, at: moment) }
        let asked = try await Self.asked(town)
        let sem = try town.filled.account("sem")
        #expect(asked.map(\.owner) == [.account(sem)])
        #expect(asked.first?.due.day == Self.birthday + Birthday.runsOn)
    }

    @Test(arguments: Engine.all) func `ends for them what they choose to end, and for nobody else`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        try await Self.sweep(town, at: Self.day)
        let (priya, marieke) = (try town.filled.account("priya"), try town.filled.account("marieke"))
        #expect(try await Self.choose({ $0.membership.account != priya }, town) == true)
        #expect(try await town.sight(of: "priya", in: Self.family, at: Self.day) == nil)
        let circle = try #require(try await town.sight(of: "sem", in: Self.family, at: Self.day)).circle
        #expect(circle.members.contains { $0.membership.account == marieke && $0.membership.ended == nil })
        #expect(try await Self.asked(town).isEmpty)
        try await Self.sweep(town, at: Self.day + .days(3))
        #expect(try await Self.asked(town).isEmpty)
    }

    /// Marieke started the family: nobody was asked whether she may be there.
    @Test(arguments: Engine.all, [true, false]) func `ends what nobody agreed to after six weeks, without their yes`(
        engine: Engine, stays: Bool
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let (marieke, family) = (try town.filled.account("marieke"), try town.filled.family(Self.family))
        let sem = try town.filled.person("sem")
        try await town.dossiers.database.write { connection in
            let rests: SQL = """
                SELECT c.id FROM consent c JOIN membership m ON m.family_id = c.family_id AND m.id = c.membership_id
                WHERE c.family_id = \(family) AND m.account_id = \(marieke)
                """
            for table: SQL in ["consent_answer", "consent_person"] {
                try connection.execute("DELETE FROM \(table) WHERE consent_id IN (\(rests))")
            }
        }
        try await Self.sweep(town, at: Self.day)
        if stays { #expect(try await Self.choose({ $0.membership.account == marieke }, town) == true) }
        let end = Self.day + .days(Birthday.runsOn)
        for moment in [end - .days(2), end] {
            try await town.dossiers.sweepBirthdays(at: moment) { Issue.record($0) }
            let circle = try #require(try await town.sight(of: "sem", in: Self.family, at: moment)).circle
            let covers = circle.members.contains {
                $0.membership.account == marieke && $0.membership.ended == nil && $0.membership.covers.contains(sem)
            }
            #expect(covers == (stays || moment < end), "\(moment)")
        }
        // For his sister she stays.
        let noors = try #require(try await town.sight(of: "aylin", in: Self.family, at: end)).circle
        #expect(noors.members.contains { $0.membership.account == marieke && $0.membership.ended == nil })
    }

    /// A server that stood still, or an account that came late: who is asked late has a day.
    @Test(arguments: Engine.all) func `ends nothing within a day of a late question`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (marieke, family) = (try town.filled.account("marieke"), try town.filled.family(Self.family))
        try await town.dossiers.database.write { connection in
            let rests: SQL = """
                SELECT c.id FROM consent c JOIN membership m ON m.family_id = c.family_id AND m.id = c.membership_id
                WHERE c.family_id = \(family) AND m.account_id = \(marieke)
                """
            for table: SQL in ["consent_answer", "consent_person"] {
                try connection.execute("DELETE FROM \(table) WHERE consent_id IN (\(rests))")
            }
        }
        let late = Self.day + .days(Birthday.runsOn + 3)
        try await Self.sweep(town, at: late)
        #expect(try await Self.asked(town).count == 1)
        for (moment, isThere) in [(late + .hours(1), true), (late + .hours(25), false)] {
            try await town.dossiers.sweepBirthdays(at: moment) { Issue.record($0) }
            let sight = try await town.sight(of: "sem", in: Self.family, at: moment)
            let found = sight?.circle.members.contains {
                $0.membership.account == marieke && $0.membership.ended == nil
            }
            #expect(found == isThere, "\(moment)")
        }
    }

    @Test(arguments: Engine.all) func `is nobody else's to choose, nor a day early`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        for who in ["aylin", "joost", "marieke", "truus"] {
            await #expect(throws: GoingOn.Refusal.notYours, "\(who)") {
                _ = try await Self.choose({ _ in true }, as: who, town)
            }
        }
        // A day early there is nothing to choose.
        await #expect(throws: GoingOn.Refusal.notYours) {
            _ = try await town.act(as: "sem", in: Self.family, at: Self.day - .days(1)) { key, connection, vault in
                try connection.choose(
                    [], shown: [], at: Self.day, ids: .unguessable, key, vault)
            }
        }
    }
}
