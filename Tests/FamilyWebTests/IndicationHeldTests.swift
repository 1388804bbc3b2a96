// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkStore
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

extension IndicationActs {
    /// Holds one from a helper, as Chidi and the team lead decide.
    fileprivate func hold(_ path: String, from reader: String, wholeFamily: Bool = false) async throws {
        let family = try web.filled.family(Self.family)
        let item = wholeFamily ? ItemName(.family, family) : ItemName(.indication, stored: String(path.suffix(36)))
        let (by, second) = (try web.filled.account("chidi"), try web.filled.account("carla"))
        let (now, isa) = (web.clock.now, try web.filled.person("isa"))
        let hold = try Hold(
            IDSource.unguessable.next(at: now), of: item, about: [isa], from: [try web.filled.account(reader)], by: by,
            asking: .account(second), at: now, reviewBy: WebTown.today + 10)
        try await act("chidi") { key, connection, vault in
            let reason = try PlainText.line("Onrust")
            try connection.hold(hold, because: reason, confirmedBy: second, ids: .unguessable, key, vault)
        }
    }

    /// Carries out something as somebody of the circle.
    fileprivate func act(
        _ who: String, _ deed: @escaping @Sendable (borrowing DossierKey, Connection, Vault) throws -> Void
    ) async throws {
        let family = try web.filled.family(Self.family)
        let (vault, now) = (web.vault, web.clock.now)
        let look = Look(
            reader: try web.filled.account(who), at: now, from: "", action: .update, item: ItemName(.family, family))
        let done = try await web.dossiers.act(family, look, form: IDSource.unguessable.next(at: now)) {
            try deed($0, $1, vault)
            return Found("done", about: [])
        }
        #expect(done == "done")
    }

    /// Who owes what about an indication: the kind, and the account or organisation.
    fileprivate func owners(of path: String) async throws -> [String: String] {
        let id = String(path.suffix(36))
        let found = try await web.database.read { connection in
            try connection.rows(
                """
                SELECT kind, COALESCE(owner_account, owner_organisation) FROM promise
                WHERE subject_kind = 'indication' AND subject = \(id) AND settled_at IS NULL AND closed_at IS NULL
                ORDER BY kind
                """
            ) { ($0.text(0), $0.text(1)) }
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// Chidi assesses by himself.
    fileprivate func train() async throws {
        let work = try #require(web.filled.professionals["chidi"])
        try await web.database.write { try $0.note(.youth, of: work, isTrained: true) }
    }
}

@Suite struct `What renews a safety indication that is held` {
    @Test(arguments: Engine.all)
    func `is decided about by nobody from whom that is held`(engine: Engine) async throws {
        let acts = IndicationActs(web: try await WebTown(engine))
        let zofia = try await acts.browser("zofia")
        let first = try await acts.made()
        let second = try await acts.made(
            by: "chidi",
            ["renews": String(first.suffix(36)), "cosigner": "account.\(try acts.web.filled.account("zofia"))"])
        let decision = second.replacing("/indications/", with: "/decisions/")
        let open = try await OpenForm(zofia, decision)
        try await acts.hold(first, from: "zofia")
        for path in [first, second, decision] { #expect(try await zofia.get(path).status == .notFound, "\(path)") }
        #expect(try await zofia.post(decision + "/answer", open.body(["said": "yes"])).status == .notFound)
        #expect(try await !zofia.get(try acts.path).links.contains(second))
        #expect(try await !zofia.get("/today").links.contains(decision))
        #expect(try await acts.browser("chidi").get(second).shown.contains("Wacht op wie meetekent"))
    }

    @Test func `is signed along by nobody from whom that is held`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        let zofia = "account.\(try acts.web.filled.account("zofia"))"
        let first = try await acts.made()
        let chidi = try await acts.browser("chidi")
        let renewal = try #require(try await chidi.get(first).links.first { $0.contains("renews=") })
            .replacing("&amp;", with: "&")
        #expect(try await chidi.get(renewal).text.contains(zofia))
        try await acts.hold(first, from: "zofia")
        #expect(try await !chidi.get(renewal).text.contains(zofia))
        let asked = try await acts.make(by: "chidi", ["renews": String(first.suffix(36)), "cosigner": zofia])
        #expect(asked.status == .badRequest && !asked.text.contains(zofia))
        // What renews nothing is Zofia's to sign along.
        #expect(try await acts.make(by: "chidi", ["cosigner": zofia]).status == .seeOther)
    }

    @Test(arguments: Engine.all, [false, true])
    func `is owed by the organisation of who is in charge where that is held from them`(
        engine: Engine, wholeFamily: Bool
    ) async throws {
        let acts = IndicationActs(web: try await WebTown(engine))
        try await acts.train()
        let zofia = try acts.web.filled.account("zofia")
        let first = try await acts.made(by: "chidi", now: "doubtful")
        #expect(try await acts.owners(of: first) == ["renewIndication": zofia.text])
        try await acts.hold(first, from: "zofia", wholeFamily: wholeFamily)
        let desk = try acts.web.filled.organisation("gebiedsteam")
        #expect(try await acts.owners(of: first) == ["renewIndication": desk.text])
        let chidi = try await acts.browser("chidi")
        let second = try #require(try await acts.renewed(first, by: chidi, on: WebTown.today).location)
        #expect(try await acts.owners(of: second) == ["renewIndication": desk.text])
        #expect(try await acts.browser("zofia").get(second).status == .notFound)
    }
}

@Suite struct `To weigh a safety indication` {
    @Test(arguments: Engine.all)
    func `is for who is in charge now, whoever was asked`(engine: Engine) async throws {
        let acts = IndicationActs(web: try await WebTown(engine))
        let path = try await acts.made(now: "acutelyUnsafe", later: "high")
        let (holder, now) = (try acts.web.filled.account("chidi"), acts.web.clock.now)
        let chidi = try await acts.browser("chidi")
        #expect(try await !chidi.get(path).text.contains(path + "/weighing"))
        try await acts.act("zofia") { key, connection, vault in
            let direction = Direction(kind: .careCoordination, holder: holder, since: WebTown.today)
            try connection.move(direction, .reassigned, by: nil, at: now, key, vault)
        }
        let open = try await OpenForm(chidi, path)
        #expect(open.page.text.contains(path + "/weighing"))
        #expect(try await chidi.post(path + "/weighing", open.body(["weighed": "Isa is bij Ria."])).location == path)
        #expect(try await acts.owed() == ["renewIndication"])
        let again = try await acts.web.send(path + "/weighing", ["weighed": "x"], by: chidi)
        #expect(again.status == .notFound)
    }

    @Test(arguments: Engine.all)
    func `is nothing for who may not know of the other one it contradicts`(engine: Engine) async throws {
        let acts = IndicationActs(web: try await WebTown(engine))
        let said = "Een andere inschatting van dit kind zegt iets heel anders."
        try await acts.train()
        let first = try await acts.made(by: "chidi", now: "safe", later: "low")
        try await acts.hold(first, from: "zofia")
        let second = try await acts.made(by: "chidi", now: "structurallyUnsafe", later: "high")
        let (zofia, chidi) = (try await acts.browser("zofia"), try await acts.browser("chidi"))
        #expect(try await chidi.get(second).shown.contains(said))
        #expect(try await zofia.get(second).status == .ok)
        #expect(try await !zofia.get(second).shown.contains(said))
        let desk = try acts.web.filled.organisation("gebiedsteam").text
        #expect(try await acts.owners(of: second)["weighIndication"] == desk)
        #expect(try await !zofia.get("/today").shown.contains("Wegen wat een veiligheidsinschatting zegt"))
    }

    /// To Tom, who reads nothing of it, direction moves alone.
    @Test(arguments: Engine.all, [("chidi", false), ("chidi", true), ("tom", false)])
    func `goes along with direction, to who reads all about the child`(
        engine: Engine, handed: (to: String, leaves: Bool)
    ) async throws {
        let next = handed.to
        let acts = IndicationActs(web: try await WebTown(engine))
        let filled = acts.web.filled
        let path = try await acts.made(now: "acutelyUnsafe", later: "high")
        let (from, to, now) = (try filled.account("zofia"), try filled.account(next), acts.web.clock.now)
        #expect(try await Set(acts.owners(of: path).values) == [from.text])
        let handover = Handover(
            id: IDSource.unguessable.next(at: now), .direction(.careCoordination, review: WebTown.today + 30),
            from: from, to: to, proposer: from, made: now, leaves: handed.leaves)
        let talk = Handover.Talk(
            day: WebTown.today, present: [try filled.person("isa")], agreed: [], storyConfirmed: true, introduced: true)
        try await acts.act("zofia") { key, connection, vault in
            let reason = try PlainText.paragraphs("Zofia gaat met verlof.")
            try connection.propose(
                handover, because: reason, talk: nil, offersSupport: false, at: now, ids: .unguessable, key, vault)
        }
        try await acts.act(next) { key, connection, vault in
            try connection.agree(to: handover.id, at: now, ids: .unguessable, key, vault)
            try connection.note(talk, in: handover.id, at: now, key, vault)
            try connection.complete(handover.id, at: now, ids: .unguessable, key, vault)
        }
        let owner = next == "chidi" ? to : from
        #expect(try await acts.owners(of: path) == ["renewIndication": owner.text, "weighIndication": owner.text])
    }
}
