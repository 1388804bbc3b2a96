// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

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
        #expect(try await web.send(path + "/start", ["startChoice": area], by: daniel).location == path)
        #expect(try await owed(path, web) == [.answerDirection])
        #expect(try await team.get("/today").links.contains(Self.page))
        let act = Self.page + "/" + path.suffix(36)
        let unsaid = try await web.send(act + "/refusal", [:], by: team)
        #expect(unsaid.status == .badRequest && unsaid.text.contains("-error\""))
        #expect(try await web.send(act + "/direction", [:], by: team).location == Self.page)
        #expect(try await owed(path, web) == [])
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
        _ = try await web.send(path + "/start", ["startChoice": area], by: daniel)
        let act = Self.page + "/" + path.suffix(36) + "/refusal"
        let field = "reason-" + path.suffix(36)
        let body = form(["form": web.newForm]) + "&\(field)=Wij+zitten+vol."
        let token = try await team.get("/account").token ?? ""
        #expect(try await team.post(act, body + "&" + form(["token": token])).location == Self.page)
        let read = try await daniel.get(path).shown
        #expect(read.contains("Wij zitten vol.") && read.contains("Wie helpt."))
        #expect(try await owed(path, web) == [])
    }

    @Test(arguments: ["daniel", "sanne", "joost", "nadia"])
    func `is found by nobody of another organisation`(who: String) async throws {
        let web = try await WebTown.withPractices()
        let (_, path) = try await referred(web)
        let stranger = try await web.worker(who)
        #expect(try await stranger.get(Self.page).status == .notFound)
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
}
