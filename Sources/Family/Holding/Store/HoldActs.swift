// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What is needed to hold something, besides the hold itself.
package struct HoldToMake: Sendable {
    package let hold: Hold
    package let reason: PlainText
    package let asking: Promise.Owner

    package init(_ hold: Hold, because reason: PlainText, asking: Promise.Owner) {
        self.hold = hold
        self.reason = reason
        self.asking = asking
    }
}

extension Connection {
    /// Holds an item from named readers, from now on; a second professional is asked to confirm it.
    ///
    /// - Throws: ``SecondProfessional/Refusal``
    package func hold(
        _ toMake: HoldToMake, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let hold = toMake.hold
        let candidates = try secondProfessionals(about: hold.about, besides: hold.from, key).map(\.asked)
        let second = try SecondProfessional(
            ids.next(at: hold.made), asking: toMake.asking, about: Hold.Decision.start.subject(hold.id), by: hold.by,
            among: Set(candidates), at: hold.made)
        try keep(hold, because: toMake.reason, second, ids: ids, key, vault)
    }

    /// Holds an item that two professionals agreed on already.
    package func hold(
        _ hold: Hold, because reason: PlainText, confirmedBy second: ID<Account>, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let confirmed = SecondProfessional(
            id: ids.next(at: hold.made), subject: Hold.Decision.start.subject(hold.id), first: hold.by,
            asked: .account(second), made: hold.made, given: .init(.yes, by: second, at: hold.made))
        try keep(hold, because: reason, confirmed, ids: ids, key, vault)
    }

    /// Keeps what is held with what the second professional was asked, or answered already.
    package func keep(
        _ hold: Hold, because reason: PlainText, _ second: SecondProfessional, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let part = key.part(about: hold.about)
        let sealed = try key.seal(reason.text, in: part, at: .holdReason(of: hold.id, in: key.family))
        try execute(
            """
            INSERT INTO hold (family_id, id, item_kind, item_id, reason, part_id, by_id, organisation_id, made_at,
                review_day, released_at)
            VALUES (\(key.family), \(hold.id), \(hold.item.kind.rawValue), \(hold.item.id), \(sealed), \(part),
                \(hold.by), \(hold.organisation), \(hold.made), \(hold.reviewBy), \(hold.released))
            """)
        for reader in hold.from.sorted() { try self.hold(hold.id, from: reader, in: key.family) }
        try leaveReferrals(keptFrom: hold.from, in: key.family, at: hold.made)
        for person in hold.fromPersons.sorted() {
            try execute(
                """
                INSERT INTO hold_from_person (family_id, person_id, hold_id)
                VALUES (\(key.family), \(person), \(hold.id))
                """)
        }
        for person in hold.about.sorted() {
            try execute(
                "INSERT INTO hold_about (family_id, hold_id, person_id) VALUES (\(key.family), \(hold.id), \(person))")
        }
        try handOnHeld(hold, key)
        try leaveProvisions(hold, key)
        // Of the hold, not of what is held: whoever listens to that hears nothing.
        try journalHold(.itemHeld, hold, by: hold.by, at: hold.made, key, vault)
        try ask(second, because: nil, in: part, promise: ids.next(at: hold.made), key, vault)
        try oweReview(of: hold, by: hold.reviewBy, owner: .account(hold.by), at: hold.made, ids: ids, key, vault)
    }

    private func hold(_ id: ID<Hold>, from reader: ID<Account>, in family: ID<Family>) throws {
        try execute(
            """
            INSERT INTO hold_reader (family_id, account_id, hold_id)
            VALUES (\(family), \(reader), \(id)) ON CONFLICT DO NOTHING
            """)
    }

    /// Asks a second professional whether something stays held, or is released.
    ///
    /// - Throws: ``Hold/Refusal``, ``SecondProfessional/Refusal``
    package func propose(
        _ what: Hold.Decision, about sight: HoldSight, because reason: PlainText, asking: Promise.Owner,
        at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard what == .stay || what == .release, sight.state == .standing else { throw Hold.Refusal.decidedMeanwhile }
        let second = try SecondProfessional(
            ids.next(at: now), asking: asking, about: what.subject(sight.hold.id), by: key.reading.reader,
            among: Set(sight.candidates.map(\.asked)), at: now)
        try bump(sight.hold, key)
        let part = key.part(about: sight.hold.about)
        try ask(second, because: reason, in: part, promise: ids.next(at: now), key, vault)
        try journalHold(.holdDecided, sight.hold, by: key.reading.reader, at: now, key, vault)
    }

    /// Writes down what the second professional says, and what follows from it.
    ///
    /// - Throws: ``Hold/Refusal``, ``SecondProfessional/Refusal``
    package func answer(
        _ answer: SecondProfessional.Answer, about sight: HoldSight, because reason: PlainText?,
        leading led: ID<Organisation>?, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard case .waiting(let what, let second) = sight.state else { throw Hold.Refusal.decidedMeanwhile }
        let hold = sight.hold
        let decided = try second.answered(answer, by: key.reading.reader, leading: led, at: now)
        try bump(hold, key)
        let part = key.part(about: hold.about)
        try self.answer(decided, because: reason, in: part, key, vault)
        try journalHold(.holdDecided, hold, by: key.reading.reader, at: now, key, vault)
        switch Hold.consequence(of: decided) {
        case .none: break
        case .holds:
            guard what != .start else { return }
            try reviewAgain(hold, at: now, ids: ids, key, vault)
        case .asksThird: try askThird(about: hold, at: now, ids: ids, key, vault)
        case .releases:
            try release(hold, at: now, key)
            if Hold.isInPlaceOfHiding(sight.decisions.map(\.second)) { try liftHiding(of: hold, key) }
        }
    }

    /// Two do not agree: a team lead of who proposed it decides, within a day, and it is held meanwhile.
    private func askThird(
        about hold: Hold, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let organisation = hold.organisation else { return }
        let third = SecondProfessional(
            id: ids.next(at: now), subject: Hold.Decision.third.subject(hold.id), first: hold.by,
            asked: .organisation(organisation), made: now, given: nil)
        try ask(third, because: nil, in: key.part(about: hold.about), promise: ids.next(at: now), key, vault)
    }

    private func reviewAgain(
        _ hold: Hold, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try settleReview(of: hold, at: now, key)
        let next = now.day + Hold.term
        try execute(
            "UPDATE hold SET review_day = \(next) WHERE family_id = \(key.family) AND id = \(hold.id)")
        let isHere = try families(around: hold.by, on: now.day).contains(key.family)
        let owner = isHere ? Promise.Owner.account(hold.by) : hold.organisation.map { .organisation($0) }
        try oweReview(
            of: hold, by: next, owner: owner ?? .account(key.reading.reader), at: now, ids: ids, key, vault)
    }

    private func release(_ hold: Hold, at now: Moment, _ key: borrowing DossierKey) throws {
        try settleReview(of: hold, at: now, key)
        try execute(
            """
            UPDATE hold SET released_at = \(now)
            WHERE family_id = \(key.family) AND id = \(hold.id) AND released_at IS NULL
            """)
    }

    private func settleReview(of hold: Hold, at now: Moment, _ key: borrowing DossierKey) throws {
        for stored in try openPromises(in: ID(as: key.family), about: hold.id.review) {
            try save(try stored.promise.settled(at: now), of: stored)
        }
    }

    /// Owed to the organisation, so that nobody alone says that it is not needed; known to who owes it.
    private func oweReview(
        of hold: Hold, by day: Day, owner: Promise.Owner, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard hold.released == nil else { return }
        let promise = Promise(
            id: ids.next(at: now), kind: .reviewHold, owner: owner,
            receiver: hold.organisation.map { .organisation($0) } ?? .account(hold.by), subject: hold.id.review,
            urgency: .agreed(Moment(day, hour: 17)), made: now, fallback: hold.organisation)
        try make(promise, about: [], saying: "", by: nil, key, vault)
    }

    /// Two who decide at once: the second finds that something was decided.
    private func bump(_ hold: Hold, _ key: borrowing DossierKey) throws {
        let changed = try execute(
            """
            UPDATE hold SET version = version + 1
            WHERE family_id = \(key.family) AND id = \(hold.id) AND released_at IS NULL
            """)
        guard changed == 1 else { throw Hold.Refusal.decidedMeanwhile }
    }

    private func journalHold(
        _ kind: JournalEntry.Kind, _ hold: Hold, by who: ID<Account>, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(at: now, kind: kind, who: who, item: ItemName(.hold, hold.id), persons: hold.about), key,
            vault)
    }

    /// Holds from somebody who signs in from now on what is held from them as a person.
    func holdFromNow(_ account: ID<Account>, of person: ID<Person>, _ key: borrowing DossierKey) throws {
        try execute(
            """
            INSERT INTO hold_reader (family_id, account_id, hold_id)
            SELECT family_id, \(account), hold_id FROM hold_from_person
            WHERE family_id = \(key.family) AND person_id = \(person)
            ON CONFLICT DO NOTHING
            """)
    }
}
