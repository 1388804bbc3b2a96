// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// From 18 the circle around somebody goes on or ends as they choose themself (BW 1:233; Jeugdwet 7.3.4, 7.3.5).
///
/// Whoever came in before was let in by others. Each stays or leaves for this person alone; who is there for brothers and
/// sisters, too, stays for them.
package struct GoingOn: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// Nobody decides it for somebody else, nor before their birthday.
        case notYours
        /// Somebody came or left since the page was shown.
        case changed
        /// It was heard before the birthday, or is still to come.
        case heardOutside
    }

    /// That somebody said in a talk, or on paper, who stays, as a professional who plans with them heard it.
    ///
    /// For who does not sign in: it is said by them all the same, and noted with who heard it and on which day.
    package struct Heard: Hashable, Sendable {
        package let from: ID<Person>
        package let by: ID<Account>
        package let how: Consent.How
        package let at: Moment

        /// - Parameter day: on which it was said; never before it was theirs to say.
        /// - Throws: ``Refusal``
        package init(
            from person: ID<Person>, by reader: Reading, _ how: Consent.How, on day: Day, since birthday: Birthday,
            now: Moment
        ) throws(Refusal) {
            guard reader.mayHandCard(to: person), how != .inRondom else { throw .notYours }
            guard birthday.day <= day, day <= now.day else { throw .heardOutside }
            (from, by, self.how) = (person, reader.reader, how)
            at = day == now.day ? now : Moment(day, hour: 12)
        }
    }

    /// What a promise about it is about: the person who chooses.
    package static let subjectKind = "goingOn"

    package let stays: Set<ID<Membership>>
    package let leaves: Set<ID<Membership>>

    /// - Parameters:
    ///   - shown: the members whom the page showed.
    ///   - members: the members who came in before the birthday.
    /// - Throws: ``Refusal``
    package init(
        _ stays: Set<ID<Membership>>, shown: Set<ID<Membership>>, of members: Set<ID<Membership>>
    ) throws(Refusal) {
        guard !members.isEmpty else { throw .notYours }
        guard shown == members, stays.isSubset(of: members) else { throw .changed }
        self.stays = stays
        leaves = members.subtracting(stays)
    }

    /// The birthday from which the circle is somebody's own; nil before it, and where no date is known.
    package static func birthday(of birth: BirthDate, on day: Day) -> Birthday? {
        Birthday.last(of: birth, on: day).flatMap { $0.age == .eighteen ? $0 : nil }
    }

    /// Whether somebody chooses about a member: one who covers them, and came in before the birthday.
    package static func isChosen(_ membership: Membership, by person: ID<Person>, since birthday: Birthday) -> Bool {
        membership.ended == nil && membership.covers.contains(person) && membership.term.from < birthday.day
    }
}
