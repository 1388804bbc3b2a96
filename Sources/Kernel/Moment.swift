// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A moment in time: milliseconds since 1 January 1970, 0.00 hours UTC.
///
/// The database keeps moments as this number; the time zone comes in only where somebody reads it.
package struct Moment: Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The moment at which a day begins in the Netherlands, plus hours and minutes on that day's clock.
    package init(_ day: Day, hour: Int = 0, minute: Int = 0) {
        let clock = Int64(day.number) * 86_400 + Int64(hour) * 3_600 + Int64(minute) * 60
        milliseconds = (clock - Int64(DutchTime.ahead(at: Int(clock) - 3_600))) * 1_000
    }

    package static func + (moment: Self, span: Duration) -> Self {
        Self(milliseconds: moment.milliseconds + span.inMilliseconds)
    }
    package static func - (moment: Self, span: Duration) -> Self {
        Self(milliseconds: moment.milliseconds - span.inMilliseconds)
    }
    package static func - (a: Self, b: Self) -> Duration { .milliseconds(a.milliseconds - b.milliseconds) }
    package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }

    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1_000) }

    /// The day in the Netherlands.
    package var day: Day { local.day }

    /// Day, hour and minute on a clock in the Netherlands.
    package var local: (day: Day, hour: Int, minute: Int) {
        let whole = milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000
        let seconds = Int(whole) + DutchTime.ahead(at: Int(whole))
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - days * 86_400
        return (Day(number: days), rest / 3_600, rest % 3_600 / 60)
    }
}

extension Moment {
    /// So far a clock may be set back without what was written before being taken for written ahead of its time.
    package static let setBack = Duration.hours(2)

    /// Whether a term that ends here has begun and is not over.
    ///
    /// A clock that ran far ahead and was mended leaves ends behind that no term reaches by then: those are over, or
    /// what should last a month would last a year.
    package func isRunning(_ term: Duration, at now: Moment) -> Bool { now < self && self <= now + term + Self.setBack }
}

extension Duration {
    package static func minutes(_ count: Int) -> Duration { .seconds(60 * count) }
    package static func hours(_ count: Int) -> Duration { .seconds(3_600 * count) }
    package static func days(_ count: Int) -> Duration { .seconds(86_400 * count) }

    package var inMilliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }
}

/// What time it is, told by whoever starts the program, so that a test can set the clock.
package struct Clock: Sendable {
    package let now: @Sendable () -> Moment

    package init(now: @escaping @Sendable () -> Moment) { self.now = now }

    /// The clock of the machine.
    package static let machine = Clock {
        Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded()))
    }
}
