// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Who is called what at either side of some consults.
struct ConsultNames: Sendable {
    private let people: [ID<Account>: String]
    private let organisations: [ID<Organisation>: String]

    init(_ consults: [Consult], and accounts: [ID<Account>] = [], _ connection: Connection, _ vault: Vault) throws {
        let sides = consults.flatMap { [$0.asker, $0.asked] }
        let ids = Set(sides.compactMap(\.account) + accounts)
        people = Dictionary(
            uniqueKeysWithValues: try connection.accounts(ids.sorted(), vault).map { ($0.id, $0.profile.name) })
        organisations = Dictionary(
            uniqueKeysWithValues: try connection.organisations(Set(sides.map(\.organisation)).sorted()).map {
                ($0.id, $0.name)
            })
    }

    func person(_ id: ID<Account>) -> String? { people[id] }

    func organisation(_ id: ID<Organisation>) -> String { organisations[id] ?? "" }

    /// Such as "Daniël Groen van Het Anker", or the organisation alone.
    func side(_ side: Side, _ language: Language) -> String {
        guard let name = side.account.flatMap(person) else { return organisation(side.organisation) }
        return "\(name) (\(organisation(side.organisation)))"
    }
}

/// One consult as one worker sees it.
struct ConsultContent: Sendable {
    let sight: ConsultSight
    let entries: [ConsultEntry]
    let worker: Worker
    let names: ConsultNames
    /// Those at the worker's organisation to whom it can be passed on.
    let colleagues: [Account]

    init?(_ key: borrowing DeskKey<Consult>, on today: Day, _ connection: Connection, _ vault: Vault) throws {
        let consult = key.item
        guard let sight = try connection.sight(key) else { return nil }
        self.sight = sight
        entries = try connection.entries(key)
        worker = key.worker
        let work = try connection.professionals(in: key.worker.organisation, on: today).map(\.account)
        let others = Set(work).subtracting([key.worker.account, consult.asker.account].compactMap(\.self))
        colleagues = try connection.accounts(others.sorted(), vault).filter { $0.kind == .professional }
            .sorted { $0.profile.name < $1.profile.name }
        names = try ConsultNames([consult], and: entries.compactMap(\.who), connection, vault)
    }
}

/// The consults of one worker, with who is called what.
struct ConsultList: Sendable {
    let sights: [ConsultSight]
    let worker: Worker?
    let names: ConsultNames
}
