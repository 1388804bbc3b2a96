// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import FamilyWeb
import Kernel
import Mail
import PeopleRules
import PeopleStore
import Synchronization
import TestClient
import TestDatabases
import Testing

extension WebTown {
    static let phone = "030 123 45 67"

    /// The town with its desks open, and numbers on record of a practice and a school.
    static func withPractices(_ engine: Engine = .sqlite, sendsMail: Bool = true) async throws -> WebTown {
        let web = try await WebTown.withDesks(engine, sendsMail: sendsMail)
        let (now, by) = (web.clock.now, try web.filled.account("mirjam"))
        for slug in ["praktijk-aan-de-vecht", "de-schakel"] {
            let organisation = try web.filled.organisation(slug)
            try await web.database.write {
                try $0.setPhone(PhoneNumber(typed: phone), of: organisation, by: by, at: now)
            }
        }
        return web
    }

    /// Sends a form without an account, as it was given out.
    func guestPost(
        _ path: String, of page: String, _ typed: KeyValuePairs<String, String>, by browser: TownBrowser
    ) async throws -> Answer {
        let given = try await browser.get(page)
        let form = try #require(given.field("form"), "\(page): \(given.shown)")
        return try await browser.post(path, TestClient.form(["form": form]) + "&" + TestClient.form(typed))
    }

    /// Asks for the code of a practice, and gives what the desk says who calls.
    func code(
        of practice: String = "praktijk-aan-de-vecht", by who: String = "mirjam"
    ) async throws -> String {
        let typed: KeyValuePairs = [
            "practice": try filled.organisation(practice).text, "name": "Els de Boer", "function": "assistent",
            "behalf": "dokter Kok", "mail": "post@vecht.example",
        ]
        let sent = try await guestPost("/guests/requests", of: "/guests/requests/new", typed, by: browser())
        #expect(sent.location == "/guests/requests/done", "\(sent.shown)")
        let caller = try await worker(who)
        let path = try #require(try await caller.get("/desk/calls").links.first { $0.hasPrefix("/desk/calls/") })
        #expect(try await caller.get("/today").links.contains(path))
        #expect(try await caller.get(path).shown.contains("0301234567"))
        let told = try await send(path + "/code", [:], by: caller)
        #expect(told.status == .ok, "\(told.shown)")
        return try #require(
            told.text.firstMatch(of: /<dd>([A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5})<\/dd>/).map { String($0.1) })
    }

    /// Comes in with a code.
    func enter(
        _ browser: TownBrowser, _ code: String, as name: String = "Dokter Kok",
        of practice: String = "praktijk-aan-de-vecht", link: String = ""
    ) async throws -> Answer {
        try await guestPost(
            "/guests/visit", of: "/guests/visit",
            [
                "practice": try filled.organisation(practice).text, "name": name, "function": "huisarts", "code": code,
                "link": link,
            ], by: browser)
    }

    /// A GP who is in, with the code of the practice.
    func guest() async throws -> (browser: TownBrowser, code: String) {
        let (browser, code) = (browser(), try await code())
        #expect(try await enter(browser, code).location == "/guests")
        return (browser, code)
    }

    /// Refers somebody to Het Anker; gives the link at which the guest reads of it.
    func refer(
        _ guest: TownBrowser, _ name: String = "Finn Dekker", _ typed: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        var fields = [
            "organisation": try filled.organisation("het-anker").text, "child": name, "birth": "2017-03-01",
            "reach": "06 11111111, na vieren", "question": "Hij slaapt niet. Kunnen jullie helpen?",
            "why": "Al een jaar.", "agreed": "authority",
        ]
        for (field, value) in typed { fields[field] = value }
        let given = try await guest.get("/guests/referrals/new")
        let own: String = try #require(given.field("form"), "\(given.shown)")
        fields["form"] = own
        let body = fields.sorted { $0.key < $1.key }.map { form([$0.key: $0.value]) }.joined(separator: "&")
        return try await guest.post("/guests/referrals", body)
    }

    /// Puts a number on record of the practice, or none.
    func setPracticePhone(_ phone: String?) async throws {
        let (now, by) = (clock.now, try filled.account("mirjam"))
        let practice = try filled.organisation("praktijk-aan-de-vecht")
        try await database.write {
            try $0.setPhone(phone.flatMap { PhoneNumber(typed: $0) }, of: practice, by: by, at: now)
        }
    }

    /// What is owed of something that was asked, by its address.
    func owedOutside(_ path: String) async throws -> Set<PromiseKind> {
        let subject = Promise.Subject(kind: OutsideReferral.subjectKind, id: String(path.suffix(36)))
        return Set(try await database.read { try $0.openPromises(about: subject).map(\.promise.kind) })
    }

    /// The address of the only thing that was asked from outside.
    func onlyAsked(_ worker: TownBrowser) async throws -> String {
        let list = try await worker.get("/outside-referrals")
        return try #require(
            list.links.first { $0.hasPrefix("/outside-referrals/") && !$0.hasSuffix("/new") }, "\(list.shown)")
    }

    /// The letters that go out now, with what becomes of them.
    func guestLetters(_ delivery: Delivery = .delivered) async throws -> [Letter] {
        let letters = Letters()
        let post = GuestPost(
            dossiers, Clock { [clock] in clock.now }, from: try MailAddress("post@rondom.example"),
            send: { letters.take($0, delivery) }, words: GuestLetters(site: "https://rondom.example").words
        ) {
            if delivery == .delivered { Issue.record("a letter was dropped") }
        }
        try await post.sendDue()
        return letters.all
    }
}

extension Letter {
    /// Where it leads.
    var link: String? {
        text.text.firstMatch(of: /https:\/\/rondom\.example(\/guests\/links\/[0-9a-f]+)/).map { String($0.1) }
    }
}

private final class Letters: Sendable {
    private let sent = Mutex<[Letter]>([])

    var all: [Letter] { sent.withLock { $0 } }

    func take(_ letter: Letter, _ delivery: Delivery) -> Delivery {
        sent.withLock { $0.append(letter) }
        return delivery
    }
}

extension WebTown {
    /// The name of a form as a page gives it out.
    var newForm: String { (IDSource.unguessable.next(at: clock.now) as ID<GuestRequest>).text }

    /// Sweeps once, as is done each hour.
    func sweepGuests() async {
        await HourlySweep(dossiers, Clock { [clock] in clock.now }) { Issue.record($0) }.sweep()
    }
}
