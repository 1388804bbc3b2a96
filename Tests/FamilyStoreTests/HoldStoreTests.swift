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

/// A conversation held from somebody in the town, and what its professionals decide about it.
private struct Holding: Sendable {
    let town: FilledDatabase
    let id: ID<Hold> = IDSource.unguessable.next(at: FilledDatabase.now)
    static let family = "de-wit-yildiz"
    static let talk = "de-wit-yildiz/noor-op-school"

    init(_ town: FilledDatabase, asking second: Promise.Owner, from: [String] = ["joost"]) async throws {
        self.town = town
        let item = ItemName(.conversation, try town.filled.conversation(Self.talk))
        let about: Set<ID<Person>> = [try town.filled.person("noor")]
        let accounts = Set(try from.map { try town.filled.account($0) })
        let (by, team) = (try town.filled.account("marieke"), try town.filled.organisation("gebiedsteam"))
        let hold = try Hold(
            id, of: item, about: about, from: accounts, by: by, asking: second, organisation: team,
            at: FilledDatabase.now, reviewBy: FilledDatabase.today + 10)
        let toMake = HoldToMake(hold, because: try .line("Eerst bespreken"), asking: second)
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.hold(toMake, ids: .unguessable, key, vault)
        }
    }

    func sight(of who: String, at now: Moment = FilledDatabase.now) async throws -> HoldSight? {
        try await town.dossiers.hold(id, in: town.filled.family(Self.family), look(who, now))
    }

    func answer(_ answer: SecondProfessional.Answer, by who: String) async throws -> Bool {
        let deed = HoldDeed.answer(answer, because: try .line("Daarom"))
        return try await town.dossiers.decide(
            deed, about: id, in: town.filled.family(Self.family), ids: .unguessable, look(who, FilledDatabase.now))
    }

    func propose(_ what: Hold.Decision, by who: String, asking second: String, at now: Moment) async throws -> Bool {
        let deed = HoldDeed.propose(
            what, because: try .line("Opnieuw bekeken"), asking: .account(try town.filled.account(second)))
        return try await town.dossiers.decide(
            deed, about: id, in: town.filled.family(Self.family), ids: .unguessable, look(who, now))
    }

    private func look(_ who: String, _ now: Moment) throws -> Look {
        Look(reader: try town.filled.account(who), at: now, from: "", action: .update, item: ItemName(.hold, id))
    }

    /// Whether somebody finds the conversation.
    func isRead(by who: String) async throws -> Bool {
        let talk = try town.filled.conversation(Self.talk)
        return try await town.ask(as: who, in: Self.family) { key, connection in
            try connection.conversation(talk, key) != nil
        } == true
    }

    /// What is owed about it, by kind, with who owes it.
    func owed() async throws -> [String] {
        let (id, family) = (id, try town.filled.family(Self.family))
        let names = Dictionary(
            town.filled.accounts.map { ($0.value.text, $0.key) }
                + town.filled.organisations.map { ($0.value.text, $0.key) }, uniquingKeysWith: { one, _ in one })
        return try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise).filter { $0.subject.id == id.text }.map {
                "\($0.kind.rawValue) \(names[$0.owner.account?.text ?? $0.owner.organisation?.text ?? ""] ?? "")"
            }.sorted()
        }
    }
}

@Suite struct `What is held` {
    @Test(arguments: Engine.all)
    func `is held as soon as it is proposed, and stays so when the second professional agrees`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let holding = try await Holding(town, asking: .account(try town.filled.account("sanne")))
        #expect(try await !holding.isRead(by: "joost"))
        #expect(try await holding.isRead(by: "aylin"))
        #expect(try await holding.owed() == ["confirmDecision sanne", "reviewHold marieke"])
        #expect(try await holding.sight(of: "sanne")?.isAsked == true)
        for other in ["joost", "aylin", "truus", "priya", "ruud", "geert-jan", "thijs", "esmee"] {
            #expect(try await holding.sight(of: other) == nil, "\(other)")
            #expect(try await !holding.answer(.yes, by: other), "\(other)")
        }
        #expect(try await holding.answer(.yes, by: "sanne"))
        #expect(try await holding.sight(of: "marieke")?.state == .standing)
        #expect(try await holding.owed() == ["reviewHold marieke"])
        #expect(try await !holding.isRead(by: "joost"))
    }

    @Test(arguments: Engine.all)
    func `and not agreed on is for a team lead to decide, and held until then`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let holding = try await Holding(town, asking: .account(try town.filled.account("sanne")))
        #expect(try await holding.answer(.no, by: "sanne"))
        #expect(try await !holding.isRead(by: "joost"))
        #expect(try await holding.owed() == ["confirmDecision gebiedsteam", "reviewHold marieke"])
        #expect(try await holding.sight(of: "ruud")?.isAsked == true)
        await #expect(throws: SecondProfessional.Refusal.self) { try await holding.answer(.yes, by: "sanne") }
        #expect(try await holding.answer(.no, by: "ruud"))
        #expect(try await holding.isRead(by: "joost"))
        #expect(try await holding.owed() == [])
        #expect(try await holding.sight(of: "marieke")?.decisions.compactMap(\.second.given?.answer) == [.no, .no])
    }

    @Test(arguments: Engine.all)
    func `is released by two, and stays held by two`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let holding = try await Holding(town, asking: .account(try town.filled.account("sanne")))
        let now = FilledDatabase.now
        await #expect(throws: Hold.Refusal.decidedMeanwhile) {
            try await holding.propose(.release, by: "marieke", asking: "hanna", at: now)
        }
        #expect(try await holding.answer(.yes, by: "sanne"))
        #expect(try await holding.propose(.stay, by: "marieke", asking: "hanna", at: now + .days(9)))
        #expect(try await holding.owed() == ["confirmDecision hanna", "reviewHold marieke"])
        #expect(try await holding.answer(.yes, by: "hanna"))
        #expect(try await holding.sight(of: "marieke")?.hold.reviewBy == FilledDatabase.today + Hold.term)
        #expect(try await holding.propose(.release, by: "hanna", asking: "marieke", at: now))
        #expect(try await !holding.isRead(by: "joost"))
        #expect(try await holding.answer(.yes, by: "marieke"))
        #expect(try await holding.isRead(by: "joost"))
        #expect(try await holding.owed() == [])
    }

    @Test(arguments: Engine.all)
    func `and not reviewed in time stays held, and lies with the team lead`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let holding = try await Holding(town, asking: .account(try town.filled.account("sanne")))
        #expect(try await holding.answer(.yes, by: "sanne"))
        let late = Moment(FilledDatabase.today + 14, hour: 20)
        #expect(try await holding.sight(of: "ruud", at: late) == nil)
        while try await town.dossiers.database.write({ try $0.chasePromises(at: late) }) > 0 {}
        #expect(try await holding.owed() == ["reviewHold gebiedsteam"])
        #expect(try await !holding.isRead(by: "joost"))
        #expect(try await holding.sight(of: "ruud", at: late) != nil)
    }

    @Test(arguments: Engine.all)
    func `is held from who signs in later, too`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let noor = try town.filled.person("noor")
        let id: ID<Hold> = IDSource.unguessable.next(at: FilledDatabase.now)
        let account: ID<Account> = IDSource.unguessable.next(at: FilledDatabase.now)
        let item = ItemName(.conversation, try town.filled.conversation(Holding.talk))
        let (by, second) = (try town.filled.account("marieke"), try town.filled.account("sanne"))
        try town.vault.makeKeys([account.text])
        try await town.act(as: "marieke", in: Holding.family) { key, connection, vault in
            let hold = try Hold(
                id, of: item, about: [noor], from: [], fromPersons: [noor], by: by, asking: .account(second),
                at: FilledDatabase.now, reviewBy: FilledDatabase.today + 3)
            try connection.hold(
                hold, because: .line("Later"), confirmedBy: second, ids: .unguessable, key, vault)
            try connection.create(Account(id: account, kind: .familyMember, profile: .init(name: "Noor")), vault)
            try connection.give(
                account, to: noor, isTheirOwn: true, at: FilledDatabase.now, ids: .unguessable, key, vault)
        }
        let found = try await town.dossiers.database.read { connection in
            try connection.rows("SELECT hold_id FROM hold_reader WHERE account_id = \(account) ORDER BY hold_id") {
                $0.id(0, Hold.self)
            }
        }
        #expect(found == [id])
    }
}
