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

@Suite struct `What is said with a guest` {
    private func owed(_ path: String, _ web: WebTown) async throws -> Set<PromiseKind> {
        let subject = Promise.Subject(kind: OutsideReferral.subjectKind, id: String(path.suffix(36)))
        return Set(try await web.database.read { try $0.openPromises(about: subject).map(\.promise.kind) })
    }

    @Test(arguments: Engine.all)
    func `is answered, and withdrawn where it is not needed`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let (guest, _) = try await web.guest()
        let link = try #require(try await web.refer(guest).location)
        let daniel = try await web.worker("daniel")
        let path = try await web.onlyAsked(daniel)
        let empty = try await web.guestPost(link + "/reply", of: link, ["reply": " "], by: guest)
        #expect(empty.status == .badRequest && empty.text.contains("id=\"reply-error\""))
        #expect(
            try await web.guestPost(link + "/reply", of: link, ["reply": "Is er haast?"], by: guest).location == link)
        #expect(try await owed(path, web) == [.answerReferral, .answerGuest])
        #expect(try await daniel.get(path).shown.contains("Is er haast?"))
        #expect(try await web.send(path + "/message", ["messageText": "Deze week."], by: daniel).location == path)
        #expect(try await owed(path, web) == [.answerReferral])
        #expect(try await web.guestLetters().count == 1)
        #expect(try await guest.get(link).shown.contains("Deze week."))
        #expect(try await web.guestPost(link + "/withdrawal", of: link, [:], by: guest).location == link)
        #expect(try await owed(path, web) == [])
        #expect(try await daniel.get(path).shown.contains("Dit is niet meer nodig."))
        let late = try await web.send(path + "/acceptance", [:], by: daniel)
        #expect(late.status == .conflict)
    }

    @Test func `is advice without names`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        let to = try web.filled.organisation("het-anker").text
        func ask(_ text: String) async throws -> Answer {
            try await web.guestPost(
                "/guests/questions", of: "/guests/questions/new", ["organisation": to, "message": text], by: guest)
        }
        #expect(try await ask("BSN 999990019").text.contains("een BSN kan zijn"))
        #expect(try await ask("Geboren op 3-4-2015, slaapt slecht.").status == .badRequest)
        let link = try #require(try await ask("Een meisje slaapt slecht. Wat werkt?").location)
        let daniel = try await web.worker("daniel")
        let path = try await web.onlyAsked(daniel)
        #expect(try await owed(path, web) == [.answerConsult])
        #expect(try await web.send(path + "/answer", ["answerText": "Vaste tijden."], by: daniel).location == path)
        #expect(try await web.guestLetters().count == 1)
        #expect(try await guest.get(link).shown.contains("Vaste tijden."))
        #expect(try await owed(path, web) == [])
    }

    @Test func `leaves as a PDF for the record of the practice`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        let link = try #require(try await web.refer(guest).location)
        let copy = try await guest.get(link + "/copy")
        #expect(copy.status == .ok && copy["content-type"] == "application/pdf")
        #expect(copy["content-disposition"]?.contains("Finn") == false)
    }

    @Test func `goes back to the inbox with who leaves, and to the practice where nobody is left`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        let link = try #require(try await web.refer(guest).location)
        let daniel = try await web.worker("daniel")
        let path = try await web.onlyAsked(daniel)
        _ = try await web.send(path + "/acceptance", [:], by: daniel)
        try await web.endWork("daniel")
        await web.sweepGuests()
        let priya = try await web.worker("priya")
        #expect(try await priya.get(path).shown.contains("Wie dit deed, werkt er niet meer."))
        for who in ["priya", "gerda"] { try await web.endWork(who) }
        let (today, anker) = (WebTown.today, try web.filled.organisation("het-anker"))
        try await web.database.write {
            _ = try $0.execute("UPDATE professional SET until_day = \(today) WHERE organisation = \(anker)")
        }
        await web.sweepGuests()
        #expect(try await guest.get(link).shown.contains("Daar is nu niemand meer die dit doet."))
        #expect(try await owed(path, web) == [])
    }

    @Test(arguments: Engine.all)
    func `came by letter, and the practice hears by who took it in`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let daniel = try await web.worker("daniel")
        let open = try await OpenForm(daniel, "/outside-referrals/new")
        let body = open.body([
            "practice": try web.filled.organisation("praktijk-aan-de-vecht").text, "name": "Dokter Kok",
            "function": "huisarts", "child": "Finn Dekker", "birth": "2017-03-01", "reach": "06 11111111",
            "question": "Graag hulp bij slapen.", "agreed": "authority",
        ])
        let path = try #require(try await daniel.post("/outside-referrals", body).location)
        #expect(try await daniel.post("/outside-referrals", body).location == path)
        #expect(try await owed(path, web) == [.answerReferral])
        let refused: KeyValuePairs = ["refusalText": "Te druk.", "refusalElsewhere": "De Brug"]
        #expect(try await web.send(path + "/refusal", refused, by: daniel).location == path)
        #expect(try await owed(path, web) == [.tellPractice])
        #expect(try await web.guestLetters().isEmpty)
        #expect(try await web.send(path + "/telling", ["tellingText": "Gebeld."], by: daniel).location == path)
        #expect(try await owed(path, web) == [])
        #expect(try await daniel.get(path).shown.contains("liet het de praktijk zelf weten"))
        for who in ["joost", "ravi"] {
            #expect(try await web.worker(who).get("/outside-referrals/new").status == .notFound)
        }
    }
}
