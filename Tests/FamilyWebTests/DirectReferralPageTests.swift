// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@testable import FamilyStore

@Suite struct `A referral past the area team` {
    private static let page = "/direct-referrals"

    private func referred(
        _ web: WebTown, telling team: String? = "gebiedsteam", apart: String = ""
    ) async throws -> (daniel: TownBrowser, path: String) {
        let (guest, _) = try await web.guest()
        let told = try team.map { try web.filled.organisation($0).text } ?? ""
        let link = try await web.refer(guest, "Finn Dekker", ["team": told, "apart": apart]).location
        #expect(link != nil)
        let daniel = try await web.worker("daniel")
        return (daniel, try await web.onlyAsked(daniel))
    }

    private func owed(_ path: String, _ web: WebTown) async throws -> [PromiseKind] {
        let subject = Promise.Subject(kind: DirectReferral.subjectKind, id: String(path.suffix(36)))
        return try await web.database.read { try $0.openPromises(about: subject).map(\.promise.kind) }
    }

    @Test(arguments: Engine.all)
    func `is seen by the team the family agreed to, that says whether it directs`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let (daniel, path) = try await referred(web)
        let team = try await web.worker("marieke")
        let seen = try await team.get(Self.page).shown
        #expect(seen.contains("Finn Dekker") && seen.contains("Het Anker"))
        for secret in ["Hij slaapt niet", "Al een jaar", "06 11111111"] { #expect(!seen.contains(secret), "\(secret)") }
        #expect(try await team.get(path).status == .notFound)
        _ = try await web.send(path + "/acceptance", [:], by: daniel)
        let missing = try await web.send(path + "/start", ["startText": "Maandag."], by: daniel)
        #expect(missing.status == .badRequest && missing.text.contains("id=\"startChoice-error\""))
        #expect(missing.text.contains("Maandag."))
        let area = try web.filled.organisation("gebiedsteam").text
        let unasked = try await web.send(path + "/start", ["startChoice": area, "startText": "Maandag."], by: daniel)
        #expect(unasked.status == .badRequest && unasked.text.contains("id=\"startAgreed-error\""))
        #expect(unasked.text.contains("Maandag.") && unasked.text.contains("value=\"\(area)\" selected"))
        #expect(try await owed(path, web) == [])
        let offer: KeyValuePairs = ["startChoice": area, "startAgreed": "yes"]
        #expect(try await web.send(path + "/start", offer, by: daniel).location == path)
        #expect(try await owed(path, web) == [.answerDirection])
        #expect(try await team.get("/today").links.contains(Self.page))
        let act = Self.page + "/" + path.suffix(36)
        let unsaid = try await web.send(act + "/refusal", [:], by: team)
        #expect(unsaid.status == .badRequest && unsaid.text.contains("-error\""))
        #expect(try await web.send(act + "/direction", [:], by: team).location == Self.page)
        #expect(try await owed(path, web) == [])
        // Who directs can reach the family.
        #expect(try await team.get(Self.page).shown.contains("06 11111111"))
        // A colleague who answers after that is told so, and has back what they typed.
        let colleague = try await web.worker("youssef")
        let late = try await web.refuse(path, "Wij zitten vol.", by: colleague)
        #expect(late.status == .conflict && late.text.contains("Wij zitten vol."))
        #expect(try await daniel.get(path).shown.contains("van het gebiedsteam heeft nu de regie"))
        // The family takes it back: the team sees it no more, and who helps directs.
        #expect(try await web.send(path + "/hiding", [:], by: daniel).location == path)
        #expect(try await !team.get(Self.page).text.contains("Finn"))
        #expect(try await web.send(act + "/direction", [:], by: team).status == .notFound)
    }

    @Test func `stays with who helps when the team says no`() async throws {
        let web = try await WebTown.withPractices()
        let (daniel, path) = try await referred(web, telling: nil)
        _ = try await web.send(path + "/acceptance", [:], by: daniel)
        let team = try await web.worker("marieke")
        #expect(try await !team.get(Self.page).text.contains("Finn"))
        let area = try web.filled.organisation("gebiedsteam").text
        _ = try await web.send(path + "/start", ["startChoice": area, "startAgreed": "yes"], by: daniel)
        #expect(try await web.refuse(path, "Wij zitten vol.", by: team).location == Self.page)
        let read = try await daniel.get(path).shown
        #expect(read.contains("Wij zitten vol.") && read.contains("Wie helpt."))
        #expect(try await owed(path, web) == [])
    }

    @Test(arguments: ["daniel", "sanne", "joost", "nadia"])
    func `is found by nobody of another organisation`(who: String) async throws {
        let web = try await WebTown.withPractices()
        let (_, path) = try await referred(web)
        let stranger = try await web.worker(who)
        #expect(try await Heard(stranger.get(Self.page)) == Heard(stranger.get("/nothing-here")))
        for act in ["direction", "refusal"] {
            let typed: KeyValuePairs = ["reason-\(path.suffix(36))": "x"]
            let sent = try await web.send("\(Self.page)/\(path.suffix(36))/\(act)", typed, by: stranger)
            #expect(sent.status == .notFound, "\(act)")
        }
    }

    /// A colleague at the area team of whom it was said that they must not read it.
    @Test func `is kept from who must not read it at the area team, too`() async throws {
        let web = try await WebTown.withPractices()
        let marieke = try await web.worker("marieke")
        _ = try await referred(web, apart: "Marieke Postma en haar zus")
        #expect(try await !marieke.get(Self.page).text.contains("Finn"))
        #expect(try await web.worker("youssef").get(Self.page).text.contains("Finn"))
    }

    @Test func `is told to no team without the yes of the family, and counted only among many`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        let area = try web.filled.organisation("gebiedsteam").text
        let refused = try await web.refer(
            guest, "Finn Dekker", ["team": area, "without": "yes", "reason": "Ernstig.", "second": "Collega"])
        #expect(refused.status == .badRequest && refused.text.contains("id=\"team-error\""))
        let team = try await web.worker("marieke")
        for number in 1...10 {
            #expect(try await web.refer(guest, "Kind \(number)x", [:]).location != nil)
            let shown = try await team.get(Self.page).shown
            #expect(shown.contains("minder dan tien") == (number < 10), "\(number)")
        }
        #expect(try await team.get(Self.page).shown.contains("10 directe verwijzingen"))
    }

    /// As things stand now, and not when it was sent: she was kept out of the family since.
    @Test func `is kept from who is kept out of a family since, at both sides`() async throws {
        let web = try await WebTown.withPractices()
        let (daniel, path) = try await referred(web)
        let marieke = try await web.worker("marieke")
        for browser in [marieke, try await web.worker("youssef")] {
            #expect(try await browser.get(Self.page).text.contains("Finn"))
        }
        let (family, vault) = (try web.filled.family("de-wit-yildiz"), web.vault)
        let member = try web.filled.membership("de-wit-yildiz/sanne")
        let kept = try ["marieke", "daniel"].map { try web.filled.account($0) }
        try await web.database.write { connection in
            let digest = vault.lookup("Finn Dekker", "2017-03-01")
            try connection.execute("UPDATE person_lookup SET digest = \(digest) WHERE family_id = \(family)")
            for account in kept {
                try connection.execute(
                    """
                    INSERT INTO hidden_member (family_id, account_id, membership_id)
                    VALUES (\(family), \(account), \(member))
                    """)
            }
        }
        #expect(try await !marieke.get(Self.page).text.contains("Finn"))
        #expect(try await !daniel.get("/outside-referrals").text.contains("Finn"))
        #expect(try await web.worker("youssef").get(Self.page).text.contains("Finn"))
        let act = Self.page + "/" + path.suffix(36) + "/direction"
        let absent = Self.page + "/0192f3a0-0000-7000-8000-00000000dead/direction"
        let (sent, nothing) = (
            try await web.send(act, [:], by: marieke), try await web.send(absent, [:], by: marieke)
        )
        #expect(Heard(sent) == Heard(nothing) && sent.status == .notFound)
    }

    @Test func `in a session that expired keeps why the team does not direct`() async throws {
        let web = try await WebTown.withPractices()
        let (daniel, path) = try await referred(web)
        _ = try await web.send(path + "/acceptance", [:], by: daniel)
        let area = try web.filled.organisation("gebiedsteam").text
        _ = try await web.send(path + "/start", ["startChoice": area, "startAgreed": "yes"], by: daniel)
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, Self.page)
        web.clock.wait(.days(2))
        let id = String(path.suffix(36))
        let body = open.body(["page": Self.page]) + "&" + form(["reason-\(id)": "Wij zitten vol."])
        let late = try await marieke.post("\(Self.page)/\(id)/refusal", body)
        #expect(late.location?.hasPrefix("/sign-in") == true)
        try await web.signIn("marieke", in: marieke)
        #expect(try await marieke.get(Self.page).shown.contains("Wij zitten vol."))
    }

    @Test(arguments: Engine.all)
    func `is directed by who helps once nobody is left at the area team`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let (daniel, path) = try await referred(web)
        _ = try await web.send(path + "/acceptance", [:], by: daniel)
        let area = try web.filled.organisation("gebiedsteam")
        let offer: KeyValuePairs = ["startChoice": area.text, "startAgreed": "yes"]
        _ = try await web.send(path + "/start", offer, by: daniel)
        await web.sweepGuests()
        #expect(try await owed(path, web) == [.answerDirection])
        _ = try await web.database.write { connection in
            try connection.execute(
                "UPDATE professional SET until_day = \(WebTown.today) WHERE organisation = \(area)")
        }
        await web.sweepGuests()
        #expect(try await owed(path, web) == [])
        #expect(try await daniel.get(path).shown.contains("Wie helpt, heeft de regie"))
    }
}

extension WebTown {
    /// Says no to direction, with a reason.
    fileprivate func refuse(_ path: String, _ reason: String, by browser: TownBrowser) async throws -> Answer {
        let id = String(path.suffix(36))
        let token = try await browser.get("/account").token ?? ""
        let typed = form(["token": token, "form": newForm]) + "&" + form(["reason-\(id)": reason])
        return try await browser.post("/direct-referrals/\(id)/refusal", typed)
    }
}
