// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That direction comes to somebody, or becomes of another kind: why, who agreed, and who looked at it with them.
package struct DirectionChange: Hashable, Sendable {
    package enum Cause: String, Sendable, CaseIterable {
        /// The family was started, and somebody directs from the first moment.
        case start
        /// Somebody who holds authority directs, as parents do by default; or directs again.
        case parents
        /// A handover was completed, agreed with the family.
        case handover
        /// The same holder, of another kind.
        case kind
        /// Without the holder, for safety.
        case safety
        /// Without the holder, who is not there.
        case absence
        /// A team lead gave it to a colleague of the holder.
        case reassigned
        /// Who held it left the circle.
        case inherited
    }

    package let direction: Direction
    package let cause: Cause
    package let by: ID<Account>?
    package let second: ID<Account>?
    /// Those of the family who said yes.
    package let agreedBy: Set<ID<Person>>
    /// Whether free client support (*onafhankelijke cliëntondersteuning*) was offered.
    package let offersSupport: Bool
    package let reason: PlainText?

    package init(
        _ direction: Direction, _ cause: Cause, by who: ID<Account>?, second: ID<Account>? = nil,
        agreedBy: Set<ID<Person>> = [], offersSupport: Bool = false, reason: PlainText? = nil
    ) {
        self.direction = direction
        self.cause = cause
        by = who
        self.second = second
        self.agreedBy = agreedBy
        self.offersSupport = offersSupport
        self.reason = reason
    }
}

/// Why direction does not move so.
package enum DirectionRefusal: Refusal {
    /// Not for this reader to do.
    case notYours
    /// Somebody of the family never directs safety.
    case notForFamily
    /// It directs already, or not any more.
    case changed
    /// The day to look again lies before tomorrow, or more than half a year ahead.
    case reviewOutside
    /// Nobody of the family said yes.
    case nobodyAgreed
    /// It takes a second professional.
    case secondMissing
}

extension Direction {
    /// How far ahead somebody looks at most whether direction is still needed so.
    package static let longestTerm = 183

    /// After how many days is first looked whether it goes well that the parents direct.
    package static let firstTerm = 42

    /// The day to look again, when it is one.
    ///
    /// - Throws: ``DirectionRefusal/reviewOutside``
    package static func checked(review: Day, from today: Day) throws(DirectionRefusal) -> Day {
        guard today < review, review - today <= longestTerm else { throw .reviewOutside }
        return review
    }

    /// The same holder in another kind.
    ///
    /// To safety and back from it is never one person's to decide: that takes a second professional.
    ///
    /// - Throws: ``DirectionRefusal``
    package func become(
        _ kind: Kind, review: Day, by reader: Reading, with second: SecondProfessional? = nil, on today: Day
    ) throws(DirectionRefusal) -> Direction {
        guard holder == reader.reader else { throw .notYours }
        guard kind != self.kind else { throw .changed }
        guard kind.isForFamily || reader.ownPerson == nil else { throw .notForFamily }
        if kind == .safetyCoordination || self.kind == .safetyCoordination {
            guard second != nil else { throw .secondMissing }
        }
        return Direction(
            kind: kind, holder: holder, since: today, review: try Self.checked(review: review, from: today))
    }

    /// Direction once a parent has it again: of who directs by agreement, and never of safety.
    ///
    /// Directing is the parents' by default; for taking it back they need nobody's yes.
    ///
    /// - Parameter parents: who holds authority and signs in, and from whom nothing is kept.
    /// - Throws: ``DirectionRefusal``
    package func takenBack(
        by reader: Reading, parents: Set<ID<Account>>, on today: Day
    ) throws(DirectionRefusal) -> Direction {
        guard reader.ownPerson != nil, parents.contains(reader.reader) else { throw .notYours }
        guard kind.isForFamily else { throw .notForFamily }
        guard holder != reader.reader, !parents.contains(holder) else { throw .changed }
        return Direction(kind: .contact, holder: reader.reader, since: today)
    }

    /// Direction once somebody looked whether it is still needed so, and it is.
    ///
    /// - Throws: ``DirectionRefusal``
    package func reviewed(until review: Day, by reader: Reading, on today: Day) throws(DirectionRefusal) -> Direction {
        guard reader.mayReview(self) else { throw .notYours }
        let day = try Self.checked(review: review, from: today)
        return Direction(kind: kind, holder: holder, since: since, review: day)
    }

    /// Direction once a professional takes it without its holder, for safety or because the holder is not there.
    ///
    /// - Parameter second: who is asked, or said yes.
    /// - Throws: ``DirectionRefusal``
    package func takenWithoutHolder(
        as kind: Kind, review: Day, by reader: Reading, with second: SecondProfessional, on today: Day
    ) throws(DirectionRefusal) -> Direction {
        guard reader.mayTakeOver, second.first == reader.reader else { throw .notYours }
        guard holder != reader.reader else { throw .changed }
        return Direction(
            kind: kind, holder: reader.reader, since: today, review: try Self.checked(review: review, from: today))
    }
}

extension Reading {
    /// Whether the reader may ask for direction: a professional who plans with a person they cover.
    package var mayTakeOver: Bool {
        ownPerson == nil && membership?.kind == .professional && covered.values.contains { $0.share >= .plan }
    }

    /// Whether the reader may say that direction is still needed so: who directs, and professionals who plan.
    package func mayReview(_ direction: Direction) -> Bool { direction.holder == reader || mayTakeOver }

    /// Whether the reader reads why direction moved and who agreed: the family, and who plans with it.
    package var mayReadWhyDirected: Bool {
        ownPerson != nil || covered.values.contains { $0.share >= .plan }
    }
}
