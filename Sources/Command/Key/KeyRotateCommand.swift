// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database

/// Wraps all keys anew.
struct KeyRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Wrap all keys under a fresh store key, and destroy the old one.",
        discussion: """
            For when a store key or a copy of the key store may have been seen. Runs beside a server. Copies of the key \
            store from before open nothing afterwards, so make a back-up and copy the new store key by hand.
            """
    )

    @OptionGroup var places: Places

    func run() async throws {
        let vault = try places.openVault()
        let progress = ProgressLine("Keys")
        try vault.rotate { progress.show($0, of: $1) }
        progress.finish()
        say("All keys are wrapped under a fresh store key, in \(try places.storeKeyPath).")
        say("Copy it by hand, and make a back-up now.")
    }
}
