// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyWeb
import Kernel
import Paper
import PeopleRules
import TestClient
import Testing

extension WebTown {
    /// Makes the copies that wait, as the server does beside its answers.
    func makeCopies() async throws {
        try await FullCopyMaker(dossiers, PaperPress(), Clock { [clock] in clock.now }) { error in
            Issue.record("\(error)")
        }.makeAll()
    }

    /// Asks for a copy about somebody.
    @discardableResult
    func askCopy(of person: String, by browser: TownBrowser, in family: String = "de-wit-yildiz") async throws -> Answer
    {
        let circle = try circle(family)
        let token = try await browser.get("/account").token ?? ""
        let sent: ID<Submission> = IDSource.unguessable.next(at: clock.now)
        return try await browser.post(
            circle + "/copies", form(["token": token, "form": sent.text, "person": try filled.person(person).text]))
    }

    /// The addresses of what can be fetched on the page of copies.
    func copyFiles(_ browser: TownBrowser, in family: String = "de-wit-yildiz") async throws -> [String] {
        try await browser.get(try circle(family) + "/take-along").links.filter { $0.contains("/copies/") }
    }

    /// A copy for machines, just made.
    func copied(_ person: String, for browser: TownBrowser) async throws -> String {
        #expect(try await askCopy(of: person, by: browser).status == .seeOther)
        try await makeCopies()
        let links = try await copyFiles(browser).filter { $0.hasSuffix(".json") }
        for link in links {
            let text = try await browser.get(link).text
            if text.contains("\"id\": \"\(try filled.person(person))\"") { return text }
        }
        Issue.record("no copy of \(person)")
        return ""
    }
}
