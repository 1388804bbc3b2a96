// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Kernel
import NetworkStore
import PeopleStore
import Synchronization
import TestDatabases
import Town

/// A database in which a town lives, with the vault that opens it.
struct FilledDatabase: Sendable {
    static let today: Day = "2026-11-23"

    /// A quarter past nine in the morning: the town's own happenings lie before.
    static let now = Moment(today, hour: 9, minute: 15)

    let dossiers: Dossiers
    let vault: Vault
    let town: Town
    let filled: FilledTown

    /// The families told by hand, in one database for all tests that change nothing in it.
    static func shared(_ engine: Engine) async throws -> FilledDatabase { try await SharedDatabases.all.told(engine) }

    /// The families told by hand, in a database of their own.
    static func told(_ engine: Engine) async throws -> FilledDatabase {
        let copy = try await filled.copy(engine)
        return FilledDatabase(dossiers: Dossiers(copy), vault: copy.vault, town: town, filled: copy.value)
    }

    static func empty(_ engine: Engine) async throws -> Dossiers { Dossiers(try await migrated.copy(engine)) }

    private static let steps = peopleMigrations + networkMigrations + familyMigrations
    private static let town = Town.zuilenOndiep(today: today, families: TownFamily.told(today: today).count)
    private static let migrated = Template(steps)
    private static let filled = Template(steps) {
        try await town.fill(Dossiers(database: $0, vault: $1, process: "test"), ids: counted())
    }

    /// Identifiers that are the same in each run.
    static func counted() -> IDSource {
        let count = CountedIDs()
        return IDSource { count.next() }
    }
}

extension Dossiers {
    fileprivate init<Value>(_ copy: Template<Value>.Copy) {
        self.init(database: copy.database, vault: copy.vault, process: "test")
    }
}

/// Filled once for each engine.
private actor SharedDatabases {
    static let all = SharedDatabases()
    private var filled: [Engine: Task<FilledDatabase, any Error>] = [:]

    func told(_ engine: Engine) async throws -> FilledDatabase {
        let filling = filled[engine] ?? Task { try await FilledDatabase.told(engine) }
        filled[engine] = filling
        return try await filling.value
    }
}

private final class CountedIDs: Sendable {
    private let count = Atomic<UInt64>(0)

    func next() -> (UInt64, UInt64) {
        let number = count.add(1, ordering: .relaxed).newValue
        return (number >> 32, number)
    }
}
