// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Takes a consent back for some persons: what rests on it ends with the transaction, on every device, and nothing
    /// else does.
    ///
    /// - Throws: ``Consent/Refusal``, and ``Ending/Refusal`` where a membership rests on it that can't end so.
    package func withdraw(
        _ kept: KeptConsent, for persons: Set<ID<Person>>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let consent = try kept.consent.withdrawn(for: persons, by: key.reading, kept.mustAgree, at: now)
        try bump(kept, key)
        if let membership = consent.membership, let member = try member(membership, key) {
            // What rests on it ends as it does on the member's own page, and that page says so here.
            try end(membership, for: persons, version: member.version, at: now, ids: ids, key, vault)
        } else {
            try execute(
                """
                UPDATE consent_person SET ended_at = \(now), ended_by = \(key.reading.reader)
                WHERE family_id = \(key.family) AND consent_id = \(consent.id) AND ended_at IS NULL
                    AND person_id IN \(list: persons.sorted())
                """)
            try weigh(consent: consent.id, about: persons, at: now, ids: ids, key, vault)
        }
        try settleAnswered(consent, kept.mustAgree, at: now, key, vault)
        try journal(.consentEnded, consent, about: persons, by: key.reading.reader, at: now, key, vault)
    }
}
