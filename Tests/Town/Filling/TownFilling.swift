// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore

extension Town {
    /// Writes the town into an empty database, as if its year had happened there: each family in one transaction,
    /// all through the acts of the stores, each at its own moment.
    ///
    /// - Parameter progress: hears how many families are written, and of how many.
    package func fill(
        _ dossiers: Dossiers, ids: IDSource, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> FilledTown {
        var filling = TownFilling(dossiers, ids: ids, today: today, since: families.map(\.opened).min() ?? today)
        try await dossiers.begin(at: filling.start)
        try await filling.fill(organisations: organisations, teams: teams)
        try await filling.fill(professionals)
        try await filling.fillAccounts(around: families)
        try await filling.fillTeams(teams)
        for (done, family) in families.enumerated() {
            progress(done, families.count)
            try await filling.fill([family])
        }
        try await filling.lookAround(families.prefix(TownFamily.told(today: today).count))
        progress(families.count, families.count)
        // Last, so that a town with people to choose from is whole.
        try await filling.fillCredentials()
        try await filling.fillDemoPeople()
        return filling.filled
    }
}

extension LargeTown {
    /// Writes a town of any size, some families to a transaction; told, written and forgotten one after another.
    ///
    /// - Parameter progress: hears how many families are written, and of how many.
    package func fill(
        _ dossiers: Dossiers, ids: IDSource, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> FilledTown {
        var filling = TownFilling(dossiers, ids: ids, today: days.today, since: days.ago(365))
        try await dossiers.begin(at: filling.start)
        try await filling.fill(organisations: organisations, teams: teams)
        try await filling.fill(Array(professionals))
        try await filling.fillTeams(teams)
        try await filling.fillAccounts(around: told)
        try await filling.fill(told)
        var batch: [TownFamily] = []
        var done = 0
        for family in families {
            batch.append(family)
            guard batch.count == Self.familiesPerTransaction || done + batch.count == count else { continue }
            try await filling.fillAccounts(around: batch)
            try await filling.fill(batch)
            done += batch.count
            batch = []
            progress(done, count)
        }
        return filling.filled
    }

    private static let familiesPerTransaction = 25
}

/// A town on its way into a database.
struct TownFilling {
    let dossiers: Dossiers
    let ids: IDSource
    /// Before anything in the town happened.
    let start: Moment
    var filled: FilledTown
    var names: [String: MemberName] = [:]

    /// How a member is called, and by whom employed.
    struct MemberName: Sendable {
        let name: String
        var organisation: (id: ID<Organisation>, name: String)?
    }

    init(_ dossiers: Dossiers, ids: IDSource, today: Day, since: Day) {
        self.dossiers = dossiers
        self.ids = ids
        start = Moment(since, hour: 7)
        filled = FilledTown(today: today)
    }

    /// Starts some families, in one transaction.
    mutating func fill(_ families: [TownFamily]) async throws {
        var fillings: [FamilyFilling] = []
        for family in families {
            let filling = try FamilyFilling(family, filled, names, ids)
            filling.note(in: &filled)
            fillings.append(filling)
        }
        try await dossiers.found(try fillings.map { try $0.newFamily(dossiers.vault) })
    }
}
