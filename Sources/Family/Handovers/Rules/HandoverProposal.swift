// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Handover {
    /// A handover as it is proposed.
    ///
    /// The holder proposes it to somebody of the circle. Of direction, a professional who takes over proposes it to the
    /// holder, and a parent to the one who directs safety; whoever takes over from the family has talked with it first.
    ///
    /// - Parameters:
    ///   - around: who directs and is called first now, and who can.
    ///   - talk: the talk that was held before it is proposed.
    /// - Throws: ``Refusal``
    package func proposed(
        by reader: Reading, _ around: Ending.Successors, talk: Talk? = nil, on today: Day
    ) throws(Refusal) -> Handover {
        guard responsibility != .help || around.direction?.holder != from else { throw .directs }
        guard isHeld(around) else { throw .changed }
        guard proposer == reader.reader, concerns(reader.reader), from != to else { throw .notYours }
        guard mayBeTaken(around, from: today) else { throw .notPossible }
        guard case .direction = responsibility else {
            guard proposer == from, talk == nil else { throw .notYours }
            return self
        }
        guard let talk else {
            guard !around.isProfessionalTaking(from: from, by: to, proposer: proposer) else { throw .noSuchTalk }
            return self
        }
        guard !talk.agreed.isEmpty || proposer == from else { throw .nobodyAgreed }
        return try talked(talk, by: reader.reader, on: today)
    }

    /// Whether the yes of the one who was asked completes it: the talk was held before, and nothing is left to do.
    package var isCompletedByAgreeing: Bool { proposer == to && talk != nil }

    /// Whether what is to move is still with the one who hands it over.
    ///
    /// Help is of a professional who does not direct: there is no moment in which who directs is not in the circle.
    package func isHeld(_ around: Ending.Successors) -> Bool {
        switch responsibility {
        case .direction: around.direction?.holder == from
        case .contact: around.firstContact == from
        case .help: around.professionals.contains(from) && around.direction?.holder != from
        }
    }

    /// Whether who would take it over can: of the circle, and for direction until a day that can be named.
    private func mayBeTaken(_ around: Ending.Successors, from today: Day) -> Bool {
        switch responsibility {
        case .direction(let kind, let review):
            around.mayDirect(to, as: kind) && (try? Direction.checked(review: review, from: today)) != nil
        case .contact, .help: around.professionals.contains(to)
        }
    }

    /// Looks once more, at the moment at which all moves, whether it can.
    ///
    /// - Throws: ``Refusal``
    package func checkedToMove(_ around: Ending.Successors, on today: Day) throws(Refusal) {
        guard isHeld(around) else { throw .changed }
        guard mayBeTaken(around, from: today) else { throw .notPossible }
    }
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
    /// Who directs is known to all around the family; who helps, to those alone who know both of the two.
    ///
    /// - Parameters:
    ///   - hidden: the accounts of who is hidden from the reader.
    ///   - known: the accounts of the members whom the reader knows, and of the family.
    package func maySee(_ handover: Handover, hidden: Set<ID<Account>>, known: Set<ID<Account>>) -> Bool {
        guard !held.items.contains(ItemName(.handover, handover.id)) else { return false }
        if handover.concerns(reader) { return true }
        let both: Set = [handover.from, handover.to]
        guard hidden.isDisjoint(with: both) else { return false }
        if case .direction = handover.responsibility {} else if !both.isSubset(of: known) { return false }
        if ownPerson != nil { return covered.values.contains { $0.ground != .membership } }
        return membership?.kind == .professional && covered.values.contains { $0.share >= .plan }
    }
}
