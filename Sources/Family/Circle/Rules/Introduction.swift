// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A helper introduces who follows them (*wie na mij komt*): who, and why, in their own words to the family.
///
/// It is said while both are in the circle, so that the family hears it from somebody they know.
package struct Introduction: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Only a helper of the circle introduces, and nobody introduces themself.
        case notYours
        /// Who follows is a helper of the circle, for somebody whom the one before covers, too.
        case notTheFollower
    }

    package let id: ID<Introduction>
    package let by: ID<Account>
    package let follower: ID<Account>
    /// Those for whom both are there: they are told.
    package let about: Set<ID<Person>>
    package let at: Moment

    package init(
        id: ID<Introduction>, by: ID<Account>, follower: ID<Account>, about: Set<ID<Person>>, at: Moment
    ) {
        self.id = id
        self.by = by
        self.follower = follower
        self.about = about
        self.at = at
    }

    /// One that is written now.
    ///
    /// - Throws: ``Refusal``
    package static func written(
        _ id: ID<Introduction>, by reader: Reading, of follower: Membership?, at now: Moment
    ) throws(Refusal) -> Introduction {
        guard reader.membership?.kind == .professional else { throw .notYours }
        guard let follower, follower.kind == .professional, follower.isActive(on: now.day),
            follower.account != reader.reader
        else { throw .notTheFollower }
        let both = follower.covers.intersection(reader.covered.keys)
        guard !both.isEmpty else { throw .notTheFollower }
        return Introduction(id: id, by: reader.reader, follower: follower.account, about: both, at: now)
    }
}

extension Reading {
    /// Whether the reader is told: it is about somebody they cover, or they wrote it, or it is of them.
    package func mayRead(_ introduction: Introduction) -> Bool {
        introduction.about.contains { covered[$0] != nil }
    }
}
