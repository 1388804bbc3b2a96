// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases

/// A database of this storey for one test, with a vault of its own.
struct PeopleDatabase: Sendable {
    static let now = Moment("2026-11-23", hour: 9)

    let database: Database
    let vault: Vault

    static func make(_ engine: Engine) async throws -> PeopleDatabase {
        let copy = try await migrated.copy(engine)
        return PeopleDatabase(database: copy.database, vault: copy.vault)
    }

    private static let migrated = Template(peopleMigrations)

    func read<Value: Sendable>(_ question: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await database.read(question)
    }

    @discardableResult
    func write<Value: Sendable>(_ act: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await database.write(act)
    }

    /// Keeps an account under its number.
    @discardableResult
    func account(
        _ number: UInt64, _ name: String = "Marieke Peters", _ kind: Account.Kind = .professional
    ) async throws -> Account {
        let account = Account(id: .numbered(number), kind: kind, profile: AccountProfile(name: name))
        try await write { [vault] in try $0.create(account, vault) }
        return account
    }

    /// Keeps an organisation under its number.
    @discardableResult
    func organisation(_ number: UInt64, _ name: String = "Buurtteam Zuilen") async throws -> Organisation {
        let organisation = Organisation(id: .numbered(number), kind: .areaTeam, name: name)
        try await write { try $0.add(organisation) }
        return organisation
    }
}

extension ID {
    /// An id that a test can write down again.
    static func numbered(_ number: UInt64) -> ID {
        IDSource { (0, number) }.next(at: Moment(milliseconds: 0))
    }
}

extension SessionToken {
    static func numbered(_ number: UInt8) -> SessionToken {
        SessionToken(from: SecretSource { Array(repeating: number, count: $0) })
    }
}
