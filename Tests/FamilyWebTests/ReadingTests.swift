// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import TestClient
import TestDatabases
import Testing
import Town

@Suite struct `An address within a family` {
    private static let nowhere = "0192f3a0-0000-7000-8000-00000000dead"

    @Test(arguments: Town.demoPeople)
    func `opens for whom it should, and for nobody else`(person: DemoPerson) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: person.slug)
        for (path, isTheirs) in try WhoReads.addresses(in: web, for: person.slug) {
            let answer = try await browser.get(path)
            #expect(answer.status == (isTheirs ? .ok : .notFound), "\(person.slug) at \(path)")
        }
    }

    @Test(arguments: ["aylin", "joost", "robert", "bart", "thijs", "esmee", "ravi"])
    func `opens on PostgreSQL as on SQLite`(person: String) async throws {
        let web = try await PostgresTown.toRead
        let browser = try await web.browser(of: person)
        for (path, isTheirs) in try WhoReads.addresses(in: web, for: person) {
            #expect(try await browser.get(path).status == (isTheirs ? .ok : .notFound), "\(person) at \(path)")
        }
    }

    @Test(arguments: ["thijs", "esmee", "bart", "annelies", "ravi", "geert-jan", "robert"])
    func `answers a stranger as one where nothing is, byte for byte`(person: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: person)
        let family = try web.filled.family("de-wit-yildiz").text
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school").text
        for path in try WhoReads.addresses(in: web, for: person).map(\.path) where path.contains(family) {
            let real = try await browser.get(path)
            let made = try await browser.get(
                path.replacing(family, with: Self.nowhere).replacing(talk, with: Self.nowhere))
            #expect(Heard(real) == Heard(made), "\(path)")
            #expect(real.status == .notFound)
        }
        let events = try await browser.get("/families/\(family)/conversations/\(talk)/events")
        let noEvents = try await browser.get("/families/\(Self.nowhere)/conversations/\(Self.nowhere)/events")
        #expect(Heard(events) == Heard(noEvents))
        #expect(events.status == .notFound)
    }

    /// A conversation held from somebody, and one they don't take part in, inside a family they do read.
    @Test(arguments: [
        ("robert", "van-dongen", ["veiligheid", "fleur-in-de-klas", "de-verhuizing"]),
        ("joost", "de-wit-yildiz", ["aylin-met-marieke", "sem-met-priya", "voetbal"]),
        ("aylin", "de-wit-yildiz", ["joost-met-marieke", "sem-met-priya"]),
        ("hanna", "de-wit-yildiz", ["noor-op-school"]),
    ])
    func `within one's own family is silent about what one may not read`(
        person: String, family: String, talks: [String]
    ) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: person)
        let none = try web.conversations(family) + "/" + Self.nowhere
        for talk in talks {
            let real = try web.conversation("\(family)/\(talk)")
            for part in ["", "/messages", "/events", "?before=3"] {
                #expect(Heard(try await browser.get(real + part)) == Heard(try await browser.get(none + part)))
            }
        }
    }

    @Test func `asks who is there first, and leads back`() async throws {
        let web = try await WebTown.toRead
        for (path, _) in try WhoReads.addresses(in: web, for: "aylin") + [("/families", true), ("/access-log", true)] {
            let answer = try await web.browser().get(path)
            #expect(answer.status == .seeOther)
            let back = path.replacing("/", with: "%2F").replacing("?", with: "%3F").replacing("=", with: "%3D")
            #expect(answer.location == "/sign-in?back=\(back)")
        }
        let events = try await web.browser().get(try web.conversation("de-wit-yildiz/noor-op-school") + "/events")
        #expect(events.status == .seeOther || events.status == .notFound)
    }

    @Test(arguments: Town.demoPeople)
    func `outside of families opens by what somebody's account is for`(person: DemoPerson) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: person.slug)
        let log = try await browser.get("/access-log")
        #expect(log.status == (person.slug == "geert-jan" ? .ok : .notFound))
        #expect(try await browser.get("/families").status == .ok)
        let start = try await browser.get("/")
        #expect(start.status == (person.slug == "annelies" ? .ok : .seeOther))
        let organisations = try await browser.get("/organisations")
        #expect(organisations.status == (person.slug == "ravi" ? .ok : .notFound))
    }
}

/// All that somebody can tell answers apart by.
struct Heard: Equatable {
    let status: Int
    let headers: [String]
    let text: String

    init(_ answer: Answer) {
        status = answer.status.code
        headers = answer.headers.filter { $0.name != "date" }.map { "\($0.name): \($0.value)" }.sorted()
        text = answer.text
    }
}

/// The same town on PostgreSQL, filled once.
private enum PostgresTown {
    static var toRead: WebTown { get async throws { try await shared.value } }
    private static let shared = Task { try await WebTown(.postgres) }
}
