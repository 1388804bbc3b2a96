// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import Kernel
import PeopleRules
import PeopleStore

/// Signs an account out everywhere.
struct AccountEndSessionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-sessions", abstract: "Sign an account out on every device.",
        discussion: "Pages that are open notice at their next request, live ones within a minute."
    )

    @Argument(help: "The account's identifier.")
    var id: String

    @OptionGroup var places: Places

    func run() async throws {
        guard let account = ID<Account>(id) else { throw ValidationError("“\(id)” is no identifier of an account.") }
        let database = try await places.openDatabase()
        let ended = try await database.write { connection -> Int? in
            try connection.hasAccount(account) ? try connection.endSessions(of: account) : nil
        }
        await database.close()
        guard let ended else { throw Stop.refused("There is no account \(id).") }
        say("Sessions ended: \(ended).")
    }
}
