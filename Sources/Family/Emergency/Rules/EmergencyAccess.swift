// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That somebody on duty opened a family in an emergency (*noodtoegang*): for three hours, with why, looked at by another
/// the next working day.
///
/// First who is in the circle and the safety card, all of it by a second confirmation. It ends by itself.
package struct EmergencyAccess: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Not on duty for an organisation, or not the one who opened it.
        case notYours
        case over
        case alreadyWide
        /// Who opened it, or stands in the circle, does not judge it.
        case involved
        case reviewedBefore
    }

    /// What another said of it afterwards.
    package struct Review: Hashable, Sendable {
        package let by: ID<Account>
        package let at: Moment
        package let wasRight: Bool
        /// Whether the family sees in "Wie keek mee" that it was.
        package let isShown: Bool

        package init(by: ID<Account>, at: Moment, wasRight: Bool, isShown: Bool) {
            self.by = by
            self.at = at
            self.wasRight = wasRight
            self.isShown = isShown
        }
    }

    /// How long it lasts.
    package static let term = Duration.hours(3)
    /// Within how many working days another looks at it.
    package static let norm = 1

    package let id: ID<EmergencyAccess>
    package let who: ID<Account>
    package let organisation: ID<Organisation>
    package let opened: Moment
    package private(set) var widened: Moment?
    package private(set) var review: Review?

    package init(
        id: ID<EmergencyAccess>, who: ID<Account>, organisation: ID<Organisation>, opened: Moment,
        widened: Moment? = nil, review: Review? = nil
    ) {
        self.id = id
        self.who = who
        self.organisation = organisation
        self.opened = opened
        self.widened = widened
        self.review = review
    }

    package var ends: Moment { opened + Self.term }

    /// Whether it gives access now; not by a clock that was set back either.
    package func isOpen(at now: Moment) -> Bool { opened <= now && now < ends }

    package var share: Share { widened == nil ? .contact : .all }

    /// For which organisation somebody is on duty; nil for everybody else.
    package static func duty(among work: [Professional]) -> ID<Organisation>? {
        work.first { $0.function == .dutyWorker }?.organisation
    }

    /// The same, opened further by who opened it.
    ///
    /// - Throws: ``Refusal``
    package func widened(by who: ID<Account>, at now: Moment) throws(Refusal) -> EmergencyAccess {
        guard who == self.who else { throw .notYours }
        guard isOpen(at: now) else { throw .over }
        guard widened == nil else { throw .alreadyWide }
        var access = self
        access.widened = now
        return access
    }

    /// The same, once another looked at it.
    ///
    /// - Parameter isInvolved: whether who looks is of the family, stands in its circle, or something is kept from them.
    /// - Throws: ``Refusal``
    package func reviewed(
        by reviewer: ID<Account>, isInvolved: Bool, wasRight: Bool, isShown: Bool, at now: Moment
    ) throws(Refusal) -> EmergencyAccess {
        guard reviewer != who, !isInvolved else { throw .involved }
        guard review == nil else { throw .reviewedBefore }
        var access = self
        access.review = Review(by: reviewer, at: now, wasRight: wasRight, isShown: isShown)
        return access
    }
}

extension Reading {
    /// Whether somebody reads because they opened the family in an emergency: they read, and do nothing.
    package var isEmergency: Bool { ownPerson == nil && membership == nil && ground == .emergency }
}
