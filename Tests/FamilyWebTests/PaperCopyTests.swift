// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Paper
import TestClient
import TestDatabases
import TestPaper
import Testing
import Town

@Suite struct `A copy on paper` {
    private static let talk = "de-wit-yildiz/noor-op-school"

    private func copy(
        _ fields: KeyValuePairs<String, String>, _ person: String, _ web: WebTown, of talk: String = Self.talk
    ) async throws -> Answer {
        let browser = try await web.browser(of: person)
        let token = try #require(try await browser.get("/account").token)
        return try await browser.post(
            try web.conversation(talk) + "/copy", form(["token": token, "as": "pdf"]) + "&" + form(fields))
    }

    @Test(arguments: Engine.all)
    func `holds the whole conversation, is for saving, and is on record`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let before = try await web.traces("de-wit-yildiz").accessRecords
        let talk = try #require(web.town.family("de-wit-yildiz")?.conversations.first)
        let answer = try await copy(["what": "all"], "sanne", web)
        #expect(answer["content-type"] == "application/pdf")
        #expect(answer["content-disposition"]?.contains("filename=\"gesprek-2026-11-23.pdf\"") == true)
        #expect(answer["cache-control"] == "no-store")
        let judge = PaperJudge(answer.bytes)
        try judge.check()
        let text = try judge.textOnOneLine
        // Some go on over a page, with its foot in between, or break after a dash.
        let read = Self.closed(text.replacing(#/Kopie van een gesprek \d+ / \d+ /#, with: ""))
        for message in talk.messages {
            let isThere = read.contains(Self.closed(message.text))
            #expect(isThere, "\(message.text)")
        }
        #expect(text.contains("gemaakt door Sanne Kuipers") && text.contains("\(talk.messages.count) berichten"))
        let facts = try judge.facts
        #expect(facts["Title"] == "Kopie van een gesprek" && facts["Author"] == nil)
        #expect(facts["CreationDate"]?.hasPrefix("2026-11-23") == true)
        #expect(try judge.unpacked.contains("/Lang (nl)"))
        #expect(try await web.traces("de-wit-yildiz").accessRecords == before + 1)
        let log = try await web.browser(of: "aylin").get(web.circle("de-wit-yildiz") + "/access")
        #expect(log.shown.contains("maakte een kopie van het gesprek “Noor op school”."))
    }

    /// Without white space, and without what is seen of no letter by itself.
    private static func closed(_ text: String) -> String {
        let unseen: Set<UInt32> = [0xFE0F, 0x200D]
        let letters = text.unicodeScalars.filter { !$0.properties.isWhitespace && !unseen.contains($0.value) }
        return String(String.UnicodeScalarView(letters))
    }

    @Test func `holds one message, or those of some days, and no other`() async throws {
        let web = try await WebTown.toRead
        let talk = try #require(web.town.family("de-wit-yildiz")?.conversations.first)
        let one = try PaperJudge(try await copy(["number": "2"], "sanne", web).bytes).textOnOneLine
        #expect(one.contains(talk.messages[1].text.onOneLine) && !one.contains(talk.messages[2].text.onOneLine))
        #expect(one.contains("1 bericht"))
        let day = talk.messages[0].at.day
        let some = try PaperJudge(
            try await copy(["what": "days", "from": day.iso, "until": day.iso], "sanne", web).bytes
        ).textOnOneLine
        for message in talk.messages {
            #expect(some.contains(message.text.onOneLine) == (message.at.day == day), "\(message.text)")
        }
    }

    @Test func `is offered beside each message and asks as what`() async throws {
        let web = try await WebTown.toRead
        let (aylin, path) = (try await web.browser(of: "aylin"), try web.conversation(Self.talk))
        let page = try await aylin.get(path)
        #expect(page.links.contains(path + "/copy") && page.links.contains(path + "/copy?message=2"))
        let ask = try await aylin.get(path + "/copy?message=2")
        let talk = try #require(web.town.family("de-wit-yildiz")?.conversations.first)
        #expect(ask.shown.onOneLine.contains(talk.messages[1].text.onOneLine) && !ask.text.contains("name=\"from\""))
        #expect(ask.text.contains("name=\"number\" value=\"2\"") && ask.text.contains("value=\"pdf\""))
        for number in ["0", "-1", "99", "x", "", "9223372036854775807"] {
            #expect(try await aylin.get(path + "/copy?message=\(number)").status == .notFound, "\(number)")
        }
        #expect(try await copy(["number": "99"], "aylin", web).status == .notFound)
    }

    @Test func `has nothing of what was taken back`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await web.write("Dit had ik niet moeten zeggen.", in: path, by: aylin).status == .seeOther)
        _ = try await web.press(path + "/messages/14/withdrawal", on: path, by: aylin)
        let joost = try await web.browser(of: "joost")
        #expect(try await joost.get(path + "/copy?message=14").status == .notFound)
        #expect(try await !joost.get(path).links.contains(path + "/copy?message=14"))
        for person in ["joost", "aylin", "marieke"] {
            for number in ["14", nil] {
                let answer = try await copy(number.map { ["number": $0] } ?? ["what": "all"], person, web)
                let text = try PaperJudge(answer.bytes).textOnOneLine
                #expect(text.contains("Aylin Yildiz trok dit bericht in.") && !text.contains("moeten zeggen"))
            }
        }
    }

    @Test func `keeps names and words of all scripts`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let words = ["مرحبا بالعالم", "你好世界", "Привет мир", "Güneş Łódź café", "😀👍", "\u{E123}", "<b>&amp;</b>"]
        let text = words.joined(separator: "\n") + "\nhttps://voorbeeld.example/a?b=c"
        #expect(try await web.write(text, in: path, by: aylin).status == .seeOther)
        let judge = PaperJudge(try await copy(["number": "14"], "joost", web).bytes)
        try judge.check()
        let found = try Set(judge.text)
        for letter in words.joined() where !letter.isWhitespace && letter != "\u{E123}" {
            #expect(found.contains(letter), "\(letter)")
        }
        #expect(try judge.textOnOneLine.contains("als vakje: U+E123"))
        #expect(try judge.links.contains("https://voorbeeld.example/a?b=c"))
    }

    @Test func `is for who may read it, and whoever may not finds nothing`() async throws {
        let web = try await WebTown.toRead
        for person in ["hanna", "truus", "thijs", "ravi", "sem"] {
            for fields: KeyValuePairs<String, String> in [
                ["what": "all"], ["number": "2"], ["from": "x", "until": ""],
            ] {
                #expect(try await copy(fields, person, web).status == .notFound, "\(person)")
            }
            let browser = try await web.browser(of: person)
            let address = try web.conversation(Self.talk) + "/copy?message=2"
            #expect(try await browser.get(address).status == .notFound, "\(person)")
        }
        for talk in ["aylin-met-marieke", "sem-met-priya"] {
            let answer = try await copy(["what": "all"], "joost", web, of: "de-wit-yildiz/\(talk)")
            #expect(answer.status == .notFound)
        }
    }

    @Test func `that would be too long is no copy and no record, and keeps what was chosen`() async throws {
        let web = try await WebTown(press: PaperPress(longest: 2_000))
        let before = try await web.traces("de-wit-yildiz").accessRecords
        let (first, last) = ("2025-01-01", WebTown.today.iso)
        let answer = try await copy(["what": "days", "from": first, "until": last], "aylin", web)
        #expect(answer.status == .badRequest && answer.shown.contains("Kies minder dagen."))
        #expect(answer.text.contains("value=\"\(first)\""))
        // The form is a look of its own; of a copy nothing is told.
        #expect(try await web.traces("de-wit-yildiz").accessRecords <= before + 1)
        let log = try await web.browser(of: "joost").get(web.circle("de-wit-yildiz") + "/access")
        #expect(!log.shown.contains("maakte een kopie van het gesprek"))
    }
}
