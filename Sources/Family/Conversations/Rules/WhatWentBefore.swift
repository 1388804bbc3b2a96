// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What was written in a conversation before somebody takes part in it.
///
/// It was written to those who took part then. Somebody more reads it only where that is nobody else's to decide, and
/// where they may read as much of those it is about as anybody it was written to.
package enum WhatWentBefore {
    /// From where somebody reads who takes part later.
    package enum Choice: String, Sendable, CaseIterable {
        case fromNow = "now"
        case withBefore = "before"
    }

    /// Why somebody who takes part later reads from now on alone.
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// A young person's own line stays between two.
        case privateLine
        /// A child sees who can read a conversation before writing in it.
        case youngPersonWrote
        /// What is about an adult is theirs alone to give; what is about several is read by those who took part.
        case aboutAnAdult
        /// The family and its own people don't read each other's words by somebody else's choice.
        case notTheirs
        /// Who takes part reads more of those it is about than the one who is added may.
        case readsLess
    }

    /// Decides whether somebody who is added reads what went before, too: as far as the one who adds them reads it.
    ///
    /// - Parameter readings: what those who take part may read now; who reads nothing any more is left out, and counts
    ///   as somebody of the family who read all.
    /// - Throws: ``Refusal``
    package static func check(
        of conversation: Conversation, givenBy adder: Reading, to newcomer: Reading, among readings: [Reading]
    ) throws(Refusal) {
        guard !conversation.isPrivateLine else { throw .privateLine }
        let others = readings.filter { $0.reader != adder.reader }
        guard !others.contains(where: \.isOfYoungPerson) else { throw .youngPersonWrote }
        guard conversation.about.intersection(adder.adults).isSubset(of: [adder.ownPerson].compactMap(\.self)) else {
            throw .aboutAnAdult
        }
        let areAllKnown = Set(readings.map(\.reader)).isSuperset(of: conversation.participants)
        if newcomer.membership?.kind != .professional {
            guard areAllKnown, others.allSatisfy({ $0.membership?.kind == .professional }) else { throw .notTheirs }
        }
        for person in conversation.about.sorted() {
            let shares = readings.map { $0.covered[person]?.share ?? .all }
            let most = areAllKnown ? shares.max() ?? .all : .all
            guard let share = newcomer.covered[person]?.share, share >= most else { throw .readsLess }
        }
    }
}

extension Reading {
    /// Whether the reader is a child or young person of the family.
    package var isOfYoungPerson: Bool { ownPerson.map { !adults.contains($0) } ?? false }
}
