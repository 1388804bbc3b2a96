// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import Testing

/// Strangers and who left find nothing at any address of copies, keeping and forgetting, with identifiers that are real.
@Suite struct `Taking along and forgetting` {
    private static let family = "de-wit-yildiz"

    private struct Address {
        let path: String
        var isPage = false
        /// Who is at home there.
        let whose: String
    }

    /// All addresses with something behind them: a copy, a question about own words, a hold, two requests.
    ///
    /// In the order in which those at home there go on, once each.
    private func addresses(_ web: WebTown) async throws -> [Address] {
        let circle = try web.circle(Self.family)
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.copied("noor", for: aylin)
        let files = try await web.copyFiles(aylin)
        _ = try await web.send(
            circle + "/own-words", ["person": try web.filled.person("noor").text], by: aylin)
        #expect(try await web.askToForget("noor", by: aylin).status == .seeOther)
        let marieke = try await web.browser(of: "marieke")
        let set = ["cause": "court", "review": (WebTown.today + 60).iso] as KeyValuePairs
        #expect(try await web.send(circle + "/keeping/holds", set, by: marieke).status == .seeOther)
        let ends = try await marieke.get(web.keeping()).text.matches(of: /action="([^"]*\/end)"/).map { String($0.1) }
        let today = try await marieke.get("/today").links
        let words = try #require(today.first { $0.contains("/own-words/") })
        let forgetting = try #require(today.first { $0.contains("/forgettings/") })
        let pages = [
            (circle + "/take-along", "aylin"), (circle + "/keeping", "aylin"), (words, "marieke"),
            (forgetting, "marieke"), (forgetting + "/agreement", "joost"),
        ]
        let acts = [
            (circle + "/copies", "aylin"), (circle + "/own-words", "aylin"), (words + "/answer", "marieke"),
            (circle + "/keeping/holds", "marieke"), (try #require(ends.first), "marieke"),
            (forgetting + "/agreement", "joost"), (forgetting + "/decision", "marieke"),
            (forgetting + "/answer", "hanna"), (circle + "/forgettings", "aylin"),
            (forgetting + "/withdrawal", "aylin"),
        ]
        return (pages + files.map { ($0, "aylin") }).map { Address(path: $0, isPage: true, whose: $1) }
            + acts.map { Address(path: $0, whose: $1) }
    }

    private func sent(_ web: WebTown) throws -> KeyValuePairs<String, String> {
        let noor = try web.filled.person("noor").text
        return [
            "person": noor, "words-\(noor)": "Weg ermee.", "answer": "yes", "decision": "refuse", "cause": "court",
            "review": (WebTown.today + 30).iso, "reason": "Zomaar.",
            "second": "account.\(try web.filled.account("hanna"))",
        ]
    }

    private func answer(_ address: Address, to browser: TownBrowser, _ web: WebTown) async throws -> Answer {
        address.isPage
            ? try await browser.get(address.path) : try await web.send(address.path, sent(web), by: browser)
    }

    /// Each answers as an address of a family that is not there.
    private func expectNothing(for browser: TownBrowser, _ who: String, _ web: WebTown, _ all: [Address])
        async throws
    {
        let before = try await web.traces(Self.family)
        let family = try web.filled.family(Self.family).text
        for one in all {
            let elsewhere = Address(
                path: one.path.replacing(family, with: "01900000-0000-7000-8000-00000000000f"), isPage: one.isPage,
                whose: one.whose)
            let heard = Heard(try await answer(one, to: browser, web))
            #expect(heard.status == 404, "\(who) \(one.path)")
            #expect(heard == Heard(try await answer(elsewhere, to: browser, web)), "\(who) \(one.path)")
        }
        let after = try await web.traces(Self.family)
        #expect(after.journal == before.journal && after.accessRecords == before.accessRecords, "\(who)")
    }

    /// That others find nothing says something only where somebody finds something, by the same fields.
    @Test func `are there for those at home there`() async throws {
        let web = try await WebTown()
        let all = try await addresses(web)
        for one in all where !one.path.hasSuffix("/withdrawal") {
            let found = try await answer(one, to: web.browser(of: one.whose), web)
            #expect(found.status == (one.isPage ? .ok : .seeOther), "\(one.whose) \(one.path)")
        }
    }

    @Test func `are taken back by who asked`() async throws {
        let web = try await WebTown()
        let withdrawal = try #require(try await addresses(web).first { $0.path.hasSuffix("/withdrawal") })
        #expect(try await answer(withdrawal, to: web.browser(of: "aylin"), web).status == .seeOther)
    }

    @Test(arguments: ["bart", "thijs", "fatma", "ravi", "geert-jan"])
    func `are nowhere for strangers, and leave nothing in the family`(who: String) async throws {
        let web = try await WebTown()
        let all = try await addresses(web)
        let browser = try await web.browser(of: try web.filled.account(who))
        try await expectNothing(for: browser, who, web, all)
    }

    /// Of who is in the circle and neither of the family nor in charge nothing is there, either.
    @Test(arguments: ["sanne", "hanna", "truus"])
    func `are nowhere for who is let in`(who: String) async throws {
        let web = try await WebTown()
        let all = try await addresses(web)
        let browser = try await web.browser(of: who)
        for one in all {
            #expect(try await answer(one, to: browser, web).status == .notFound, "\(one.path)")
        }
    }

    /// Who decided, held and looked while they were in charge, and left.
    @Test(arguments: ["marieke", "sanne", "truus"])
    func `are nowhere for who left`(who: String) async throws {
        let web = try await WebTown()
        let all = try await addresses(web)
        let browser = try await web.browser(of: who)
        let (family, account, now) = (try web.filled.family(Self.family), try web.filled.account(who), web.clock.now)
        _ = try await web.database.write { connection in
            try connection.execute(
                "UPDATE membership SET ended_at = \(now) WHERE family_id = \(family) AND account_id = \(account)")
        }
        try await expectNothing(for: browser, who, web, all)
    }

    /// What one of the family asked alone is theirs: the others of the family find none of it.
    @Test(arguments: ["sem", "joost"])
    func `are each one's own`(who: String) async throws {
        let web = try await WebTown()
        let all = try await addresses(web)
        let browser = try await web.browser(of: who)
        let others = all.filter { one in
            one.path.hasSuffix("/withdrawal") || one.path.hasSuffix("/decision") || one.path.contains("/copies/")
                || one.path.contains("/own-words/") || one.path.contains("/holds")
        }
        #expect(others.count >= 8)
        for one in others {
            #expect(try await answer(one, to: browser, web).status == .notFound, "\(one.path)")
        }
    }

    /// Who takes something along finds the way from the circle; who is in charge finds what may not go.
    @Test(arguments: [
        ("aylin", true, false), ("joost", true, false), ("sem", true, false), ("marieke", false, true),
        ("sanne", false, false), ("hanna", false, false), ("truus", false, false),
    ])
    func `have a door for those at home there alone`(who: String, takesAlong: Bool, isInCharge: Bool) async throws {
        let web = try await WebTown.toRead
        let (circle, browser) = (try web.circle(Self.family), try await web.browser(of: who))
        let doors = try await browser.get(circle).links
        #expect(doors.contains(circle + "/take-along") == takesAlong)
        #expect(try doors.contains(web.keeping()) == isInCharge)
        let along = try await browser.get(circle + "/take-along")
        #expect(along.links.contains(try web.keeping()) == takesAlong)
        #expect(try await browser.get(web.keeping()).status == (takesAlong || isInCharge ? .ok : .notFound))
    }
}
