// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That something was shared on a ground (*gebruikte grondslag*): about whom, by whom, and when.
///
/// Where nobody agreed it counts only once a second professional confirmed it. Those it is about read of it once they
/// were told; when that is safe, the professional decides.
package struct GroundUse: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        case forNobody
        /// A professional of the circle records it who plans with all it is about.
        case notYours
        /// The ground does not count in this installation today.
        case notCounting
        /// Consent does not mend what this organisation has no ground for.
        case notMended
        /// It takes a second professional.
        case secondMissing
        case toldBefore
    }

    /// How it stands.
    package enum State: Hashable, Sendable {
        case counts
        case waits
        case refused
    }

    package let id: ID<GroundUse>
    package let ground: Ground
    package let persons: Set<ID<Person>>
    package let by: ID<Account>
    package let at: Moment
    /// When those it is about were told.
    package private(set) var told: Moment?

    package init(
        id: ID<GroundUse>, ground: Ground, persons: Set<ID<Person>>, by: ID<Account>, at: Moment, told: Moment? = nil
    ) {
        (self.id, self.ground, self.persons) = (id, ground, persons)
        (self.by, self.at, self.told) = (by, at, told)
    }

    /// One that is recorded now.
    ///
    /// - Parameter organisation: on whose behalf something is shared.
    /// - Throws: ``Refusal``
    package init(
        _ id: ID<GroundUse>, of ground: Ground, about persons: Set<ID<Person>>, by reader: Reading,
        for organisation: Organisation.Kind?, among terms: [GroundTerm], isTold: Bool, at now: Moment
    ) throws(Refusal) {
        guard !persons.isEmpty else { throw .forNobody }
        guard persons.allSatisfy(reader.mayHandCard(to:)) else { throw .notYours }
        guard GroundTerm.counting(terms, on: now.day).contains(ground) else { throw .notCounting }
        guard ground != .consent || organisation.map(Ground.isMendedByConsent(for:)) ?? true else { throw .notMended }
        self.init(
            id: id, ground: ground, persons: persons, by: reader.reader, at: now, told: isTold ? now : nil)
    }

    package func state(with second: SecondProfessional?) -> State {
        guard ground.needsSecond else { return .counts }
        return switch second?.given?.answer {
        case .yes: .counts
        case .no: .refused
        case nil: .waits
        }
    }

    /// The use once those it is about were told.
    ///
    /// - Throws: ``Refusal``
    package func told(by reader: Reading, at now: Moment) throws(Refusal) -> GroundUse {
        guard persons.allSatisfy(reader.mayHandCard(to:)) else { throw .notYours }
        guard told == nil else { throw .toldBefore }
        var told = self
        told.told = now
        return told
    }
}

extension Reading {
    /// Whether the reader knows that a ground was used: professionals who plan with all it is about; once they were told,
    /// who it is about, from 12, and who reads by authority about a child under 12.
    package func maySee(_ use: GroundUse, on day: Day) -> Bool {
        guard let ownPerson else { return use.persons.allSatisfy(mayHandCard(to:)) }
        guard use.told != nil else { return false }
        return use.persons.allSatisfy { person in
            let birth = persons.first { $0.id == person }?.birth
            if person == ownPerson { return birth?.isAtLeast(12, on: day) == true }
            return covered[person]?.ground == .authority && birth.map { AgeBand($0, on: day) == .under12 } == true
        }
    }
}
