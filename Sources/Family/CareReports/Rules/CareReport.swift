// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A worry about a child that somebody reported (*zorgmelding*), as it lies at the desk that received it.
///
/// It lies outside every circle: linking it to a family shows it to nobody there. It is judged, gets somebody who has
/// it in hand, and is over only when who reported it got an answer.
package struct CareReport: Hashable, Sendable {
    /// How long it can wait: before it was judged as who reported says, after that as the desk does.
    package enum Urgency: String, CaseIterable, Sendable {
        case acute, day, week, regular

        /// Its place on the board: what is lower goes first, whatever it is due.
        package var rank: Int {
            switch self {
            case .acute: 0
            case .day: 1
            case .week: 2
            case .regular: 3
            }
        }

        /// How long the first talk may take; the usual one ten working days, which is the local norm until an agreement
        /// says otherwise.
        package var untilTalk: PromiseUrgency {
            switch self {
            case .acute: .acute
            case .day: .day
            case .week: .week
            case .regular: .regular(workingDays: 10)
            }
        }

        /// How long judging may take: never longer than the next working day.
        package var untilTriage: PromiseUrgency {
            switch self {
            case .acute: .acute
            case .day: .day
            case .week, .regular: .regular(workingDays: 1)
            }
        }
    }

    /// Where it goes after it was judged.
    package enum Place: Hashable, Sendable {
        /// The desk has the first talk itself.
        case desk
        /// To those around a family that is known here: one of them at the desk has the talk.
        case circle(ID<Family>)
        /// Reported on (Jeugdwet 4.1.7, step five of the reporting code).
        case veiligThuis
    }

    package enum State: Hashable, Sendable {
        case received
        case triaged
        case assigned(Place)
        /// The first talk was held.
        case talked
        case closed(Closing)
    }

    /// How it ended: who reported got advice, or heard that it was seen and who watches.
    package enum Closing: String, CaseIterable, Sendable {
        case advice, answered

        /// How long it is kept then: without help a year, else as all of youth care (twenty years, Jeugdwet 7.3.8).
        package var kept: Duration {
            switch self {
            case .advice: .days(365)
            case .answered: .days(365 * 20 + 5)
            }
        }
    }

    /// How soon who reported hears something after the first talk, or after it was reported on.
    package static let untilFeedback = PromiseUrgency.regular(workingDays: 10)

    package let id: ID<CareReport>
    package internal(set) var desk: Side
    /// Who is at that desk now.
    package internal(set) var crew: DeskCrew
    /// Who never opens it, wherever they work: it may be about them.
    package let keptFrom: Set<ID<Account>>
    /// The desk that must not get it: who reported says that it is about somebody there.
    package let avoids: ID<Organisation>?
    package internal(set) var urgency: Urgency
    package internal(set) var state: State
    /// Whether several parties are around the child, so that somebody has to direct.
    package internal(set) var hasSeveralParties: Bool
    package internal(set) var direction: Direction.Kind?
    /// Until when somebody keeps what holds for safety; nil where nothing does.
    package internal(set) var safety: SafetyKeeping?
    package let received: Moment
    /// When it was judged first.
    package internal(set) var judged: Moment?
    /// The family that it was linked to last, wherever it went then.
    package internal(set) var family: ID<Family>?

    /// A report as it was written down.
    package init(
        id: ID<CareReport>, desk: Side, crew: DeskCrew, keptFrom: Set<ID<Account>> = [],
        avoids: ID<Organisation>? = nil, urgency: Urgency, state: State = .received, hasSeveralParties: Bool = false,
        direction: Direction.Kind? = nil, received: Moment, judged: Moment? = nil, family: ID<Family>? = nil,
        safety: SafetyKeeping? = nil
    ) {
        (self.id, self.desk, self.crew, self.keptFrom, self.avoids) = (id, desk, crew, keptFrom, avoids)
        (self.urgency, self.state, self.received, self.judged) = (urgency, state, received, judged)
        (self.hasSeveralParties, self.direction, self.family) = (hasSeveralParties, direction, family)
        self.safety = safety
    }
}

/// Whether somebody keeps the conditions for safety with which a report came.
package enum SafetyKeeping: Hashable, Sendable {
    case nobody
    /// Until they look at it again.
    case until(Day)
    /// They hold no more, or somebody elsewhere keeps them.
    case over
}
