// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import TestClient
import Testing
import Town

@Suite struct `Leaving quickly` {
    @Test func `ends the session on this device and leads to a neutral site`() async throws {
        let web = try await WebTown()
        let (aylin, other) = (try await web.browser(of: "aylin"), try await web.browser(of: "aylin"))
        let circle = try web.circle("de-wit-yildiz")
        let token = try #require(try await aylin.get(circle).token)
        let answer = try await aylin.post("/session/leave", form(["token": token]))
        #expect(answer.status == .seeOther && answer.location == "https://www.buienradar.nl/")
        #expect(answer["referrer-policy"] == "no-referrer")
        #expect(try await aylin.get(circle).location?.hasPrefix("/sign-in") == true)
        #expect(try await other.get(circle).status == .ok)
    }

    @Test(arguments: ["", "token=", "token=nonsense", "message=half+a+sentence", "%"])
    func `is never kept by what is wrong with the form or the session`(body: String) async throws {
        let web = try await WebTown()
        for browser in [web.browser(), try await web.browser(of: "aylin")] {
            let answer = try await browser.post("/session/leave", body)
            #expect(answer.status == .seeOther && answer.location == "https://www.buienradar.nl/")
            #expect(try await browser.get("/today").location?.hasPrefix("/sign-in") == true)
        }
    }

    @Test func `is not done by another site, and says nothing to a script that leads away itself`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let token = try #require(try await aylin.get("/account").token)
        #expect(try await aylin.post("/session/leave", form(["token": token]), site: "cross-site").status == .forbidden)
        #expect(try await aylin.get("/today").status == .ok)
        #expect(try await aylin.post("/session/leave", form(["token": token, "quiet": "yes"])).status == .noContent)
        #expect(try await aylin.get("/today").status == .seeOther)
    }

    /// Every page of everybody: what stands in the title bar and the history says nothing of whom or what.
    @Test(arguments: Town.demoPeople)
    func `finds neutral titles on every page, and a way out on each of a family`(person: DemoPerson) async throws {
        let web = try await WebTown.toRead
        let names = web.town.names.flatMap { $0.split(separator: " ") }.map(String.init).filter { $0.count > 3 }
        for page in try await Crawls.of(person.slug).pages {
            guard let title = page.answer.between("<title>", "</title>") else { continue }
            #expect(title.hasSuffix(" – Rondom"), "\(page.path)")
            for word in names + ["jeugd", "hulp", "veilig", "zorg", "melding", "politie"] {
                #expect(!title.lowercased().split(separator: " ").contains { $0 == word.lowercased() }, "\(title)")
            }
            guard page.path.hasPrefix("/families/") || page.path.hasPrefix("/today"), page.answer.status == .ok,
                !page.path.hasSuffix("/messages")
            else { continue }
            #expect(page.answer.text.contains("action=\"/session/leave\""), "\(page.path)")
            let other = page.answer.text.matches(of: /(?:href|src|action)="https?:[^"]*/).map { String($0.0) }
            #expect(other == [], "nothing of another site before the press")
        }
    }
}
