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
    /// A promise of Marieke, or of her organisation, to Aylin about Noor; its address.
    private func made(_ web: WebTown, inInbox: Bool = false) async throws -> String {
        let family = try web.filled.family("de-wit-yildiz")
        let noor = try web.filled.person("noor")
        let (vault, now) = (web.vault, web.clock.now)
        let owner: Promise.Owner =
            inInbox
            ? .organisation(try web.filled.organisation("gebiedsteam")) : .account(try web.filled.account("marieke"))
        let promise = Promise(
            id: IDSource.unguessable.next(at: now), kind: .callBack, owner: owner,
            receiver: .account(try web.filled.account("aylin")),
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

    private func newForm(_ web: WebTown) -> String {
        let form: ID<Submission> = IDSource.unguessable.next(at: web.clock.now)
        return form.text
    }

    @Test(arguments: Engine.all)
    func `lets its receiver close it with a reason, and nobody else`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await made(web)
        let (aylin, marieke) = (try await web.browser(of: "aylin"), try await web.browser(of: "marieke"))
        let owners = try await marieke.get(path)
        #expect(owners.shown.contains("Aylin terugbellen over Noor") && !owners.text.contains("/closing\""))
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

    @Test(arguments: Engine.all)
    func `is kept by its owner with one button of today, and stands there under what was done`(engine: Engine)
        async throws
    {
        let web = try await WebTown(engine)
        let path = try await made(web)
        let (aylin, marieke) = (try await web.browser(of: "aylin"), try await web.browser(of: "marieke"))
        let before = try await marieke.get("/today")
        #expect(before.text.contains("action=\"\(path)/settlement\""))
        #expect(before.shown.contains("Voor Aylin") && !before.shown.contains("Vandaag gedaan"))
        for person in ["aylin", "joost", "sanne", "thijs", "esmee"] {
            let other = try await web.browser(of: person)
            let token = try #require(try await other.get("/account").token)
            let sent = form(["token": token, "form": newForm(web)])
            #expect(try await other.post(path + "/settlement", sent).status == .notFound, "\(person)")
            #expect(try await other.post(path + "/taking", sent).status == .notFound, "\(person)")
        }
        #expect(try await aylin.get("/today").links.contains(path))
        let open = try await OpenForm(marieke, path)
        let answer = try await marieke.post(path + "/settlement", open.body(["back": "today"]))
        #expect(answer.status == .seeOther && answer.location == "/today")
        #expect(try await marieke.post(path + "/settlement", open.body(["back": "today"])).location == "/today")
        let after = try await marieke.get("/today")
        #expect(
            !after.links.contains(path) && after.between("id=\"done\"", "</section>")?.contains("terugbellen") == true)
        #expect(try await !aylin.get("/today").links.contains(path))
        #expect(try await aylin.get(path).shown.contains("Gedaan"))
        web.clock.now = web.clock.now + .days(1)
        #expect(try await !marieke.get("/today").shown.contains("Vandaag gedaan"))
    }

    @Test(arguments: Engine.all)
    func `is taken out of the inbox by one colleague, who owes it from then on`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await made(web, inInbox: true)
        let marieke = try await web.browser(of: "marieke")
        let sanne = try await web.browser(of: "sanne")
        let token = try #require(try await sanne.get("/account").token)
        let sent = form(["token": token, "form": newForm(web)])
        #expect(try await sanne.post(path + "/taking", sent).status == .notFound)
        #expect(try await marieke.get("/today").text.contains("action=\"\(path)/taking\""))
        let open = try await OpenForm(marieke, path)
        #expect(try await marieke.post(path + "/taking", open.body(["back": "today"])).location == "/today")
        #expect(try await marieke.get("/today").text.contains("action=\"\(path)/settlement\""))
        #expect(try await web.browser(of: "aylin").get(path).shown.contains("Marieke Postma"))
    }
}
