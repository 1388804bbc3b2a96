// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database

/// Brings the schema up to date.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the schema of the database up to date.",
        discussion: "Makes the database where there is none. May run while the release before this one still serves."
    )

    @OptionGroup var places: Places

    func run() async throws {
        let database = try await places.openDatabase(making: true)
        let steps = try await database.migrate(Places.migrations)
        for step in steps { say("Step \(step.number), \(step.name): done.") }
        say(steps.isEmpty ? "The schema was up to date." : "The schema is up to date.")
        await database.close()
    }
}
