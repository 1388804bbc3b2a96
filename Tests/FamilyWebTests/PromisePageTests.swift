// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

@Suite struct `A promise's page` {
    /// A promise of Marieke to Aylin about Noor; its address.
    private func made(_ web: WebTown) async throws -> String {
        let family = try web.filled.family("de-wit-yildiz")
        let noor = try web.filled.person("noor")
        let (vault, now) = (web.vault, web.clock.now)
        let promise = Promise(
            id: IDSource.unguessable.next(at: now), kind: .callBack,
            owner: .account(try web.filled.account("marieke")), receiver: .account(try web.filled.account("aylin")),
            subject: Promise.Subject(kind: "family", id: family.text), urgency: .week, made: now)
        let look = Look(
            reader: try web.filled.account("marieke"), at: now, from: "", action: .create,
            item: ItemName(.promise, promise.id))
        _ = try await web.dossiers.act(family, look, form: IDSource.unguessable.next(at: now)) { key, connection in
            try connection.make(
                promise, about: [noor], saying: "Aylin terugbellen over Noor", by: look.reader, key, vault)
            return Found("", about: [noor])
        }
        return "/families/\(family)/promises/\(promise.id)"
    }

    @Test(arguments: Engine.all)
    func `lets its receiver close it with a reason, and nobody else`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await made(web)
        let (aylin, marieke) = (try await web.browser(of: "aylin"), try await web.browser(of: "marieke"))
        let owners = try await marieke.get(path)
        #expect(owners.shown.contains("Aylin terugbellen over Noor") && owners.field("form") == nil)
        let open = try await OpenForm(aylin, path)
        for person in ["marieke", "joost", "sanne", "thijs", "esmee"] {
            let other = try await web.browser(of: person)
            let token = try #require(try await other.get("/account").token)
            let answer = try await other.post(
                path + "/closing", form(["token": token, "form": open.form, "reason": "weSpoke"]))
            #expect(answer.status == .notFound, "\(person)")
        }
        #expect(try await aylin.get("/today").links.contains(path))
        let without = try await aylin.post(path + "/closing", open.body([:]))
        #expect(without.status == .badRequest && without.shown.contains("Kies waarom"))
        let answer = try await aylin.post(path + "/closing", open.body(["reason": "noLongerNeeded"]))
        #expect(answer.status == .seeOther && answer.location == path)
        #expect(try await aylin.get(path).shown.contains("Hoeft niet meer"))
        #expect(try await !marieke.get("/today").links.contains(path))
        let again = try await aylin.post(path + "/closing", open.body(["reason": "noLongerNeeded"]))
        #expect(again.location == path)
    }

    @Test func `is not there for who may not see the promise`() async throws {
        let web = try await WebTown()
        let path = try await made(web)
        for person in ["thijs", "esmee", "bart", "robert", "annelies"] {
            #expect(try await web.browser(of: person).get(path).status == .notFound, "\(person)")
        }
    }
}
