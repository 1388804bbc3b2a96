// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

@Suite struct `A referral from outside` {
    private static let absent = "/outside-referrals/0192f3a0-0000-7000-8000-00000000dead"

    private func owed(_ path: String, _ web: WebTown) async throws -> Set<PromiseKind> {
        let subject = Promise.Subject(kind: OutsideReferral.subjectKind, id: String(path.suffix(36)))
        return Set(try await web.database.read { try $0.openPromises(about: subject).map(\.promise.kind) })
    }

    /// A GP hears three times: of the answer, the start and the end.
    @Test(arguments: Engine.all)
    func `is heard of three times by who referred`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let (guest, _) = try await web.guest()
        let link = try #require(try await web.refer(guest).location)
        #expect(try await guest.get(link).shown.contains("Er is nog geen antwoord."))
        let daniel = try await web.worker("daniel")
        let path = try await web.onlyAsked(daniel)
        #expect(try await daniel.get("/today").links.contains(path))
        #expect(try await daniel.get(path).shown.contains("Finn Dekker"))
        #expect(try await web.guestLetters().isEmpty)
        #expect(try await web.send(path + "/acceptance", ["acceptanceText": "Welkom."], by: daniel).location == path)
        #expect(try await owed(path, web) == [.bridgeReferral, .meetReferral])
        let first = try await web.guestLetters()
        #expect(first.map(\.to.text) == ["post@vecht.example"])
        for word in ["Finn", "Anker", "Welkom", "Kok"] { #expect(first.allSatisfy { !$0.text.text.contains(word) }) }
        #expect(try await guest.get(try #require(first.first?.link)).shown.contains("Welkom."))
        #expect(try await web.send(path + "/start", ["startChoice": "family"], by: daniel).location == path)
        #expect(try await web.guestLetters().count == 1)
        let ended: KeyValuePairs = ["endChoice": "withoutHelp", "endText": "Hij slaapt weer."]
        #expect(try await web.send(path + "/end", ended, by: daniel).location == path)
        let last = try #require(try await web.guestLetters().first?.link)
        #expect(try await guest.get(last).shown.contains("Hij slaapt weer."))
        #expect(try await owed(path, web) == [])
        let judged = try await web.guestPost(last + "/verdict", of: last, ["verdict": "helped"], by: guest)
        #expect(judged.location == last)
        let read = try await daniel.get(path).shown
        #expect(read.contains("Dokter Kok las dit") && read.contains("Dokter Kok vond dat het hielp"))
        let month = Month(of: WebTown.today)
        let facts = try await web.database.read { connection in
            try connection.facts(.feedbackOnTime, from: month, through: month)
                + connection.facts(.referralHelped, from: month, through: month)
        }
        #expect(facts.map(\.shape) == [.verdict(true), .verdict(true), .verdict(true)])
    }

    @Test func `opens to nobody by a link alone`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, code) = try await web.guest()
        let link = try #require(try await web.refer(guest).location)
        let token = String(link.dropFirst("/guests/links/".count))
        let (stranger, school) = (web.browser(), web.browser())
        // Forwarded: who shows no code is asked for it, whether there is something or not.
        let nothing = String(repeating: "a", count: token.count)
        for page in [link, "/guests/links/\(nothing)", link + "/copy"] {
            #expect(try await stranger.get(page).location?.hasPrefix("/guests/visit?link=") == true)
        }
        let unread = try await stranger.post(link + "/reply", form(["form": web.newForm, "reply": "x"]))
        #expect(unread.text.contains("id=\"code\"") && !unread.text.contains("Finn"))
        // Of another practice: not there.
        let other = try await web.code(of: "de-schakel")
        #expect(try await web.enter(school, other, of: "de-schakel").location == "/guests")
        #expect(try await Heard(school.get(link)) == Heard(school.get("/guests/links/\(nothing)")))
        for act in ["reply", "withdrawal", "verdict", "renewal"] {
            let typed: KeyValuePairs = ["form": web.newForm, "reply": "x", "verdict": "helped"]
            #expect(try await school.post("\(link)/\(act)", form(typed)).status == .notFound, "\(act)")
        }
        // A colleague of the same practice says their own name first.
        let colleague = web.browser()
        #expect(try await web.enter(colleague, code, as: "Els de Boer", link: token).location == link)
        #expect(try await colleague.get(link).shown.contains("Finn Dekker"))
        let daniel = try await web.worker("daniel")
        #expect(try await daniel.get(try await web.onlyAsked(daniel)).shown.contains("Els de Boer las dit"))
        // A father with an account finds nothing of it.
        let joost = try await web.browser(of: "joost")
        #expect(try await joost.get(link).location?.hasPrefix("/guests/visit") == true)
        for page in ["/today", "/families", "/outside-referrals", "/referrals"] {
            #expect(try await !joost.get(page).text.contains("Finn"), "\(page)")
        }
    }

    @Test func `opens for fourteen days, and by a new link after`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, code) = try await web.guest()
        let link = try #require(try await web.refer(guest).location)
        web.clock.wait(.days(14))
        _ = try await web.enter(guest, code)
        let old = try await guest.get(link)
        #expect(old.shown.contains("Deze link is te oud") && !old.text.contains("Finn"))
        #expect(try await guest.get(link + "/copy").status == .notFound)
        for _ in 0..<2 { #expect(try await web.guestPost(link + "/renewal", of: link, [:], by: guest).status == .ok) }
        let letters = try await web.guestLetters()
        #expect(letters.count == 1)
        #expect(try await guest.get(try #require(letters.first?.link)).shown.contains("Finn Dekker"))
        // Once the code is over it opens nothing any more.
        web.clock.wait(.days(20))
        #expect(try await guest.get(link).location?.hasPrefix("/guests/visit") == true)
    }

    @Test(arguments: ["marieke", "ilse", "sanne", "joost", "nadia"])
    func `is found by nobody who was not asked`(who: String) async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        _ = try await web.refer(guest)
        let path = try await web.onlyAsked(try await web.worker("daniel"))
        let stranger = try await web.worker(who)
        #expect(try await Heard(stranger.get(path)) == Heard(stranger.get(Self.absent)))
        for act in ["taking", "acceptance", "refusal", "start", "end", "message", "telling", "passing"] {
            let typed: KeyValuePairs = [
                "refusalText": "x", "refusalElsewhere": "x", "endText": "x", "endChoice": "withLess",
                "messageText": "x",
            ]
            #expect(try await web.send("\(path)/\(act)", typed, by: stranger).status == .notFound, "\(act)")
        }
        for page in ["/outside-referrals", "/today", "/referrals"] {
            #expect(try await !stranger.get(page).text.contains("Finn"), "\(page)")
        }
        #expect(try await web.browser().get(path).status == .seeOther)
    }

    @Test func `is kept from who is called as the young person, at the same organisation`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        _ = try await web.refer(guest, "Daniël Groen")
        let (daniel, priya) = (try await web.worker("daniel"), try await web.worker("priya"))
        let path = try await web.onlyAsked(priya)
        #expect(try await Heard(daniel.get(path)) == Heard(daniel.get(Self.absent)))
        #expect(try await !daniel.get("/outside-referrals").text.contains(path))
        #expect(try await !daniel.get("/today").text.contains(path))
    }

    @Test func `needs the yes of a young person of twelve, and loses nothing that was typed`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        let refused = try await web.refer(guest, "Finn Dekker", ["birth": "2013-01-01"])
        #expect(refused.status == .badRequest && refused.text.contains("id=\"agreed-error\""))
        #expect(refused.text.contains("Hij slaapt niet."))
        let without = try await web.refer(
            guest, "Finn Dekker",
            ["birth": "2013-01-01", "without": "yes", "reason": "Hij is in gevaar.", "second": "Dokter Vos"])
        #expect(without.status == .seeOther)
    }

    @Test func `sent twice is one`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        let given = try await guest.get("/guests/referrals/new")
        let body = form([
            "form": try #require(given.field("form")), "organisation": try web.filled.organisation("het-anker").text,
            "child": "Finn Dekker", "birth": "2017-03-01", "reach": "06", "question": "Hulp?", "agreed": "authority",
        ])
        let first = try await guest.post("/guests/referrals", body)
        #expect(try await guest.post("/guests/referrals", body).location == first.location)
        let count = try await web.database.read { try $0.row("SELECT COUNT(*) FROM outside_referral") { $0.int(0) } }
        #expect(count == 1)
    }
}
