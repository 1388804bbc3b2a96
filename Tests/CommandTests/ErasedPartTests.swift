// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import Kernel
import TestDatabases
import Testing
import Town

/// What was about Noor alone is erased beside a server.
@Suite(.serialized) struct `An erased part` {
    @Test func `is met by every page of everybody, and none breaks`() async throws {
        let town = try await DemoTown.fresh()
        let server = try town.serve()
        let people = try Town.demoPeople.map { try Visitor($0.slug, port: server.port) }
        let before = try people.map { try Self.pages(of: $0) }
        #expect(try Self.erase("noor", in: town).code == 0)
        for (visitor, known) in zip(people, before) {
            for path in known.union(try Self.pages(of: visitor)).sorted() {
                let status = try visitor.get(path).status
                #expect([200, 303, 404].contains(status), "\(path)")
            }
        }
        let verify = try town.run(["verify"])
        #expect(verify.code == 0)
        #expect(!server.said.contains("error"))
    }

    @Test func `does not open from a back-up beside the key store of now, and others do`() async throws {
        let town = try await DemoTown.fresh()
        let path = TestFolder.path("backup")
        #expect(try town.run(["backup", "--to", path]).code == 0)
        #expect(try Self.erase("noor", in: town).code == 0)
        let parts = try ["noor", "sem"].map { try town.filled.part("de-wit-yildiz/\($0)").text }

        // The data of the back-up beside the keys of now: the town is served with what was erased since.
        let folder = TestFolder.path("town")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for file in ["town.keys", "rondom.storekey"] {
            try FileManager.default.copyItem(atPath: "\(town.folder)/\(file)", toPath: "\(folder)/\(file)")
        }
        let restored = DemoTown(folder: folder, filled: town.filled)
        #expect(try restored.run(["restore", "--from", path, "--keep-keys"]).code == 0)
        let vault = try Vault.open(at: .sqlite(path: folder + "/town.keys"))
        #expect(try Array(vault.keys(parts).keys) == [parts[1]])
        let server = try restored.serve()
        for person in Town.demoPeople {
            let visitor = try Visitor(person.slug, port: server.port)
            for page in try Self.pages(of: visitor).sorted() {
                #expect(try [200, 303, 404].contains(visitor.get(page).status), "\(page)")
            }
        }
        let marieke = try Visitor("marieke", port: server.port)
        let family = try town.filled.family("de-wit-yildiz")
        let circle = try marieke.get("/families/\(family)").body
        #expect(circle.contains("Sem"))
        #expect(circle.contains("gewist"))
        let talk = try town.filled.conversation("de-wit-yildiz/noor-op-school")
        let page = try marieke.get("/families/\(family)/conversations/\(talk)")
        #expect(page.body.contains("Dit bericht is gewist."))
        #expect(!page.body.contains("te druk wordt"))
        #expect(try Self.write(in: "/families/\(family)/conversations/\(talk)", marieke, page).status == 404)
        #expect(try restored.run(["verify"]).code == 0)

        // An older copy of the key store opens nothing at all.
        let old = try RondomProgram.run(
            [
                "key", "check", "--keys", "sqlite:\(path)/keys/rondom.keys", "--store-key",
                town.folder + "/rondom.storekey",
            ])
        #expect(old.code == 2)
        #expect(old.complaint.contains("store key does not fit"))
    }

    private static func erase(_ person: String, in town: DemoTown) throws -> RondomProgram.Run {
        try town.run(
            [
                "erase", "--yes", "--family", town.filled.family("de-wit-yildiz").text, "--person",
                town.filled.person(person).text,
            ])
    }

    /// Sends the form that still stands on the page of an erased conversation.
    private static func write(in talk: String, _ visitor: Visitor, _ page: Visitor.Answer) throws -> Visitor.Answer {
        func field(_ name: String) -> String {
            let pattern = "name=\"\(name)\" value=\""
            guard let place = page.body.range(of: pattern) else { return "" }
            let value = String(page.body[place.upperBound...].prefix { $0 != "\"" })
            // A plus sign in a token would be read as a space.
            return value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        return try visitor.post(talk + "/messages", "token=\(field("token"))&form=\(field("form"))&message=Dag")
    }

    /// All addresses that somebody gets to by following links, live streams and files left out.
    private static func pages(of visitor: Visitor) throws -> Set<String> {
        var seen: Set<String> = ["/"]
        var open = ["/"]
        while let path = open.popLast(), seen.count < 200 {
            let answer = try visitor.get(path)
            let text = answer.head + answer.body
            let links = text.matches(of: /(?:href="|[Ll]ocation: )(\/[^"\s#]*)/).map {
                String($0.1).replacing("&amp;", with: "&")
            }
            for link in links where !link.contains(/\/(assets|language|storybook)/) {
                if seen.insert(link).inserted { open.append(link) }
            }
        }
        return seen
    }
}
