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
        guard try keptOpen(key) == nil else { throw Handover.Refusal.changed }
        try insert(handover, because: reason, offersSupport: offersSupport, key)
        try journal(.handoverProposed, handover, at: now, key, vault)
        try owe(
            .answerHandover, by: handover.asked, to: handover.proposer, .week, handover, at: now, ids: ids, key, vault)
    }

    /// The one who was asked agrees; where the family was talked with before, everything moves at once.
    ///
    /// - Throws: ``Handover/Refusal``
    package func agree(
        to id: ID<Handover>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try handover(id, key) else { throw Handover.Refusal.notYours }
        let agreed = try kept.handover.agreed(by: key.reading.reader)
        try save(agreed, after: kept, at: now, key)
        try journal(.handoverAnswered, agreed, at: now, key, vault)
        try settlePromises(about: id, at: now, key, vault)
        guard !agreed.isCompletedByAgreeing else { return try complete(id, at: now, ids: ids, key, vault) }
        let owner = try successors(key).professionals.contains(agreed.from) ? agreed.from : agreed.to
        let receiver = owner == agreed.from ? agreed.to : agreed.from
        try owe(
            .finishHandover, by: owner, to: receiver, .regular(workingDays: 10), agreed, at: now, ids: ids, key, vault)
    }

    /// The one who was asked does not want it, or one of the two stops it; with the reason.
    ///
    /// - Throws: ``Handover/Refusal``
    package func stop(
        _ id: ID<Handover>, because reason: PlainText, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try handover(id, key) else { throw Handover.Refusal.notYours }
        let reader = key.reading.reader
        let isAnswer = kept.handover.state == .proposed && reader == kept.handover.asked
        let stopped = try isAnswer ? kept.handover.declined(by: reader) : kept.handover.withdrawn(by: reader)
        try save(stopped, after: kept, answer: reason, at: now, key)
        try journal(.handoverEnded, stopped, at: now, key, vault)
        try settlePromises(about: id, at: now, key, vault)
    }

    /// Notes the talk with the family.
    ///
    /// - Throws: ``Handover/Refusal``
    package func note(
        _ talk: Handover.Talk, in id: ID<Handover>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try handover(id, key) else { throw Handover.Refusal.notYours }
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
            try save(kept.handover.lapsed(), after: kept, at: now, key)
            try journal(.handoverEnded, kept.handover, at: now, key, vault)
            try settlePromises(about: kept.handover.id, at: now, key, vault)
        }
    }

    /// Lapses a handover of direction that moved otherwise meanwhile.
    func lapseHandovers(
        ofDirectionFrom holder: ID<Account>?, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try keptOpen(key), kept.handover.from != holder else { return }
        try save(kept.handover.lapsed(), after: kept, at: now, key)
        try settlePromises(about: kept.handover.id, at: now, key, vault)
    }

    // MARK: What an act leaves

    /// The handover of direction that waits, whoever asks.
    func keptOpen(_ key: borrowing DossierKey) throws -> KeptHandover? {
        let id = try row(
            """
            SELECT from_id FROM handover
            WHERE family_id = \(key.family) AND what = 'direction' AND state IN ('proposed', 'agreed')
            """
        ) { $0.id(0, Account.self) }
        return try id.flatMap { try openHandovers(of: $0, key).first }
    }

    func journal(
        _ kind: JournalEntry.Kind, _ handover: Handover, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: key.reading.reader, item: ItemName(.handover, handover.id),
                persons: Set(key.reading.covered.keys)), key, vault)
    }

    func settlePromises(
        about id: ID<Handover>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        for stored in try openPromises(in: ID(as: key.family), about: id.promised) {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
    }

    private func owe(
        _ kind: PromiseKind, by owner: ID<Account>, to receiver: ID<Account>, _ urgency: PromiseUrgency,
        _ handover: Handover, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let promise = Promise(
            id: ids.next(at: now), kind: kind, owner: .account(owner), receiver: .account(receiver),
            subject: handover.id.promised, urgency: urgency, made: now)
        try make(promise, about: [], saying: "", by: key.reading.reader, key, vault)
    }
}

extension ID<Handover> {
    /// What is promised about it.
    package var promised: Promise.Subject { Promise.Subject(kind: ItemName.Kind.handover.rawValue, id: text) }
}
