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

@Suite struct `The limits of a guest` {
    @Test func `an hour that is over loses nothing that was typed`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, code) = try await web.guest()
        let given = try await guest.get("/guests/referrals/new")
        let body = form([
            "form": try #require(given.field("form")), "organisation": try web.filled.organisation("het-anker").text,
            "child": "Finn Dekker", "question": "Hij slaapt niet & is \"moe\".", "agreed": "authority",
        ])
        web.clock.wait(.hours(1))
        let asked = try await guest.post("/guests/referrals", body)
        #expect(asked.shown.contains("Wat je typte is er nog."))
        func enter(_ page: Answer, _ code: String) async throws -> Answer {
            try await guest.post(
                "/guests/visit",
                form([
                    "form": try #require(page.field("form")), "carried": try #require(page.field("carried")),
                    "typed": try #require(page.field("typed")).replacing("&amp;", with: "&"),
                    "link": page.field("link") ?? "",
                    "practice": try web.filled.organisation("praktijk-aan-de-vecht").text, "name": "Dokter Kok",
                    "function": "huisarts", "code": code,
                ]))
        }
        // A wrong code keeps it, too.
        let wrong = try await enter(asked, "CDFGH-JKMNP-QRT34")
        let back = try await enter(wrong, code)
        #expect(back.status == .ok && back.shown.contains("Hij slaapt niet & is \"moe\"."))
        #expect(back.text.contains("Finn Dekker") && back.text.contains("action=\"/guests/referrals\""))
        #expect(try await guest.get("/guests/referrals/new").status == .ok)
        // At a link.
        let link = try #require(try await web.refer(guest).location)
        let reply = form(["form": try #require(try await guest.get(link).field("form")), "reply": "Is er haast?"])
        web.clock.wait(.hours(1))
        let again = try await enter(try await guest.post(link + "/reply", reply), code)
        #expect(again.status == .ok && again.text.contains("Is er haast?") && again.text.contains(link + "/reply"))
    }

    @Test(arguments: Engine.all)
    func `twenty things a day, and nothing typed is lost`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let (guest, code) = try await web.guest()
        for number in 0..<OutsideReferral.mostADay {
            #expect(try await web.refer(guest, "Finn \(number)").status == .seeOther)
        }
        let refused = try await web.refer(guest, "Finn Dekker")
        #expect(refused.status == .badRequest && refused.text.contains("id=\"organisation-error\""))
        #expect(refused.text.contains("Finn Dekker"))
        web.clock.wait(.days(1))
        _ = try await web.enter(guest, code)
        #expect(try await web.refer(guest, "Finn Dekker").status == .seeOther)
    }

    @Test func `is read once by each name and day on record`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, code) = try await web.guest()
        let link = try #require(try await web.refer(guest).location)
        func read() async throws -> Int? {
            try await web.database.read {
                try $0.row("SELECT COUNT(*) FROM outside_referral_entry WHERE kind = 'read'") { $0.int(0) }
            }
        }
        for _ in 0..<3 { _ = try await guest.get(link) }
        #expect(try await read() == 1)
        let colleague = web.browser()
        _ = try await web.enter(colleague, code, as: "Els de Boer")
        _ = try await colleague.get(link)
        #expect(try await read() == 2)
        web.clock.wait(.days(1))
        _ = try await web.enter(guest, code)
        _ = try await guest.get(link)
        #expect(try await read() == 3)
    }

    @Test(arguments: Engine.all)
    func `what is done stands with who did it, latest first`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let (guest, _) = try await web.guest()
        let (daniel, priya) = (try await web.worker("daniel"), try await web.worker("priya"))
        for name in ["Eerste", "Tweede"] {
            _ = try await web.refer(guest, name)
            let list = try await daniel.get("/outside-referrals")
            let path = try #require(list.links.first { $0.hasPrefix("/outside-referrals/") && !$0.hasSuffix("/new") })
            web.clock.wait(.seconds(5))
            let said: KeyValuePairs = ["refusalText": "Vol.", "refusalElsewhere": "De Brug"]
            #expect(try await web.send(path + "/refusal", said, by: daniel).location == path)
        }
        let shown = try await daniel.get("/outside-referrals").shown
        let (first, second) = (shown.range(of: "Eerste"), shown.range(of: "Tweede"))
        #expect(try #require(second).lowerBound < (try #require(first)).lowerBound)
        #expect(try await !priya.get("/outside-referrals").text.contains("Tweede"))
    }

    @Test func `is kept from who must not read it, also from who comes to work there later`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        _ = try await web.refer(guest, "Finn Dekker", ["apart": "Daniël Groen"])
        let (daniel, priya) = (try await web.worker("daniel"), try await web.worker("priya"))
        let path = try await web.onlyAsked(priya)
        let absent = "/outside-referrals/0192f3a0-0000-7000-8000-00000000dead"
        #expect(try await Heard(daniel.get(path)) == Heard(daniel.get(absent)))
        #expect(try await !daniel.get("/today").text.contains(path))
        // As if he had come since.
        _ = try await web.database.write { try $0.execute("DELETE FROM outside_referral_kept_from") }
        #expect(try await daniel.get(path).status == .notFound)
        #expect(try await !daniel.get("/outside-referrals").text.contains("Finn"))
        #expect(try await web.send(path + "/acceptance", [:], by: daniel).status == .notFound)
        let him = try web.filled.account("daniel").text
        _ = try await web.send(path + "/taking", [:], by: priya)
        #expect(try await web.send(path + "/passing", ["passingChoice": him], by: priya).status == .conflict)
    }

    @Test(arguments: Engine.all)
    func `a request that nobody calls for stays owed, and goes to another desk`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let typed: KeyValuePairs = [
            "practice": try web.filled.organisation("de-schakel").text, "name": "Els", "function": "leraar",
            "mail": "school@schakel.example",
        ]
        _ = try await web.guestPost("/guests/requests", of: "/guests/requests/new", typed, by: web.browser())
        func desk() async throws -> String? {
            try await web.database.read {
                try $0.row("SELECT desk_organisation FROM guest_request WHERE state = 'asked'") { $0.text(0) }
            }
        }
        let first = try await desk()
        web.clock.wait(.days(14))
        await web.sweepGuests()
        let second = try await desk()
        #expect(first != nil && second != nil && first != second)
        await web.sweepGuests()
        #expect(try await desk() == second)
        // A desk that ends hands it on, and does not end where there is no other.
        let (now, desks) = (web.clock.now, try await web.database.read { try $0.reportDesks(on: WebTown.today) })
        let last = desks.map(\.organisation).filter { $0.text != second }
        for organisation in last.dropFirst() {
            try await web.database.write { try $0.setDesk(of: organisation, members: nil, at: now, .unguessable) }
        }
        let here = try #require(second.flatMap { ID<Organisation>($0) })
        try await web.database.write { try $0.setDesk(of: here, members: nil, at: now, .unguessable) }
        #expect(try await desk() == last.first?.text)
        let only = try #require(last.first)
        await #expect(throws: DeskStillNeeded.self) {
            try await web.database.write { try $0.setDesk(of: only, members: nil, at: now, .unguessable) }
        }
    }
}
