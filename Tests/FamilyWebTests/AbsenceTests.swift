// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import TestClient
import Testing

@Suite struct `Arranging who stands in` {
    private static let family = "de-wit-yildiz"

    @Test func `is a team lead's, who sees no family, and the family reads who it is`() async throws {
        let web = try await WebTown()
        let (marieke, youssef) = (try web.filled.account("marieke"), try web.filled.account("youssef"))
        let ruud = try await web.browser(of: "ruud")
        #expect(try await ruud.get("/today").text.contains("href=\"/absences\""))
        let list = try await ruud.get("/absences")
        #expect(list.status == .ok && list.text.contains("Iedereen is er"))
        let page = try await ruud.get("/absences/new?who=\(marieke)")
        #expect(page.text.contains("Marieke Postma is er niet") && page.text.contains("Youssef El Amrani"))
        let token = try #require(page.token)
        let until = (WebTown.today + 14).iso
        let missing = try await ruud.post("/absences", form(["token": token, "who": marieke.text, "until": until]))
        #expect(missing.status == .badRequest && missing.text.contains("Kies een collega."))
        #expect(missing.text.contains("value=\"\(until)\""))
        let answer = try await ruud.post(
            "/absences",
            form([
                "token": token, "who": marieke.text, "standIn": youssef.text, "from": WebTown.today.iso,
                "until": until,
            ]))
        #expect(answer.location == "/absences")
        let arranged = try await ruud.get("/absences").text
        #expect(arranged.contains("Youssef El Amrani vervangt Marieke Postma"))
        for name in ["Noor", "Sem", "Aylin", "Wit"] { #expect(!arranged.contains(name)) }

        let circle = try await web.browser(of: "aylin").get(try web.circle(Self.family)).text
        #expect(circle.contains("Vervangt Marieke Postma tot 7 december 2026."))
        #expect(circle.contains("Is er niet tot 7 december 2026. Youssef El Amrani vervangt."))
    }

    @Test func `is not there for others, but who is away says that they are back`() async throws {
        let web = try await WebTown()
        let (marieke, lotte) = (try web.filled.account("marieke"), try web.filled.account("lotte"))
        for person in ["aylin", "marieke", "sanne", "bart", "ravi", "annelies", "geert-jan", "esmee"] {
            let browser = try await web.browser(of: person)
            #expect(try await browser.get("/absences").status == .notFound, "\(person)")
            #expect(try await browser.get("/absences/new?who=\(marieke)").status == .notFound, "\(person)")
            let token = try #require(try await browser.get("/account").token)
            let body = form([
                "token": token, "who": marieke.text, "standIn": lotte.text, "from": WebTown.today.iso,
                "until": (WebTown.today + 3).iso,
            ])
            #expect(try await browser.post("/absences", body).status == .notFound, "\(person)")
            #expect(try await !browser.get("/today").text.contains("/absences"), "\(person)")
        }
        let ruud = try await web.browser(of: "ruud")
        let token = try #require(try await ruud.get("/absences/new?who=\(marieke)").token)
        let body = form([
            "token": token, "who": marieke.text, "standIn": lotte.text, "from": WebTown.today.iso,
            "until": (WebTown.today + 3).iso,
        ])
        #expect(try await ruud.post("/absences", body).status == .seeOther)
        let own = try await web.browser(of: "marieke")
        let page = try await own.get("/absences")
        #expect(page.text.contains("Is er weer") && !page.text.contains("/absences/new"))
        let end = String(try #require(page.text.firstMatch(of: /\/absences\/[0-9a-f-]+\/end/)).output)
        let sanne = try await web.browser(of: "sanne")
        let strangers = form(["token": try #require(try await sanne.get("/account").token)])
        #expect(try await sanne.post(end, strangers).status == .notFound)
        #expect(try await own.post(end, form(["token": try #require(page.token)])).location == "/today")
        let circle = try await web.browser(of: "aylin").get(try web.circle(Self.family)).text
        #expect(!circle.contains("Vervangt Marieke"))
    }

    @Test func `is divided among colleagues by the team lead, who reads numbers and no names`() async throws {
        let web = try await WebTown()
        let ids = try ["marieke", "youssef", "lotte"].map { try web.filled.account($0) }
        let ruud = try await web.browser(of: "ruud")
        let token = try #require(try await ruud.get("/absences/new?who=\(ids[0])").token)
        let body = form([
            "token": token, "who": ids[0].text, "standIn": ids[1].text, "from": WebTown.today.iso,
            "until": (WebTown.today + 9).iso,
        ])
        #expect(try await ruud.post("/absences", body).status == .seeOther)
        let list = try await ruud.get("/absences")
        let link = try #require(list.links.first { $0.hasSuffix("/division") })
        let page = try await OpenForm(ruud, link)
        #expect(page.page.shown.contains("Gezin 1, in de kring sinds"))
        for name in ["Noor", "Sem", "Aylin", "Wit", "Osei"] { #expect(!page.page.text.contains(name), "\(name)") }
        let seat = try web.filled.membership(Self.family + "/marieke").text
        for (chosen, status) in [(ids[0].text, 400), (ids[2].text, 303)] {
            let sent = page.body([:]) + "&" + form(["seats": seat]) + "&" + form(["for-" + seat: chosen])
            #expect(try await ruud.post(link, sent).status.code == status)
        }
        let circle = try await web.browser(of: "aylin").get(try web.circle(Self.family)).text
        #expect(circle.contains("Vervangt Marieke Postma tot 2 december 2026.") && circle.contains("Lotte"))
        for other in ["marieke", "youssef", "lotte", "aylin", "joost", "sanne"] {
            let browser = try await web.browser(of: try web.filled.account(other))
            #expect(try await browser.get(link).status == .notFound, "\(other)")
        }
    }
}
