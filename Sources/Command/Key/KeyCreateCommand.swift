// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database

/// Makes the keys of a new installation.
struct KeyCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make the key store and the store key of a new installation."
    )

    @OptionGroup var places: Places

    func run() async throws {
        let path = try places.storeKeyPath
        let vault = try Vault.create(at: try places.keyStoreLocation, storeKey: path)
        say("Installation \(vault.installation): the key store is made, and its store key lies in \(path).")
        say("Copy the store key by hand to a third place now: without it nobody reads anything again.")
    }
}
