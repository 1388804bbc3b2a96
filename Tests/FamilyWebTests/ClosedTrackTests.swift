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

@Suite struct `A closed track` {
    private static let family = "de-wit-yildiz"

    private static func check(_ web: WebTown, _ contact: String, _ outcome: String = "safe") async throws {
        let card = try web.circle(family) + "/safety-card"
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, card)
        let sent = try await marieke.post(
            card + "/checks",
            open.body(["contact": contact, "outcome": outcome, "checked": "Met de wijkagent besproken."])
        )
        #expect(sent.status == .seeOther)
    }

    private static func checks(_ web: WebTown) async throws -> [String] {
        let family = try web.filled.family(family)
        return try await web.database.read { connection in
            try connection.rows(
                """
                SELECT contact, is_safe, used_at FROM safety_check WHERE family_id = \(family) ORDER BY checked_at, id
                """
            ) { "\($0.text(0)) \($0.bool(1) ? "safe" : "unsafe")\($0.isNull(2) ? "" : " used")" }
        }
    }

    private static func note(
        _ web: WebTown, _ kind: String, _ more: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        let notes = try web.circle(family) + "/notes"
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, notes + "/new")
        let now = web.clock.now.local
        let body = open.body([
            "kind": kind, "day": WebTown.today.iso, "clock": "\(now.hour):\(now.minute)", "message": "Het gaat goed.",
            "about": try web.filled.person("noor").text, "with": "person:\(try web.filled.person("aylin"))",
        ])
        return try await marieke.post(notes, body + "&" + form(more))
    }

    @Test(arguments: Engine.all)
    func `has no call, letter or interpreter noted without who looked first`(engine: Engine) async throws {
        let web = try await WebTown.closed(Self.family, engine)
        for (kind, more) in [("call", [:]), ("mail", [:]), ("visit", ["interpreter": "yes"])]
            as [(String, KeyValuePairs<String, String>)]
        {
            let refused = try await Self.note(web, kind, more)
            #expect(refused.status == .badRequest && refused.text.contains("id=\"look-outcome-error\""), "\(kind)")
            #expect(refused.shown.contains("Het gaat goed."))
        }
        #expect(try await Self.checks(web).isEmpty)
        #expect(try await Self.note(web, "visit").status == .seeOther)
        try await Self.check(web, "call")
        #expect(try await Self.note(web, "call").status == .seeOther)
        #expect(try await Self.checks(web).sorted() == ["call safe used"])
        #expect(try await Self.note(web, "call").status == .badRequest)
        let told = try await Self.note(web, "call", ["look-outcome": "safe", "look-text": "De wijkagent keek mee."])
        #expect(told.status == .seeOther)
        let unsafe = try await Self.note(web, "mail", ["look-outcome": "unsafe", "look-text": "Niemand keek."])
        #expect(unsafe.status == .seeOther)
        #expect(try await Self.checks(web).sorted() == ["call safe used", "call safe used", "letter unsafe"])
    }

    private static func correct(
        _ web: WebTown, _ note: String, into kind: String, _ more: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, note)
        let now = web.clock.now.local
        let body = open.body([
            "kind": kind, "day": now.day.iso, "clock": "\(now.hour):\(now.minute)", "message": "Het gaat beter.",
        ])
        return try await marieke.post(note + "/corrections", body + "&" + form(more))
    }

    @Test(arguments: Engine.all)
    func `has no visit corrected into a call, nor an interpreter added, without who looked first`(
        engine: Engine
    ) async throws {
        let web = try await WebTown.closed(Self.family, engine)
        let note = try #require(try await Self.note(web, "visit").location)
        #expect(try await Self.correct(web, note, into: "visit").status == .seeOther)
        for (kind, more) in [("call", [:]), ("mail", [:]), ("visit", ["interpreter": "yes"])]
            as [(String, KeyValuePairs<String, String>)]
        {
            let refused = try await Self.correct(web, note, into: kind, more)
            #expect(refused.status == .badRequest && refused.text.contains("id=\"look-outcome-error\""), "\(kind)")
        }
        let half = try await Self.correct(web, note, into: "call", ["look-outcome": "safe"])
        #expect(half.status == .badRequest && half.text.contains("id=\"look-text-error\""))
        #expect(try await Self.checks(web).isEmpty)
        let look: KeyValuePairs = ["look-outcome": "safe", "look-text": "De wijkagent keek mee."]
        #expect(try await Self.correct(web, note, into: "call", look).status == .seeOther)
        // What it said before was looked at then.
        for kind in ["call", "visit", "call"] {
            #expect(try await Self.correct(web, note, into: kind).status == .seeOther)
        }
        #expect(try await Self.checks(web) == ["call safe used"])
        #expect(try await Self.correct(web, note, into: "call", ["interpreter": "yes"]).status == .badRequest)
        let (joost, marieke) = (try await web.browser(of: "joost"), try await web.browser(of: "marieke"))
        #expect(try await marieke.get(note).text.contains("look-outcome"))
        #expect(try await !joost.get(note).text.contains("look-outcome"))
    }

    @Test func `asks at the field what is missing of a look, and nothing elsewhere`() async throws {
        let web = try await WebTown.closed(Self.family)
        let half = try await Self.note(web, "call", ["look-text": "De wijkagent keek mee."])
        #expect(half.text.contains("id=\"look-outcome-error\"") && half.text.contains("De wijkagent keek mee."))
        let other = try await Self.note(web, "call", ["look-outcome": "safe"])
        #expect(other.text.contains("id=\"look-text-error\""))
        let open = try await WebTown()
        #expect(try await Self.note(open, "call", ["interpreter": "yes"]).status == .seeOther)
        let form = try await open.browser(of: "marieke").get(try open.circle(Self.family) + "/notes/new")
        #expect(!form.text.contains("look-outcome"))
    }

    @Test(arguments: Engine.all)
    func `has nobody called back, and no letter printed, before somebody looked`(engine: Engine) async throws {
        let web = try await WebTown.closed(Self.family, engine)
        let (aylin, marieke) = (try await web.browser(of: "aylin"), try await web.browser(of: "marieke"))
        let calls = try web.circle(Self.family) + "/call-backs"
        let asked = try await OpenForm(aylin, calls + "/new")
        let sent = try await aylin.post(
            calls,
            asked.body(["who": try web.filled.account("marieke").text, "by": (WebTown.today + 2).iso]))
        let promise = try #require(sent.location)
        #expect(try await marieke.get("/today").text.contains("\(promise)/settlement"))
        let card = try web.circle(Self.family) + "/safety-card"
        let settled = try await OpenForm(marieke, promise)
        #expect(try await marieke.post(promise + "/settlement", settled.body([:])).location == card)
        #expect(try await marieke.get("/today").text.contains("\(promise)/settlement"))
        try await Self.check(web, "call")
        let again = try await OpenForm(marieke, promise)
        let done = try await marieke.post(promise + "/settlement", again.body([:]))
        #expect(done.status == .seeOther && done.location != card)
        #expect(try await !marieke.get("/today").text.contains("\(promise)/settlement"))
        // The same call is noted by the same look, and no other call.
        web.clock.wait(.minutes(5))
        #expect(try await Self.note(web, "call").status == .seeOther)
        #expect(try await Self.checks(web) == ["call safe used"])
        #expect(try await Self.note(web, "call").status == .badRequest)

        let consents = try await aylin.get(try web.circle(Self.family) + "/consents")
        let consent = try #require(consents.links.first { $0.wholeMatch(of: #/.*\/consents\/[0-9a-f-]{36}/#) != nil })
        #expect(try await marieke.get(consent + "/paper").location == card)
        #expect(try await aylin.get(consent + "/paper").status == .ok)
        try await Self.check(web, "letter")
        #expect(try await marieke.get(consent + "/paper").status == .ok)
    }
}
