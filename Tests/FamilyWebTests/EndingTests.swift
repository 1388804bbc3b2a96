// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import TestClient
import TestDatabases
import Testing
import Town

@Suite struct `Stopping somebody's access` {
    private static let family = "de-wit-yildiz"

    private func stop(
        _ member: String, for persons: [String], by person: String, _ web: WebTown, version: String? = nil
    ) async throws -> Answer {
        let browser = try await web.browser(of: person)
        let page = try web.circle(Self.family) + "/members/\(try web.filled.membership("\(Self.family)/\(member)"))"
        let answer = try await browser.get(page)
        let stop = try #require(answer.between("action=\"\(page)/ending\"", "</form>"))
        let seen = try #require(stop.between("name=\"version\" value=\"", "\""))
        let token = try #require(stop.between("name=\"token\" value=\"", "\""))
        let id = try #require(stop.between("name=\"form\" value=\"", "\""))
        let chosen = try persons.map { "&" + form(["persons": try web.filled.person($0).text]) }.joined()
        return try await browser.post(
            page + "/ending", form(["token": token, "form": id, "version": version ?? seen]) + chosen)
    }

    @Test(arguments: Engine.all)
    func `closes every address that moment`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let truus = try await web.browser(of: "truus")
        let open = try await Crawl(truus).pages.map(\.path).filter { $0.hasPrefix("/families/") }
        #expect(open.count > 3)
        #expect(try await stop("truus", for: ["noor", "sem"], by: "marieke", web).status == .seeOther)
        for path in open { #expect(try await truus.get(path).status == .notFound, "\(path)") }
        #expect(try await !truus.get("/families").text.contains("De Wit"))
    }

    @Test func `for one child leaves the other`() async throws {
        let web = try await WebTown()
        #expect(try await stop("truus", for: ["noor"], by: "joost", web).status == .seeOther)
        let page = try await web.browser(of: "truus").get(try web.circle(Self.family))
        #expect(page.status == .ok && page.shown.contains("Sem"))
        #expect(!page.shown.contains("Noor, 8"))
    }

    @Test func `that somebody else stopped already is answered with how it is now`() async throws {
        let web = try await WebTown()
        #expect(try await stop("truus", for: ["noor"], by: "joost", web).status == .seeOther)
        let late = try await stop("truus", for: ["noor"], by: "marieke", web, version: "1")
        #expect(late.status == .conflict)
        #expect(late.shown.contains("Iemand anders was je voor"))
    }

    @Test func `is offered to who may, and asked of nobody else`() async throws {
        let web = try await WebTown.toRead
        let id = try web.filled.membership("\(Self.family)/tom")
        let page = try web.circle(Self.family) + "/members/\(id)"
        for (person, may) in [("aylin", true), ("joost", true), ("marieke", true), ("truus", false), ("sanne", false)] {
            let shown = try await web.browser(of: person).get(page)
            #expect(shown.status == .ok, "\(person)")
            #expect(shown.text.contains(page + "/ending") == may, "\(person)")
        }
        for person in ["sem", "priya", "robert", "esmee", "thijs", "bart"] {
            #expect(try await web.browser(of: person).get(page).status == .notFound, "\(person)")
        }
        let nadia = try web.circle("van-dongen") + "/members/\(try web.filled.membership("van-dongen/nadia"))"
        let nowhere = try web.circle("van-dongen") + "/members/0192f3a0-0000-7000-8000-00000000dead"
        let robert = try await web.browser(of: "robert")
        #expect(Heard(try await robert.get(nadia)) == Heard(try await robert.get(nowhere)))
        #expect(try await web.browser(of: "eline").get(nadia).status == .ok)
    }
}
