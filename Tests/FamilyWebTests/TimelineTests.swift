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

@Suite struct `The timeline` {
    private func timeline(_ family: String, in web: WebTown) throws -> String { try web.circle(family) + "/timeline" }

    @Test func `tells of help so far, who came and went, and what was promised and done`() async throws {
        let web = try await WebTown.toRead
        let page = try await web.browser(of: "aylin").get(try timeline("de-wit-yildiz", in: web)).shown
        for said in ["Wie hielp wanneer", "Sanne Kuipers", "kwam in de kring.", "deed wat beloofd was"] {
            #expect(page.contains(said), "\(said)")
        }
    }

    @Test(arguments: [("robert", false), ("eline", true)])
    func `shows nobody who is hidden from its reader`(reader: String, isSeen: Bool) async throws {
        let web = try await WebTown.toRead
        let page = try await web.browser(of: reader).get(try timeline("van-dongen", in: web))
        #expect(page.status == .ok)
        #expect(page.text.contains("Nadia") == isSeen)
    }

    @Test func `is about one person where that is asked, and about nobody the reader does not follow`() async throws {
        let web = try await WebTown.toRead
        let path = try timeline("de-wit-yildiz", in: web)
        let (noor, sem) = (try web.filled.person("noor"), try web.filled.person("sem"))
        let aylin = try await web.browser(of: "aylin")
        let aboutSem = try await aylin.get(path + "?person=\(sem)").shown
        #expect(aboutSem.contains("Priya") && !aboutSem.contains("Sanne Kuipers kwam"))
        #expect(try await aylin.get(path + "?person=\(noor)&about=people").shown.contains("kwam in de kring."))
        #expect(try await !aylin.get(path + "?about=people").shown.contains("beloofde:"))
        let sanne = try await web.browser(of: "sanne")
        #expect(try await sanne.get(path + "?person=\(noor)").status == .ok)
        #expect(try await sanne.get(path + "?person=\(sem)").status == .notFound)
        #expect(try await sanne.get(path + "?person=nobody&about=nothing&before=x").status == .ok)
    }

    @Test(arguments: Engine.all)
    func `goes on to the end, and says that it goes on only where there is more for its reader`(engine: Engine)
        async throws
    {
        let town = try await WebTown(engine)
        let family = try town.filled.family("van-dongen")
        for person in ["robert", "eline"] {
            let reader = try town.filled.account(person)
            let look = Look(
                reader: reader, at: town.clock.now, from: "", action: .read, item: ItemName(.timeline, family))
            let parts = try await town.dossiers.read(family, look) { key, connection in
                let talks = Set(try connection.conversations(key).map(\.conversation.id.text))
                var (parts, before) = ([Timeline](), Int?.none)
                repeat {
                    let question = TimelineQuestion(before: before)
                    let part = try connection.timeline(question, key, takesPartIn: talks, size: 3)
                    parts.append(part)
                    before = part.older
                } while before != nil
                let whole = try connection.timeline(TimelineQuestion(), key, takesPartIn: talks, size: 500)
                return Found((parts: parts, whole: whole.entries), about: [])
            }
            let found = try #require(parts)
            #expect(found.parts.flatMap(\.entries) == found.whole)
            #expect(found.parts.dropLast().allSatisfy { $0.entries.count == 3 })
            #expect(found.parts.last?.entries.isEmpty == false)
        }
    }
}
