// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import FamilyWeb
import Foundation
import Kernel
import Paper
import PeopleRules
import TestClient
import TestDatabases
import TestPaper
import Testing

extension WebTown {
    /// Makes the copies that wait, as the server does beside its answers.
    func makeCopies() async throws {
        try await FullCopyMaker(dossiers, PaperPress(), Clock { [clock] in clock.now }) { error in
            Issue.record("\(error)")
        }.makeAll()
    }

    /// Asks for a copy about somebody.
    @discardableResult
    func askCopy(of person: String, by browser: TownBrowser, in family: String = "de-wit-yildiz") async throws -> Answer
    {
        let circle = try circle(family)
        let token = try await browser.get("/account").token ?? ""
        let sent: ID<Submission> = IDSource.unguessable.next(at: clock.now)
        return try await browser.post(
            circle + "/copies", form(["token": token, "form": sent.text, "person": try filled.person(person).text]))
    }

    /// The addresses of what can be fetched on the page of copies.
    func copyFiles(_ browser: TownBrowser, in family: String = "de-wit-yildiz") async throws -> [String] {
        try await browser.get(try circle(family) + "/take-along").links.filter { $0.contains("/copies/") }
    }

    /// A copy for machines, just made.
    func copied(_ person: String, for browser: TownBrowser) async throws -> String {
        #expect(try await askCopy(of: person, by: browser).status == .seeOther)
        try await makeCopies()
        let links = try await copyFiles(browser).filter { $0.hasSuffix(".json") }
        for link in links {
            let text = try await browser.get(link).text
            if text.contains("\"id\": \"\(try filled.person(person))\"") { return text }
        }
        Issue.record("no copy of \(person)")
        return ""
    }
}

@Suite struct `Taking everything along` {
    private static let family = "de-wit-yildiz"

    private func page(_ web: WebTown) throws -> String { try web.circle(Self.family) + "/take-along" }

    @Test(arguments: Engine.all)
    func `gives a paper, a file for machines and an archive, each fetch on record`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await aylin.get(web.circle(Self.family)).links.contains(try page(web)))
        #expect(try await web.askCopy(of: "aylin", by: aylin).location == page(web))
        #expect(try await aylin.get(page(web)).shown.contains("We maken je kopie: 0% klaar"))
        try await web.makeCopies()
        let files = try await web.copyFiles(aylin)
        #expect(files.map { $0.split(separator: "/").last } == ["rondom.pdf", "rondom.json", "rondom.zip"])
        let before = try await web.traces(Self.family).accessRecords
        let paper = try await aylin.get(files[0])
        #expect(paper["content-type"] == "application/pdf" && paper["cache-control"] == "no-store")
        let judge = PaperJudge(paper.bytes)
        try judge.check()
        let text = try judge.textOnOneLine
        #expect(text.contains("Alles over Aylin Yildiz") && text.contains("Ik slaap al weken slecht"))
        let structure = try judge.structure
        for tag in ["H1", "H2", "H3"] { #expect(structure.contains(tag), "\(tag)") }
        #expect(try judge.unpacked.contains("/Lang (nl)"))
        let data = try await aylin.get(files[1])
        let read = try JSONSerialization.jsonObject(with: Data(data.bytes)) as? [String: Any]
        #expect(read?["format"] as? String == "rondom-full-copy" && read?["version"] as? Int == 1)
        let archive = try await aylin.get(files[2])
        #expect(archive.bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(Data(archive.bytes).range(of: Data(data.bytes)) != nil)
        #expect(Data(archive.bytes).range(of: Data(paper.bytes)) != nil)
        #expect(try await web.traces(Self.family).accessRecords == before + 3)
    }

    /// A mother's copy holds nothing of the father, nor a father's of the mother, and neither a line of their son's own.
    @Test func `gives nobody what is another's`() async throws {
        let web = try await WebTown()
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        let hers = try await web.copied("aylin", for: aylin)
        let his = try await web.copied("joost", for: joost)
        let talks = try #require(web.town.family(Self.family)).conversations
        func texts(_ about: [String]) -> [String] {
            talks.filter { $0.about == about }.flatMap(\.messages).map {
                $0.text.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            }
        }
        #expect(!texts(["aylin"]).isEmpty && !texts(["joost"]).isEmpty && !texts(["sem"]).isEmpty)
        for text in texts(["aylin"]) { #expect(hers.contains(text) && !his.contains(text), "\(text)") }
        for text in texts(["joost"]) { #expect(his.contains(text) && !hers.contains(text), "\(text)") }
        for text in texts(["sem"]) { #expect(!his.contains(text) && !hers.contains(text), "\(text)") }
        let noor = try await web.copied("noor", for: aylin)
        #expect(texts(["noor"]).count > 10)
        for text in texts(["noor"]) { #expect(noor.contains(text), "\(text)") }
        for text in texts(["aylin"]) { #expect(!noor.contains(text), "\(text)") }
    }

    @Test(arguments: ["marieke", "truus", "sanne", "bart", "thijs"])
    func `is not for who is let in, nor for strangers`(reader: String) async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.copied("noor", for: aylin)
        let files = try await web.copyFiles(aylin)
        let browser = try await web.browser(of: reader)
        #expect(try await browser.get(page(web)).status == .notFound)
        for file in files { #expect(try await browser.get(file).status == .notFound) }
        let token = try await browser.get("/account").token ?? ""
        let body = form([
            "token": token, "form": "01900000-0000-7000-8000-000000000000",
            "person": try web.filled.person("noor").text,
        ])
        #expect(try await browser.post(web.circle(Self.family) + "/copies", body).status == .notFound)
    }

    @Test func `is for its reader alone, and about nobody else`() async throws {
        let web = try await WebTown()
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        _ = try await web.copied("noor", for: aylin)
        for file in try await web.copyFiles(aylin) {
            #expect(try await joost.get(file).status == .notFound)
            #expect(try await joost.get(file + "x").status == .notFound)
        }
        #expect(try await web.askCopy(of: "aylin", by: joost).status == .notFound)
        #expect(try await !joost.get(page(web)).shown.contains("Aylin"))
    }

    @Test func `lies ready for a week`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.copied("aylin", for: aylin)
        let files = try await web.copyFiles(aylin)
        web.clock.wait(.days(7))
        let later = try await web.browser(of: "aylin")
        #expect(try await later.get(files[0]).status == .notFound)
        #expect(try await web.copyFiles(later).isEmpty)
        let now = web.clock.now
        #expect(try await web.database.write { try $0.sweepFullCopies(at: now) } > 0)
        #expect(try await web.database.write { try $0.sweepFullCopies(at: now) } == 0)
        let left = try await web.database.read { connection in
            try connection.row("SELECT (SELECT COUNT(*) FROM full_copy) + (SELECT COUNT(*) FROM full_copy_piece)") {
                $0.int(0)
            }
        }
        #expect(left == 0)
    }

    /// What was held since a copy was made is not in what is fetched of it.
    @Test func `is made anew where something is kept from its reader since`() async throws {
        let web = try await WebTown()
        let joost = try await web.browser(of: "joost")
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        let before = try await web.copied("noor", for: joost)
        #expect(before.contains(talk.text))
        try await web.hold(ItemName(.conversation, talk), from: "joost", in: try web.filled.family(Self.family))
        let files = try await web.copyFiles(joost)
        let after = try await joost.get(files[1]).text
        #expect(!after.contains(talk.text) && after.contains("rondom-full-copy"))
        #expect(try await web.copyFiles(joost) == files)
    }

    /// It is made anew each day, and on a day when something happened; by its dates one is told of nothing.
    @Test func `says of each day the same, whether something is kept from its reader since or not`() async throws {
        var told: [[String]] = []
        for isHeld in [false, true] {
            let web = try await WebTown()
            _ = try await web.copied("noor", for: web.browser(of: "joost"))
            var said = try await dates(web)
            if isHeld {
                let talk = ItemName(.conversation, try web.filled.conversation("de-wit-yildiz/noor-op-school"))
                try await web.hold(talk, from: "joost", in: try web.filled.family(Self.family))
            }
            for wait in [Duration.minutes(5), .days(1), .minutes(5), .days(1)] {
                web.clock.wait(wait)
                said += try await dates(web)
            }
            told.append(said)
        }
        #expect(told[0] == told[1])
        for (place, day) in ["23", "23", "24", "24", "25"].enumerated() {
            let of = Array(told[0][place * 4..<place * 4 + 4])
            #expect(of[0].contains("/CreationDate (202611\(day)000000Z)"))
            #expect(of[1].contains("\"made\": \"2026-11-\(day)\","))
            #expect(of[2].hasPrefix("0 0 "))
            #expect(of[3].contains("Je kopie van \(day) november 2026"))
        }
    }

    /// What each file of a copy says of when it was made, and all that its page says.
    private func dates(_ web: WebTown) async throws -> [String] {
        let joost = try await web.browser(of: "joost")
        let files = try await web.copyFiles(joost)
        let paper = try PaperJudge(try await joost.get(files[0]).bytes).unpacked
        let data = try await joost.get(files[1]).text
        let archive = try await joost.get(files[2]).bytes
        return [
            String(try #require(paper.firstMatch(of: /\/CreationDate[^)]*\)/)).output),
            String(try #require(data.firstMatch(of: /\n  "made": .*/)).output),
            archive[10..<14].map { String($0) }.joined(separator: " "), try await joost.get(page(web)).shown,
        ]
    }

    /// Whichever of the three keys is destroyed: that of the reader, of the person, of what the family shares.
    @Test func `is sealed three times, so that it opens nowhere any more once a key of it is gone`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.copied("aylin", for: aylin)
        let family = try web.filled.family(Self.family)
        let kept = try await web.database.read { connection in
            try connection.rows("SELECT copy_id, file, number, body FROM full_copy_piece ORDER BY file, number") {
                (copy: $0.text(0), file: $0.text(1), number: $0.int(2), body: $0.bytes(3))
            }
        }
        #expect(kept.count >= 3)
        let keys = [
            try web.filled.part(Self.family).text, try web.filled.part(Self.family + "/aylin").text,
            try web.filled.account("aylin").text,
        ]
        for piece in kept {
            let place = SealedPlace(
                "full_copy_piece", "body", row: "\(piece.copy):\(piece.file):\(piece.number)", owner: family.text)
            var sealed = piece.body
            for key in keys {
                #expect(PartKey.id(of: sealed) == key)
                sealed = try #require(try web.vault.key(key)).openBytes(sealed, at: place)
            }
            #expect(PartKey.id(of: sealed) == nil)
        }
    }

    @Test func `is not there once what it is about was erased`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.copied("noor", for: aylin)
        let files = try await web.copyFiles(aylin)
        try web.vault.erase([try web.filled.part(Self.family + "/noor").text])
        // Her pages go on, and the copy does not.
        #expect(try await aylin.get(page(web)).status == .ok)
        for file in files { #expect(try await aylin.get(file).status != .ok) }
    }
}

@Suite struct `A child's own words` {
    private static let family = "de-wit-yildiz"

    private func send(
        _ path: String, _ fields: KeyValuePairs<String, String>, by browser: TownBrowser, _ web: WebTown
    ) async throws -> Answer {
        let token = try await browser.get("/account").token ?? ""
        let sent: ID<Submission> = IDSource.unguessable.next(at: web.clock.now)
        return try await browser.post(path, form(["token": token, "form": sent.text]) + "&" + form(fields))
    }

    private func ask(about child: String, by browser: TownBrowser, _ web: WebTown) async throws -> Answer {
        try await send(
            try web.circle(Self.family) + "/own-words", ["person": try web.filled.person(child).text], by: browser, web)
    }

    private func asked(_ who: String, _ web: WebTown) async throws -> (TownBrowser, String?) {
        let browser = try await web.browser(of: who)
        return (browser, try await browser.get("/today").links.first { $0.contains("/own-words/") })
    }

    /// What a son of 14 wrote to his mother, as a file for machines has it.
    private func ownTexts(_ web: WebTown) throws -> [String] {
        let talks = try #require(web.town.family(Self.family)).conversations
        let talk = try #require(talks.first { $0.slug == "voetbal" })
        return talk.messages.filter { $0.author == "sem" }.map { $0.text.replacing("\n", with: "\\n") }
    }

    @Test(arguments: Engine.all)
    func `leave with a parent by the child's yes, and with that parent alone`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        let texts = try ownTexts(web)
        #expect(!texts.isEmpty)
        let before = try await web.copied("sem", for: aylin)
        for text in texts { #expect(!before.contains(text)) }
        #expect(before.contains("\"ownWordsLeftOut\": true") && before.contains("Voetbal op zaterdag"))
        #expect(try await ask(about: "sem", by: aylin, web).status == .seeOther)
        let page = try await aylin.get(web.circle(Self.family) + "/take-along").shown
        #expect(page.contains("Gevraagd op 23 november 2026. Er is nog geen antwoord."))
        let (sem, link) = try await asked("sem", web)
        let path = try #require(link)
        for other in [aylin, joost] { #expect(try await other.get(path).status == .notFound) }
        #expect(try await sem.get(path).shown.contains("Mag Aylin jouw woorden meenemen?"))
        #expect(try await send(path + "/answer", ["answer": "yes"], by: joost, web).status == .notFound)
        #expect(try await send(path + "/answer", ["answer": "yes"], by: sem, web).location == "/today")
        #expect(try await send(path + "/answer", ["answer": "no"], by: sem, web).status == .notFound)
        let after = try await web.copied("sem", for: aylin)
        for text in texts { #expect(after.contains(text), "\(text)") }
        let his = try await web.copied("sem", for: joost)
        for text in texts { #expect(!his.contains(text)) }
        // His own copy has them without asking.
        let own = try await web.copied("sem", for: sem)
        for text in texts { #expect(own.contains(text)) }
    }

    /// What her brother wrote in a talk about her sister stays as what he wrote about himself.
    @Test func `stay in a copy about another child, too`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let (mother, brother) = (try web.filled.account("aylin"), try web.filled.account("sem"))
        let (vault, now, ids) = (web.vault, web.clock.now, IDSource.unguessable)
        let talk = Conversation(
            id: ids.next(at: now), about: [try web.filled.person("noor")], participants: [mother, brother],
            isPrivateLine: false)
        try await web.deed("aylin", ItemName(.conversation, talk.id)) { key, connection in
            try connection.start(talk, subject: try .line("Over Noor"), by: mother, at: now, key, vault)
            for (who, text) in [(mother, "Dit is van Aylin."), (brother, "Dit is van Sem.")] {
                try connection.write(
                    try .line(text), as: ids.next(at: now), in: talk, by: who, at: now, key, vault)
            }
        }
        let copy = try await web.copied("noor", for: aylin)
        #expect(copy.contains("Dit is van Aylin.") && !copy.contains("Dit is van Sem."))
    }

    /// A parent who does not know that their child signs in is answered as where the child does not.
    @Test func `tell nothing of an account of which the parent does not know`() async throws {
        var pages: [String] = []
        for hasAccount in [true, false] {
            let web = try await WebTown()
            try await web.makeOwn("sem", isThere: hasAccount)
            let joost = try await web.browser(of: "joost")
            #expect(try await web.copied("sem", for: joost).contains("\"ownWordsLeftOut\": true"))
            #expect(try await ask(about: "sem", by: joost, web).status == .seeOther)
            pages.append(try await joost.get(web.circle(Self.family) + "/take-along").shown)
            let (marieke, link) = try await asked("marieke", web)
            #expect(try await marieke.get(try #require(link)).shown.contains("Sem beslist dit zelf."))
            _ = try await send(try #require(link) + "/answer", ["answer": "yes"], by: marieke, web)
            #expect(try await web.copied("sem", for: joost).contains("\"ownWordsLeftOut\": false"))
        }
        #expect(pages[0] == pages[1] && pages[0].contains("Er is nog geen antwoord."))
    }

    @Test func `are on no page of others while it is asked, and in no log of the family`() async throws {
        let web = try await WebTown()
        let (_, nothing) = try await asked("marieke", web)
        #expect(nothing == nil)
        var before: [String: String] = [:]
        for who in ["joost", "sem", "truus"] { before[who] = try await pages(of: who, web) }
        #expect(try await ask(about: "noor", by: web.browser(of: "aylin"), web).status == .seeOther)
        let (marieke, link) = try await asked("marieke", web)
        _ = try await marieke.get(try #require(link))
        for who in ["joost", "sem", "truus"] { #expect(try await pages(of: who, web) == before[who], "\(who)") }
    }

    private func pages(of who: String, _ web: WebTown) async throws -> String {
        let browser = try await web.browser(of: who)
        let circle = try web.circle(Self.family)
        var said: [String] = []
        for page in ["/today", circle, circle + "/timeline", circle + "/access"] {
            said.append(try await browser.get(page).shown)
        }
        return said.joined(separator: "\n")
    }

    @Test func `stay after a no`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await ask(about: "sem", by: aylin, web)
        let (sem, link) = try await asked("sem", web)
        _ = try await send(try #require(link) + "/answer", ["answer": "no"], by: sem, web)
        let copy = try await web.copied("sem", for: aylin)
        for text in try ownTexts(web) { #expect(!copy.contains(text)) }
        #expect(try await aylin.get(web.circle(Self.family) + "/take-along").shown.contains("Het antwoord was nee."))
    }

    @Test func `of a child under 12 are looked at by who is in charge`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await ask(about: "noor", by: aylin, web)
        let (sem, nothing) = try await asked("sem", web)
        #expect(nothing == nil)
        let (marieke, link) = try await asked("marieke", web)
        let path = try #require(link)
        #expect(try await sem.get(path).status == .notFound)
        #expect(try await marieke.get(path).shown.contains("Mogen de woorden van Noor mee met Aylin?"))
        #expect(try await send(path + "/answer", ["answer": "yes"], by: marieke, web).location == "/today")
        #expect(try await web.copied("noor", for: aylin).contains("\"ownWordsLeftOut\": false"))
    }

    @Test(arguments: ["marieke", "truus", "bart", "sem"])
    func `are asked for by a parent alone`(who: String) async throws {
        let web = try await WebTown()
        let browser = try await web.browser(of: who)
        #expect(try await ask(about: "noor", by: browser, web).status == .notFound)
    }
}

extension WebTown {
    /// A young person's account becomes their own, of which nobody was told; or they have none.
    fileprivate func makeOwn(_ child: String, isThere: Bool) async throws {
        let (family, person) = (try filled.family("de-wit-yildiz"), try filled.person(child))
        let (account, now) = (try filled.account(child), clock.now)
        _ = try await database.write { connection in
            if isThere {
                try connection.execute(
                    """
                    INSERT INTO own_account (family_id, person_id, account_id, given_by, given_at)
                    VALUES (\(family), \(person), \(account), \(account), \(now))
                    """)
            } else {
                try connection.execute(
                    "UPDATE person SET account_id = NULL WHERE family_id = \(family) AND id = \(person)")
            }
        }
    }
}
