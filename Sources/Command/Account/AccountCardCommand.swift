// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import Kernel
import PeopleRules
import PeopleStore

/// Makes a card that opens an account once, such as for the first administrator.
struct AccountCardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card", abstract: "Make a card that opens an account once, and print its code and figures.",
        discussion: """
            Whoever has the code and the figures chooses with what the account signs in from then on; what it signed in with \
            before ends then. Good for 14 days. Hand the code over and say the figures: never send both by one way. A card \
            made before is void.

            The first administrator of an installation: “rondom account create administrator NAME”, then this.
            """
    )

    @Argument(help: "The account's identifier.")
    var id: String

    @OptionGroup var places: Places

    func run() async throws {
        guard let account = ID<Account>(id) else { throw ValidationError("“\(id)” is no identifier of an account.") }
        let (database, vault) = try await places.open()
        let (code, pin) = (CardCode.make(from: .unguessable), CardPin.make(from: .unguessable))
        let now = Clock.machine.now()
        let isMade = try await database.write { connection -> Bool in
            try vault.refresh()
            guard try connection.account(account, vault) != nil else { return false }
            try connection.makeCard(for: account, by: account, code: code, pin: pin, at: now, vault)
            return true
        }
        await database.close()
        guard isMade else { throw Stop.refused("There is no account \(id), or it was erased.") }
        say("Code: \(code)")
        say("Figures: \(pin)")
    }
}
