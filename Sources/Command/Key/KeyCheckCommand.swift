// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database

/// Looks whether all keys open.
struct KeyCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look whether every key in the key store opens with the store key."
    )

    @OptionGroup var places: Places

    func run() async throws {
        let vault = try places.openVault()
        let progress = ProgressLine("Keys")
        let count = try vault.check { progress.show($0, of: $1) }
        progress.finish()
        say("Installation \(vault.installation): all \(count) keys open.")
        let heads = try vault.heads()
        say("Heads of chains kept here: \(heads.count).")
        if vault.isDemo { say("These are the keys of an invented town.") }
    }
}
