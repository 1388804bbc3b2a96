// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Proposes a handover: the other of the two owes an answer.
    ///
    /// - Throws: ``Handover/Refusal``
    package func propose(
        _ draft: Handover, because reason: PlainText, talk: Handover.Talk?, offersSupport: Bool, at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let handover = try draft.proposed(by: key.reading, try choosable(key), talk: talk, on: now.day)
        try requireMayMeet(handover, key)
        try check(talk, key)
        guard try !hasOpen(like: handover, key) else { throw Handover.Refusal.changed }
        try insert(handover, because: reason, offersSupport: offersSupport, key)
        try journal(.handoverProposed, handover, at: now, key, vault)
        try owe(handover, at: now, ids: ids, key, vault)
    }

    /// Whether one of them is hidden from the other is told to neither: it is not possible, as with anybody who can't.
    ///
    /// - Throws: ``Handover/Refusal/notPossible``, also where they were hidden after it was proposed.
    func requireMayMeet(_ handover: Handover, _ key: borrowing DossierKey) throws {
        let mustNotMeet = try mustNotMeet(key)
        guard !mustNotMeet(handover.from, handover.to) else { throw Handover.Refusal.notPossible }
    }

    /// The one who was asked agrees; where the family was talked with before, everything moves at once.
    ///
    /// - Throws: ``Handover/Refusal``
    package func agree(
        to id: ID<Handover>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try handover(id, key) else { throw Handover.Refusal.notYours }
        let agreed = try kept.handover.agreed(by: key.reading.reader)
        try requireMayMeet(agreed, key)
        try save(agreed, after: kept, at: now, key)
        try journal(.handoverAnswered, agreed, at: now, key, vault)
        guard !agreed.isCompletedByAgreeing else { return try complete(id, at: now, ids: ids, key, vault) }
        try owe(agreed, at: now, ids: ids, key, vault)
    }

    /// The one who was asked does not want it, or one of the two stops it; with the reason.
    ///
    /// - Throws: ``Handover/Refusal``
    package func stop(
        _ id: ID<Handover>, because reason: PlainText, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard let kept = try handover(id, key) else { throw Handover.Refusal.notYours }
        let reader = key.reading.reader
        let isAnswer = kept.handover.state == .proposed && reader == kept.handover.asked
        let stopped = try isAnswer ? kept.handover.declined(by: reader) : kept.handover.withdrawn(by: reader)
        try save(stopped, after: kept, answer: reason, at: now, key)
        try journal(.handoverEnded, stopped, at: now, key, vault)
        try owe(stopped, at: now, ids: ids, key, vault)
    }

    /// Notes the talk with the family.
    ///
    /// - Throws: ``Handover/Refusal``
    package func note(
        _ talk: Handover.Talk, in id: ID<Handover>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try handover(id, key) else { throw Handover.Refusal.notYours }
        try check(talk, key)
        let talked = try kept.handover.talked(talk, by: key.reading.reader, on: now.day)
        try save(talked, after: kept, at: now, key)
        try journal(.handoverTalked, talked, at: now, key, vault)
    }

    /// Notes why there is no talk with the family.
    ///
    /// - Throws: ``Handover/Refusal``
    package func note(
        _ cold: Handover.Cold, because reason: PlainText, in id: ID<Handover>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try handover(id, key) else { throw Handover.Refusal.notYours }
        let without = try kept.handover.withoutTalk(cold, by: key.reading.reader)
        try save(without, after: kept, coldReason: reason, at: now, key)
    }

    /// Lapses what an account was one of the two in, as it leaves the circle.
    func lapseHandovers(of account: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault) throws {
        for kept in try openHandovers(of: account, key) {
            try lapse(kept, at: now, key, vault)
            try journal(.handoverEnded, kept.handover, at: now, key, vault)
        }
    }

    /// Lapses the handovers of what is not any more with the one who was to hand it over: it moved otherwise meanwhile.
    func lapseHandovers(at now: Moment, _ key: borrowing DossierKey, _ vault: Vault) throws {
        let open = try allOpenHandovers(key)
        guard !open.isEmpty else { return }
        let around = try choosable(key)
        for kept in open where !kept.handover.isHeld(around) { try lapse(kept, at: now, key, vault) }
    }

    private func lapse(
        _ kept: KeptHandover, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let lapsed = kept.handover.lapsed()
        try save(lapsed, after: kept, at: now, key)
        try owe(lapsed, at: now, ids: .unguessable, key, vault)
    }

    // MARK: What an act leaves

    /// Who was there is of this family, and known to who writes it down.
    private func check(_ talk: Handover.Talk?, _ key: borrowing DossierKey) throws {
        guard let talk else { return }
        let known = Set(try circle(key, withEnded: true).persons.map(\.person.id))
        guard talk.present.isSubset(of: known) else { throw Handover.Refusal.noSuchTalk }
    }

    /// Whether the same waits already, whoever asks: of direction and the first contact there is one, of help one for each
    /// who hands it over.
    private func hasOpen(like handover: Handover, _ key: borrowing DossierKey) throws -> Bool {
        try allOpenHandovers(key).contains { kept in
            guard kept.handover.responsibility.word == handover.responsibility.word else { return false }
            return handover.responsibility != .help || kept.handover.from == handover.from
        }
    }

    func journal(
        _ kind: JournalEntry.Kind, _ handover: Handover, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: key.reading.reader, item: ItemName(.handover, handover.id),
                persons: Set(key.reading.covered.keys), detail: handover.told(by: key.reading.reader)), key, vault)
    }
}
