// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import Testing

/// What the tests of keeping and forgetting ask of the town.
extension WebTown {
    func keeping(_ family: String = "de-wit-yildiz") throws -> String { try circle(family) + "/keeping" }

    func send(
        _ path: String, _ fields: KeyValuePairs<String, String>, by browser: TownBrowser
    ) async throws -> Answer {
        let token = try await browser.get("/account").token ?? ""
        let sent: ID<Submission> = IDSource.unguessable.next(at: clock.now)
        return try await browser.post(path, form(["token": token, "form": sent.text]) + "&" + form(fields))
    }

    func askToForget(_ person: String, by browser: TownBrowser) async throws -> Answer {
        let id = try filled.person(person).text
        return try await send(
            try circle("de-wit-yildiz") + "/forgettings",
            ["person": id, "words-\(id)": "Ik wil opnieuw beginnen."], by: browser)
    }

    /// The address at which somebody decides or answers, as it stands on their page of today.
    func forgettingToday(_ who: String) async throws -> (TownBrowser, String?) {
        let browser = try await browser(of: who)
        return (browser, try await browser.get("/today").links.first { $0.contains("/forgettings/") })
    }

    /// Aylin asks about Noor; where Marieke decides and Joost answers.
    func askedAboutNoor() async throws -> (
        marieke: TownBrowser, decision: String, joost: TownBrowser, agreement: String
    ) {
        let aylin = try await browser(of: "aylin")
        #expect(try await askToForget("noor", by: aylin).location == keeping())
        let (marieke, decision) = try await forgettingToday("marieke")
        let (joost, agreement) = try await forgettingToday("joost")
        return (marieke, try #require(decision), joost, try #require(agreement))
    }

    func isForgettingGranted() async throws -> Bool { try await !dossiers.erasuresDue(by: WebTown.today).isEmpty }
}

extension WebTown {
    /// A parent holds authority over a child beside the other from now on, or no more.
    func setAuthority(_ isHeld: Bool, of parent: String, over child: String) async throws {
        let family = try filled.family("de-wit-yildiz")
        let (parent, child) = (try filled.person(parent), try filled.person(child))
        let change: SQL =
            isHeld
            ? "INSERT INTO authority_holder (family_id, child_id, person_id) VALUES (\(family), \(child), \(parent))"
            : """
            DELETE FROM authority_holder
            WHERE family_id = \(family) AND child_id = \(child) AND person_id = \(parent)
            """
        let kind: Authority.Kind = isHeld ? .jointByParents : .byOneParent
        _ = try await database.write { connection in
            try connection.execute(change)
            try connection.execute(
                "UPDATE authority SET kind = \(kind.rawValue) WHERE family_id = \(family) AND child_id = \(child)")
        }
    }

    /// A professional is there for one of the children no more, and stays for the other.
    func stop(_ professional: String, for child: String) async throws {
        let (member, person) = (try filled.membership("de-wit-yildiz/\(professional)"), try filled.person(child))
        let (now, vault) = (clock.now, vault)
        try await deed(professional, ItemName(.circle, member)) { key, connection in
            let kept = try #require(try connection.member(member, key))
            try connection.end(
                member, for: [person], version: kept.version, at: now, ids: .unguessable, key, vault)
        }
    }

    /// Two professionals refused that a parent reads about a child.
    func refuseReading(of parent: String, about child: String) async throws {
        let (family, vaultNow) = (try filled.family("de-wit-yildiz"), clock.now)
        let (child, parent) = (try filled.person(child), try filled.person(parent))
        let (first, second) = (try filled.account("marieke"), try filled.account("hanna"))
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO reading_refusal (family_id, id, child_id, parent_id, part_id, by_id, made_at, second_id,
                    second_at)
                SELECT family_id, '01900000-0000-7000-8000-00000000000a', \(child), \(parent), part_id, \(first),
                    \(vaultNow), \(second), \(vaultNow) FROM person WHERE family_id = \(family) AND id = \(child)
                """)
        }
    }
}
