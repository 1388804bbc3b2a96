// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import Kernel
import PeopleRules
import PeopleStore

/// Makes an account.
struct AccountCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make an account, and print its identifier."
    )

    /// The kinds as they are typed.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case familyMember = "family-member"
        case professional, manager, administrator
        case privacyOfficer = "privacy-officer"

        var kind: Account.Kind {
            switch self {
            case .familyMember: .familyMember
            case .professional: .professional
            case .manager: .manager
            case .administrator: .administrator
            case .privacyOfficer: .privacyOfficer
            }
        }
    }

    enum Tongue: String, ExpressibleByArgument, CaseIterable { case nl, en }

    @Argument(help: "What it is let in as.")
    var kind: Kind

    @Argument(help: "How they are called.")
    var name: String

    @Option(help: "In which language they are spoken to.")
    var language = Tongue.nl

    @OptionGroup var places: Places

    func run() async throws {
        let called: PlainText
        do { called = try PlainText.line(name) } catch {
            throw ValidationError("A name is one line of at most 120 characters that can be shown.")
        }
        let (database, vault) = try await places.open()
        let account = Account(
            id: IDSource.unguessable.next(at: Clock.machine.now()), kind: kind.kind,
            profile: AccountProfile(name: called.text, language: language.rawValue))
        try await database.write(settled: { try $0.hasAccount(account.id) ? () : nil }) { connection in
            try connection.create(account, vault)
        }
        await database.close()
        say(account.id.text)
    }
}
