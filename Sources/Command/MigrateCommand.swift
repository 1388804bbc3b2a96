// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database

/// Brings the schema up to date.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the schema of the database up to date."
    )

    @OptionGroup var places: Places

    func run() async throws {
        let database = try await places.openDatabase()
        let steps = try await database.migrate(Places.migrations)
        for step in steps { print("Step \(step.number), \(step.name): done.") }
        print(steps.isEmpty ? "The schema was up to date." : "The schema is up to date.")
        await database.close()
    }
}
