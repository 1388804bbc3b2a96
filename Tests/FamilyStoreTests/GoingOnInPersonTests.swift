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

/// Kofi does not sign in.
///
/// He is eleven, and eighteen in six years and fifty days; Lotte started his family and follows it.
@Suite struct `An eighteenth birthday of who does not sign in` {
    private static let family = "osei"
    private static let birthday = (FilledDatabase.today + 50).adding(years: 6)
    private static let day = Moment(birthday, hour: 8)

    private static func sweep(_ town: FilledDatabase, at moment: Moment) async throws {
        try await town.dossiers.sweepGoingOn(at: moment) { Issue.record($0) }
        try await town.dossiers.sweepBirthdays(at: moment) { Issue.record($0) }
    }

    private static func owed(_ town: FilledDatabase) async throws -> [Promise] {
        let (family, kofi) = (try town.filled.family(family), try town.filled.person("kofi"))
        return try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise).filter { $0.subject == kofi.goingOn }
        }
    }

    private static func note(
        as who: String, keeping accounts: [String], _ town: FilledDatabase, on said: Day = birthday,
        at moment: Moment = day
    ) async throws -> Bool? {
        let kofi = try town.filled.person("kofi")
        let kept = Set(try accounts.map { try town.filled.account($0) })
        return try await town.act(as: who, in: family, at: moment) { key, connection, vault in
            guard let sight = try connection.goingOn(key, askedInPerson: kofi) else { throw GoingOn.Refusal.notYours }
            let shown = sight.members.map(\.membership)
            try connection.note(
                Set(shown.filter { kept.contains($0.account) }.map(\.id)), shown: Set(shown.map(\.id)), heardFrom: kofi,
                .spoken, on: said, at: moment, ids: .unguessable, key, vault)
        } != nil
    }

    private static func around(_ who: String, _ town: FilledDatabase) async throws -> Bool {
        let (family, kofi) = (try town.filled.family(family), try town.filled.person("kofi"))
        let account = try town.filled.account(who)
        return try await town.dossiers.database.read { connection in
            try connection.memberships(of: account, in: [family]).map(\.membership)
                .contains { $0.ended == nil && $0.covers.contains(kofi) }
        }
    }

    @Test(arguments: Engine.all) func `is asked in a talk by who plans with them, once`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await Self.sweep(town, at: Self.day - .days(1))
        #expect(try await Self.owed(town).isEmpty)
        for moment in [Self.day, Self.day, Self.day + .days(20)] { try await Self.sweep(town, at: moment) }
        let owed = try await Self.owed(town)
        let (lotte, kofi) = (try town.filled.account("lotte"), try town.filled.person("kofi"))
        #expect(owed.map(\.kind) == [.askInPerson] && owed.map(\.owner) == [.account(lotte)])
        #expect(owed.first?.receiver == .person(ID(as: kofi)))
        #expect(owed.first?.due.day == Self.birthday + Birthday.runsOn)
        // Nobody else is told of it: neither a parent nor a helper beside.
        for other in ["abena", "kwame", "daniel", "efua"] {
            let seen = try await town.ask(as: other, in: Self.family, at: Self.day) { key, connection in
                try connection.openPromises(key, among: try connection.circle(key)).map(\.promise.id)
            }
            #expect(seen?.contains(owed[0].id) != true, "\(other)")
        }
    }

    @Test(arguments: Engine.all) func `is noted for each member, with who heard it and when`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        try await Self.sweep(town, at: Self.day)
        let later = Self.day + .days(4)
        #expect(
            try await Self.note(as: "lotte", keeping: ["lotte", "bart"], town, on: Self.birthday + 2, at: later) == true
        )
        #expect(try await Self.owed(town).isEmpty)
        #expect(try await Self.around("daniel", town) == false)
        try await Self.sweep(town, at: Self.day + .days(90))
        for stays in ["lotte", "bart"] { #expect(try await Self.around(stays, town), "\(stays)") }
        let (lotte, family) = (try town.filled.account("lotte"), try town.filled.family(Self.family))
        let said = try await town.dossiers.database.read { connection in
            try connection.rows(
                """
                SELECT at, noted_by, how FROM consent_answer
                WHERE family_id = \(family) AND noted_by IS NOT NULL ORDER BY consent_id
                """
            ) { ($0.moment(0).day, $0.id(1, Account.self), $0.text(2)) }
        }
        #expect(!said.isEmpty && said.allSatisfy { $0 == (Self.birthday + 2, lotte, "spoken") })
        #expect(try await town.damage().isEmpty)
    }

    /// Daniel is hidden from Lotte, who writes down what Kofi says.
    @Test(arguments: Engine.all, [true, false])
    func `keeps everybody where everybody stays, also whom the one who writes it may not know`(
        engine: Engine, everybody: Bool
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        try await Self.sweep(town, at: Self.day)
        let (family, lotte) = (try town.filled.family(Self.family), try town.filled.account("lotte"))
        let member = try town.filled.membership(Self.family + "/daniel")
        _ = try await town.dossiers.database.write { connection in
            try connection.execute(
                """
                INSERT INTO hidden_member (family_id, membership_id, account_id) VALUES (\(family), \(member), \(lotte))
                """)
        }
        let kept = everybody ? ["lotte", "bart", "efua"] : ["lotte", "bart"]
        #expect(try await Self.note(as: "lotte", keeping: kept, town) == true)
        let sight = try #require(try await town.sight(of: "lotte", in: Self.family, at: Self.day))
        for trace in [member.text, try town.filled.account("daniel").text] {
            #expect(!sight.text.contains(trace), "\(trace)")
        }
        let consents = try await town.ask(as: "lotte", in: Self.family, at: Self.day) { key, connection in
            try connection.consents(key).compactMap(\.consent.membership)
        }
        #expect(consents?.contains(member) == false)
        try await Self.sweep(town, at: Self.day + .days(90))
        #expect(try await Self.around("daniel", town) == everybody)
        #expect(try await Self.around("efua", town) == everybody)
    }

    @Test(arguments: Engine.all) func `ends after six weeks what was not asked`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await Self.sweep(town, at: Self.day)
        try await Self.sweep(town, at: Self.day + .days(Birthday.runsOn - 1))
        #expect(try await Self.around("lotte", town))
        try await Self.sweep(town, at: Self.day + .days(Birthday.runsOn))
        for who in ["lotte", "daniel", "bart", "efua"] { #expect(try await !Self.around(who, town), "\(who)") }
        // What nobody answered in time is nobody's to answer any more.
        let end = Self.day + .days(Birthday.runsOn)
        let database = town.dossiers.database
        // Another one of the town was asked late, and had a day.
        _ = try await database.write { try $0.sweepUnansweredGoingOn(at: end - .days(1)) }
        #expect(try await database.write { try $0.sweepUnansweredGoingOn(at: end + .days(2)) } == 1)
        #expect(try await database.write { try $0.sweepUnansweredGoingOn(at: end + .days(2)) } == 0)
    }

    @Test(arguments: Engine.all) func `is noted by nobody else, not early, nor for a day outside`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        await #expect(throws: GoingOn.Refusal.notYours) { _ = try await Self.note(as: "lotte", keeping: [], town) }
        try await Self.sweep(town, at: Self.day)
        for other in ["abena", "kwame", "efua"] {
            await #expect(throws: GoingOn.Refusal.notYours, "\(other)") {
                _ = try await Self.note(as: other, keeping: [], town)
            }
        }
        for stranger in ["esmee", "marieke"] {
            #expect(try await Self.note(as: stranger, keeping: [], town) != true, "\(stranger)")
        }
        for day in [Self.birthday + -1, Self.birthday + 1] {
            await #expect(throws: GoingOn.Refusal.heardOutside) {
                _ = try await Self.note(as: "lotte", keeping: ["lotte"], town, on: day)
            }
        }
    }

    /// A mother of 18 holds authority over her child, and chooses for herself as anybody does.
    @Test(arguments: Engine.all) func `asks who holds authority, too`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (family, sem) = (try town.filled.family("de-wit-yildiz"), try town.filled.person("sem"))
        let noor = try town.filled.person("noor")
        _ = try await town.dossiers.database.write { connection in
            try connection.execute(
                "INSERT INTO authority_holder (family_id, child_id, person_id) VALUES (\(family), \(noor), \(sem))")
        }
        let day = Moment((FilledDatabase.today + 118).adding(years: 2), hour: 8)
        try await town.dossiers.sweepGoingOn(at: day) { Issue.record($0) }
        let asked = try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise).filter { $0.kind == .chooseCircle }
        }
        #expect(asked.map(\.owner) == [.account(try town.filled.account("sem"))])
    }
}

/// Kofi is twelve in fifty days.
@Suite struct `A twelfth birthday of who does not sign in` {
    @Test(arguments: Engine.all) func `is asked about in a talk, and noted on the page of the consent`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "lotte", in: "osei", about: ["kofi"]))
        for parent in ["abena", "kwame"] { _ = try await asking.answer(["kofi": .yes], by: parent) }
        let day = Moment(FilledDatabase.today + 50, hour: 8)
        for moment in [day, day + .days(3)] {
            try await town.dossiers.sweepBirthdays(at: moment) { Issue.record($0) }
            #expect(try await asking.owing(.askInPerson) == ["lotte"])
        }
        let (kofi, lotte) = (try town.filled.person("kofi"), try town.filled.account("lotte"))
        let yes = Consent.Given(about: kofi, by: kofi, .yes, .spoken, at: day, notedBy: lotte)
        _ = try await asking.act(as: "lotte", at: day) { kept, key, connection, vault in
            try connection.note(yes, in: kept, saying: nil, ids: .unguessable, key, vault)
        }
        #expect(try await asking.owing(.askInPerson) == [])
        try await town.dossiers.sweepBirthdays(at: day + .days(60)) { Issue.record($0) }
        #expect(try await asking.outcome(for: "kofi", by: "lotte", at: day) == .agreed)
    }
}
