// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

@Suite struct `The norms of an installation` {
    private func set(_ norm: SettableNorm, _ days: String, by who: String, _ web: WebTown) async throws -> Answer {
        let browser = try await web.browser(of: who)
        let open = try await OpenForm(browser, "/norms")
        return try await browser.post("/norms", filledIn(open, norm, days))
    }

    private func filledIn(_ open: OpenForm, _ norm: SettableNorm, _ days: String) throws -> String {
        let fields = SettableNorm.allCases.flatMap { settable in
            let (name, stood) = (settable.rawValue, open.page.field(settable.rawValue) ?? "")
            return [(name, settable == norm ? days : stood), ("was-" + name, stood)]
        }
        return open.body([:]) + fields.map { "&" + form([$0.0: $0.1]) }.joined()
    }

    @Test func `stay as somebody else set them meanwhile, but for the one that was changed`() async throws {
        let web = try await WebTown()
        let ravi = try await web.browser(of: "ravi")
        let open = try await OpenForm(ravi, "/norms")
        #expect(try await set(.feedback, "5", by: "ravi", web).status == .seeOther)
        #expect(try await ravi.post("/norms", filledIn(open, .firstTalk, "7")).status == .seeOther)
        let norms = try await web.database.read { try $0.norms() }
        #expect(norms.workingDays(for: .feedback, usual: 10) == 5)
        #expect(norms.workingDays(for: .firstTalk, usual: 10) == 7)
        #expect(try await web.database.read { try $0.normsSet() }.count == 2)
    }

    private func due(_ path: String, _ web: WebTown) async throws -> Day? {
        let subject = Promise.Subject(kind: Referral.subjectKind, id: String(path.suffix(36)))
        return try await web.database.read { try $0.openPromises(about: subject).first?.promise.due.day }
    }

    /// What was asked before keeps its day, also when it is taken in hand after.
    @Test(arguments: Engine.all)
    func `count for what is asked from then on`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let first = try await web.refer().path
        let usual = try #require(try await due(first, web))
        #expect(usual == WorkingDays.after(WebTown.today, 10))
        #expect(try await set(.answerReferral, "3", by: "ravi", web).location == "/norms")
        let thijs = try await web.browser(of: "thijs")
        #expect(try await web.step(first, "taking", by: thijs).location == first)
        #expect(try await due(first, web) == usual)
        let second = try #require(try await web.refer(to: ["het-anker"]).paths.first { $0 != first })
        #expect(try await due(second, web) == WorkingDays.after(WebTown.today, 3))
        let marieke = try await web.browser(of: "marieke")
        let page = try await marieke.get(try web.referrals + "/new?person=\(try web.filled.person("sem"))")
        #expect(page.shown.contains("binnen 3 werkdagen"))
        #expect(try await web.browser(of: "ravi").get("/norms").shown.contains("Gekozen door Ravi"))
    }

    @Test func `are told to who asks from outside`() async throws {
        let web = try await WebTown.withPractices()
        #expect(try await set(.answerReferral, "1", by: "ravi", web).location == "/norms")
        #expect(try await set(.answerConsult, "4", by: "ravi", web).location == "/norms")
        let guest = try await web.guest().browser
        #expect(try await guest.get("/guests/referrals/new").shown.contains("binnen één werkdag"))
        #expect(try await guest.get("/guests/questions/new").shown.contains("binnen 4 werkdagen"))
    }

    @Test(arguments: ["", "0", "251", "tien", "3.5"])
    func `are mended at the field, and nothing typed is lost`(days: String) async throws {
        let web = try await WebTown()
        let answer = try await set(.feedback, days, by: "ravi", web)
        #expect(answer.status == .badRequest && answer.shown.contains("van 1 tot en met 250"))
        #expect(answer.field("feedback") == days)
        #expect(try await web.database.read { try $0.normsSet() }.isEmpty)
    }

    @Test func `are there for nobody else`() async throws {
        let web = try await WebTown()
        for person in ["aylin", "marieke", "ruud", "annelies", "geert-jan"] {
            let browser = try await web.browser(of: person)
            #expect(try await browser.get("/norms").status == .notFound, "\(person)")
        }
    }
}
