// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Dossiers {
    /// What is held in a family and the reader decides about, first made first; nil for who takes no such decisions.
    package func holds(in family: ID<Family>, _ look: Look) async throws -> HoldsFound? {
        let vault = vault
        return try await read(family, look) { key, connection -> Found<HoldsFound>? in
            guard key.reading.decidesWithSecond else { return nil }
            var sights: [HoldSight] = []
            for stored in try connection.holds(of: key.family) {
                let sight = try connection.withHoldKey(of: stored.hold.id, in: key.family, for: look, vault) {
                    key, stored, led in try connection.sight(stored, leading: led, key, vault)
                }
                if let sight { sights.append(sight) }
            }
            let isTrained = try connection.isTrained(.closedTrack, behind: look)
            return Found(HoldsFound(reading: key.reading, sights: sights, mayClose: isTrained), about: [])
        }
    }

    /// One hold for who decides about it; nil for anybody else, as for one that does not exist.
    package func hold(_ id: ID<Hold>, in family: ID<Family>, _ look: Look) async throws -> HoldSight? {
        let vault = vault
        let sight = try await database.read { connection in
            try connection.withHoldKey(of: id, in: family, for: look, vault) { key, stored, led in
                try connection.sight(stored, leading: led, key, vault)
            }
        }
        try await database.write(settled: { _ in nil }) { connection in
            try record(look, family, sight.map { ($0.reading, $0.hold.about) }, connection)
        }
        return sight
    }

    /// Decides about a hold: the decision, what follows from it and the journal are one transaction with the access
    /// record.
    ///
    /// - Returns: whether it was done; not for who may not, nor where the part was erased.
    /// - Throws: ``Hold/Refusal``, ``SecondProfessional/Refusal``
    package func decide(
        _ deed: HoldDeed, about id: ID<Hold>, in family: ID<Family>, ids: IDSource, _ look: Look
    ) async throws -> Bool {
        let vault = vault
        do {
            return try await database.write(settled: { _ in nil }) { connection in
                let sight = try connection.withHoldKey(of: id, in: family, for: look, vault) { key, stored, led in
                    let sight = try connection.sight(stored, leading: led, key, vault)
                    try connection.carryOut(deed, about: sight, leading: led, at: look.at, ids: ids, key, vault)
                    return sight
                }
                try record(look, family, sight.map { ($0.reading, $0.hold.about) }, connection)
                return sight != nil
            }
        } catch is ErasedPart { return false }
    }
}

/// What is held in a family, as one who decides about it sees it.
package struct HoldsFound: Sendable {
    package let reading: Reading
    package let sights: [HoldSight]
    /// Whether the reader was trained to hold a whole family.
    package let mayClose: Bool
}

/// What somebody does about a hold.
package enum HoldDeed: Sendable {
    case answer(SecondProfessional.Answer, because: PlainText?)
    /// That it stays held, or is released, once another agrees.
    case propose(Hold.Decision, because: PlainText, asking: Promise.Owner)
}

extension Connection {
    fileprivate func carryOut(
        _ deed: HoldDeed, about sight: HoldSight, leading led: ID<Organisation>?, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        switch deed {
        case .answer(let said, let reason):
            try answer(said, about: sight, because: reason, leading: led, at: now, ids: ids, key, vault)
        case .propose(let what, let reason, let asked):
            try propose(what, about: sight, because: reason, asking: asked, at: now, ids: ids, key, vault)
        }
    }

    /// Hands the key with which it is decided about a hold, to who may.
    func withHoldKey<Value>(
        of id: ID<Hold>, in family: ID<Family>, for look: Look, _ vault: Vault,
        _ body: (borrowing DossierKey, StoredHold, ID<Organisation>?) throws -> Value
    ) throws -> Value? {
        guard let stored = try holds(of: family, only: id).first else { return nil }
        let lead = try leads(look, in: family)
        let (owners, before) = (try owners(of: id, in: family), try deciders(of: id, in: family))
        let isInCharge = try inCharge(of: family) == look.reader
        return try withDecidingKey(
            about: stored.hold.about, in: family, for: look, vault,
            mayDecide: { standing in
                let decider = Hold.Decider(
                    reader: look.reader, isMember: lead.onlooker(standing, look).isMember, led: lead.led,
                    isInCharge: isInCharge, isKeptOut: lead.isOfFamily)
                return stored.hold.mayBeDecided(by: decider, owners: owners, before: before)
            },
            { key in try body(key, stored, lead.led) })
    }

    /// Who decided about a hold before.
    private func deciders(of hold: ID<Hold>, in family: ID<Family>) throws -> Set<ID<Account>> {
        let kinds = Hold.Decision.allCases.map(\.rawValue)
        let found = try rows(
            """
            SELECT first_id, answered_by FROM second_professional
            WHERE family_id = \(family) AND subject_kind IN \(list: kinds) AND subject_id = \(hold) ORDER BY made_at, id
            """
        ) { [$0.id(0, Account.self), $0.idIfAny(1, Account.self)].compactMap(\.self) }
        return Set(found.joined())
    }
}
