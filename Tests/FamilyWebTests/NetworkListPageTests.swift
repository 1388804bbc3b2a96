// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import TestClient
import TestDatabases
import Testing

@Suite struct `Reading in a list of who is around a family` {
    private static let family = "de-wit-yildiz"
    private static let list = """
        naam;rol;organisatie;telefoon
        Riet Invented;oma;;0600000001
        Daniël Groen;gezinsbehandelaar;Het Anker;0600000002
        Els Invented;juf;Basisschool De Schakel;0600000003
        Omar Invented;tante;;
        Wie Dan Ook;leraar;De Verzonnen School;
        """

    private static func handIn(_ list: String, by browser: TownBrowser, _ web: WebTown) async throws -> Answer {
        let path = try web.circle(family) + "/network-list"
        let open = try await OpenForm(browser, path)
        let form = PartsForm(["token": open.token, "form": open.form, "list": ""]).with("netwerk.csv", Array(list.utf8))
        return try await browser.post(path, bytes: form.body, type: PartsForm.type)
    }

    /// The rows of a page as they would be sent, with something changed.
    private static func send(
        _ page: Answer, _ changes: KeyValuePairs<String, String>, for persons: [String], by browser: TownBrowser,
        _ web: WebTown
    ) async throws -> Answer {
        var fields = ["token": try #require(page.token), "form": try #require(page.field("form")), "rows": "5"]
        for place in 1...5 {
            for name in ["name", "function", "organisation"] {
                fields["\(name)-\(place)"] = page.field("\(name)-\(place)")
            }
            let select = try #require(page.between("id=\"role-\(place)\"", "</select>"))
            let chosen = select.firstMatch(of: /value="([^"]*)" selected/).map { String($0.1) }
            fields["role-\(place)"] = chosen ?? ""
        }
        for (name, value) in changes where name != "chosen" { fields[name] = value }
        let chosen = changes.filter { $0.key == "chosen" }.map(\.value)
        let body =
            fields.map { form([$0.key: $0.value]) } + chosen.map { form(["chosen": $0]) }
            + (try persons.map { form(["persons": try web.filled.person($0).text]) })
        return try await browser.post(try web.circle(family) + "/network-list/invitations", body.joined(separator: "&"))
    }

    private static func invitations(_ web: WebTown) async throws -> [String] {
        let family = try web.filled.family(family)
        return try await web.database.read { connection in
            try connection.rows(
                """
                SELECT kind, role, share, account_id IS NULL, organisation_id IS NULL FROM invitation
                WHERE family_id = \(family) AND role IS NOT NULL ORDER BY role
                """
            ) { "\($0.text(0)) \($0.text(1)) \($0.int(2)) \($0.bool(3) ? "" : "named ")\($0.bool(4) ? "" : "at work")" }
        }
    }

    @Test(arguments: Engine.all)
    func `shows who is on it first, keeps nothing, and invites all who are chosen at once`(engine: Engine) async throws
    {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        let before = try await web.traces(Self.family)
        let page = try await Self.handIn(Self.list, by: aylin, web)
        #expect(page.status == .ok && page.shown.contains("5 mensen op de lijst"))
        // Forty rows are not sent into the void.
        #expect(page.text.contains("data-unreached"))
        #expect(try await web.traces(Self.family).journal == before.journal)
        #expect(try await Self.invitations(web).isEmpty)
        // An aunt has no role of her own, and the school of the last is not known: they are left out at first.
        for (place, isChosen) in [(1, true), (2, true), (3, true), (4, false), (5, false)] {
            let box = try #require(page.between("id=\"chosen-\(place)\"", ">"))
            #expect(box.contains("checked") == isChosen, "\(place)")
        }
        #expect(page.text.contains("id=\"organisation-5-error\"") && !page.shown.contains("0600000001"))
        let sent = try await Self.send(
            page, ["chosen": "1", "chosen": "2", "chosen": "3", "role-2": "familySupport"], for: ["noor", "aylin"],
            by: aylin, web)
        #expect(try sent.location == web.circle(Self.family))
        let invitations = try await Self.invitations(web)
        #expect(
            invitations == [
                "professional familySupport 3 named at work", "relative grandparent 2 ",
                "professional teacher 2 at work",
            ])
        let circle = try await aylin.get(try web.circle(Self.family))
        #expect(circle.shown.contains("Riet Invented") && circle.shown.contains("Daniël Groen"))
        // Who is not known at the school by name is asked for there by what they do.
        let bart = try await web.browser(of: try web.filled.account("bart"))
        #expect(try await bart.get("/invitations").shown.contains("juf (Els Invented)"))
        // The father must agree for Noor, and for nobody else.
        let joost = try await web.browser(of: "joost")
        #expect(try await joost.get("/today").shown.contains("Antwoord geven op een uitnodiging"))
        let again = try await Self.handIn(Self.list, by: aylin, web)
        #expect(again.shown.contains("doet al mee, of is al uitgenodigd"))
    }

    @Test func `invites nobody when something of one is not right, and says where`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let page = try await Self.handIn(Self.list, by: aylin, web)
        let mistakes: [(String, [String], KeyValuePairs<String, String>)] = [
            ("role-4", ["noor"], ["chosen": "1", "chosen": "4"]),
            ("organisation-5", ["noor"], ["chosen": "1", "chosen": "5"]),
            ("name-1", ["noor"], ["chosen": "1", "name-1": " "]),
            ("function-1", ["noor"], ["chosen": "1", "function-1": String(repeating: "x", count: 300)]),
            ("role-1", ["aylin"], ["chosen": "1"]), ("persons", [], ["chosen": "1"]), ("chosen-1", ["noor"], [:]),
        ]
        for (field, persons, changes) in mistakes {
            let answer = try await Self.send(page, changes, for: persons, by: aylin, web)
            #expect(answer.status == .badRequest && answer.text.contains("id=\"\(field)-error\""), "\(field)")
            #expect(answer.shown.contains("Riet Invented") || field == "name-1")
        }
        #expect(try await Self.invitations(web).isEmpty)
        let sent = try await Self.send(page, ["chosen": "1"], for: ["noor"], by: aylin, web)
        let twice = try await Self.send(page, ["chosen": "1"], for: ["noor"], by: aylin, web)
        #expect(sent.status == .seeOther && twice.location == sent.location)
        #expect(try await Self.invitations(web).count == 1)
    }

    @Test func `says what can't be read, and keeps what was pasted`() async throws {
        let web = try await WebTown.toRead
        let marieke = try await web.browser(of: "marieke")
        let path = try web.circle(Self.family) + "/network-list"
        let flawed = [
            "": "Plak de lijst, of kies een bestand", "telefoon\n06\n": "We zien geen kolom met namen",
            "naam\n": "Hier staat niemand in",
        ]
        for (list, said) in flawed {
            let open = try await OpenForm(marieke, path)
            let form = PartsForm(["token": open.token, "form": open.form, "list": list])
            let answer = try await marieke.post(path, bytes: form.body, type: PartsForm.type)
            #expect(answer.status == .badRequest && answer.shown.contains(said), "\(list)")
            #expect(list.isEmpty || answer.shown.contains(list.trimmingSuffix("\n")))
        }
        // What was pasted stays when the file beside it can't be taken.
        let large = Array(("naam\n" + String(repeating: "x", count: 200_000)).utf8)
        let small = Array("naam\nRiet\n".utf8)
        for (files, said) in [([large], "Dit bestand is te groot"), ([small, small], "Kies één bestand.")] {
            let open = try await OpenForm(marieke, path)
            var form = PartsForm(["token": open.token, "form": open.form, "list": "naam\nOma Geplakt"])
            for file in files { form = form.with("lijst.csv", file) }
            let answer = try await marieke.post(path, bytes: form.body, type: PartsForm.type)
            #expect(answer.status == .badRequest && answer.text.contains("id=\"file-error\""))
            #expect(answer.shown.contains(said) && answer.shown.contains("Oma Geplakt"))
        }
    }

    @Test func `is for nobody who has no say in it`() async throws {
        let web = try await WebTown.toRead
        let path = try web.circle(Self.family) + "/network-list"
        let nowhere = "/families/0192f3a0-0000-7000-8000-00000000dead/network-list"
        for person in ["truus", "robert", "esmee", "thijs", "bart", "annelies"] where web.filled.accounts[person] != nil
        {
            let browser = try await web.browser(of: person)
            #expect(Heard(try await browser.get(path)) == Heard(try await browser.get(nowhere)), "\(person)")
            let token = try #require(try await browser.get("/account").token)
            let body = form([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f1", "rows": "1", "chosen": "1",
                "name-1": "X", "role-1": "grandparent", "persons": try web.filled.person("noor").text,
            ])
            let list = PartsForm([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f2", "list": "naam\nRiet",
            ]).body
            let read = try await browser.post(path, bytes: list, type: PartsForm.type)
            let none = try await browser.post(nowhere, bytes: list, type: PartsForm.type)
            #expect(read.status == .notFound && Heard(read) == Heard(none), "\(person)")
            let refused = try await browser.post(path + "/invitations", body)
            #expect(refused.status == .notFound)
            #expect(Heard(refused) == Heard(try await browser.post(nowhere + "/invitations", body)), "\(person)")
        }
    }

    /// Who sees the plan alone lets nobody see more, whatever is usual for a role.
    @Test func `lets nobody see more than who invites, and asks for nobody whom a form names besides`() async throws {
        let web = try await WebTown()
        let priya = try await web.browser(of: "priya")
        let page = try await Self.handIn(Self.list, by: priya, web)
        let wide: KeyValuePairs = ["chosen": "2", "role-2": "areaTeamWorker"]
        let sent = try await Self.send(page, wide, for: ["sem"], by: priya, web)
        #expect(sent.status == .seeOther)
        let narrow = try await Self.invitations(web)
        #expect(narrow == ["professional areaTeamWorker 2 named at work"])
        // A child of another family.
        let stranger = try await Self.send(page, ["chosen": "1"], for: ["sem", "fleur"], by: priya, web)
        #expect(stranger.status == .notFound)
        // Of a role for adults no child is asked for, and the log says so.
        let aylin = try await web.browser(of: "aylin")
        let list = try await Self.handIn(Self.list, by: aylin, web)
        let debts = try await Self.send(
            list, ["chosen": "2", "role-2": "debtCounsellor"], for: ["aylin", "fleur"], by: aylin, web)
        #expect(debts.status == .seeOther)
        let (family, vault, now) = (try web.filled.family(Self.family), web.vault, web.clock.now)
        let look = Look(
            reader: try web.filled.account("aylin"), at: now, from: "", action: .read, item: ItemName(.circle, family))
        let records = try await web.dossiers.read(family, look) { key, connection in
            let found = try connection.accessRecords(
                key, from: now - .hours(1), until: now + .hours(1), below: .max, limit: 99, vault)
            return Found(found.map(\.record), about: [])
        }
        let update = try #require(records).first { $0.action == .update }
        #expect(try update?.persons == [web.filled.person("aylin")])
    }

    @Test func `asks for a check first on the closed track`() async throws {
        let web = try await WebTown.closed(Self.family)
        let marieke = try await web.browser(of: "marieke")
        let page = try await Self.handIn(Self.list, by: marieke, web)
        let answer = try await Self.send(
            page, ["chosen": "1", "chosen": "3"], for: ["noor"], by: marieke, web)
        #expect(answer.status == .badRequest && answer.text.contains("id=\"name-1-error\""))
        #expect(try await Self.invitations(web).isEmpty)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
