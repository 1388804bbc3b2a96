// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A question that was asked before somebody's birthday, and not answered by all.
private struct PendingConsent: Hashable, Sendable {
    let family: ID<Family>
    let consent: ID<Consent>
    let asker: ID<Account>
    let made: Moment
    let person: ID<Person>
    let part: ID<Part>
}

extension Dossiers {
    /// Lets each question that was asked before a birthday go over to whom it is to answer since: whose yes it does not take
    /// any more owes none, and who decides from now on is asked.
    func sweepPendingConsents(at now: Moment, telling report: (any Error) -> Void) async throws {
        let vault = vault
        let found = try await database.read { try $0.pendingOverBirthdays(at: now, vault) }
        await each(found, telling: report) { try $1.goOver($0, at: now, ids: .unguessable, vault) }
    }
}

extension Connection {
    fileprivate func pendingOverBirthdays(at now: Moment, _ vault: Vault) throws -> [PendingConsent] {
        let pending = try rows(
            """
            SELECT c.family_id, c.id, c.by_id, c.made_at, o.id, o.part_id FROM consent c
            JOIN consent_person p ON p.family_id = c.family_id AND p.consent_id = c.id
            JOIN person o ON o.family_id = p.family_id AND o.id = p.person_id
            WHERE c.closed_at IS NULL AND p.agreed_at IS NULL AND p.ended_at IS NULL AND o.birth IS NOT NULL
            ORDER BY c.family_id, c.id, o.id
            """
        ) { row in
            PendingConsent(
                family: row.id(0), consent: row.id(1), asker: row.id(2), made: row.moment(3), person: row.id(4),
                part: row.id(5))
        }
        var seen: Set<ID<Consent>> = []
        return try Dictionary(grouping: pending, by: \.family).sorted { $0.key < $1.key }
            .flatMap { family, all in
                let parts = Set(all.map(\.part)).sorted()
                let births = try births(in: parts, of: family, try vault.keys(of: parts.map { ID(as: $0) }))
                return all.filter { pending in
                    births.first { $0.0 == pending.person }.flatMap { Birthday.last(of: $0.1, on: now.day) }
                        .map { pending.made.day < $0.day } ?? false
                }
            }.filter { seen.insert($0.consent).inserted }
    }

    /// By what who asked reads of it, where they read about all it is about: who else must agree they could not tell.
    fileprivate func goOver(_ pending: PendingConsent, at now: Moment, ids: IDSource, _ vault: Vault) throws {
        _ = try withKey(of: pending.family, for: pending.asker, .all, on: now.day, by: nil, vault) { key in
            guard let kept = try consent(pending.consent, key),
                kept.consent.persons.allSatisfy({ key.reading.covered[$0] != nil })
            else { return true }
            let awaited = kept.consent.waiting(kept.mustAgree, at: now)
            let waiting = Set(try accounts(ofPersons: awaited, key).values)
            for stored in try openPromises(in: ID(as: key.family), about: kept.consent.subject)
            where stored.promise.kind == .answerConsent {
                guard case .account(let owner) = stored.promise.owner, !waiting.contains(owner) else { continue }
                try save(try stored.promise.closed(by: stored.promise.receiver, .noLongerNeeded, at: now), of: stored)
            }
            try askThose(whoWaitIn: kept.consent, kept.mustAgree, at: now, ids: ids, key, vault)
            return true
        }
    }
}
