// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestDatabases
import Testing
import Town

@Suite struct `The access log` {
    @Test(arguments: Engine.all)
    func `tells of a reading who, in what role, for whom, what, about whom and on what ground`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        _ = try await town.sight(of: "priya", in: "de-wit-yildiz")
        let family = try town.filled.family("de-wit-yildiz")
        let line = try #require(try await town.log().first { $0.family == family })
        #expect(
            line.record
                == AccessRecord(
                    at: FilledDatabase.now, who: try town.filled.account("priya"), role: .professional,
                    onBehalfOf: try town.filled.organisation("het-anker"), action: .read,
                    item: ItemName(.circle, family), persons: [try town.filled.person("sem")], ground: .membership,
                    outcome: .granted, from: "192.0.2.9"))
    }

    @Test(arguments: Engine.all)
    func `tells the role and the ground of each`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let expected: [(who: String, role: LookerRole, ground: ReadingGround)] = [
            ("aylin", .family, .authority), ("sem", .family, .ownPerson), ("truus", .relative, .membership),
        ]
        let family = try town.filled.family("de-wit-yildiz")
        for (who, role, ground) in expected {
            let account = try town.filled.account(who)
            _ = try await town.sight(of: who, in: "de-wit-yildiz")
            let lines = try await town.log()
            let record = try #require(lines.first { $0.family == family && $0.record.who == account }).record
            #expect(record.role == role && record.ground == ground && record.onBehalfOf == nil, "\(who)")
        }
    }

    @Test(arguments: Engine.all)
    func `has one record of each question, also where it is refused`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family("osei")
        let talk = try town.filled.conversation("osei/kofi-op-school")
        for question in Question.allCases {
            for who in ["bart", "esmee", "thijs"] {
                let account = try town.filled.account(who)
                let before = try await town.log().count { $0.record.who == account }
                let isAnswered = try await question.isAnswered(account, family, talk, town)
                let lines = try await town.log().filter { $0.record.who == account }
                #expect(lines.count == before + 1, "\(question) by \(who)")
                #expect(isAnswered == (who == "bart"))
                let line = try #require(lines.first { ($0.family == family) == isAnswered })
                #expect(line.record.outcome == (isAnswered ? .granted : .refused))
                #expect(line.record.item == ItemName(.conversation, talk))
                #expect(isAnswered || line.record.role == .stranger && line.record.ground == .none)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `tells of an act, granted or refused`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        _ = try await town.write("Hoi", as: "bart", in: "osei/kofi-op-school")
        _ = try await town.write("Hoi", as: "esmee", in: "osei/kofi-op-school")
        let lines = try await town.log().filter {
            $0.record.action == .create && $0.record.item.kind == .conversation
        }
        #expect(Set(lines.map(\.record.outcome)) == [.granted, .refused] && lines.count == 2)
    }

    @Test(arguments: Engine.all)
    func `tells a parent of helpers, not of the family, its own people or private talks`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        for who in ["marieke", "priya", "joost", "sem", "truus"] { _ = try await town.listed(for: who) }
        _ = try await town.sight(of: "joost", in: "de-wit-yildiz")
        let looked = try #require(try await town.sight(of: "aylin", in: "de-wit-yildiz")).looked
        let names = { (slugs: [String]) in Set(try slugs.map { try town.filled.account($0) }) }
        #expect(Set(looked.map(\.who)).isDisjoint(with: try names(["aylin", "joost", "sem", "truus"])))
        #expect(Set(looked.map(\.who)).isSuperset(of: try names(["marieke", "priya", "sanne", "hanna"])))
        let mine = Set(
            try #require(try await town.sight(of: "aylin", in: "de-wit-yildiz")).talks.map(\.conversation.id))
        let opened = looked.compactMap(\.item).filter { $0.kind == .conversation }
        #expect(!opened.isEmpty && opened.allSatisfy { mine.contains(ID(stored: $0.id)) })
        #expect(Set(looked.filter { $0.item == nil }.map(\.who)) == (try names(["marieke", "priya"])))
    }

    @Test(arguments: Engine.all)
    func `does not tell of a step-parent or foster mother who had the family in a list`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        for who in ["ria", "winston", "chidi"] { _ = try await town.listed(for: who) }
        let looked = try #require(try await town.sight(of: "debby", in: "jansen")).looked
        #expect(looked.filter { $0.item == nil }.map(\.who) == [try town.filled.account("chidi")])
    }

    @Test(arguments: Engine.all, ["marieke", "truus", "khadija"])
    func `tells members of the circle nothing`(engine: Engine, member: String) async throws {
        let town = try await FilledDatabase.shared(engine)
        #expect(try #require(try await town.sight(of: member, in: "de-wit-yildiz")).looked.isEmpty)
    }

    @Test(arguments: Engine.all)
    func `as a whole is the privacy officer's alone`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let look = Look(
            reader: try town.filled.account("ravi"), at: FilledDatabase.now, from: "", action: .read,
            item: ItemName(.accessLog, stored: "all"))
        for kind in Account.Kind.allCases where kind != .privacyOfficer {
            let account = Account(id: look.reader, kind: kind, profile: AccountProfile(name: "Ravi"))
            let lines = try await town.dossiers.accessLog(
                of: account, look, before: LogPlace(until: look.at), limit: 10)
            #expect(lines == nil, "\(kind)")
        }
        #expect(try await !town.log().isEmpty)
    }
}
