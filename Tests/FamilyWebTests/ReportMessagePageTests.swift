// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Foundation
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import TestFiles
import Testing

@testable import FamilyWeb

@Suite struct `Reports from other systems at a desk` {
    private static let absent = "0192f3a0-0000-7000-8000-00000000dead"
    private let folder = FileManager.default.temporaryDirectory.path

    private func read(_ messages: [[UInt8]], by browser: TownBrowser) async throws -> Answer {
        let open = try await OpenForm(browser, "/desk/messages")
        var parts = PartsForm(["token": open.token, "form": open.form, "page": "/desk/messages"])
        for (place, message) in messages.enumerated() { parts = parts.with("bericht-\(place + 1).xml", message) }
        return try await browser.post("/desk/messages", bytes: parts.body, type: PartsForm.type)
    }

    private func reports(_ browser: TownBrowser) async throws -> [String] {
        try await browser.get("/desk").links.filter { $0.hasPrefix("/desk/reports/") }
    }

    @Test(arguments: Engine.all)
    func `become one report however often they come, and are answered by a message`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let mirjam = try await web.worker("mirjam")
        let message = MadeReportMessage.vtMelding().bytes
        let result = try await read([message, message], by: mirjam)
        #expect(result.shown.contains("Dit is nu melding") && result.shown.contains("Er is niets veranderd."))
        let all = try await reports(mirjam)
        #expect(all.count == 1)
        let path = try #require(all.first)
        let page = try await mirjam.get(path)
        for shown in [
            "Saar Vos, jeugdige, geboren op 4 maart 2015", "Marit Vos, ouder met gezag", "De Brug helpt moeder.",
            "Angst voor stalking (SASH)", "Vader, tot 30 november.", "Nog niemand let hierop.",
        ] { #expect(page.shown.contains(shown), "\(shown)") }
        #expect(!page.text.contains("123456782") && !page.text.contains("Agent Smit"))
        let first = try #require(page.shown.range(of: "Dit geldt voor de veiligheid"))
        let second = try #require(page.shown.range(of: "Wat er is gemeld"))
        #expect(first.lowerBound < second.lowerBound)
        _ = try await web.send(path + "/taking", [:], by: mirjam)
        #expect(try await mirjam.get(path + "/origin").shown.contains("Agent Smit, Politie Midden-Nederland"))
        #expect(try await mirjam.get(path + "/answer").status == .notFound)
        // It can't leave triage before somebody keeps watch.
        _ = try await web.send(path + "/triage", ["urgency": "day", "reason": "Huisverbod."], by: mirjam)
        let refused = try await web.send(path + "/assignment", ["family": ""], by: mirjam)
        #expect(refused.status == .conflict && refused.shown.contains("wie op de veiligheid let"))
        let past = try await web.send(
            path + "/triage",
            ["urgency": "day", "reason": "x", "keeper": "Ilse Koster, 030 1234567", "keeper-day": "2020-01-01"],
            by: mirjam)
        #expect(past.status == .badRequest && past.text.contains("id=\"keeper-day-error\""))
        let day = (WebTown.today + 3).iso
        _ = try await web.send(
            path + "/triage",
            ["urgency": "day", "reason": "x", "keeper": "Ilse Koster, 030 1234567", "keeper-day": day], by: mirjam)
        #expect(try await mirjam.get(path).shown.contains("Ilse Koster, 030 1234567 let hierop"))
        #expect(try await mirjam.get(path).shown.contains("Mirjam van Es las het bericht in"))
        _ = try await web.send(path + "/assignment", ["family": ""], by: mirjam)
        _ = try await web.send(path + "/talk", ["talk": "Gesproken met moeder."], by: mirjam)
        let watched: KeyValuePairs = ["reply": "watched", "watcher": "Ilse Koster, 030 1234567"]
        let open = try await web.send(path + "/feedback", watched, by: mirjam)
        #expect(open.status == .conflict && open.shown.contains("Schrijf eerst wie na nu op de veiligheid let"))
        let nothing = try await web.send(path + "/safety", ["safety": "over", "safety-end": " "], by: mirjam)
        #expect(nothing.status == .badRequest && nothing.text.contains("id=\"safety-end-error\""))
        // What is to be mended is in sight, and nothing else of it unfolds.
        let unfolded = nothing.text.matches(of: /<details[^>]* open>/)
        #expect(
            unfolded.count == 1
                && nothing.between("<details class=\"details\" open>", "</details>")?.contains("safety-end-error")
                    == true
        )
        _ = try await web.send(path + "/safety", ["safety": "over", "safety-end": "Fatma let erop."], by: mirjam)
        let over = try await mirjam.get(path)
        #expect(over.shown.contains("Hier let nu niemand meer op.") && over.shown.contains("Fatma let erop."))
        _ = try await web.send(path + "/feedback", watched, by: mirjam)
        #expect(try await mirjam.get(path).links.contains(path + "/answer"))
        // It names whom to ask where it came from: nobody else at the desk gets it.
        for who in ["lotte", "ruud"] {
            let colleague = try await web.worker(who)
            #expect(try await colleague.get(path + "/answer").status == .notFound)
            #expect(try await !colleague.get(path).links.contains(path + "/answer"))
        }
        let answer = try await mirjam.get(path + "/answer")
        let complaints = try StufSchema.messages.complaints(about: Array(answer.text.utf8), in: folder)
        #expect(complaints.isEmpty, "\(complaints)")
        #expect(answer.text.contains("PL0900-2026123456") && answer.text.contains("Ilse Koster"))
    }

    @Test(arguments: ["melder", "informant"])
    func `show who told of it to nobody but who has it in hand`(role: String) async throws {
        let web = try await WebTown.withDesks()
        let mirjam = try await web.worker("mirjam")
        let made = MadeReportMessage.vtMelding().changed {
            $0.object = $0.object.replacing("<BG:voornamen>Marit", with: "<BG:voornamen>Wilma")
                .replacing("ouder met gezag", with: role)
        }
        _ = try await read([made.bytes], by: mirjam)
        let path = try #require(try await reports(mirjam).first)
        #expect(try await mirjam.get(path).shown.contains("Saar Vos"))
        for page in ["/desk", path] { #expect(try await !mirjam.get(page).text.contains("Wilma"), "\(page)") }
        _ = try await web.send(path + "/taking", [:], by: mirjam)
        let origin = try await mirjam.get(path + "/origin").shown
        #expect(origin.contains("Wilma Vos") && origin.contains("Noem de naam niet aan het gezin."))
    }

    /// Who helps is kept from it by their name, and it stays where it was sent.
    @Test func `that name a helper at the desk stay at that desk`() async throws {
        let web = try await WebTown.withDesks()
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        let made = MadeReportMessage.vtMelding().changed {
            $0.object = $0.object.replacing(
                "Vos</BG:geslachtsnaam>\n<BG:voornamen>Marit", with: "van Es</BG:geslachtsnaam>\n<BG:voornamen>Mirjam"
            ).replacing("ouder met gezag", with: "hulpverlener")
        }
        _ = try await read([made.bytes], by: lotte)
        let path = try #require(try await reports(lotte).first)
        #expect(try await mirjam.get(path).status == .notFound)
        #expect(try await reports(mirjam) == [])
        #expect(try await reports(web.worker("ilse")) == [])
    }

    /// What stands in it is not understood; that it may be about them is reason enough.
    @Test(arguments: Engine.all)
    func `that can't be read open to nobody who is named in them`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        let wrong = MadeReportMessage.vtMelding(facts: "De MOEDER is Lotte, van der Velden.", sash: "erg").bytes
        _ = try await read([wrong], by: mirjam)
        let links = try await mirjam.get("/desk/messages").links.filter { $0.hasPrefix("/desk/messages/") }
        #expect(!links.isEmpty)
        let page = try await lotte.get("/desk/messages")
        #expect(page.status == .ok && !page.links.contains { $0.hasPrefix("/desk/messages/") })
        #expect(!page.shown.contains("SASHniveau"))
        for link in links {
            #expect(try await mirjam.get(link).status == .ok)
            #expect(try await lotte.get(link).status == .notFound)
        }
    }

    @Test(arguments: Engine.all)
    func `that can't be read are kept, and answered with what is wrong`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let mirjam = try await web.worker("mirjam")
        let wrong = MadeReportMessage.vtMelding(sash: "erg").bytes
        let doctype = MadeReportMessage.vtMelding().changed { $0.head = "<!DOCTYPE x>" }.bytes
        for _ in 0..<2 {
            let answer = try await read([wrong, doctype], by: mirjam)
            #expect(answer.shown.contains("SASHniveau klopt niet (regel 21).") && answer.shown.contains("DOCTYPE"))
        }
        #expect(try await reports(mirjam) == [])
        let page = try await web.worker("lotte").get("/desk/messages")
        let answers = page.links.filter { $0.hasSuffix("/answer") }
        #expect(answers.count == 2 && !page.text.contains("Vos"))
        for answer in answers {
            let fault = try await mirjam.get(answer)
            #expect(try StufSchema.faults.complaints(about: Array(fault.text.utf8), in: folder) == "")
            #expect(!fault.text.contains("Vos"))
        }
        var files: Set<[UInt8]> = []
        for link in page.links where link.hasSuffix("/file") {
            files.insert(Array(try await mirjam.get(link).text.utf8))
        }
        #expect(files == [wrong, doctype])
        // Another message by the name of one that was taken in changes nothing.
        _ = try await read([MadeReportMessage.vtMelding().bytes], by: mirjam)
        let other = try await read([MadeReportMessage.vtMelding(facts: "Iets anders.").bytes], by: mirjam)
        #expect(other.shown.contains("Er is al een ander bericht met dit nummer"))
        #expect(try await reports(mirjam).count == 1)
        let path = try #require(try await reports(mirjam).first)
        #expect(try await mirjam.get(path).shown.contains("De afzender stuurde een nieuwer bericht."))
        web.clock.wait(.days(91))
        let now = web.clock.now
        #expect(try await web.database.write { try $0.sweepReportMessages(at: now) } == 0)
        for answer in answers.prefix(2) {
            _ = try await web.send(String(answer.dropLast("/answer".count)) + "/settled", [:], by: web.worker("mirjam"))
        }
        // Of the third nobody told its sender anything.
        #expect(try await web.database.write { try $0.sweepReportMessages(at: now) } == 2)
        #expect(try await web.worker("mirjam").get(answers[0]).status == .notFound)
    }

    /// A worry about a child may be in it: it waits as a report does, until somebody says something back or settles it.
    @Test(arguments: Engine.all)
    func `that can't be read wait on the board and for the day, and are not erased before they are settled`(
        engine: Engine
    ) async throws {
        let web = try await WebTown.withDesks(engine)
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        let made = MadeReportMessage.vtMelding(facts: "De MOEDER is Lotte van der Velden.", sash: "erg")
        _ = try await read([made.bytes, MadeReportMessage.vtMelding(sash: "erg").bytes], by: mirjam)
        #expect(try await mirjam.get("/desk").shown.contains("2 berichten zijn niet te lezen"))
        #expect(try await lotte.get("/desk").shown.contains("1 bericht is niet te lezen"))
        for who in [mirjam, lotte] { #expect(try await who.get("/today").links.contains("/desk/messages")) }
        #expect(try await !web.worker("ilse").get("/today").links.contains("/desk/messages"))
        let page = try await mirjam.get("/desk/messages")
        let paths = page.links.filter { $0.hasSuffix("/answer") }.map { String($0.dropLast("/answer".count)) }
        #expect(paths.count == 2)
        let theirs = try await lotte.get("/desk/messages").links.filter { $0.hasSuffix("/answer") }
        let named = try #require(paths.first { !theirs.contains($0 + "/answer") })
        // Who is named, and who is not at the desk, settle nothing, and hear what is heard of what does not exist.
        let nothing = "/desk/messages/\(Self.absent)/settled"
        for who in ["lotte", "ilse", "marieke"] {
            let browser = try await web.worker(who)
            let refused = try await web.send(named + "/settled", [:], by: browser)
            #expect(refused.status == .notFound, "\(who)")
            #expect(try await Heard(refused) == Heard(web.send(nothing, [:], by: browser)), "\(who)")
        }
        for who in ["aylin", "joost"] {
            let browser = try await web.browser(of: who)
            let token = try #require(try await browser.get("/account").token)
            let body = form(["token": token, "form": "0192f3a0-0000-7000-8000-0000000000f1"])
            let refused = try await browser.post(named + "/settled", body)
            #expect(Heard(refused) == Heard(try await browser.post(nothing, body)), "\(who)")
        }
        #expect(try await mirjam.get("/desk").shown.contains("2 berichten zijn niet te lezen"))
        // Looking at what goes back settles nothing.
        let answer = try #require(theirs.first)
        #expect(try await mirjam.get(answer).status == .ok)
        #expect(try await mirjam.get("/desk").shown.contains("2 berichten zijn niet te lezen"))
        _ = try await web.send(String(answer.dropLast("/answer".count)) + "/settled", [:], by: mirjam)
        #expect(try await mirjam.get("/desk").shown.contains("1 bericht is niet te lezen"))
        #expect(try await !lotte.get("/desk").shown.contains("niet te lezen"))
        #expect(try await !lotte.get("/today").links.contains("/desk/messages"))
        for _ in 0..<2 { _ = try await web.send(named + "/settled", [:], by: mirjam) }
        #expect(try await !mirjam.get("/desk").shown.contains("niet te lezen"))
        #expect(try await !mirjam.get("/today").links.contains("/desk/messages"))
    }

    /// Then who can name others at the desk hears of it.
    @Test(arguments: Engine.all)
    func `that can't be read and name all at the desk are known to who keeps the desks`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let mirjam = try await web.worker("mirjam")
        let crew = try await web.crewNames()
        let facts = crew.joined(separator: ", ")
        #expect(try await web.look() == false)
        _ = try await read([MadeReportMessage.vtMelding(facts: facts, sash: "erg").bytes], by: mirjam)
        #expect(try await web.look())
        #expect(try await !mirjam.get("/desk/messages").links.contains { $0.hasSuffix("/answer") })
    }

    /// It waits on Vandaag, too, once the day is there, and agreeing anew moves it.
    @Test(arguments: Engine.all)
    func `with conditions for safety ask for a look by the day of who keeps them`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let mirjam = try await web.worker("mirjam")
        _ = try await read([MadeReportMessage.vtMelding().bytes], by: mirjam)
        let path = try #require(try await reports(mirjam).first)
        let judged: KeyValuePairs = [
            "urgency": "week", "reason": "x", "keeper": "Ilse Koster", "keeper-day": (WebTown.today + 1).iso,
        ]
        _ = try await web.send(path + "/triage", judged, by: mirjam)
        let words = "Kijken of de afspraken voor de veiligheid nog gelden"
        #expect(try await mirjam.get("/today").shown.contains(words))
        let empty = try await web.send(path + "/safety", ["keeper": "", "keeper-day": ""], by: mirjam)
        #expect(empty.status == .badRequest && empty.text.contains("id=\"keeper-error\""))
        let next = (WebTown.today + 40).iso
        _ = try await web.send(path + "/safety", ["keeper": "Fatma", "keeper-day": next], by: mirjam)
        #expect(try await mirjam.get(path).shown.contains("Fatma let hierop"))
        let ilse = try await web.worker("ilse")
        let kept: KeyValuePairs = ["keeper": "x", "keeper-day": next]
        let refused = try await web.send(path + "/safety", kept, by: ilse)
        #expect(refused.status == .notFound)
        #expect(try await Heard(refused) == Heard(web.send("/desk/reports/\(Self.absent)/safety", kept, by: ilse)))
        _ = try await web.send(path + "/safety", ["safety": "over", "safety-end": "Klaar."], by: mirjam)
        #expect(try await !mirjam.get("/today").shown.contains(words))
    }

    /// Who is taken off the desk while a message is read brings nothing, and whoever did is on record once a message.
    @Test(arguments: Engine.all)
    func `leave on record who read them in`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let (desk, account) = (Desk(web.dossiers), try web.filled.account("lotte"))
        let (place, now) = (try web.filled.organisation("gebiedsteam"), web.clock.now)
        let look = Look(
            reader: account, at: now, from: "", action: .create, item: ItemName(.reportMessage, account))
        let arrived = ArrivedReportMessage(xml: MadeReportMessage.vtMelding().bytes)
        let before = try await web.accessRows()
        let read = try await desk.receive(arrived, for: place, by: look, at: now, web.vault, .unguessable)
        #expect(read != nil)
        #expect(try await web.accessRows() == before + 1)
        try await web.atDesk(["mirjam"])
        let refused = try await desk.receive(arrived, for: place, by: look, at: now, web.vault, .unguessable)
        #expect(refused == nil)
        // By who runs the machine.
        let made = MadeReportMessage.vtMelding().changed { $0.identification = "PL-2" }
        let other = ArrivedReportMessage(xml: made.bytes)
        _ = try await desk.receive(other, for: place, by: nil, at: now, web.vault, .unguessable)
        let mirjam = try await web.worker("mirjam")
        var shown: [String] = []
        for path in try await reports(mirjam) { shown.append(try await mirjam.get(path).shown) }
        #expect(shown.count == 2 && shown.contains { $0.contains("Lotte van der Velden las het bericht in") })
        #expect(shown.contains { $0.contains("Wie de computer beheert las het bericht in") })
    }

    @Test(arguments: Engine.all)
    func `bring their document along, which only the desk opens`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let mirjam = try await web.worker("mirjam")
        _ = try await read([MadeReportMessage.zorgmelding(MadeFile.pdf).bytes], by: mirjam)
        let path = try #require(try await reports(mirjam).first)
        let file = try #require(try await mirjam.get(path).links.first { $0.contains("/files/") })
        let saved = try await mirjam.get(file)
        #expect(Array(saved.text.utf8) == MadeFile.pdf)
        for who in ["marieke", "ilse", "sanne"] {
            let stranger = try await web.worker(who)
            #expect(try await stranger.get(file).status == .notFound)
        }
    }

    @Test(arguments: ["marieke", "fatma", "priya", "sanne", "nadia"])
    func `are nothing to who is not at the desk`(who: String) async throws {
        let web = try await WebTown.withDesks()
        let mirjam = try await web.worker("mirjam")
        _ = try await read([MadeReportMessage.vtMelding(sash: "erg").bytes], by: mirjam)
        let kept = try await mirjam.get("/desk/messages").links.filter { $0.hasPrefix("/desk/messages/") }
        let stranger = try await web.worker(who)
        #expect(try await stranger.get("/desk/messages").status == .notFound)
        for link in kept {
            let nothing = link.replacingOccurrences(of: link.split(separator: "/")[2], with: Self.absent)
            #expect(try await Heard(stranger.get(link)) == Heard(stranger.get(nothing)))
        }
        let token = try await stranger.get("/today").token ?? ""
        let parts = PartsForm(["token": token, "form": UUID().uuidString, "page": "/desk/messages"])
            .with("a.xml", MadeReportMessage.vtMelding().bytes)
        let sent = try await stranger.post("/desk/messages", bytes: parts.body, type: PartsForm.type)
        #expect(sent.status == .notFound)
        #expect(try await reports(mirjam) == [])
        let joost = try await web.browser(of: "joost")
        #expect(try await joost.get("/desk/messages").status == .notFound)
        #expect(try await web.browser().get("/desk/messages").status == .seeOther)
    }
}
