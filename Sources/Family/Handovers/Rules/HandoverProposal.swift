// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Handover {
    /// A handover of direction as it is proposed.
    ///
    /// The holder proposes it to somebody of the circle; a professional who takes over proposes it to the holder, and a
    /// parent to the one who directs safety. Whoever takes over from the family has talked with it first.
    ///
    /// - Parameters:
    ///   - around: who directs now, and who can.
    ///   - talk: the talk that was held before it is proposed.
    /// - Throws: ``Refusal``
    package func proposed(
        by reader: Reading, _ around: Ending.Successors, talk: Talk? = nil, on today: Day
    ) throws(Refusal) -> Handover {
        guard let direction = around.direction, direction.holder == from else { throw .changed }
        guard proposer == reader.reader, concerns(reader.reader), from != to else { throw .notYours }
        guard case .direction(let kind, let review) = responsibility else { throw .notPossible }
        guard around.mayDirect(to, as: kind) else { throw .notPossible }
        guard (try? Direction.checked(review: review, from: today)) != nil else { throw .notPossible }
        guard let talk else {
            guard !around.isProfessionalTaking(from: from, by: to, proposer: proposer) else { throw .noSuchTalk }
            return self
        }
        guard !talk.agreed.isEmpty || proposer == from else { throw .nobodyAgreed }
        return try talked(talk, by: reader.reader, on: today)
    }

    /// Whether the yes of the one who was asked completes it: the talk was held before, and nothing is left to do.
    package var isCompletedByAgreeing: Bool { proposer == to && talk != nil }
}

extension Ending.Successors {
    /// Whether somebody can direct so: a professional of the circle, or a parent where it is not safety.
    package func mayDirect(_ account: ID<Account>, as kind: Direction.Kind) -> Bool {
        professionals.contains(account) || kind.isForFamily && parents.contains(account)
    }

    /// A professional asks a family for direction.
    fileprivate func isProfessionalTaking(from: ID<Account>, by to: ID<Account>, proposer: ID<Account>) -> Bool {
        proposer == to && professionals.contains(to) && !professionals.contains(from)
    }
}

extension Reading {
    /// Whether the reader may know of a handover: the two, the family it concerns, and professionals who plan with it.
    ///
    /// - Parameter hidden: the accounts of who is hidden from the reader.
    package func maySee(_ handover: Handover, hidden: Set<ID<Account>>) -> Bool {
        guard !held.items.contains(ItemName(.handover, handover.id)) else { return false }
        if handover.concerns(reader) { return true }
        guard hidden.isDisjoint(with: [handover.from, handover.to]) else { return false }
        if ownPerson != nil { return covered.values.contains { $0.ground != .membership } }
        return membership?.kind == .professional && covered.values.contains { $0.share >= .plan }
    }
}
