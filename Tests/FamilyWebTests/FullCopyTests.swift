// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import FamilyWeb
import Foundation
import Kernel
import Paper
import PeopleRules
import TestClient
import TestDatabases
import TestPaper
import Testing

@Suite struct `Taking everything along` {
    private static let family = "de-wit-yildiz"

    private func page(_ web: WebTown) throws -> String { try web.circle(Self.family) + "/take-along" }

    @Test(arguments: Engine.all)
    func `gives a paper, a file for machines and an archive, each fetch on record`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await aylin.get(web.circle(Self.family)).links.contains(try page(web)))
        #expect(try await web.askCopy(of: "aylin", by: aylin).location == page(web))
        #expect(try await aylin.get(page(web)).shown.contains("We maken je kopie: 0% klaar"))
        try await web.makeCopies()
        let files = try await web.copyFiles(aylin)
        #expect(files.map { $0.split(separator: "/").last } == ["rondom.pdf", "rondom.json", "rondom.zip"])
        let before = try await web.traces(Self.family).accessRecords
        let paper = try await aylin.get(files[0])
        #expect(paper["content-type"] == "application/pdf" && paper["cache-control"] == "no-store")
        let judge = PaperJudge(paper.bytes)
        try judge.check()
        let text = try judge.textOnOneLine
        #expect(text.contains("Alles over Aylin Yildiz") && text.contains("Ik slaap al weken slecht"))
        let structure = try judge.structure
        for tag in ["H1", "H2", "H3"] { #expect(structure.contains(tag), "\(tag)") }
        #expect(try judge.unpacked.contains("/Lang (nl)"))
        let data = try await aylin.get(files[1])
        let read = try JSONSerialization.jsonObject(with: Data(data.bytes)) as? [String: Any]
        #expect(read?["format"] as? String == "rondom-full-copy" && read?["version"] as? Int == 1)
        let archive = try await aylin.get(files[2])
        #expect(archive.bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(Data(archive.bytes).range(of: Data(data.bytes)) != nil)
        #expect(Data(archive.bytes).range(of: Data(paper.bytes)) != nil)
        #expect(try await web.traces(Self.family).accessRecords == before + 3)
    }

    @Test func `lies ready for a week`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.copied("aylin", for: aylin)
        let files = try await web.copyFiles(aylin)
        web.clock.wait(.days(7) - .minutes(1))
        let stillThere = try await web.browser(of: "aylin")
        #expect(try await stillThere.get(files[0]).status == .ok)
        #expect(try await web.copyFiles(stillThere) == files)
        web.clock.wait(.minutes(1))
        let later = try await web.browser(of: "aylin")
        #expect(try await later.get(files[0]).status == .notFound)
        #expect(try await web.copyFiles(later).isEmpty)
        let now = web.clock.now
        #expect(try await web.database.write { try $0.sweepFullCopies(at: now) } > 0)
        #expect(try await web.database.write { try $0.sweepFullCopies(at: now) } == 0)
        let left = try await web.database.read { connection in
            try connection.row("SELECT (SELECT COUNT(*) FROM full_copy) + (SELECT COUNT(*) FROM full_copy_piece)") {
                $0.int(0)
            }
        }
        #expect(left == 0)
    }

    /// What was held since a copy was made is not in what is fetched of it.
    @Test func `is made anew where something is kept from its reader since`() async throws {
        let web = try await WebTown()
        let joost = try await web.browser(of: "joost")
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        let before = try await web.copied("noor", for: joost)
        #expect(before.contains(talk.text))
        try await web.hold(ItemName(.conversation, talk), from: "joost", in: try web.filled.family(Self.family))
        let files = try await web.copyFiles(joost)
        let after = try await joost.get(files[1]).text
        #expect(!after.contains(talk.text) && after.contains("rondom-full-copy"))
        #expect(try await web.copyFiles(joost) == files)
    }

    /// It is made anew each day, and on a day when something happened; by its dates one is told of nothing.
    @Test func `says of each day the same, whether something is kept from its reader since or not`() async throws {
        var told: [[String]] = []
        for isHeld in [false, true] {
            let web = try await WebTown()
            _ = try await web.copied("noor", for: web.browser(of: "joost"))
            var said = try await dates(web)
            if isHeld {
                let talk = ItemName(.conversation, try web.filled.conversation("de-wit-yildiz/noor-op-school"))
                try await web.hold(talk, from: "joost", in: try web.filled.family(Self.family))
            }
            for wait in [Duration.minutes(5), .days(1), .minutes(5), .days(1)] {
                web.clock.wait(wait)
                said += try await dates(web)
            }
            told.append(said)
        }
        #expect(told[0] == told[1])
        for (place, day) in ["23", "23", "24", "24", "25"].enumerated() {
            let of = Array(told[0][place * 4..<place * 4 + 4])
            #expect(of[0].contains("/CreationDate (202611\(day)000000Z)"))
            #expect(of[1].contains("\"made\": \"2026-11-\(day)\","))
            #expect(of[2].hasPrefix("0 0 "))
            #expect(of[3].contains("Je kopie van \(day) november 2026"))
        }
    }

    /// What each file of a copy says of when it was made, and all that its page says.
    private func dates(_ web: WebTown) async throws -> [String] {
        let joost = try await web.browser(of: "joost")
        let files = try await web.copyFiles(joost)
        let paper = try PaperJudge(try await joost.get(files[0]).bytes).unpacked
        let data = try await joost.get(files[1]).text
        let archive = try await joost.get(files[2]).bytes
        return [
            String(try #require(paper.firstMatch(of: /\/CreationDate[^)]*\)/)).output),
            String(try #require(data.firstMatch(of: /\n  "made": .*/)).output),
            archive[10..<14].map { String($0) }.joined(separator: " "), try await joost.get(page(web)).shown,
        ]
    }
}
