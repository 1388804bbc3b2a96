// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Who is called what at either side of some referrals.
struct ReferralNames: Sendable {
    private let people: [ID<Account>: String]
    private let organisations: [ID<Organisation>: String]

    init(
        _ referrals: [Referral], and accounts: [ID<Account>] = [], others: [ID<Organisation>] = [],
        _ connection: Connection, _ vault: Vault
    ) throws {
        let sides = referrals.flatMap { [$0.sender, $0.receiver] }
        let doors = referrals.compactMap(\.door) + others
        people = Dictionary(
            uniqueKeysWithValues: try connection.accounts(
                Set(sides.compactMap(\.account) + accounts).sorted(), vault
            ).map { ($0.id, $0.profile.name) })
        organisations = Dictionary(
            uniqueKeysWithValues: try connection.organisations(Set(sides.map(\.organisation) + doors).sorted()).map {
                ($0.id, $0.name)
            })
    }

    func person(_ id: ID<Account>) -> String? { people[id] }

    func organisation(_ id: ID<Organisation>) -> String { organisations[id] ?? "" }

    /// Such as "Daniël Groen (Het Anker)", or the organisation alone.
    func side(_ side: Side) -> String {
        guard let name = side.account.flatMap(person) else { return organisation(side.organisation) }
        return "\(name) (\(organisation(side.organisation)))"
    }
}

extension Referral {
    /// Where it was pointed to.
    var door: ID<Organisation>? {
        if case .answered(.redirected(let organisation)) = state { organisation } else { nil }
    }
}

/// One referral as one worker sees it at their desk.
struct ReferralContent: Sendable {
    let referral: Referral
    let parts: [SharedPartSight]
    let entries: [ReferralEntry]
    let worker: Worker
    /// Whether the worker knows more than how it stands.
    let isInside: Bool
    let names: ReferralNames
    /// Those at the worker's organisation to whom it can be passed on.
    let colleagues: [Account]
    /// Other doors.
    let organisations: [Organisation]

    init(_ key: borrowing DeskKey<Referral>, on today: Day, _ connection: Connection, _ vault: Vault) throws {
        referral = key.item
        worker = key.worker
        parts = try connection.sharedParts(key, on: today)
        entries = try connection.entries(key, on: today)
        isInside = try connection.isInside(key, on: today)
        let work = try connection.professionals(in: key.worker.organisation, on: today).map(\.account)
        let hands = [key.worker.account, referral.sender.account, referral.receiver.account].compactMap(\.self)
        colleagues = try connection.accounts(Set(work).subtracting(hands).sorted(), vault)
            .filter { $0.kind == .professional }.sorted { $0.profile.name < $1.profile.name }
        let sides = [referral.sender.organisation, referral.receiver.organisation]
        organisations = try connection.organisationsToRefer(on: today).filter { !sides.contains($0.id) }
        names = try ReferralNames([referral], and: entries.compactMap(\.who), connection, vault)
    }

    /// Who it is about; nil where the reader may not know any more.
    var name: String? { parts.first { $0.kind == .question }?.title }
}

extension Connection {
    /// The organisations to which anybody can refer: a refuge stands in no list, nor what is of no kind that says what it is.
    func organisationsToRefer(on today: Day) throws -> [Organisation] {
        try organisations(on: today).filter { $0.people > 0 && $0.organisation.kind != .other }.map(\.organisation)
    }
}
