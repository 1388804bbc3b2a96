// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation

/// Writes notes to a SQLite file and says of each how it went, for tests that let the disk fail under it.
///
/// `DatabaseWriter PATH WRITERS NOTES`: so many writers side by side, each so many notes, one after the other.
@main struct DatabaseWriter {
    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count == 4, let writers = Int(words[2]), let notes = Int(words[3]) else { exit(64) }
        let database = try await Database.open(.sqlite(path: words[1]))
        try await database.migrate([
            Migration(1, "Notes") { d in ["CREATE TABLE note (id TEXT NOT NULL PRIMARY KEY) \(d.clustered)"] }
        ])
        say("ready")
        await withTaskGroup { group in
            for writer in 0..<writers {
                group.addTask { for number in 0..<notes { await write("\(writer)-\(number)", to: database) } }
            }
        }
        await database.close()
        say("end")
    }

    private static func write(_ id: String, to database: Database) async {
        do {
            try await database.write { _ = try $0.execute("INSERT INTO note (id) VALUES (\(id))") }
            say("kept \(id)")
        } catch {
            say("refused \(id): \(error)")
        }
    }

    /// At once, so that a test knows what was said before the process ended.
    private static func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
}
