// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import TestClient
import Testing
import Town

@Suite struct `All pages somebody can reach` {
    /// Robert must not find where Eline and the children live, go to school or are helped.
    private static let secrets = [
        "Lindehof", "Ondiep-Noord", "06 00 00 02 36", "Bibliotheek", "Plantage", "Schakel", "groep 6", "groep 3",
        "14.00", "achterkant", "achterpoort", "Nadia", "Benali", "Luwte", "Vrouwenopvang", "Bart", "Verhoeven",
        "begeleider", "leraar", "Veilig in en uit", "Fleur in groep", "De verhuizing", "Carla", "verborgen",
        "vastgehouden", "advocaat", "geheim",
    ]

    @Test(arguments: ["nl", "en"])
    func `tell a father nothing of what is kept from him`(language: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: "robert")
        await browser.set("language", language)
        let crawl = try await Crawl(browser)
        #expect(crawl.pages.count > 10)
        // The list of roles in an invitation is the same for everybody, and names every role there is.
        for secret in Self.secrets {
            let pages = crawl.pages(with: secret)
            let isRole = ["begeleider", "leraar"].contains(secret)
            #expect(pages.filter { !isRole || !$0.contains("/invitations/new") } == [], "\(secret)")
        }
        for secret in try hiddenIdentifiers(in: web) { #expect(crawl.pages(with: secret) == [], "\(secret)") }
        let family = try #require(web.town.family("van-dongen"))
        for talk in family.conversations where !talk.participants.contains("robert") {
            for message in talk.messages { #expect(crawl.pages(with: message.text) == []) }
        }
    }

    private func hiddenIdentifiers(in web: WebTown) throws -> [String] {
        let talks = try ["veiligheid", "fleur-in-de-klas", "de-verhuizing"].map {
            try web.filled.conversation("van-dongen/\($0)").text
        }
        let people = try ["nadia", "bart", "carla"].map { try web.filled.account($0).text }
        let memberships = try ["nadia", "bart"].map { try web.filled.membership("van-dongen/\($0)").text }
        return try talks + people + memberships + [web.filled.organisation("de-luwte").text]
    }

    /// Who does find these secrets: the sweep must see them where they may be seen.
    @Test func `show the mother what she keeps from him`() async throws {
        let crawl = try await Crawls.of("eline")
        for known in ["Lindehof", "Nadia Benali", "Luwte", "Veilig in en uit", "achterpoort", "06 00 00 02 36"] {
            #expect(!crawl.pages(with: known).isEmpty, "\(known)")
        }
    }

    @Test(arguments: [
        ("joost", ["Even over mezelf", "Vraagje", "Voetbal op zaterdag", "06 00 00 01 41"]),
        ("aylin", ["Vraagje", "Mijn werk en de weekenden", "Kade 3", "06 00 00 01 43"]),
        ("truus", ["Vraagje", "Even over mezelf", "Mijn werk en de weekenden", "Noor op school"]),
    ])
    func `show no trace of another's own conversation`(person: String, subjects: [String]) async throws {
        let web = try await WebTown.toRead
        let crawl = try await Crawls.of(person)
        for subject in subjects { #expect(crawl.pages(with: subject) == [], "\(person): \(subject)") }
        #expect(crawl.pages(with: try web.filled.conversation("de-wit-yildiz/sem-met-priya").text) == [])
    }

    @Test(arguments: Town.demoPeople)
    func `hold nothing of a conversation somebody takes no part in`(person: DemoPerson) async throws {
        let web = try await WebTown.toRead
        let crawl = try await Crawls.of(person.slug)
        for family in web.town.families {
            for talk in family.conversations {
                let isTheirs = WhoReads.conversations[person.slug]?[family.slug]?.contains(talk.slug) == true
                let id = try web.filled.conversation("\(family.slug)/\(talk.slug)").text
                guard !isTheirs else {
                    #expect(!crawl.pages(with: id).isEmpty)
                    #expect(
                        talk.messages.allSatisfy { !crawl.pages(with: $0.text.prefixOfLine).isEmpty }, "\(talk.slug)")
                    continue
                }
                #expect(crawl.pages(with: id) == [], "\(person.slug): \(talk.slug)")
                #expect(crawl.pages(with: talk.subject) == [], "\(person.slug): \(talk.subject)")
                for message in talk.messages where message.text.count > 15 {
                    #expect(crawl.pages(with: message.text) == [], "\(person.slug): \(message.text)")
                }
            }
        }
    }

    @Test(arguments: Town.demoPeople)
    func `name no family that somebody is not around`(person: DemoPerson) async throws {
        let web = try await WebTown.toRead
        let crawl = try await Crawls.of(person.slug)
        for family in web.town.families where WhoReads.conversations[person.slug]?[family.slug] == nil {
            // The log names dossiers to the privacy officer, and who opened them, so also the children who did.
            let isOfficer = person.slug == "geert-jan"
            let pages = crawl.pages(with: try web.filled.family(family.slug).text)
            // What a family sent to somebody's organisation is theirs to answer; of whom it tells them no more.
            let answers = person.slug == "ruud" && family.slug == "jansen"
            #expect(
                pages.filter { page in
                    !(isOfficer && page.hasPrefix("/access-log"))
                        && !(answers && (page == "/today" || page.contains("/objections/")))
                } == [], "\(person.slug): \(family.slug)")
            for child in family.persons.filter({ $0.isMinor(on: WebTown.today) && !(isOfficer && $0.account) }) {
                #expect(crawl.pages(with: child.name) == [], "\(person.slug): \(child.name)")
            }
        }
    }

    @Test(arguments: Town.demoPeople)
    func `are there, in a title without anybody's name`(person: DemoPerson) async throws {
        let web = try await WebTown.toRead
        let crawl = try await Crawls.of(person.slug)
        let words = web.town.names.flatMap { $0.split(separator: " ").map(String.init) }
        let names = Set(words).filter { $0.count > 3 }
        for page in crawl.pages {
            #expect([200, 303].contains(page.answer.status.code), "\(person.slug): \(page.path)")
            guard page.answer.status == .ok, page.answer["content-type"]?.hasPrefix("text/html") == true else {
                continue
            }
            let title = try #require(page.answer.between("<title>", "</title>"))
            // A component that was printed as a value of the program, instead of as itself.
            #expect(!page.answer.shown.contains("(link: "), "\(person.slug): \(page.path)")
            for name in names { #expect(!title.contains(name), "\(person.slug): \(title)") }
        }
    }
}

extension String {
    /// As much of a message as surely stands on one line of a page.
    fileprivate var prefixOfLine: String { String(split(separator: "\n").first ?? "") }
}
