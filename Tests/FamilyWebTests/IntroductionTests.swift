// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `Who follows a helper` {
    private static let family = "de-wit-yildiz"
    private static let text = "Priya kent Sem al een maand. Hij durft bij haar te praten."

    private func path(_ web: WebTown) throws -> String { try web.circle(Self.family) + "/introductions" }

    @Test(arguments: Engine.all)
    func `is introduced to those for whom both are there, and stays so when the other left`(engine: Engine) async throws
    {
        let web = try await WebTown(engine)
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, try path(web) + "/new")
        let nobody = try await marieke.post(try path(web), open.body(["message": " "]))
        #expect(nobody.text.contains("id=\"who-error\"") && nobody.text.contains("id=\"message-error\""))
        let relative = try await marieke.post(
            try path(web), open.body(["who": try web.filled.account("truus").text, "message": Self.text]))
        #expect(relative.status == .badRequest)
        let sent = try await marieke.post(
            try path(web), open.body(["who": try web.filled.account("priya").text, "message": Self.text]))
        #expect(sent.status == .seeOther)
        for reader in ["sem", "aylin", "joost"] {
            let page = try await web.browser(of: reader).get(try web.circle(Self.family))
            #expect(page.shown.contains(Self.text), "\(reader)")
        }
        for other in ["khadija", "tom", "sanne"] {
            let browser = try await web.browser(of: try web.filled.account(other))
            #expect(try await !browser.get(try web.circle(Self.family)).shown.contains("durft"), "\(other)")
        }
        try await web.end("marieke", in: Self.family, by: "aylin")
        #expect(try await web.browser(of: "aylin").get(try web.circle(Self.family)).shown.contains(Self.text))
    }

    @Test(arguments: ["aylin", "truus", "bart", "thijs", "ravi"])
    func `is introduced by a helper alone`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get(try path(web) + "/new").status == .notFound)
        let body = form([
            "token": try #require(try await browser.get("/account").token),
            "form": "0192f3a0-0000-7000-8000-0000000000fa", "who": try web.filled.account("priya").text, "message": "x",
        ])
        #expect(try await browser.post(try path(web), body).status == .notFound)
    }
}
