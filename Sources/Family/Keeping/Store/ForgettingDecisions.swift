// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A request as who decides about it sees it.
package struct ForgettingToDecide: Sendable {
    package let family: ID<Family>
    package let sight: ForgettingSight
    /// nil when it was erased.
    package let person: String?
    /// What somebody wants to refuse it for, and who is asked; nil where nobody was.
    package let asked: SecondSight?
    /// Whether the reader is the one who answers as the second.
    package let isSecond: Bool
    package let seconds: [SecondCandidate]
    package let reading: Reading
}

/// What a professional does about a request.
package enum ForgettingDeed: Sendable {
    /// It is erased, at the next round of erasing.
    case grant
    /// It is not, once another agrees.
    case refuse(because: PlainText, asking: Promise.Owner)
    case answer(SecondProfessional.Answer, because: PlainText?)
}

extension Dossiers {
    /// A request for who decides about it; nil for anybody else, as for one that does not exist.
    package func forgetting(
        _ id: ID<Forgetting>, in family: ID<Family>, _ look: Look
    ) async throws -> ForgettingToDecide? {
        let vault = vault
        let found = try await database.read { connection in
            try connection.withForgettingKey(of: id, in: family, for: look, vault) { key, stored, led in
                try connection.toDecide(stored, leading: led, key)
            }
        }
        try await database.write(settled: { _ in nil }) { connection in
            try record(look, family, found.map { ($0.reading, [$0.sight.forgetting.person]) }, connection)
        }
        return found
    }

    /// Decides about it: the decision, what follows from it and the journal are one transaction with the access record.
    ///
    /// - Returns: whether it was done; not for who may not, nor where the part was erased.
    /// - Throws: ``Forgetting/Refusal``, ``SecondProfessional/Refusal``
    package func decide(
        _ deed: ForgettingDeed, about id: ID<Forgetting>, in family: ID<Family>, ids: IDSource, _ look: Look
    ) async throws -> Bool {
        let vault = vault
        do {
            return try await database.write(settled: { _ in nil }) { connection in
                let done = try connection.withForgettingKey(of: id, in: family, for: look, vault) { key, stored, led in
                    try connection.carryOut(deed, stored, leading: led, at: look.at, ids: ids, key, vault)
                    return (key.reading, Set([stored.forgetting.person]))
                }
                try record(look, family, done, connection)
                return done != nil
            }
        } catch is ErasedPart { return false }
    }
}

extension Connection {
    /// Who promised to decide about it.
    private func owners(of id: ID<Forgetting>, in family: ID<Family>) throws -> Set<Promise.Owner> {
        Set(try openPromises(in: ID(as: family), about: id.promised).map(\.promise.owner))
    }

    /// Hands the key with which it is decided about a request, to who may.
    fileprivate func withForgettingKey<Value>(
        of id: ID<Forgetting>, in family: ID<Family>, for look: Look, _ vault: Vault,
        _ body: (borrowing DossierKey, StoredForgetting, ID<Organisation>?) throws -> Value
    ) throws -> Value? {
        guard let stored = try storedForgettings(in: family, only: id).first else { return nil }
        let work = try work(behind: look.behalf, of: look.reader, on: look.at.day)
        let isKeptOut = try accountsKeptOut(of: family).contains(look.reader)
        let led = isKeptOut ? nil : work.first { $0.function == .teamLead }?.organisation
        let owners = try owners(of: id, in: family)
        let before = try rows(
            """
            SELECT first_id, answered_by FROM second_professional
            WHERE family_id = \(family) AND subject_kind = \(id.promised.kind) AND subject_id = \(id)
            ORDER BY made_at, id
            """
        ) { [$0.id(0, Account.self), $0.idIfAny(1, Account.self)].compactMap(\.self) }
        let isOfFamily = try accountsOfPersons(in: family).contains(look.reader)
        return try withDecidingKey(
            about: [stored.forgetting.person], in: family, for: look, vault,
            mayDecide: { _ in
                !isOfFamily
                    && stored.forgetting.mayBeDecided(
                        by: look.reader, leading: led, owners: owners, before: Set(before.joined()))
            },
            { key in try body(key, stored, led) })
    }

    fileprivate func toDecide(
        _ stored: StoredForgetting, leading led: ID<Organisation>?, _ key: borrowing DossierKey
    ) throws -> ForgettingToDecide {
        let asked = try openSecond(about: stored.forgetting.id, key)
        let reader = key.reading.reader
        return ForgettingToDecide(
            family: key.family, sight: try sight(stored, key), person: try key.name(of: stored.forgetting.person),
            asked: asked,
            isSecond: asked.map { $0.second.first != reader && $0.second.isAsked(reader, leading: led) } ?? false,
            seconds: try secondProfessionals(about: [stored.forgetting.person], key), reading: key.reading)
    }

    private func openSecond(about id: ID<Forgetting>, _ key: borrowing DossierKey) throws -> SecondSight? {
        try seconds(about: id.promised.kind, id.text, key).map(\.sight).last { $0.second.isOpen }
    }

    fileprivate func carryOut(
        _ deed: ForgettingDeed, _ stored: StoredForgetting, leading led: ID<Organisation>?, at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let forgetting = stored.forgetting
        let asked = try openSecond(about: forgetting.id, key)
        switch deed {
        case .grant:
            guard asked == nil else { throw Forgetting.Refusal.secondIsAsked }
            guard forgetting.state == .asked else { throw Forgetting.Refusal.changed }
            try save(try forgetting.becoming(.granted, at: now), key, vault)
        case .refuse(let reason, let owner):
            guard asked == nil else { throw Forgetting.Refusal.secondIsAsked }
            guard forgetting.state == .asked else { throw Forgetting.Refusal.changed }
            let candidates = Set(
                try secondProfessionals(about: [forgetting.person], key).map(\.asked))
            let second = try SecondProfessional(
                ids.next(at: now), asking: owner, about: forgetting.id.promised, by: key.reading.reader,
                among: candidates, at: now)
            try ask(
                second, because: reason, in: stored.part, urgency: .week, promise: ids.next(at: now), key, vault)
        case .answer(let said, let reason):
            guard let asked, forgetting.state == .asked else { throw Forgetting.Refusal.changed }
            let answered = try asked.second.answered(said, by: key.reading.reader, leading: led, at: now)
            try answer(answered, because: reason, in: stored.part, key, vault)
            if said == .yes { try save(try forgetting.becoming(.refused, at: now), key, vault) }
        }
    }
}
