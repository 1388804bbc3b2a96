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

/// Lotte was let in for Noor, is away for two weeks, and hands her help over to Youssef, who stands in for her.
@Suite struct `A handover to who stands in` {
    private static let today = FilledDatabase.today

    /// - Parameter days: after how many days what was agreed to Lotte is over by itself; nil without an end.
    private func standingIn(_ engine: Engine, until days: Int?) async throws -> (Helping, ID<Absence>) {
        let helping = try await Helping(engine, "lotte")
        let (town, ruud) = (helping.town, try helping.town.filled.account("ruud"))
        let (lotte, family) = (try town.filled.account("lotte"), try town.filled.family(Helping.family))
        if let days {
            let end = Self.today + days
            _ = try await town.dossiers.database.write { connection in
                try connection.execute(
                    "UPDATE membership SET until_day = \(end) WHERE family_id = \(family) AND account_id = \(lotte)")
            }
        }
        let absence = Absence(
            id: IDSource.unguessable.next(at: Helping.now), organisation: try town.filled.organisation("gebiedsteam"),
            who: lotte, standIn: try town.filled.account("youssef"), by: ruud, from: Self.today,
            until: Self.today + 14)
        let look = Look(reader: ruud, at: Helping.now, from: "", action: .update, item: ItemName(.family, ruud))
        _ = try await town.dossiers.arrange(absence, look)
        #expect(try await helping.inviting.covered(by: "youssef") == ["noor"])
        return (helping, absence.id)
    }

    private func handOver(_ helping: Helping) async throws {
        try await helping.propose(from: "lotte", to: "youssef")
        try await helping.agree(by: "youssef", with: ["noor"])
        #expect(try await helping.complete(by: "lotte") != nil)
    }

    /// The memberships by which somebody is in the circle now.
    private func memberships(_ who: String, _ town: FilledDatabase) async throws -> [Membership] {
        let account = try town.filled.account(who)
        let circle = try #require(try await town.sight(of: "aylin", in: Helping.family)).circle
        return circle.members.map(\.membership).filter { $0.account == account && $0.ended == nil }
    }

    /// Without an end, one before who was away would be back, and one after.
    @Test(arguments: Engine.all, [nil, 5, 30])
    func `ends with what the family agreed to, which is theirs to take back`(engine: Engine, days: Int?) async throws {
        let (helping, absence) = try await standingIn(engine, until: days)
        let town = helping.town
        try await handOver(helping)
        let own = try await memberships("youssef", town)
        #expect(own.count == 1 && own.first?.term.until == days.map { Self.today + $0 })
        #expect(try await town.sight(of: "lotte", in: Helping.family) == nil)
        let reader = try town.filled.account("lotte")
        let look = Look(reader: reader, at: Helping.now, from: "", action: .update, item: ItemName(.family, reader))
        _ = try await town.dossiers.endAbsence(absence, look)
        #expect(try await helping.inviting.covered(by: "youssef") == ["noor"])
        #expect(try await helping.consent.outcome(for: "noor", by: "joost") == .agreed)
        _ = try await helping.consent.withdraw(for: ["noor"], by: "joost")
        #expect(try await town.sight(of: "youssef", in: Helping.family) == nil)
        #expect(try await memberships("youssef", town).isEmpty)
    }

    @Test(arguments: Engine.all)
    func `leaves them all that was owed, and says nowhere that they left`(engine: Engine) async throws {
        let (helping, _) = try await standingIn(engine, until: nil)
        let told = try #require(try await helping.town.sight(of: "aylin", in: Helping.family)).happenings
        let owed = try await helping.owed(by: "youssef")
        try await handOver(helping)
        #expect(try await owed.isSubset(of: helping.owed(by: "youssef")))
        let after = try #require(try await helping.town.sight(of: "aylin", in: Helping.family)).happenings
        let left = after.filter { !told.contains($0) && $0.kind == .membershipEnded }
        let ended = try await memberships("lotte", helping.town)
        #expect(left.count == 1 && ended.isEmpty)
    }
}
