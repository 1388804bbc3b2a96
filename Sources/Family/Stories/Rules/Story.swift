// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Somebody's own story in their own words (*verhaal*): theirs alone to change, in versions that stay.
///
/// A joint one has several authors: a version of it counts once each of them said yes to it.
package struct Story: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Only its author writes it, says yes to it, and says who reads it.
        case notYours
        /// A joint story has at least two authors, who may meet and who sign in here.
        case notTogether
        /// A newer version was written since this one was begun: both are shown, and nothing is lost.
        case changedMeanwhile
        /// There is no such version, or it was agreed on before.
        case nothingToAgree
    }

    package let id: ID<Story>
    /// Whose story it is: one person's, or that of several together.
    package let authors: Set<ID<Person>>

    package var isJoint: Bool { authors.count > 1 }

    package init(id: ID<Story>, authors: Set<ID<Person>>) {
        self.id = id
        self.authors = authors
    }

    /// The story of one person, who has one.
    package init(of person: ID<Person>) { self.init(id: ID(as: person), authors: [person]) }

    /// A story that several begin together, when they sign in here and may meet.
    ///
    /// - Throws: ``Refusal``
    package static func begun(
        _ id: ID<Story>, by reader: Reading, with others: Set<ID<Person>>, accounts: [ID<Person>: ID<Account>],
        meets: (ID<Account>, ID<Account>) -> Bool
    ) throws(Refusal) -> Story {
        guard let own = reader.ownPerson else { throw .notYours }
        let with = others.subtracting([own])
        guard !with.isEmpty else { throw .notTogether }
        for other in with {
            guard let account = accounts[other], meets(account, reader.reader), meets(reader.reader, account)
            else { throw .notTogether }
        }
        return Story(id: id, authors: with.union([own]))
    }
}

/// With which right somebody writes a story.
package enum StoryPen: Hashable, Sendable {
    /// It is their own.
    case own
    /// A child under 12 told it, and they write it down.
    case writtenDown
}

/// One version of a story, without its words.
package struct StoryVersion: Hashable, Sendable {
    package let number: Int
    package let at: Moment
    package let writer: ID<Account>
    /// Told by the child, and written down by somebody else.
    package let isWrittenDown: Bool
    /// Which of the authors said yes to it.
    package let yeses: Set<ID<Person>>

    package init(number: Int, at: Moment, writer: ID<Account>, isWrittenDown: Bool, yeses: Set<ID<Person>>) {
        self.number = number
        self.at = at
        self.writer = writer
        self.isWrittenDown = isWrittenDown
        self.yeses = yeses
    }

    /// Whether each author said yes, so that it counts.
    package func isAgreed(by authors: Set<ID<Person>>) -> Bool { authors.isSubset(of: yeses) }

    /// The version with another author's yes.
    ///
    /// - Throws: ``Story/Refusal``
    package func agreed(by person: ID<Person>?, of story: Story, latest: Int) throws(Story.Refusal) -> StoryVersion {
        guard let person, story.authors.contains(person) else { throw .notYours }
        guard number == latest, !yeses.contains(person) else { throw .nothingToAgree }
        return StoryVersion(
            number: number, at: at, writer: writer, isWrittenDown: isWrittenDown, yeses: yeses.union([person]))
    }
}
