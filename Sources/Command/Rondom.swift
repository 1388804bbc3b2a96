// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation

@main
struct Rondom: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rondom",
        abstract: "One safe place for everyone around a child.",
        subcommands: [ServeCommand.self, DemoCommand.self, MigrateCommand.self]
    )

    /// As the parser would do it, but for the exit code of ``Stop``, by which a script tells why.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let stop as Stop {
            FileHandle.standardError.write(Data("rondom: \(stop.description)\n".utf8))
            Foundation.exit(stop.exitCode)
        } catch {
            exit(withError: error)
        }
    }
}
