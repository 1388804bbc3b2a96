// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// How long a promise may take.
///
/// `acute` and `day` run in clock hours, always, at night and on holidays; norms in working days end at 17.00 hours
/// of their last working day, and the day on which the promise was made does not count.
package enum PromiseUrgency: Hashable, Sendable {
    /// At once; it is late after an hour.
    case acute
    /// Within 24 hours.
    case day
    /// Within five working days.
    case week
    /// Within a norm of so many working days.
    case regular(workingDays: Int)
    /// By a moment that both agreed on.
    case agreed(Moment)

    /// When a promise made at that moment is due.
    package func due(from made: Moment) -> Moment {
        switch self {
        case .acute: made + .hours(1)
        case .day: made + .hours(24)
        case .week: Self.endOfOffice(WorkingDays.after(made.day, 5))
        case .regular(let workingDays): Self.endOfOffice(WorkingDays.after(made.day, max(1, workingDays)))
        case .agreed(let moment): max(made, moment)
        }
    }

    /// Whether it runs in clock hours, so that nights and holidays count.
    package var runsInClockHours: Bool {
        switch self {
        case .acute, .day: true
        case .week, .regular, .agreed: false
        }
    }

    static func endOfOffice(_ day: Day) -> Moment { Moment(day, hour: 17) }
}
