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

@Suite struct `A guest without an account` {
    @Test(arguments: Engine.all)
    func `comes in with the code that was told by telephone`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let (guest, code) = try await web.guest()
        #expect(
            try await guest.get("/guests").shown.contains("Je bent hier als Dokter Kok, van Praktijk aan de Vecht."))
        let held = try await web.database.read { connection in
            try connection.row("SELECT COUNT(*) FROM guest_request WHERE code_digest LIKE \(code)") { $0.int(0) }
        }
        #expect(held == 0)
        // After an hour the code is asked again, and works still.
        web.clock.wait(.hours(1))
        #expect(try await guest.get("/guests/referrals/new").location == "/guests/visit")
        #expect(try await web.enter(guest, code).location == "/guests")
        _ = try await guest.post("/guests/visit/end", "")
        #expect(try await guest.get("/guests/referrals/new").location == "/guests/visit")
        web.clock.wait(.days(31))
        #expect(try await web.enter(guest, code).status == .badRequest)
    }

    @Test func `is out when the practice gets a new code`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, old) = try await web.guest()
        let new = try await web.code()
        #expect(try await guest.get("/guests/referrals/new").location == "/guests/visit")
        #expect(try await web.enter(guest, old).status == .badRequest)
        #expect(try await web.enter(guest, new).location == "/guests")
    }

    @Test(arguments: ["", "CDFGH-JKMNP-QRT34", "x"])
    func `does not come in with another code`(code: String) async throws {
        let web = try await WebTown.withPractices()
        _ = try await web.code()
        let refused = try await web.enter(web.browser(), code)
        #expect(refused.status == .badRequest && refused.text.contains("id=\"code-error\""))
        #expect(refused.text.contains("Dokter Kok"))
    }

    @Test func `does not come in with the code of another practice`() async throws {
        let web = try await WebTown.withPractices()
        let code = try await web.code()
        #expect(try await web.enter(web.browser(), code, of: "de-schakel").status == .badRequest)
    }

    @Test func `is slowed who guesses`() async throws {
        let web = try await WebTown.withPractices()
        let stranger = web.browser()
        for _ in 0..<30 { _ = try await web.enter(stranger, "CDFGH-JKMNP-QRT34") }
        #expect(try await web.enter(stranger, "CDFGH-JKMNP-QRT34").status == .tooManyRequests)
    }

    @Test func `asks for a code, and is answered alike whatever comes of it`() async throws {
        let web = try await WebTown.withPractices()
        let mirjam = try await web.worker("mirjam")
        func ask(_ name: String) async throws -> Answer {
            try await web.guestPost(
                "/guests/requests", of: "/guests/requests/new",
                [
                    "practice": try web.filled.organisation("de-schakel").text, "name": name, "function": "leraar",
                    "mail": "school@schakel.example",
                ], by: web.browser())
        }
        for number in 1...7 { #expect(try await ask("Iemand \(number)").location == "/guests/requests/done") }
        // All are called; from one network a few at most.
        let calls = try await mirjam.get("/desk/calls").links.filter { $0.hasPrefix("/desk/calls/") }
        #expect(calls.count == ReportFlood.perAddress)
        let path = try #require(calls.first)
        #expect(try await web.send(path + "/refusal", [:], by: mirjam).location == "/desk/calls")
        #expect(try await mirjam.get(path).status == .notFound)
        let wrong = try await web.guestPost(
            "/guests/requests", of: "/guests/requests/new", ["name": "X", "mail": "geen adres"], by: web.browser())
        #expect(wrong.status == .badRequest && wrong.text.contains("id=\"mail-error\""))
        #expect(wrong.text.contains("geen adres"))
    }

    @Test(arguments: ["marieke", "priya", "ilse", "joost", "sanne"])
    func `is called by nobody who is not at the desk`(who: String) async throws {
        let web = try await WebTown.withPractices()
        let typed: KeyValuePairs = [
            "practice": try web.filled.organisation("de-schakel").text, "name": "Els", "function": "leraar",
            "mail": "school@schakel.example",
        ]
        _ = try await web.guestPost("/guests/requests", of: "/guests/requests/new", typed, by: web.browser())
        let mirjam = try await web.worker("mirjam")
        let path = try #require(try await mirjam.get("/desk/calls").links.first { $0.hasPrefix("/desk/calls/") })
        let stranger = try await web.worker(who)
        let absent = "/desk/calls/0192f3a0-0000-7000-8000-00000000dead"
        #expect(try await Heard(stranger.get(path)) == Heard(stranger.get(absent)))
        for act in ["code", "refusal"] {
            let answer = try await web.send("\(path)/\(act)", [:], by: stranger)
            #expect(answer.status == .notFound || answer.location == "/desk/calls")
            let nothing = try await web.send("\(absent)/\(act)", [:], by: stranger)
            #expect(Heard(answer) == Heard(nothing))
        }
        #expect(try await mirjam.get(path).text.contains(path + "/code"))
        #expect(try await !stranger.get("/desk/calls").text.contains(path))
        #expect(try await !stranger.get("/today").text.contains(path))
    }

    @Test func `has a number on record, set by who administers`() async throws {
        let web = try await WebTown()
        let school = try web.filled.organisation("de-schakel")
        #expect(try await !web.browser().get("/guests/visit").text.contains(school.text))
        let path = "/organisations/\(school)/phone"
        for who in ["mirjam", "ruud", "joost"] {
            #expect(try await web.worker(who).get(path).status == .notFound)
            #expect(try await web.send(path, ["phone": WebTown.phone], by: web.worker(who)).status == .notFound)
        }
    }
}
