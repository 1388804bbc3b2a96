// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser

@main
struct Rondom: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rondom",
        abstract: "One safe place for everyone around a child.",
        subcommands: [ServeCommand.self, DemoCommand.self, MigrateCommand.self]
    )
}
