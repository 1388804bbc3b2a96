// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import TestClient
import TestDatabases
import Testing

@Suite struct `A name that would put somebody in danger` {
    private static let family = "de-wit-yildiz"

    @Test(arguments: Engine.all)
    func `is replaced by the function in the log, with a reason, and comes back`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.circle(Self.family) + "/access/names"
        let hanna = try await web.browser(of: "hanna")
        let open = try await OpenForm(hanna, path)
        let member = try #require(open.page.field("member"))
        let without = try await hanna.post(path, open.body(["member": member, "as": "function", "reason": ""]))
        #expect(without.status == .badRequest && without.shown.contains("Schrijf waarom"))
        let done = try await hanna.post(
            path, open.body(["member": member, "as": "function", "reason": "Zij werd bedreigd."]))
        #expect(done.status == .seeOther && done.location == path)
        let aylin = try await web.browser(of: "aylin")
        let log = try web.circle(Self.family) + "/access"
        let page = try await aylin.get(log).shown
        #expect(page.contains("Huisarts") && !page.contains("Hanna") && !page.contains("bedreigd"))
        let again = try await OpenForm(hanna, path)
        _ = try await hanna.post(path, again.body(["member": member, "as": "name"]))
        #expect(try await aylin.get(log).shown.contains("Hanna"))
    }

    @Test func `is for the professional themself and the director to replace`() async throws {
        let web = try await WebTown()
        let path = try web.circle(Self.family) + "/access/names"
        let marieke = try await OpenForm(try await web.browser(of: "marieke"), path)
        #expect(marieke.page.fields("member").count > 2)
        let priya = try await web.browser(of: "priya")
        let own = try await OpenForm(priya, path)
        #expect(own.page.fields("member") == [try web.filled.membership("de-wit-yildiz/priya").text])
        let sanne = try web.filled.membership("de-wit-yildiz/sanne").text
        let other = try await priya.post(path, own.body(["member": sanne, "as": "function", "reason": "Nee."]))
        #expect(other.status == .notFound)
        for person in ["aylin", "joost", "sem", "truus", "bart", "thijs", "esmee"] {
            #expect(try await web.browser(of: person).get(path).status == .notFound, "\(person)")
        }
    }
}
