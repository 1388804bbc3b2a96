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

    /// All addresses with something behind them: a copy, a question about own words, a hold, two requests.
    private func addresses(_ web: WebTown) async throws -> [(path: String, isPage: Bool)] {
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
        let pages = [circle + "/take-along", circle + "/keeping", words, forgetting, forgetting + "/agreement"] + files
        let acts = [
            circle + "/copies", circle + "/own-words", words + "/answer", circle + "/keeping/holds",
            circle + "/forgettings", forgetting + "/decision", forgetting + "/answer", forgetting + "/agreement",
            forgetting + "/withdrawal",
        ]
        return pages.map { ($0, true) } + (acts + ends).map { ($0, false) }
    }

    private func sent(_ web: WebTown) throws -> KeyValuePairs<String, String> {
        let noor = try web.filled.person("noor").text
        return [
            "person": noor, "words-\(noor)": "Weg ermee.", "answer": "yes", "decision": "erase", "cause": "court",
            "review": (WebTown.today + 30).iso, "reason": "Zomaar.",
            "second": "account.\(try web.filled.account("hanna"))",
        ]
    }

    private func expectNothing(for browser: TownBrowser, _ who: String, _ web: WebTown, _ all: [(String, Bool)])
        async throws
    {
        let before = try await web.traces(Self.family)
        let absent = try await browser.get("/families/01900000-0000-7000-8000-00000000000f/keeping")
        for (path, isPage) in all {
            let answer = isPage ? try await browser.get(path) : try await web.send(path, sent(web), by: browser)
            #expect(answer.status == .notFound, "\(who) \(path)")
            if isPage { #expect(answer.shown == absent.shown, "\(who) \(path)") }
        }
        let after = try await web.traces(Self.family)
        #expect(after.journal == before.journal && after.accessRecords == before.accessRecords, "\(who)")
    }

    @Test(arguments: ["bart", "thijs", "fatma", "ravi"])
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
        for (path, isPage) in all {
            let answer = isPage ? try await browser.get(path) : try await web.send(path, sent(web), by: browser)
            #expect(answer.status == .notFound, "\(path)")
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
        let others = all.filter { path, _ in
            path.hasSuffix("/withdrawal") || path.hasSuffix("/decision") || path.contains("/copies/")
                || path.contains("/own-words/") || path.contains("/holds")
        }
        #expect(others.count >= 8)
        for (path, isPage) in others {
            let answer = isPage ? try await browser.get(path) : try await web.send(path, sent(web), by: browser)
            #expect(answer.status == .notFound, "\(path)")
        }
    }
}
