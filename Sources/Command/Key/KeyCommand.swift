// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser

/// The key store and its store key.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make the key store, check it, or wrap all keys anew.",
        subcommands: [KeyCreateCommand.self, KeyCheckCommand.self, KeyRotateCommand.self]
    )
}
