// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// The consents that end soon and that the reader may ask again, to be asked together when the plan is evaluated; the
    /// one that ends first first.
    ///
    /// What was asked again already is left out; so is what lets a member in, which is asked by inviting them.
    package func consentsToRenew(at now: Moment, _ key: borrowing DossierKey) throws -> [KeptConsent] {
        let all = try consents(key)
        return all.filter { kept in
            kept.isToRenew(at: now) && key.reading.mayInvite(for: kept.consent.persons, on: now.day)
                && !all.contains { $0.asksAgain(kept) }
        }.sorted { ($0.ends, $0.consent.id) < ($1.ends, $1.consent.id) }
    }

    /// Asks some of these again, each with its own words, until another day.
    ///
    /// - Throws: ``ConsentRefusal``
    package func renew(
        _ ids: Set<ID<Consent>>, until: Day, at now: Moment, ids source: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        for kept in try consentsToRenew(at: now, key) where ids.contains(kept.consent.id) {
            guard let letter = kept.letter else { continue }
            let draft = Consent(
                id: source.next(at: now), asked: kept.consent.asked, by: key.reading.reader,
                persons: kept.consent.persons, made: now, until: until)
            try ask(draft, letter, ids: source, key, vault)
        }
    }
}

extension KeptConsent {
    /// How many days before its end it is asked again.
    package static let renewal = 56

    /// The day it ends, for their order.
    fileprivate var ends: Day { consent.until ?? consent.made.day }

    fileprivate func isToRenew(at now: Moment) -> Bool {
        // Whom it is dangerous to ask is not asked together with others.
        guard consent.membership == nil, letter != nil, !notAsked.contains(where: \.isKept), let until = consent.until,
            until - now.day <= Self.renewal
        else {
            return false
        }
        return consent.persons.contains { outcome(for: $0, at: now) == .agreed }
    }

    fileprivate func asksAgain(_ other: KeptConsent) -> Bool {
        consent.made > other.consent.made && letter == other.letter && consent.persons == other.consent.persons
            && consent.asked == other.consent.asked
    }
}
