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

@Suite struct `Work that ends` {
    private static let family = "de-wit-yildiz"
    private static let later = FilledDatabase.now + .minutes(5)

    /// Ends somebody's work, as an administrator does.
    private func endWork(of who: String, _ town: FilledDatabase) async throws {
        let (work, account) = (try #require(town.filled.professionals[who]), try town.filled.account(who))
        let place = try town.filled.organisation(try #require(town.town.professional(who)).organisation)
        let vault = town.vault
        try await town.dossiers.database.write { connection in
            try connection.endWork(work, on: FilledDatabase.today)
            try connection.endMemberships(
                of: account, for: place, at: Self.later, ids: .unguessable, vault)
        }
    }

    private func open(_ family: String, _ town: FilledDatabase) async throws -> [Promise] {
        let id = try town.filled.family(family)
        return try await town.dossiers.database.read { try $0.openPromises(in: ID(as: id)).map(\.promise) }
    }

    @Test(arguments: Engine.all)
    func `ends every membership for that organisation, and leaves an heir to all of it`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let marieke = try town.filled.account("marieke")
        #expect(try await town.listed(for: "marieke").count > 1)
        try await endWork(of: "marieke", town)
        #expect(try await town.listed(for: "marieke").isEmpty)
        for family in town.filled.families.keys.sorted() {
            #expect(try await town.sight(of: "marieke", in: family) == nil, "\(family)")
            #expect(try await !open(family, town).contains { $0.owner == .account(marieke) }, "\(family)")
        }
        let circle = try #require(try await town.sight(of: "aylin", in: Self.family, at: Self.later)).circle
        #expect(circle.direction?.holder == (try town.filled.account("sanne")))
        #expect(!circle.members.contains { $0.membership.account == marieke && $0.membership.ended == nil })
        let held = try await town.dossiers.database.read { connection in
            try connection.rows(
                """
                SELECT COUNT(*) FROM family f WHERE 1 <> (
                    SELECT COUNT(*) FROM direction d WHERE d.family_id = f.id AND d.until_day IS NULL
                        AND d.holder_id <> \(marieke))
                """
            ) { $0.int(0) }
        }
        #expect(held == [0])
    }

    @Test(arguments: Engine.all)
    func `owes a stand-in, whom the team lead names without seeing the family`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await endWork(of: "marieke", town)
        let owed = try #require(try await open(Self.family, town).first { $0.kind == .nameStandIn })
        #expect(owed.owner == .organisation(try town.filled.organisation("gebiedsteam")))
        let family = try town.filled.family(Self.family)
        let (dossiers, filled) = (town.dossiers, town.filled)
        let look = { @Sendable (who: String) in
            Look(
                reader: try filled.account(who), at: Self.later, from: "", action: .update,
                item: ItemName(.promise, owed.id))
        }
        for stranger in ["aylin", "joost", "sanne", "youssef", "bart", "ravi", "marieke"] {
            #expect(try await dossiers.standIn(owed.id, in: family, look(stranger)) == nil, "\(stranger)")
        }
        let page = try #require(try await dossiers.standIn(owed.id, in: family, look("ruud")))
        #expect(page.left == "Marieke Postma")
        #expect(page.colleagues.contains { $0.name == "Youssef El Amrani" })
        let membership: ID<Membership> = IDSource.unguessable.next(at: Self.later)
        let youssef = try filled.account("youssef")
        let isDone = try await dossiers.nameStandIn(
            youssef, until: FilledDatabase.today + 30, as: membership, for: owed.id, in: family, look("ruud"))
        #expect(isDone)
        #expect(try await town.sight(of: "youssef", in: Self.family, at: Self.later) != nil)
        #expect(try await town.sight(of: "ruud", in: Self.family, at: Self.later) == nil)
        let circle = try #require(try await town.sight(of: "aylin", in: Self.family, at: Self.later)).circle
        #expect(circle.members.contains { $0.membership.id == membership && $0.face?.name == "Youssef El Amrani" })
        let again = try await dossiers.nameStandIn(
            youssef, until: FilledDatabase.today + 30, as: IDSource.unguessable.next(at: Self.later), for: owed.id,
            in: family, look("ruud"))
        #expect(!again)
    }

    @Test(arguments: Engine.all)
    func `keeps a stand-in from whom the one before was kept`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let hidden = try await town.dossiers.database.read { connection in
            try connection.rows(
                """
                SELECT m.family_id, m.account_id, h.account_id, m.organisation_id FROM hidden_member h
                JOIN membership m ON m.family_id = h.family_id AND m.id = h.membership_id
                WHERE m.kind = 'professional' AND m.ended_at IS NULL ORDER BY m.id
                """
            ) { ($0.id(0, Family.self), $0.id(1, Account.self), $0.id(2, Account.self), $0.id(3, Organisation.self)) }
        }
        let (family, member, reader, place) = try #require(hidden.first)
        let leader = try town.filled.account("annelies")
        let stranger = try town.filled.account("thijs")
        let vault = town.vault
        for (account, function) in [(leader, Professional.Function.teamLead), (stranger, .familyWorker)] {
            let work = Professional(
                id: IDSource.unguessable.next(at: FilledDatabase.now), account: account, organisation: place,
                function: function, title: "Begeleider", period: Period(from: FilledDatabase.today + -9))
            try await town.dossiers.database.write { try $0.add(work) }
        }
        try await town.dossiers.database.write { connection in
            for work in try connection.professionals(of: member, on: FilledDatabase.today) {
                try connection.endWork(work.id, on: FilledDatabase.today)
            }
            try connection.endMemberships(of: member, for: place, at: Self.later, ids: .unguessable, vault)
        }
        let promises = try await town.dossiers.database.read { try $0.openPromises(in: ID(as: family)).map(\.promise) }
        let owed = try #require(promises.first { $0.kind == .nameStandIn })
        let look = Look(
            reader: leader, for: .chosen(place), at: Self.later, from: "", action: .update,
            item: ItemName(.promise, owed.id))
        let isDone = try await town.dossiers.nameStandIn(
            stranger, until: FilledDatabase.today + 9, as: IDSource.unguessable.next(at: Self.later), for: owed.id,
            in: family, look)
        #expect(isDone)
        let fathers = Look(reader: reader, at: Self.later, from: "", action: .read, item: ItemName(.circle, family))
        let sight = try await town.dossiers.read(family, fathers) { key, connection in
            Found(try Sight(key, connection, vault), about: [])
        }
        let text = try #require(sight).text
        #expect(!text.contains("Thijs") && !text.contains(stranger.text) && !text.contains(owed.id.text))
        #expect(!text.contains(member.text) && !text.contains(place.text))
    }

    @Test(arguments: Engine.all)
    func `is found by the sweep, as is a term that is over`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (priya, truus) = (try town.filled.account("priya"), try town.filled.account("truus"))
        let work = try #require(town.filled.professionals["priya"])
        try await town.dossiers.database.write { connection in
            try connection.endWork(work, on: FilledDatabase.today)
            try connection.execute(
                "UPDATE membership SET until_day = \(FilledDatabase.today) WHERE account_id = \(truus)")
        }
        #expect(try await town.sight(of: "priya", in: Self.family) == nil)
        #expect(try await town.sight(of: "truus", in: Self.family) == nil)
        let swept = try await town.dossiers.sweepLapsed(at: Self.later) { Issue.record($0) }
        #expect(swept > 1)
        let left = try await town.dossiers.sweepLapsed(at: Self.later) { Issue.record($0) }
        #expect(left == 0)
        let open = try await open(Self.family, town)
        #expect(!open.contains { [.account(priya), .account(truus)].contains($0.owner) })
        #expect(open.filter { $0.kind == .nameStandIn }.count == 1)
    }

    @Test(arguments: Engine.all)
    func `makes no heir of a father from whom something is kept`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let robert = try town.filled.account("robert")
        let successors = try await town.ask(as: "fatma", in: "van-dongen") { key, connection in
            try connection.successors(key)
        }
        #expect(try #require(successors).parents.contains(try town.filled.account("eline")))
        #expect(try !#require(successors).parents.contains(robert))
    }
}
