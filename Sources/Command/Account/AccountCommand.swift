// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser

/// What an administrator needs of accounts.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Make accounts and cards for them, list them, and end their sessions.",
        subcommands: [
            AccountCreateCommand.self, AccountCardCommand.self, AccountListCommand.self, AccountEndSessionsCommand.self,
        ]
    )
}
