// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `A match of the regional index` {
    private static let family = "jansen"
    private static let parties = "Thuisbegeleiding De Vecht, 030 000 00 00"

    private func receive(_ web: WebTown, by who: String, about person: String = "isa") async throws -> Answer {
        let browser = try await web.browser(of: try web.filled.account(who))
        return try await web.send(
            try web.circle(Self.family) + "/matches",
            [
                "person": try web.filled.person(person).text, "parties": Self.parties, "day": WebTown.today.iso,
            ], by: browser)
    }

    @Test(arguments: Engine.all)
    func `is promised to be talked over, and read by the family once they know`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try #require(try await receive(web, by: "zofia").location)
        let zofia = try await web.browser(of: try web.filled.account("zofia"))
        #expect(try await zofia.get("/today").links.contains(path))
        #expect(try await zofia.get(path).shown.contains(Self.parties))
        let debby = try await web.browser(of: try web.filled.account("debby"))
        for address in [path, try web.circle(Self.family) + "/matches"] {
            #expect(try await debby.get(address).status == .notFound)
        }
        let empty = try await web.send(path + "/talk", ["outcome": "", "agreed": " ", "day": "x"], by: zofia)
        #expect(empty.status == .badRequest && empty.text.contains("id=\"outcome-error\""))
        let talked = try await web.send(
            path + "/talk",
            ["outcome": "together", "agreed": "Wij bellen elke maand.", "day": WebTown.today.iso, "told": "yes"],
            by: zofia)
        #expect(talked.location == path)
        #expect(try await !zofia.get("/today").links.contains(path))
        let read = try await debby.get(path)
        #expect(read.shown.contains("Wij bellen elke maand.") && !read.shown.contains(Self.parties))
        #expect(try await !debby.get(try web.circle(Self.family) + "/matches").shown.contains(Self.parties))
        #expect(try await web.browser(of: try web.filled.account("chidi")).get(path).shown.contains(Self.parties))
        let again = try await web.send(
            path + "/talk", ["outcome": "nothing", "agreed": "x", "day": WebTown.today.iso], by: zofia)
        #expect(again.status == .notFound)
    }

    @Test(arguments: Engine.all)
    func `is told after the talk, too, once`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try #require(try await receive(web, by: "zofia").location)
        let zofia = try await web.browser(of: try web.filled.account("zofia"))
        let debby = try await web.browser(of: try web.filled.account("debby"))
        #expect(try await web.send(path + "/told", [:], by: zofia).status == .notFound)
        _ = try await web.send(
            path + "/talk", ["outcome": "together", "agreed": "Wij bellen.", "day": WebTown.today.iso], by: zofia)
        #expect(try await debby.get(path).status == .notFound)
        for who in ["chidi", "debby", "ria", "tom", "ravi"] {
            let browser = try await web.browser(of: try web.filled.account(who))
            #expect(try await web.send(path + "/told", [:], by: browser).status == .notFound, "\(who)")
        }
        let open = try await OpenForm(zofia, path)
        #expect(open.page.text.contains(path + "/told"))
        #expect(try await zofia.post(path + "/told", open.body([:])).location == path)
        #expect(try await zofia.post(path + "/told", open.body([:])).location == path)
        #expect(try await debby.get(path).shown.contains("Wij bellen."))
        #expect(try await !zofia.get(path).text.contains(path + "/told"))
        #expect(try await web.send(path + "/told", [:], by: zofia).status == .notFound)
    }

    @Test func `is written down by nobody else, and is there for nobody else`() async throws {
        let web = try await WebTown()
        let path = try #require(try await receive(web, by: "zofia").location)
        for who in ["chidi", "debby", "martijn", "winston", "ria", "tom", "marieke", "ravi"] {
            #expect(try await receive(web, by: who).status == .notFound, "\(who)")
            let browser = try await web.browser(of: try web.filled.account(who))
            if who != "chidi" { #expect(try await browser.get(path).status == .notFound, "\(who)") }
            let sent = try await web.send(
                path + "/talk", ["outcome": "nothing", "agreed": "x", "day": WebTown.today.iso], by: browser)
            #expect(sent.status == .notFound, "\(who)")
        }
        let old = try await receive(web, by: "zofia", about: "debby")
        #expect(old.status == .badRequest && old.text.contains("id=\"person-error\""))
    }
}
