// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `Asking somebody in by their role` {
    private static let family = "de-wit-yildiz"

    @Test func `is offered first, and fills in what is usual`() async throws {
        let web = try await WebTown.toRead
        let aylin = try await web.browser(of: "aylin")
        let path = try web.circle(Self.family) + "/invitations/new"
        let doors = try await aylin.get(path)
        for role in Role.allCases { #expect(doors.text.contains("role=\(role.rawValue)"), "\(role)") }
        let form = try await aylin.get(path + "?role=debtCounsellor")
        #expect(
            form.text.contains("value=\"schuldhulpverlener\"") && form.shown.contains("Ziet niets over de kinderen."))
        let share = form.text.matches(of: /name="share" id="[^"]*" value="2" checked/)
        #expect(share.count == 1)
        #expect(form.text.contains("value=\"\((WebTown.today + 183).iso)\""))
        // A parent may ask for a parent themself alone, and for no other adult.
        #expect(form.text.matches(of: /name="persons"[^>]*checked/).count == 1)
    }

    @Test(arguments: Engine.all)
    func `is kept, and narrows which parts of a plan they are shown`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        let path = try web.circle(Self.family) + "/invitations"
        let open = try await OpenForm(aylin, path + "/new?role=teacher")
        let sent = try await aylin.post(
            path,
            open.body([
                "kind": "professional", "role": "teacher", "organisation": "Basisschool De Schakel",
                "colleague": "Bart Verhoeven",
                "function": "leraar", "persons": try web.filled.person("noor").text, "share": "2",
                "expectation": "Ziet hoe het gaat.",
            ]))
        #expect(sent.status == .seeOther)
        let roles = try await web.database.read { connection in
            try connection.rows("SELECT role FROM invitation WHERE role IS NOT NULL ORDER BY id") { $0.text(0) }
        }
        #expect(roles == ["teacher"])
        let invitation = try #require(sent.location)
        _ = try await web.answer(invitation, ["noor": "yes"], by: "joost")
        let bart = try await web.browser(of: try web.filled.account("bart"))
        _ = try await web.pressShown(invitation + "/acceptance", on: "/invitations", by: bart)
        let family = try web.filled.family(Self.family)
        let look = Look(
            reader: try web.filled.account("bart"), at: web.clock.now, from: "", action: .read,
            item: ItemName(.circle, family))
        let domains = try await web.dossiers.read(family, look) { key, connection in
            Found(try connection.lifeDomains(key) ?? ["all"], about: [])
        }
        #expect(domains == ["school"])
    }
}
