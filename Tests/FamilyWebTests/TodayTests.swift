// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

@Suite struct `Today` {
    private static let talk = "de-wit-yildiz/noor-op-school"

    private func sight(_ web: WebTown, _ person: String, page: Int? = nil, size: Int = 50) async throws -> TodaySight {
        let id = try web.filled.account(person)
        let vault = web.vault
        let account = try #require(try await web.database.read { try $0.account(id, vault) })
        let look = Look(
            reader: id, at: web.clock.now, from: "192.0.2.1", action: .read, item: ItemName(.family, id))
        return try await web.dossiers.today(of: account, look, page: page, size: size)
    }

    private func talks(_ sight: TodaySight) -> [ID<Conversation>] {
        sight.shown.compactMap { if case .messages(let id, _, _, _) = $0.waiting.subject { id } else { nil } }
    }

    @Test(arguments: ["marieke", "aylin", "sem", "truus", "eline"])
    func `is where a professional and somebody of the family begin`(person: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: person)
        #expect(try await browser.get("/").location == "/today")
        #expect(try await browser.get("/today").status == .ok)
    }

    @Test(arguments: ["annelies", "ravi", "geert-jan"])
    func `is not there for who works without families`(person: String) async throws {
        let browser = try await WebTown.toRead.browser(of: person)
        #expect(try await browser.get("/today").status == .notFound)
    }

    @Test(arguments: Engine.all)
    func `leads to a new message in one step, and to an answer in two`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        try await web.write("Kun je morgen bellen?", in: path, by: try await web.browser(of: "aylin"))
        let marieke = try await web.browser(of: "marieke")
        let page = try await marieke.get("/today")
        #expect(page.shown.contains("Noor op school") && page.shown.contains("Gezin De Wit-Yildiz."))
        #expect(page.links.contains(path))
        #expect(try await marieke.get(path).text.contains("Kun je morgen bellen?"))
        #expect(try await web.write("Ja, om tien uur.", in: path, by: marieke).status == .seeOther)
        #expect(try await !marieke.get("/today").links.contains(path))
    }

    /// What was promised stays theirs to keep; what it says is about somebody they have nothing to do with any more.
    @Test(arguments: Engine.all)
    func `keeps what is owed about somebody who is not covered any more, without its words`(engine: Engine) async throws
    {
        let web = try await WebTown(engine)
        let before = try await sight(web, "marieke")
        let item = try #require(
            before.shown.first { item in
                guard case .promise = item.waiting.subject else { return false }
                return item.words.text?.isEmpty == false
            })
        let (family, marieke) = (item.waiting.family, try web.filled.account("marieke"))
        try await web.database.write { connection in
            _ = try connection.execute(
                """
                DELETE FROM membership_person WHERE family_id = \(family) AND membership_id IN
                    (SELECT id FROM membership WHERE family_id = \(family) AND account_id = \(marieke))
                """)
        }
        let after = try await sight(web, "marieke")
        let found = try #require(after.shown.first { $0.waiting == item.waiting })
        #expect(found.words.text == nil)
        #expect(try await web.browser(of: "marieke").get("/today").status == .ok)
    }

    @Test(arguments: Engine.all)
    func `tells the mother who is around her children, without a step`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let page = try await web.browser(of: "aylin").get("/today")
        for name in ["Marieke Postma", "Sanne Kuipers", "Truus"] { #expect(page.shown.contains(name), "\(name)") }
        #expect(page.links.contains(try web.circle("de-wit-yildiz")))
    }

    @Test(arguments: Engine.all)
    func `has no trace of what is held or of who is hidden, nor in its counts`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let held = try web.conversation("van-dongen/veiligheid")
        let before = try await sight(web, "robert")
        try await web.write("Niet voor Robert.", in: held, by: try await web.browser(of: "eline"))
        let after = try await sight(web, "robert")
        #expect(after.total == before.total && talks(after) == talks(before))
        let page = try await web.browser(of: "robert").get("/today")
        for secret in ["Bart", "Nadia", "Luwte", "Schakel"] { #expect(!page.shown.contains(secret), "\(secret)") }
    }

    /// The talk exists for him until who writes in it is hidden from him.
    @Test(arguments: Engine.all)
    func `drops a talk with somebody who is hidden from now on`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        try await web.write("Hoi.", in: try web.conversation(Self.talk), by: try await web.browser(of: "sanne"))
        let talk = try web.filled.conversation(Self.talk)
        let before = try await sight(web, "joost")
        #expect(talks(before).contains(talk))
        try await web.hide("sanne", from: "joost", in: "de-wit-yildiz", by: "marieke")
        let after = try await sight(web, "joost")
        #expect(!talks(after).contains(talk))
        #expect(after.total == before.total - 1)
    }

    @Test(arguments: Engine.all)
    func `is empty for a member from the moment the membership ended, and says what to do`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        try await web.write("Hoi.", in: try web.conversation(Self.talk), by: try await web.browser(of: "aylin"))
        #expect(
            try await sight(web, "sanne").shown.contains {
                $0.waiting.family == (try web.filled.family("de-wit-yildiz"))
            })
        try await web.end("sanne", in: "de-wit-yildiz", by: "marieke")
        #expect(
            try await !sight(web, "sanne").shown.contains {
                $0.waiting.family == (try web.filled.family("de-wit-yildiz"))
            })
        let thijs = try await web.browser(of: "thijs").get("/today")
        #expect(thijs.shown.contains("Er wacht niets op jou") && thijs.links.contains("/families"))
    }

    @Test(arguments: Engine.all)
    func `pages, opens what it shows, and counts the rest`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let all = try await sight(web, "marieke")
        #expect(all.total > 3 && all.pages == 1 && all.shown.count == all.total)
        var pieces: [WaitingSight] = []
        for page in 1...(all.total + 1) / 2 {
            let piece = try await sight(web, "marieke", page: page, size: 2)
            #expect(piece.page == page && piece.pages == (all.total + 1) / 2 && piece.counts == all.counts)
            pieces += piece.shown
        }
        #expect(pieces == all.shown)
        #expect(try await sight(web, "marieke", page: 900, size: 2).page == (all.total + 1) / 2)
    }

    @Test(arguments: Engine.all)
    func `names the few families a professional did not speak for long, and nobody's at home`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        web.clock.wait(.days(40))
        let before = try await sight(web, "marieke").quiet
        #expect(before.count > 1 && before.longest.count == min(before.count, QuietToday.most))
        #expect(before.longest.allSatisfy { $0.name != nil })
        let page = try await web.browser(of: "marieke").get("/today")
        let group = try #require(page.between("id=\"quiet\"", "</section>"))
        #expect(group.contains("De Wit-Yildiz") && page.links.contains("/today/quiet"))
        #expect(try await sight(web, "aylin").quiet.count == 0)
    }

    /// A machine that slept: what waited still does, once, and what is chased is chased once.
    @Test(arguments: Engine.all)
    func `loses nothing and shows nothing twice when the clock jumps a week`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        func promises(_ sight: TodaySight) -> [ID<Promise>] {
            sight.shown.compactMap { if case .promise(let promise) = $0.waiting.subject { promise.id } else { nil } }
        }
        let before = promises(try await sight(web, "marieke"))
        web.clock.wait(.days(7))
        #expect(!before.isEmpty)
        var chased: [Int] = []
        for _ in 1...2 {
            chased.append(try await web.database.write { [now = web.clock.now] in try $0.chasePromises(at: now) })
        }
        #expect(chased[0] > 0 && chased[1] == 0, "\(chased)")
        let after = promises(try await sight(web, "marieke"))
        #expect(Set(after).count == after.count)
        let kept = try await web.database.read { connection in
            try before.map { id in
                try connection.row("SELECT COUNT(*) FROM promise WHERE id = \(id) AND settled_at IS NULL") { $0.int(0) }
            }
        }
        #expect(kept.allSatisfy { $0 == 1 })
        for id in before where !after.contains(id) {
            let owner = try await web.database.read { connection in
                try connection.row("SELECT owner_organisation FROM promise WHERE id = \(id)") { $0.isNull(0) }
            }
            // What nobody kept in time went to the inbox behind its owner, and nowhere else.
            #expect(owner == false, "\(id)")
        }
    }

    @Test(arguments: Engine.all)
    func `is one record that names all families, and one line a day in each`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let family = try web.filled.family("de-wit-yildiz")
        let before = try await web.refusals()
        for _ in 1...3 { _ = try await sight(web, "marieke") }
        #expect(try await web.refusals() == before + 3)
        let page = try await web.browser(of: "aylin").get(try web.circle("de-wit-yildiz") + "/access")
        #expect(page.shown.ranges(of: "zag jullie naam in een lijst").count <= 3)
        let mentions = try await web.mentions(of: "marieke", family)
        #expect(mentions == 1)
    }
}

extension WebTown {
    /// Hides a member from somebody, as a professional does.
    func hide(_ member: String, from reader: String, in slug: String, by who: String) async throws {
        let family = try filled.family(slug)
        let id = try filled.membership("\(slug)/\(member)")
        let (vault, now, account) = (vault, clock.now, try filled.account(reader))
        let look = Look(
            reader: try filled.account(who), at: now, from: "", action: .update, item: ItemName(.circle, id))
        _ = try await dossiers.act(family, look, form: IDSource.unguessable.next(at: now)) { key, connection in
            try connection.hide(
                id, covering: Set(key.reading.covered.keys), from: account, by: look.reader, at: now, key, vault)
            return Found("", about: [])
        }
    }

    func mentions(of who: String, _ family: ID<Family>) async throws -> Int {
        let account = try filled.account(who)
        let day = clock.now.day
        return try await database.read { connection in
            try connection.row(
                """
                SELECT COUNT(*) FROM access_mention
                WHERE family_id = \(family) AND account_id = \(account) AND day = \(day)
                """
            ) { $0.int(0) } ?? 0
        }
    }
}
