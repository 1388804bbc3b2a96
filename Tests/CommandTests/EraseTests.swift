// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Foundation
import Kernel
import TestDatabases
import Testing

@Suite struct `rondom erase` {
    @Test func `does nothing without a yes`() async throws {
        let town = try await DemoTown.fresh()
        let (family, noor) = (try town.filled.family("de-wit-yildiz"), try town.filled.person("noor"))
        let run = try town.run(["erase", "--family", family.text, "--person", noor.text])
        #expect(run.code == 2)
        #expect(run.complaint.contains("--yes"))
        #expect(try await !Self.isErased(town.filled.part("de-wit-yildiz/noor").text, in: town))
    }

    @Test(arguments: [
        ["--family", "01a20300-54ea-7822-9f88-86c6f393780a"], ["--account", "01a20300-54ea-7822-9f88-86c6f393780a"],
    ])
    func `knows nobody by another name`(whom: [String]) async throws {
        #expect(try await DemoTown.fresh().run(["erase", "--yes"] + whom).code == 2)
    }

    @Test func `of a family leaves no word, and a chain that verifies`() async throws {
        let town = try await DemoTown.fresh()
        let family = try town.filled.family("osei")
        let run = try town.run(["erase", "--yes", "--family", family.text])
        #expect(run.complaint.isEmpty)
        #expect(run.output.contains("Stays: that there was a dossier, its access log"))
        #expect(try town.run(["verify"]).code == 0)
        #expect(try await Self.isErased(town.filled.part("osei").text, in: town))
        let dossiers = try await town.open()
        let left = try await dossiers.database.read { connection in
            try connection.row(
                """
                SELECT (SELECT count(*) FROM family WHERE id = \(family) AND name IS NOT NULL)
                    + (SELECT count(*) FROM person WHERE family_id = \(family) AND (name IS NOT NULL OR birth IS NOT NULL))
                    + (SELECT count(*) FROM membership WHERE family_id = \(family) AND face IS NOT NULL)
                    + (SELECT count(*) FROM message WHERE family_id = \(family) AND body IS NOT NULL)
                    + (SELECT count(*) FROM conversation WHERE family_id = \(family) AND subject IS NOT NULL)
                    + (SELECT count(*) FROM journal WHERE family_id = \(family) AND body IS NOT NULL)
                    + (SELECT count(*) FROM personal_detail WHERE family_id = \(family) AND value IS NOT NULL)
                    + (SELECT count(*) FROM promise WHERE space = \(family) AND detail IS NOT NULL)
                    + (SELECT count(*) FROM dossier_part WHERE family_id = \(family) AND erased_at IS NULL)
                """
            ) { $0.int(0) }
        }
        #expect(left == 0)
        #expect(try town.run(["erase", "--yes", "--family", family.text]).output.contains("values emptied: 0"))
    }

    @Test func `of an account beside a server ends what it can do`() async throws {
        let town = try await DemoTown.fresh()
        let server = try town.serve()
        let (aylin, marieke) = (try Visitor("aylin", port: server.port), try Visitor("marieke", port: server.port))
        let account = try town.filled.account("aylin").text
        #expect(try town.run(["erase", "--yes", "--account", account]).code == 0)
        #expect(try aylin.get("/account").status == 303)
        #expect(try marieke.get("/families").status == 200)
        #expect(try town.run(["account", "list"]).output.contains("\(account)\tfamilyMember\terased"))
        let list = try town.run(["account", "list", "--names"]).output.split(separator: "\n")
        #expect(list.first { $0.hasPrefix(account) } == "\(account)\tfamilyMember\terased")
    }

    static func isErased(_ part: String, in town: DemoTown) async throws -> Bool {
        try Vault.open(at: .sqlite(path: town.folder + "/town.keys")).key(part) == nil
    }
}
