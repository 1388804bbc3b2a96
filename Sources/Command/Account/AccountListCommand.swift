// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import Kernel
import PeopleRules
import PeopleStore

/// Lists accounts.
struct AccountListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List accounts: identifier, kind, sessions that are open.",
        discussion: "Who is in youth care is itself a secret, so names are shown only when asked for with --names."
    )

    @Flag(help: "Show names, too.")
    var names = false

    @OptionGroup var places: Places

    func run() async throws {
        let (database, vault) = try await places.open()
        var after = ""
        while true {
            let (from, isNamed) = (after, names)
            let (page, named) = try await database.read { connection in
                try vault.refresh()
                let page = try connection.accounts(after: from, limit: 500, vault)
                return (page, isNamed ? try connection.accounts(page.map(\.id), vault) : [])
            }
            guard let last = page.last else { break }
            let byID = Dictionary(uniqueKeysWithValues: named.map { ($0.id, $0.profile.name) })
            for account in page { say(line(account, byID[account.id])) }
            after = last.id.text
        }
        await database.close()
    }

    private func line(_ account: ListedAccount, _ name: String?) -> String {
        let state = account.isErased ? "erased" : "\(account.sessions)"
        return ([account.id.text, account.kind.rawValue, state] + [name].compactMap(\.self)).joined(separator: "\t")
    }
}
