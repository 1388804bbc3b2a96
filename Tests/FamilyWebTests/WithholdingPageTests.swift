// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `The pages on which something is not told yet` {
    private static let family = "de-wit-yildiz"

    private func path(_ web: WebTown, _ rest: String = "withholdings") throws -> String {
        try web.circle(Self.family) + "/persons/\(try web.filled.person("sem"))/" + rest
    }

    private func withhold(_ web: WebTown, what: String = "De uitslag van de test", review: Int = 14) async throws
        -> Answer
    {
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, try path(web))
        return try await marieke.post(
            try path(web),
            open.body([
                "what": what, "reason": "Hij sliep drie nachten niet", "review": (WebTown.today + review).iso,
                "second": "account.\(try web.filled.account("hanna"))",
            ]))
    }

    @Test(arguments: Engine.all)
    func `lead to telling it, and the person finds no trace before`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let page = try #require(try await withhold(web).location)
        let (marieke, hanna) = (try await web.browser(of: "marieke"), try await web.browser(of: "hanna"))
        #expect(try await marieke.get("/today").text.contains(page))
        let decision = page.replacing("/withholdings/", with: "/decisions/")
        let asked = try await OpenForm(hanna, decision)
        #expect(asked.page.shown.contains("De uitslag van de test"))
        #expect(try await hanna.post(decision + "/answer", asked.body(["said": "yes"])).status == .seeOther)
        let review = try await OpenForm(marieke, page)
        let late = try await marieke.post(page + "/review", review.body(["review": (WebTown.today + 99).iso]))
        #expect(late.status == .badRequest && late.text.contains("id=\"review-error\""))
        for who in ["sem", "aylin", "joost"] {
            let browser = try await web.browser(of: who)
            #expect(try await browser.get(page).status == .notFound, "\(who)")
            #expect(try await Crawl(browser).pages(with: "De uitslag van de test") == [], "\(who)")
        }
        #expect(try await web.pressShown(page + "/telling", on: page, by: marieke).status == .seeOther)
        #expect(try await marieke.get(page).shown.contains("Verteld."))
        #expect(try await !marieke.get("/today").text.contains(page))
    }

    @Test func `say at each field what to mend, and keep what was typed`() async throws {
        let web = try await WebTown()
        let nothing = try await withhold(web, what: " ")
        #expect(nothing.status == .badRequest && nothing.text.contains("id=\"what-error\""))
        #expect(nothing.shown.contains("Hij sliep drie nachten niet"))
        let late = try await withhold(web, review: 92)
        #expect(late.status == .badRequest && late.text.contains("id=\"review-error\""))
    }

    @Test func `help choosing among three acts`() async throws {
        let web = try await WebTown.toRead
        let page = try await web.browser(of: "marieke").get(try path(web, "limits"))
        for words in ["Een ouder leest niet mee over Sem", "Sem iets nog niet vertellen", "Iemand vraagt om inzage"] {
            #expect(page.shown.contains(words), "\(words)")
        }
    }

    @Test(arguments: ["aylin", "joost", "sem", "truus", "khadija", "bart", "ravi"])
    func `are not there for anybody else`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        for page in ["withholdings", "limits"] {
            #expect(try await browser.get(try path(web, page)).status == .notFound, "\(page)")
        }
        let token = try #require(try await browser.get("/account").token)
        let body = form([
            "token": token, "form": "0192f3a0-0000-7000-8000-0000000000d4", "what": "x", "reason": "x",
            "review": (WebTown.today + 9).iso, "second": "account.\(try web.filled.account("hanna"))",
        ])
        #expect(try await browser.post(try path(web), body).status == .notFound)
        let one = try web.circle(Self.family) + "/withholdings/0192f3a0-0000-7000-8000-0000000000d5"
        for act in ["/telling", "/review"] {
            #expect(try await browser.post(one + act, body).status == .notFound, "\(act)")
        }
    }
}

@Suite struct `The page on which one asks to look` {
    private static let family = "de-wit-yildiz"

    @Test(arguments: Engine.all)
    func `is the young person's own, and answered with what was left out`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.circle(Self.family) + "/inspections"
        let sem = try await web.browser(of: "sem")
        let open = try await OpenForm(sem, path)
        let empty = try await sem.post(path, open.body(["kind": ""]))
        #expect(empty.status == .badRequest && empty.text.contains("id=\"kind-error\""))
        let person = try web.filled.person("sem").text
        #expect(try await sem.post(path, open.body(["kind": "copy", "person": person])).status == .seeOther)
        #expect(try await sem.get(path).shown.contains("Antwoord komt uiterlijk"))
        for parent in ["aylin", "joost"] {
            let browser = try await web.browser(of: parent)
            #expect(try await !browser.get(path).shown.contains("Een afschrift over Sem"), "\(parent)")
            #expect(try await Crawl(browser).pages(with: "Een afschrift over Sem") == [], "\(parent)")
        }
        let marieke = try await web.browser(of: "marieke")
        #expect(try await marieke.get("/today").text.contains(path))
        let asked = try await OpenForm(marieke, path)
        let id = try #require(asked.page.text.between("id=\"inspection-", "\""))
        let silent = try await marieke.post(
            "\(path)/\(id)/answer",
            asked.body(of: ["inspection": id, "outcome-\(id)": "part", "reason-\(id)": ""]))
        #expect(silent.status == .badRequest && silent.text.contains("id=\"reason-\(id)-error\""))
        let given = try await marieke.post(
            "\(path)/\(id)/answer",
            asked.body(of: ["inspection": id, "outcome-\(id)": "part", "reason-\(id)": "Wat over zijn zusje gaat"]))
        #expect(given.status == .seeOther)
        #expect(try await sem.get(path).shown.contains("Wat over zijn zusje gaat"))
    }

    @Test(arguments: ["truus", "bart", "ravi"])
    func `is not there for who decides about nobody`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        let path = try web.circle(Self.family) + "/inspections"
        #expect(try await browser.get(path).status == .notFound)
        let fields = ["kind": "look", "outcome": "all", "person": try web.filled.person("noor").text] as KeyValuePairs
        #expect(try await web.send(path, fields, by: browser).status == .notFound)
    }

    /// Sem's own question, which waits: by its own identifier it is answered by who is in charge alone, in their own family.
    @Test(arguments: ["aylin", "joost", "sem", "truus", "sanne", "bart", "thijs", "fatma", "ravi"])
    func `is answered by who is in charge alone`(who: String) async throws {
        let web = try await WebTown()
        let (path, id) = try await asked(web)
        let fields = ["inspection": id, "outcome-\(id)": "all", "reason-\(id)": "Zomaar."] as KeyValuePairs
        let browser = try await web.browser(of: try web.filled.account(who))
        let real = try await web.send("\(path)/\(id)/answer", fields, by: browser)
        let made = try await web.send("\(path)/\(Self.absent)/answer", fields, by: browser)
        #expect(real.status == .notFound && Heard(real) == Heard(made))
        // The right one of another family, at an address of her own.
        let fatma = try await web.browser(of: try web.filled.account("fatma"))
        let other = try web.circle("van-dongen") + "/inspections"
        #expect(try await fatma.get(other).status == .ok)
        #expect(try await web.send("\(other)/\(id)/answer", fields, by: fatma).status == .notFound)
        let marieke = try await web.browser(of: "marieke")
        #expect(try await web.send("\(path)/\(id)/answer", fields, by: marieke).status == .seeOther)
    }

    private static let absent = "0192f3a0-0000-7000-8000-0000000000d7"

    /// Sem asks for a copy: the address of what is asked, and which one it is.
    private func asked(_ web: WebTown) async throws -> (path: String, id: String) {
        let path = try web.circle(Self.family) + "/inspections"
        let sem = try await web.browser(of: "sem")
        let person = try web.filled.person("sem").text
        #expect(try await web.send(path, ["kind": "copy", "person": person], by: sem).status == .seeOther)
        let marieke = try await web.browser(of: "marieke").get(path)
        return (path, try #require(marieke.text.between("id=\"inspection-", "\"")))
    }
}
