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

@Suite struct `An emergency` {
    private static let family = "de-wit-yildiz"

    private func open(
        _ name: String, born: Day? = nil, by who: String = "mirjam", at now: Moment = FilledDatabase.now,
        _ town: FilledDatabase
    ) async throws -> EmergencyFound? {
        let sem = try #require(town.town.family(Self.family)?.person("sem"))
        let account = try town.filled.account(who)
        let look = Look(reader: account, at: now, from: "", action: .execute, item: ItemName(.emergency, account))
        return try await town.dossiers.openEmergency(
            SoughtPerson(name: .line(name), birth: born ?? sem.born), because: .line("De school belde"),
            ids: .unguessable, look)
    }

    private func semsName(_ town: FilledDatabase) throws -> String {
        try #require(town.town.family(Self.family)?.person("sem")).name
    }

    private func review(_ town: FilledDatabase) async throws -> ID<EmergencyAccess> {
        let family = try town.filled.family(Self.family)
        let promises = try await town.dossiers.database.read { try $0.openPromises(in: ID(as: family)) }
        let owed = try #require(promises.map(\.promise).first { $0.kind == .reviewEmergency })
        #expect(owed.owner == .organisation(try town.filled.organisation("gebiedsteam")))
        return ID(stored: owed.subject.id)
    }

    @Test(arguments: Engine.all)
    func `opens one family to who is on duty, for three hours, and no more than was confirmed`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family(Self.family)
        #expect(try await town.sight(of: "mirjam", in: Self.family) == nil)
        #expect(try await open(try semsName(town).uppercased(), town) == .opened([family]))
        let later = FilledDatabase.now + .hours(1)
        let first = try #require(try await town.sight(of: "mirjam", in: Self.family, at: later))
        #expect(
            first.circle.members.count > 5 && first.talks.isEmpty && first.promises.isEmpty && first.details.isEmpty)
        let look = Look(
            reader: try town.filled.account("mirjam"), at: later, from: "", action: .execute,
            item: ItemName(.emergency, family))
        let form: ID<Submission> = IDSource.unguessable.next(at: later)
        #expect(
            try await town.dossiers.widenEmergency(in: family, because: .line("Gevaar"), form: form, look))
        let wide = try #require(try await town.sight(of: "mirjam", in: Self.family, at: later))
        #expect(!wide.promises.isEmpty && !wide.details.isEmpty && wide.talks.isEmpty)
        let act: ID<Submission> = IDSource.unguessable.next(at: later)
        let isDone = try await town.dossiers.act(family, look, form: act) { _, _ in Found("", about: []) }
        #expect(isDone == nil, "who opened a family in an emergency reads, and does nothing")
        #expect(try await town.sight(of: "mirjam", in: Self.family, at: FilledDatabase.now + .hours(3)) == nil)
        #expect(try await town.sight(of: "mirjam", in: "van-dongen", at: later) == nil)
        #expect(try await town.listed(for: "mirjam").isEmpty)
    }

    @Test(arguments: Engine.all)
    func `finds nobody by a name or birth that is nearly right, nor who is kept from them, and counts each try`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let name = try semsName(town)
        #expect(try await open(name, by: "marieke", town) == nil)
        #expect(try await open(name, by: "ruud", town) == nil)
        #expect(try await open("Sem", town) == .nothing)
        #expect(try await open(name, born: "2000-01-01", town) == .nothing)
        let duty = try town.filled.account("mirjam")
        let member = try town.filled.membership(Self.family + "/sanne")
        let noor = try town.filled.person("noor")
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.hide(
                member, covering: [noor], from: duty, by: key.reading.reader, at: FilledDatabase.now, key, vault)
        }
        for _ in 0..<3 { #expect(try await open(name, town) == .nothing) }
        guard case .waits = try await open(name, town) else {
            Issue.record("nobody waits")
            return
        }
    }

    @Test(arguments: Engine.all)
    func `is judged by an uninvolved team lead or the privacy officer, and shown when they say so`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family(Self.family)
        _ = try await open(try semsName(town), town)
        _ = try await town.sight(of: "mirjam", in: Self.family, at: FilledDatabase.now + .minutes(5))
        let id = try await review(town)
        let duty = try town.filled.account("mirjam")
        let before = try #require(try await town.sight(of: "aylin", in: Self.family))
        #expect(!before.looked.contains { $0.who == duty })
        let accounts = try await town.dossiers.database.read { [filled = town.filled, vault = town.vault] connection in
            try ["mirjam", "marieke", "aylin", "carla", "geert-jan"].compactMap {
                try connection.account(try filled.account($0), vault)
            }
        }
        let look = { (who: Account) in
            Look(
                reader: who.id, at: FilledDatabase.now + .hours(5), from: "", action: .update,
                item: ItemName(.emergency, id))
        }
        for account in accounts.prefix(3) {
            #expect(try await town.dossiers.emergency(id, in: family, of: account, look(account)) == nil)
        }
        let lead = try #require(accounts.dropLast().last)
        let sight = try #require(try await town.dossiers.emergency(id, in: family, of: lead, look(lead)))
        #expect(sight.reason == "De school belde" && sight.looks[.circle] == 1)
        let officer = try #require(accounts.last)
        #expect(
            try await town.dossiers.review(
                id, in: family, of: officer, wasRight: true, isShown: true, because: .line("Terecht"), look(officer)))
        let after = try #require(try await town.sight(of: "aylin", in: Self.family))
        #expect(after.looked.contains { $0.who == duty })
        await #expect(throws: EmergencyAccess.Refusal.reviewedBefore) {
            try await town.dossiers.review(
                id, in: family, of: lead, wasRight: false, isShown: false, because: .line("Nee"), look(lead))
        }
    }
}

@Suite struct `A family that is closed to somebody` {
    @Test(arguments: Engine.all)
    func `lets in a relative only after a check, once`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family("de-wit-yildiz")
        let (truus, by, second) = (
            try town.filled.account("truus"), try town.filled.account("marieke"), try town.filled.account("sanne")
        )
        let noor = try town.filled.person("noor")
        let now = FilledDatabase.now
        try await town.act(as: "marieke", in: "de-wit-yildiz") { key, connection, vault in
            let hold = try Hold(
                IDSource.unguessable.next(at: now), of: ItemName(.family, family), about: [noor], from: [truus], by: by,
                asking: .account(second), at: now, reviewBy: FilledDatabase.today + 7)
            try connection.hold(
                hold, because: .line("Eer"), confirmedBy: second, ids: .unguessable, key, vault)
            #expect(try connection.isClosedTrack(key))
        }
        #expect(try await town.sight(of: "truus", in: "de-wit-yildiz") == nil)
        #expect(try await town.listed(for: "truus").isEmpty)
        await #expect(throws: ClosedTrack.Refusal.notChecked) {
            try await Inviting(town, by: "aylin", in: "de-wit-yildiz", for: ["noor"], nil, at: nil)
        }
        let check = ClosedTrack.Check(
            id: IDSource.unguessable.next(at: now), contact: .informalMember, isSafe: true, by: by, at: now)
        try await town.act(as: "marieke", in: "de-wit-yildiz") { key, connection, vault in
            try connection.record(check, saying: .line("De buurvrouw"), key, vault)
        }
        #expect(try await Inviting(town, by: "aylin", in: "de-wit-yildiz", for: ["noor"], nil, at: nil) != nil)
        await #expect(throws: ClosedTrack.Refusal.notChecked) {
            try await Inviting(town, by: "aylin", in: "de-wit-yildiz", for: ["noor"], nil, at: nil)
        }
    }

    @Test(arguments: Engine.all)
    func `has a safety card that professionals read and nobody of the family`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let by = try town.filled.account("marieke")
        let card = SafetyCard(lines: [.never: "Bel nooit het huisnummer"], by: by, at: FilledDatabase.now)
        try await town.act(as: "marieke", in: "de-wit-yildiz") { key, connection, vault in
            #expect(key.reading.writesSafetyCard)
            try connection.write(card, key, vault)
        }
        for (reader, isRead) in [("sanne", true), ("priya", true), ("aylin", false), ("sem", false), ("truus", false)] {
            let found = try await town.ask(as: reader, in: "de-wit-yildiz") { key, connection in
                try connection.safetyCard(key)?.lines[.never]
            }
            #expect(found == (isRead ? "Bel nooit het huisnummer" : .some(nil)), "\(reader)")
        }
    }
}
