// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Kernel
import TestDatabases
import Testing

@Suite struct `rondom verify` {
    @Test func `finds a town as it was written, and says so with 0`() async throws {
        let town = try await DemoTown.fresh()
        let run = try town.run(["verify"])
        #expect(run.code == 0)
        #expect(run.output.contains("are as they were written"))
        #expect(run.complaint.isEmpty)
    }

    @Test(
        arguments: [
            ("UPDATE access_record SET at = at + 1 WHERE number = 1", "is not what was written"),
            ("UPDATE journal SET kind = 'promiseMade' WHERE number = 2", "record 2 is not what was written"),
            ("UPDATE journal SET body = NULL WHERE number = 2", "record 2 is not what was written"),
            ("DELETE FROM journal WHERE number = 2", "record 2 is gone"),
            ("UPDATE message SET at = at + 1 WHERE number = 1", "of family"),
            ("UPDATE message SET body = NULL WHERE number = 1", "record 1 is not what was written"),
            (
                "UPDATE message SET body = NULL, withdrawn_at = at WHERE number = 1",
                "record 1 is not what was written"
            ),
            ("DELETE FROM message WHERE number = 1", "record 1 is gone"),
            (
                """
                INSERT INTO message (family_id, conversation_id, number, id, at, author_id, body)
                SELECT family_id, conversation_id, number + 90, id, at, author_id, body FROM message
                """,
                "was put in by somebody without the key"
            ),
            ("DELETE FROM chain WHERE name LIKE 'journal:%'", "the last record is not the one"),
        ] as [(StaticString, String)])
    func `finds what was done behind our back, and says so with 1`(change: StaticString, words: String) async throws {
        let town = try await DemoTown.fresh()
        let dossiers = try await town.open()
        try await dossiers.database.write { _ = try $0.execute(SQL(stringLiteral: change)) }
        await dossiers.database.close()
        let run = try town.run(["verify"])
        #expect(run.code == 1)
        #expect(run.output.contains(words))
        #expect(run.complaint.contains("are damaged"))
    }

    @Test func `finds a whole journal gone once its head was copied`() async throws {
        let town = try await DemoTown.fresh()
        let dossiers = try await town.open()
        try dossiers.vault.saveHeads(try await dossiers.database.read { try $0.allHeads() })
        #expect(try !town.run(["verify"]).output.contains("Note:"))
        let family = try town.filled.family("osei")
        try await dossiers.database.write { connection in
            _ = try connection.execute("DELETE FROM journal WHERE family_id = \(family)")
            _ = try connection.execute("DELETE FROM chain WHERE name = \("journal:" + family.text)")
        }
        await dossiers.database.close()
        let run = try town.run(["verify"])
        #expect(run.code == 1)
        #expect(run.output.contains("All of the journal of family \(family) is gone."))
    }
}
