// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Town

/// A consent in the town, and what its people do with it.
struct Asking: Sendable {
    let town: FilledDatabase
    let family: String
    let id: ID<Consent>

    static let now = FilledDatabase.now
    static let letter = ConsentLetter(party: "juf Sanne", what: "hoe slapen gaat", purpose: "rust in de klas")

    /// Somebody asks; nil where they may not know the family.
    init?(
        _ town: FilledDatabase, by who: String, in family: String = "de-wit-yildiz", _ asked: Asked = .share,
        about persons: [String]
    ) async throws {
        let id: ID<Consent> = IDSource.unguessable.next(at: Self.now)
        let draft = Consent(
            id: id, asked: asked, by: try town.filled.account(who),
            persons: Set(try persons.map { try town.filled.person($0) }), made: Self.now,
            until: FilledDatabase.today + 90)
        let done = try await town.act(as: who, in: family) { key, connection, vault in
            try connection.ask(draft, Self.letter, ids: .unguessable, key, vault)
        }
        guard done != nil else { return nil }
        (self.town, self.family, self.id) = (town, family, id)
    }

    /// One that came of something else.
    init(_ town: FilledDatabase, in family: String, id: ID<Consent>) {
        (self.town, self.family, self.id) = (town, family, id)
    }

    func kept(by who: String, at moment: Moment = now) async throws -> KeptConsent? {
        let id = id
        return try await town.ask(as: who, in: family, at: moment) { key, connection in
            try connection.consent(id, key)
        } ?? nil
    }

    func outcome(for person: String, by who: String, at moment: Moment = now) async throws -> Consent.Outcome? {
        let person = try town.filled.person(person)
        return try await kept(by: who, at: moment)?.outcome(for: person, at: moment)
    }

    func answer(
        _ said: [String: Consent.Answer], by who: String, at moment: Moment = now
    ) async throws -> String? {
        let answers = Dictionary(uniqueKeysWithValues: try said.map { (try town.filled.person($0.key), $0.value) })
        return try await act(as: who, at: moment) { kept, key, connection, vault in
            try connection.answer(kept, answers, at: moment, ids: .unguessable, key, vault)
        }
    }

    func withdraw(for persons: [String], by who: String, at moment: Moment = now) async throws -> String? {
        let persons = Set(try persons.map { try town.filled.person($0) })
        return try await act(as: who, at: moment) { kept, key, connection, vault in
            try connection.withdraw(kept, for: persons, at: moment, ids: .unguessable, key, vault)
        }
    }

    func act(
        as who: String, at moment: Moment = now,
        _ deed: @escaping @Sendable (KeptConsent, borrowing DossierKey, Connection, Vault) throws -> Void
    ) async throws -> String? {
        let id = id
        return try await town.act(as: who, in: family, at: moment) { key, connection, vault in
            guard let kept = try connection.consent(id, key) else { throw Consent.Refusal.notYours }
            try deed(kept, key, connection, vault)
        }
    }

    /// Who owes something of a kind around the family now.
    func owing(_ kind: PromiseKind) async throws -> Set<String> {
        let family = try town.filled.family(family)
        let owed = try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID<PromiseSpace>(as: family)).map(\.promise).filter { $0.kind == kind }
        }
        let owners = owed.compactMap { promise -> ID<Account>? in
            if case .account(let account) = promise.owner { account } else { nil }
        }
        return Set(town.filled.accounts.filter { owners.contains($0.value) }.keys)
    }
}
