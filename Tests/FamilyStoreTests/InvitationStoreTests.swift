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

@Suite struct `An invitation to a circle` {
    private static let family = "de-wit-yildiz"

    @Test(arguments: Engine.all)
    func `lets somebody in when both parents agreed and they want to`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(town, by: "aylin", in: Self.family, for: ["noor"], "daniel"))
        #expect(try await inviting.covered(by: "daniel") == [])
        _ = try await inviting.answer(["noor": .yes], by: "joost")
        #expect(try await inviting.covered(by: "daniel") == [])
        #expect(try await inviting.accept(by: "daniel") == "done")
        #expect(try await inviting.covered(by: "daniel") == ["noor"])
        let circle = try #require(try await town.sight(of: "joost", in: Self.family)).circle
        let account = try town.filled.account("daniel")
        let member = try #require(circle.members.first { $0.membership.account == account })
        #expect(member.face?.expectation == "Speelt op woensdag" && member.face?.name == "daniel")
        #expect(member.membership.share == .plan)
    }

    @Test(arguments: Engine.all)
    func `accepted first waits for the last yes`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(town, by: "aylin", in: Self.family, for: ["noor", "sem"], "daniel"))
        #expect(try await inviting.accept(by: "daniel") == "done")
        #expect(try await town.sight(of: "daniel", in: Self.family) == nil)
        _ = try await inviting.answer(["noor": .yes], by: "joost")
        #expect(try await inviting.covered(by: "daniel") == ["noor"])
        _ = try await inviting.answer(["sem": .yes], by: "sem")
        #expect(try await inviting.covered(by: "daniel") == ["noor", "sem"])
        let circle = try #require(try await town.sight(of: "sem", in: Self.family)).circle
        #expect(circle.members.contains { $0.face?.name == "daniel" })
    }

    @Test(arguments: Engine.all)
    func `refused by a young person stands for the sister`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(town, by: "joost", in: Self.family, for: ["noor", "sem"], "daniel"))
        _ = try await inviting.answer(["sem": .no], by: "sem")
        _ = try await inviting.answer(["noor": .yes], by: "aylin")
        _ = try await inviting.accept(by: "daniel")
        #expect(try await inviting.covered(by: "daniel") == ["noor"])
    }

    @Test(arguments: Engine.all)
    func `is not accepted twice, by another, or after its end`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(town, by: "aylin", in: Self.family, for: ["noor"], "daniel"))
        let late = FilledDatabase.now + Invitation.term
        #expect(try await inviting.accept(by: "esmee") == nil)
        #expect(try await inviting.accept(by: "truus") == nil)
        await #expect(throws: Invitation.Refusal.over) { _ = try await inviting.accept(by: "daniel", at: late) }
        #expect(try await inviting.accept(by: "daniel", at: late + .days(1)) == nil)
        #expect(try await inviting.accept(by: "daniel") == "done")
        #expect(try await inviting.accept(by: "daniel") == nil)
        await #expect(throws: Invitation.Refusal.over) {
            _ = try await inviting.answer(["noor": .yes], by: "joost", at: late)
        }
    }

    @Test(arguments: Engine.all)
    func `shows the one invited nothing of the family`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(town, by: "aylin", in: Self.family, for: ["noor"], "daniel"))
        let (vault, id) = (town.vault, inviting.id)
        let sight = try #require(
            try await town.ask(as: "daniel", in: Self.family, by: inviting.id) { key, connection in
                try Sight(key, connection, vault)
            })
        #expect(sight.circle.persons.isEmpty && sight.circle.members.isEmpty && sight.talks.isEmpty)
        #expect(sight.promises.allSatisfy { $0.isOwn && $0.about.isEmpty })
        #expect(sight.details.isEmpty && sight.happenings.isEmpty && sight.looked.isEmpty)
        #expect(try await town.sight(of: "daniel", in: Self.family) == nil)
        #expect(try await town.ask(as: "esmee", in: Self.family, by: id) { _, _ in true } == nil)
        let open = try await town.dossiers.database.read {
            try $0.invitations(of: try town.filled.account("daniel"), for: .theOnlyOne, at: FilledDatabase.now)
        }
        #expect(open.map(\.invitation) == [id])
    }

    @Test(arguments: Engine.all)
    func `is known to the family and those who plan, and to nobody else`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(town, by: "aylin", in: Self.family, for: ["noor"], "daniel"))
        let seen = [
            "aylin": true, "joost": true, "marieke": true, "sanne": true, "truus": false, "khadija": false,
            "sem": false, "priya": false, "esmee": false, "robert": false,
        ]
        for (who, expected) in seen { #expect(try await inviting.isSeen(by: who) == expected, "\(who)") }
        let joosts = try #require(try await town.sight(of: "joost", in: Self.family)).promises
        #expect(joosts.contains { $0.isOwn && $0.promise.kind == .answerInvitation })
        let sannes = try #require(try await town.sight(of: "sanne", in: Self.family)).promises
        #expect(!sannes.contains { $0.promise.kind == .answerInvitation })
        _ = try await inviting.answer(["noor": .yes], by: "joost")
        let after = try #require(try await town.sight(of: "joost", in: Self.family)).promises
        let owed = { (promises: [FamilyPromise]) in promises.count { $0.promise.kind == .answerInvitation } }
        #expect(owed(after) == owed(joosts) - 1)
    }

    @Test(arguments: Engine.all)
    func `to whoever does it is taken by one of the organisation`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(town, by: "marieke", in: Self.family, for: ["noor"], nil, at: "ggd"))
        for who in ["aylin", "joost"] { _ = try await inviting.answer(["noor": .yes], by: who) }
        #expect(try await inviting.accept(by: "priya") == nil)
        #expect(try await inviting.isSeen(by: "aylin"))
        #expect(try await inviting.accept(by: "tom") == "done")
        // It waits for nobody any more.
        #expect(try await !inviting.isSeen(by: "aylin"))
        #expect(try await inviting.accept(by: "tom") == nil)
    }

    @Test(arguments: Engine.all)
    func `for work that nobody there does reaches nobody`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(
                town, by: "marieke", in: Self.family, for: ["noor"], nil, at: "ggd", function: .policyAdviser))
        #expect(try await inviting.accept(by: "tom") == nil)
    }

    @Test(arguments: Engine.all)
    func `kept from a father leaves him no trace, and hides who came`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let before = try #require(try await town.sight(of: "robert", in: "van-dongen")).text
        let inviting = try #require(
            try await Inviting(
                town, by: "fatma", in: "van-dongen", for: ["fleur"], "daniel", apart: ["robert", "wilma"],
                second: "nadia"))
        #expect(try await inviting.isSeen(by: "eline"))
        #expect(try await !inviting.isSeen(by: "robert"))
        #expect(try await news(for: "robert", since: before, town) == [])
        _ = try await inviting.answer(["fleur": .yes], by: "eline")
        await #expect(throws: Invitation.Refusal.notYoursToAnswer) {
            _ = try await inviting.answer(["fleur": .yes], by: "robert")
        }
        #expect(try await inviting.accept(by: "daniel") == "done")
        // Nobody alone leaves out who must agree.
        #expect(try await inviting.covered(by: "daniel") == [])
        #expect(try await town.decision(inviting.id, in: "van-dongen", by: "nadia")?.reason == "Dit is gevaarlijk")
        for who in ["robert", "eline", "wilma", "daniel"] {
            #expect(try await town.decision(inviting.id, in: "van-dongen", by: who) == nil, "\(who)")
        }
        #expect(try await town.decide(.yes, about: inviting.id, in: "van-dongen", by: "nadia"))
        #expect(try await inviting.covered(by: "daniel") == ["fleur"])
        #expect(try await news(for: "robert", since: before, town) == [])
        let wilmas = try #require(try await town.sight(of: "wilma", in: "van-dongen")).text
        #expect(!wilmas.contains("daniel"))
        #expect(try #require(try await town.sight(of: "eline", in: "van-dongen")).text.contains("daniel"))
    }

    @Test(arguments: Engine.all)
    func `takes along, as its fourteen days are over, what a second professional was asked`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(
                town, by: "fatma", in: "van-dongen", for: ["fleur"], "daniel", apart: ["robert"], second: "nadia"))
        let before = try #require(try await town.sight(of: "robert", in: "van-dongen")).text
        for (moment, isOpen) in [(FilledDatabase.now + .days(13), true), (FilledDatabase.now + .days(14), false)] {
            try await town.dossiers.database.write { try $0.sweepInvitations(at: moment) }
            #expect(try await town.decision(inviting.id, in: "van-dongen", by: "nadia")?.isOpen == isOpen)
        }
        #expect(try await news(for: "robert", since: before, town) == [])
    }

    @Test(arguments: Engine.all)
    func `is over where the second professional says no`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(
                town, by: "fatma", in: "van-dongen", for: ["fleur"], "daniel", apart: ["robert"], second: "nadia"))
        _ = try await inviting.answer(["fleur": .yes], by: "eline")
        #expect(try await inviting.isSeen(by: "fatma"))
        #expect(try await town.decide(.no, about: inviting.id, in: "van-dongen", by: "nadia"))
        #expect(try await !inviting.isSeen(by: "fatma"))
        #expect(try await inviting.accept(by: "daniel") == nil)
    }

    /// What somebody gets to know that they did not before, line by line.
    private func news(for who: String, since before: String, _ town: FilledDatabase) async throws -> [String] {
        let known = Set(before.split(separator: "\n"))
        let now = try await town.sight(of: who, in: "van-dongen")?.text ?? ""
        return now.split(separator: "\n").filter { !known.contains($0) }.map(String.init)
    }

    @Test(arguments: Engine.all)
    func `withdrawn while it is answered is answered clearly`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(
            try await Inviting(town, by: "aylin", in: Self.family, for: ["noor"], "daniel"))
        let id = inviting.id
        let seen = try #require(
            try await town.ask(as: "joost", in: Self.family) { key, connection in
                try connection.invitation(id, key)
            } ?? nil)
        _ = try await town.act(as: "aylin", in: Self.family) { key, connection, vault in
            try connection.withdraw(seen, at: FilledDatabase.now, key, vault)
        }
        let noor = try town.filled.person("noor")
        await #expect(throws: Invitation.Refusal.over) {
            _ = try await town.act(as: "joost", in: Self.family) { key, connection, vault in
                try connection.answer(
                    seen, [noor: .yes], at: FilledDatabase.now, ids: .unguessable, key, vault)
            }
        }
        #expect(try await inviting.accept(by: "daniel") == nil)
        #expect(try await town.damage().isEmpty)
    }
}
