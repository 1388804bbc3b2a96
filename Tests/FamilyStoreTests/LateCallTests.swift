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

/// Lotte is the fixed point of contact; Youssef works for the same area team, and is in the circle, too; Marieke for Kofi
/// alone.
@Suite struct `A call that the point of contact does not make` {
    private static let family = "osei"
    private static let now = FilledDatabase.now
    private static let late = Moment(FilledDatabase.today + 4, hour: 9)

    private static func filled(_ engine: Engine) async throws -> FilledDatabase {
        let town = try await FilledDatabase.told(engine)
        let place = try town.filled.organisation("gebiedsteam")
        for (who, covers) in [("youssef", ["abena", "kofi", "ama"]), ("marieke", ["kofi"])] {
            let membership = Membership(
                id: IDSource.unguessable.next(at: now), account: try town.filled.account(who), kind: .professional,
                organisation: place, covers: Set(try covers.map { try town.filled.person($0) }), share: .plan,
                term: Period(from: FilledDatabase.today + -9))
            _ = try await town.act(as: "lotte", in: family) { key, connection, vault in
                try connection.letIn(
                    membership, face: MemberFace(name: who, function: "gezinswerker"), by: nil, at: now, key, vault)
            }
        }
        return town
    }

    /// Abena asks somebody to call her tomorrow.
    private static func ask(_ who: String, _ town: FilledDatabase) async throws -> ID<Promise> {
        let (id, account): (ID<Promise>, ID<Account>) = (
            IDSource.unguessable.next(at: now), try town.filled.account(who)
        )
        _ = try await town.act(as: "abena", in: family) { key, connection, vault in
            _ = try connection.askToCall(
                account, by: FilledDatabase.today + 1, saying: "Bel je me?", as: id, at: now, key, vault)
        }
        return id
    }

    private static func sees(_ id: ID<Promise>, _ who: String, _ town: FilledDatabase) async throws -> Bool {
        try await town.ask(as: who, in: family, at: late) { key, connection in
            try connection.openPromises(key, among: try connection.circle(key)).contains { $0.promise.id == id }
        } == true
    }

    private static func chase(_ town: FilledDatabase) async throws {
        while try await town.dossiers.database.write({ try $0.chasePromises(at: late) }) > 0 {}
    }

    private static func owner(_ id: ID<Promise>, _ town: FilledDatabase) async throws -> Promise.Owner? {
        let family = try town.filled.family(family)
        return try await town.dossiers.database.read { try $0.promise(id, in: ID(as: family))?.promise.owner }
    }

    @Test(arguments: Engine.all)
    func `is the team's to make once it is late, and nobody else's`(engine: Engine) async throws {
        let town = try await Self.filled(engine)
        let id = try await Self.ask("lotte", town)
        for who in ["youssef", "marieke", "kwame", "efua", "daniel"] {
            #expect(try await !Self.sees(id, who, town), "\(who)")
        }
        try await Self.chase(town)
        #expect(try await Self.owner(id, town) == .organisation(try town.filled.organisation("gebiedsteam")))
        for (who, sees) in [
            ("youssef", true), ("lotte", true), ("abena", true), ("kwame", false), ("efua", false), ("daniel", false),
            ("marieke", false), ("esmee", false), ("thijs", false),
        ] {
            #expect(try await Self.sees(id, who, town) == sees, "\(who)")
        }
        let youssef = try town.filled.account("youssef")
        let reader = TodayReader(account: youssef, isProfessional: true, behalf: .theOnlyOne)
        let waits = try await town.dossiers.database.read { connection in
            let work = try connection.work(behind: reader.behalf, of: youssef, on: Self.late.day)
            return try connection.promisesWaiting(for: reader, doing: work, isAtDesk: false)
                .contains { $0.promise.id == id }
        }
        #expect(waits)
        _ = try await town.act(as: "youssef", in: Self.family, at: Self.late) { key, connection, vault in
            try connection.take(id, at: Self.late, key, vault)
        }
        #expect(try await Self.owner(id, town) == .account(youssef))
        for (who, sees) in [("youssef", true), ("abena", true), ("kwame", false), ("marieke", false)] {
            #expect(try await Self.sees(id, who, town) == sees, "\(who)")
        }
    }

    /// Daniel is no point of contact: what she is asked stays between the two.
    @Test(arguments: Engine.all) func `stays with anybody else who was asked`(engine: Engine) async throws {
        let town = try await Self.filled(engine)
        let id = try await Self.ask("daniel", town)
        try await Self.chase(town)
        #expect(try await Self.owner(id, town) == .account(try town.filled.account("daniel")))
        #expect(try await !Self.sees(id, "youssef", town))
    }

    /// Youssef was in the circle before, and is hidden from Abena.
    @Test(arguments: Engine.all)
    func `is not taken by a colleague whom the one who asked may not know`(engine: Engine) async throws {
        let town = try await Self.filled(engine)
        let id = try await Self.ask("lotte", town)
        let (family, youssef) = (try town.filled.family(Self.family), try town.filled.account("youssef"))
        let (abena, kofi) = (try town.filled.account("abena"), try town.filled.person("kofi"))
        _ = try await town.act(as: "lotte", in: Self.family) { key, connection, vault in
            let seat = try connection.memberships(of: youssef, in: [family]).first?.membership.id
            try connection.hide(
                try #require(seat), covering: [kofi], from: abena, by: key.reading.reader, at: Self.now, key, vault)
        }
        try await Self.chase(town)
        await #expect(throws: PromiseChanged.self) {
            _ = try await town.act(as: "youssef", in: Self.family, at: Self.late) { key, connection, vault in
                try connection.take(id, at: Self.late, key, vault)
            }
        }
        #expect(try await Self.owner(id, town) == .organisation(try town.filled.organisation("gebiedsteam")))
        #expect(try await Self.sees(id, "abena", town))
    }

    /// Efua is an aunt: who directs, and who is called first, get nothing of what she was asked.
    @Test(arguments: Engine.all)
    func `is nobody's to inherit when a relative who was asked leaves`(engine: Engine) async throws {
        let town = try await Self.filled(engine)
        let id = try await Self.ask("efua", town)
        let efua = try town.filled.membership(Self.family + "/efua")
        _ = try await town.act(as: "efua", in: Self.family) { key, connection, vault in
            let kept = try #require(try connection.member(efua, key))
            try connection.end(
                efua, for: kept.member.membership.covers, version: kept.version, at: Self.now, ids: .unguessable, key,
                vault)
        }
        #expect(try await Self.owner(id, town) == .account(try town.filled.account("efua")))
        #expect(try await !Self.isOpen(id, town))
        for who in ["lotte", "kwame", "daniel", "youssef"] { #expect(try await !Self.sees(id, who, town), "\(who)") }
    }

    private static func isOpen(_ id: ID<Promise>, _ town: FilledDatabase) async throws -> Bool {
        let family = try town.filled.family(family)
        return try await town.dossiers.database.read { try $0.promise(id, in: ID(as: family))?.promise.isOpen } == true
    }

    /// Priya and Daniel work for Het Anker.
    ///
    /// Priya reads about all of them: it is her team that finds it late then, and no longer Lotte's. Daniel reads
    /// about Kofi alone: nobody of his team would find it, and it stays his.
    @Test(arguments: Engine.all, ["priya", "daniel"])
    func `is that of the organisation to which direction was handed over`(engine: Engine, next: String) async throws {
        let town = try await Self.filled(engine)
        let id = try await Self.ask("lotte", town)
        let anker = try town.filled.organisation("het-anker")
        let priya = Membership(
            id: IDSource.unguessable.next(at: Self.now), account: try town.filled.account("priya"), kind: .professional,
            organisation: anker, covers: Set(try ["abena", "kwame", "kofi", "ama"].map { try town.filled.person($0) }),
            share: .plan, term: Period(from: FilledDatabase.today + -9))
        _ = try await town.act(as: "lotte", in: Self.family) { key, connection, vault in
            let face = MemberFace(name: "Priya Ramdin", function: "therapeut")
            try connection.letIn(priya, face: face, by: nil, at: Self.now, key, vault)
        }
        try await Self.handOver(to: next, town)
        let owner = try town.filled.account(next)
        #expect(try await Self.owner(id, town) == .account(owner))
        try await Self.chase(town)
        #expect(try await Self.owner(id, town) == (next == "priya" ? .organisation(anker) : .account(owner)))
        for (who, sees) in [(next, true), ("abena", true), ("youssef", false), ("lotte", false), ("kwame", false)] {
            #expect(try await Self.sees(id, who, town) == sees, "\(who)")
        }
    }

    /// Lotte hands direction over, and leaves.
    private static func handOver(to next: String, _ town: FilledDatabase) async throws {
        let id: ID<Handover> = IDSource.unguessable.next(at: now)
        let (lotte, receiver) = (try town.filled.account("lotte"), try town.filled.account(next))
        let reason = try PlainText.paragraphs("Lotte gaat weg.")
        _ = try await town.act(as: "lotte", in: family) { key, connection, vault in
            let proposed = Handover(
                id: id, .direction(.monitoring, review: FilledDatabase.today + 40), from: lotte, to: receiver,
                proposer: lotte, made: now, leaves: true)
            try connection.propose(
                proposed, because: reason, talk: nil, offersSupport: true, at: now, ids: .unguessable, key, vault)
        }
        _ = try await town.act(as: next, in: family) { key, connection, vault in
            try connection.agree(to: id, at: now, ids: .unguessable, key, vault)
            try connection.note(.safety, because: reason, in: id, at: now, key, vault)
        }
        _ = try await town.act(as: "lotte", in: family) { key, connection, vault in
            try connection.complete(id, at: now, ids: .unguessable, key, vault)
        }
    }
}
