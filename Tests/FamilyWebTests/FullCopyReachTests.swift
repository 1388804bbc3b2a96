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

@Suite struct `A full copy and those whose it is not` {
    private static let family = "de-wit-yildiz"
    private static let absent = "01900000-0000-7000-8000-00000000000f"

    private func page(_ web: WebTown) throws -> String { try web.circle(Self.family) + "/take-along" }

    /// A mother's copy holds nothing of the father, nor a father's of the mother, and neither a line of their son's own.
    @Test func `gives nobody what is another's`() async throws {
        let web = try await WebTown()
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        let hers = try await web.copied("aylin", for: aylin)
        let his = try await web.copied("joost", for: joost)
        let talks = try #require(web.town.family(Self.family)).conversations
        func texts(_ about: [String]) -> [String] {
            talks.filter { $0.about == about }.flatMap(\.messages).map {
                $0.text.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            }
        }
        #expect(!texts(["aylin"]).isEmpty && !texts(["joost"]).isEmpty && !texts(["sem"]).isEmpty)
        for text in texts(["aylin"]) { #expect(hers.contains(text) && !his.contains(text), "\(text)") }
        for text in texts(["joost"]) { #expect(his.contains(text) && !hers.contains(text), "\(text)") }
        for text in texts(["sem"]) { #expect(!his.contains(text) && !hers.contains(text), "\(text)") }
        let own = try await web.copied("sem", for: web.browser(of: "sem"))
        for text in texts(["sem"]) { #expect(own.contains(text), "\(text)") }
        let noor = try await web.copied("noor", for: aylin)
        #expect(texts(["noor"]).count > 10)
        for text in texts(["noor"]) { #expect(noor.contains(text), "\(text)") }
        for text in texts(["aylin"]) { #expect(!noor.contains(text), "\(text)") }
    }

    /// Each page, and each file of a copy, sounds as one that is not there; her to whom it belongs has it meanwhile.
    @Test(arguments: ["marieke", "truus", "sanne", "hanna", "bart", "thijs", "fatma", "ravi"])
    func `is not for who is let in, nor for strangers`(reader: String) async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.copied("noor", for: aylin)
        let files = try await web.copyFiles(aylin)
        let browser = try await web.browser(of: try web.filled.account(reader))
        let nowhere = try page(web).replacing(try web.filled.family(Self.family).text, with: Self.absent)
        for path in files + [try page(web)] {
            let heard = Heard(try await browser.get(path))
            let made = Heard(try await browser.get(nowhere))
            #expect(heard.status == 404 && heard == made, "\(path)")
            #expect(try await aylin.get(path).status == .ok, "\(path)")
        }
        let asked = try await web.askCopy(of: "noor", by: browser)
        let elsewhere = try await web.send(
            nowhere.replacing("take-along", with: "copies"), ["person": try web.filled.person("noor").text],
            by: browser)
        #expect(asked.status == .notFound && Heard(asked) == Heard(elsewhere))
        #expect(try await web.askCopy(of: "noor", by: aylin).status == .seeOther)
    }

    @Test func `is for its reader alone, and about nobody else`() async throws {
        let web = try await WebTown()
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        _ = try await web.copied("noor", for: aylin)
        for file in try await web.copyFiles(aylin) {
            #expect(try await aylin.get(file).status == .ok)
            let made = file.replacing(/copies\/[^\/]*/, with: "copies/" + Self.absent)
            #expect(Heard(try await joost.get(file)) == Heard(try await joost.get(made)), "\(file)")
            #expect(try await joost.get(file).status == .notFound)
        }
        let hers = try web.filled.person("aylin").text
        #expect(try await aylin.get(page(web)).fields("person").contains(hers))
        #expect(try await !joost.get(page(web)).fields("person").contains(hers))
        #expect(try await web.askCopy(of: "aylin", by: joost).status == .notFound)
        #expect(try await web.askCopy(of: "aylin", by: aylin).status == .seeOther)
    }

    @Test func `is of no other name`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.copied("noor", for: aylin)
        for file in try await web.copyFiles(aylin) {
            for name in [file + "x", file.uppercased()] {
                #expect(try await aylin.get(name).status == .notFound, "\(name)")
            }
        }
    }

    /// Whichever of the three keys is destroyed: that of the reader, of the person, of what the family shares.
    @Test func `is sealed three times, so that it opens nowhere any more once a key of it is gone`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.copied("aylin", for: aylin)
        let family = try web.filled.family(Self.family)
        let kept = try await web.database.read { connection in
            try connection.rows("SELECT copy_id, file, number, body FROM full_copy_piece ORDER BY file, number") {
                (copy: $0.text(0), file: $0.text(1), number: $0.int(2), body: $0.bytes(3))
            }
        }
        #expect(kept.count >= 3)
        let keys = [
            try web.filled.part(Self.family).text, try web.filled.part(Self.family + "/aylin").text,
            try web.filled.account("aylin").text,
        ]
        for piece in kept {
            let place = SealedPlace(
                "full_copy_piece", "body", row: "\(piece.copy):\(piece.file):\(piece.number)", owner: family.text)
            var sealed = piece.body
            for key in keys {
                #expect(PartKey.id(of: sealed) == key)
                sealed = try #require(try web.vault.key(key)).openBytes(sealed, at: place)
            }
            #expect(PartKey.id(of: sealed) == nil)
        }
    }

    @Test func `is not there once what it is about was erased`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.copied("noor", for: aylin)
        let files = try await web.copyFiles(aylin)
        for file in files { #expect(try await aylin.get(file).status == .ok) }
        try web.vault.erase([try web.filled.part(Self.family + "/noor").text])
        // Her pages go on, and the copy does not.
        #expect(try await aylin.get(page(web)).status == .ok)
        for file in files { #expect(try await aylin.get(file).status != .ok) }
    }
}
