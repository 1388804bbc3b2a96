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

/// Kofi is eleven, and twelve in fifty days.
@Suite struct `A twelfth birthday` {
    private static let family = "osei"
    private static let birthday = FilledDatabase.today + 50
    private static let day = Moment(birthday, hour: 8)

    /// His parents agreed that something is shared about him.
    private func agreed(_ town: FilledDatabase) async throws -> Asking {
        let asking = try #require(try await Asking(town, by: "lotte", in: Self.family, about: ["kofi"]))
        for parent in ["abena", "kwame"] { _ = try await asking.answer(["kofi": .yes], by: parent) }
        return asking
    }

    /// Kofi gets an account of his own: another one of the town, which is nobody's in this family.
    private func give(_ account: String, _ town: FilledDatabase) async throws {
        let (kofi, id) = (try town.filled.person("kofi"), try town.filled.account(account))
        _ = try await town.act(as: "lotte", in: Self.family) { key, connection, vault in
            try connection.give(
                id, to: kofi, isTheirOwn: true, at: FilledDatabase.now, ids: .unguessable, key, vault)
        }
    }

    private func sweep(_ town: FilledDatabase, at moment: Moment) async throws {
        try await town.dossiers.sweepBirthdays(at: moment) { Issue.record($0) }
    }

    @Test(arguments: Engine.all)
    func `asks the child, once, and ends what ran on for six weeks`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try await agreed(town)
        try await give("thijs", town)
        try await sweep(town, at: Self.day - .days(1))
        #expect(try await asking.owing(.answerConsent) == [])
        for moment in [Self.day, Self.day, Self.day + .days(39)] {
            try await sweep(town, at: moment)
            #expect(try await asking.owing(.answerConsent) == ["thijs"])
            #expect(try await asking.outcome(for: "kofi", by: "lotte", at: moment) == .agreed)
        }
        // Late by a week, and twice: it ends once.
        for moment in [Self.day + .days(49), Self.day + .days(50)] { try await sweep(town, at: moment) }
        #expect(try await asking.owing(.answerConsent) == [])
        #expect(try await asking.outcome(for: "kofi", by: "lotte", at: Self.day + .days(50)) == .ended)
        #expect(try await town.damage().isEmpty)
    }

    @Test(arguments: Engine.all) func `leaves what the child says yes to`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try await agreed(town)
        try await give("thijs", town)
        try await sweep(town, at: Self.day)
        _ = try await asking.answer(["kofi": .yes], by: "thijs", at: Self.day + .days(2))
        #expect(try await asking.owing(.answerConsent) == [])
        try await sweep(town, at: Self.day + .days(90))
        #expect(try await asking.outcome(for: "kofi", by: "lotte", at: Self.day + .days(3)) == .agreed)
    }

    @Test(arguments: Engine.all) func `lets the child end it at once, and no parent any more`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try await agreed(town)
        try await give("thijs", town)
        await #expect(throws: Consent.Refusal.notYours) {
            _ = try await asking.withdraw(for: ["kofi"], by: "abena", at: Self.day)
        }
        _ = try await asking.answer(["kofi": .no], by: "thijs", at: Self.day)
        #expect(try await asking.outcome(for: "kofi", by: "lotte", at: Self.day) == .ended)
    }

    @Test(arguments: Engine.all) func `ends after six weeks what a member was let in to`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(town, by: "abena", in: Self.family, for: ["kofi", "ama"], "priya"))
        _ = try await inviting.answer(["kofi": .yes, "ama": .yes], by: "kwame")
        _ = try await inviting.accept(by: "priya")
        #expect(try await inviting.covered(by: "priya") == ["kofi", "ama"])
        try await sweep(town, at: Self.day + .days(41))
        #expect(try await inviting.covered(by: "priya") == ["kofi", "ama"])
        try await sweep(town, at: Self.day + .days(42))
        #expect(try await inviting.covered(by: "priya") == ["ama"])
    }
}

@Suite struct `What ends soon` {
    @Test(arguments: Engine.all) func `is asked again together, once`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "lotte", in: "osei", about: ["kofi"]))
        for parent in ["abena", "kwame"] { _ = try await asking.answer(["kofi": .yes], by: parent) }
        let toRenew = { (who: String, moment: Moment) in
            try await town.ask(as: who, in: "osei", at: moment) {
                try $1.consentsToRenew(at: moment, $0).map(\.consent.id)
            }
        }
        #expect(try await toRenew("lotte", Asking.now) == [])
        let soon = Asking.now + .days(40)
        #expect(try await toRenew("lotte", soon) == [asking.id])
        #expect(try await toRenew("abena", soon) == [asking.id])
        #expect(try await toRenew("efua", soon) == [])
        _ = try await town.act(as: "abena", in: "osei", at: soon) { key, connection, vault in
            try connection.renew(
                [asking.id], until: soon.day + 300, at: soon, ids: .unguessable, key, vault)
        }
        #expect(try await toRenew("lotte", soon) == [])
        let new = try await town.ask(as: "kwame", in: "osei", at: soon) { try $1.consents($0) }
        let asked = try #require(new?.first)
        #expect(asked.letter == Asking.letter && asked.consent.id != asking.id)
        #expect(asked.consent.persons.allSatisfy { asked.outcome(for: $0, at: soon) != .agreed })
    }
}
