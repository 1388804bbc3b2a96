// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation

@main
struct Rondom: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rondom",
        abstract: "One safe place for everyone around a child.",
        discussion: """
            Every option of a command can be set by a variable, too: RONDOM_ and its name, such as RONDOM_BEHIND_PROXY=yes. \
            An option wins.

            Exit codes: 0 done; 1 begun, but something is wrong, and `verify` found damage; 2 refused before anything was \
            changed; 64 asked wrongly; 70 the disk did not confirm a write. One sentence on standard error tells why and \
            what to do.
            """,
        subcommands: [
            ServeCommand.self, DemoCommand.self, MigrateCommand.self, AccountCommand.self, KeyCommand.self,
            BackupCommand.self, RestoreCommand.self, VerifyCommand.self, EraseCommand.self, ImportCommand.self,
            FontsCommand.self,
        ]
    )

    static func main() async {
        // What it writes is for its own user alone: the data as well as the keys.
        umask(0o077)
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand { try await waiting.run() } else { try command.run() }
        } catch {
            guard let stop = Stop(error) else { exit(withError: error) }
            FileHandle.standardError.write(Data("rondom: \(stop.sentence)\n".utf8))
            Foundation.exit(stop.exitCode)
        }
    }
}

/// Prints a line at once, also where nobody looks but a log.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
