// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension KeptConsent {
    /// About whom somebody of the family may say yes to less than was asked: those about whom their answer is waited for,
    /// where they may ask for them.
    ///
    /// Not where somebody is not asked: what is asked anew would be asked of all.
    package func narrowable(by reading: Reading, at now: Moment) -> Set<ID<Person>> {
        guard consent.membership == nil, letter != nil, !notAsked.contains(where: \.isKept) else { return [] }
        let awaited = Set(awaited(of: reading.ownPerson, at: now))
        guard reading.mayInvite(for: awaited, on: now.day), !awaited.contains(where: { consent.asksAnew($0, at: now) })
        else { return [] }
        return awaited
    }
}

extension Connection {
    /// Somebody says yes to less: what was asked is a no, and the narrower is asked of the others with their own yes.
    ///
    /// - Throws: ``Consent/Refusal``, ``ConsentRefusal``
    package func narrow(
        _ kept: KeptConsent, to what: PlainText, until: Day?, as id: ID<Consent>, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let persons = kept.narrowable(by: key.reading, at: now)
        guard !persons.isEmpty, let letter = kept.letter else { throw Consent.Refusal.over }
        let no = Dictionary(uniqueKeysWithValues: persons.map { ($0, Consent.Answer.no) })
        try answer(kept, no, at: now, ids: ids, key, vault)
        let draft = Consent(
            id: id, asked: kept.consent.asked, by: key.reading.reader, persons: persons, made: now, until: until)
        let less = ConsentLetter(party: letter.party, what: what.text, purpose: letter.purpose)
        try ask(draft, less, ids: ids, key, vault)
    }
}
