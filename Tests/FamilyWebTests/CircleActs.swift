// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import TestClient
import Testing

/// What the form for an invitation holds, by slugs.
struct Asked {
    var kind = "relative"
    var name = "Henk Invented"
    var organisation = ""
    var colleague = ""
    var function = "buurman"
    var persons = ["noor"]
    var share = "1"
    var until = ""
    var expectation = "Past op de hond"
    var apart: [String] = []
    var reason = ""
    var second = ""

    func body(_ web: WebTown, _ open: OpenForm) throws -> String {
        let persons = persons.map { "&" + form(["persons": web.filled.persons[$0]?.text ?? $0]) }.joined()
        let apart = apart.map { slug in
            "&" + form(["apart": web.filled.persons[slug]?.text ?? web.filled.accounts[slug]?.text ?? slug])
        }.joined()
        return open.body([
            "kind": kind, "name": name, "organisation": organisation, "colleague": colleague, "function": function,
            "share": share, "until": until, "expectation": expectation, "notTheirTask": "", "reason": reason,
            "second": web.filled.accounts[second].map { "account.\($0)" } ?? "",
        ]) + persons + apart
    }
}

extension WebTown {
    /// A browser where the owner of an account is signed in, as after joining with a card.
    func browser(of account: ID<Account>) async throws -> TownBrowser {
        let token = SessionToken(from: .unguessable)
        let (vault, now) = (vault, clock.now)
        try await database.write { connection in
            try connection.start(
                Session(digest: vault.digest(of: token), account: account, kind: .familyMember, at: now))
        }
        let browser = browser()
        await browser.set("session", token.cookie)
        return browser
    }

    /// Sends an invitation; the answer.
    func invite(_ asked: Asked, by browser: TownBrowser, in family: String) async throws -> Answer {
        let path = try circle(family) + "/invitations"
        let open = try await OpenForm(browser, path + "/new?kind=\(asked.kind)")
        return try await browser.post(path, asked.body(self, open))
    }

    /// Answers an invitation at its address, about some persons.
    func answer(_ path: String, _ said: [String: String], by person: String) async throws -> Answer {
        let browser = try await browser(of: person)
        let open = try await OpenForm(browser, path)
        let fields = try said.map { "&" + form(["person-\(try filled.person($0.key))": $0.value]) }.joined()
        return try await browser.post(path + "/answer", open.body([:]) + fields)
    }

    /// The account to which an invitation is bound.
    func invited(_ path: String) async throws -> ID<Account>? {
        let id = path.split(separator: "/").last.map(String.init) ?? ""
        return try await database.read { connection in
            try connection.row("SELECT account_id FROM invitation WHERE id = \(id) ORDER BY id") { row in
                row.ifAny(0) { $0.id($1, Account.self) }
            } ?? nil
        }
    }

    /// Presses a button that stands alone in its form, on the page where it stands.
    func pressShown(_ act: String, on page: String, by browser: TownBrowser) async throws -> Answer {
        let answer = try await browser.get(page)
        let form = try #require(answer.between("action=\"\(act)\"", "</form>"))
        let token = try #require(form.between("name=\"token\" value=\"", "\""))
        let id = try #require(form.between("name=\"form\" value=\"", "\""))
        return try await browser.post(act, TestClient.form(["token": token, "form": id]))
    }
}

extension String {
    func between(_ start: String, _ end: String) -> String? {
        guard let from = range(of: start)?.upperBound, let until = range(of: end, range: from..<endIndex)?.lowerBound
        else { return nil }
        return String(self[from..<until])
    }

    private func range(of text: String, range: Range<Index>? = nil) -> Range<Index>? {
        self[range ?? startIndex..<endIndex].firstRange(of: text)
    }
}
