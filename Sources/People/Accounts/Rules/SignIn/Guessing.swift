// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// How often somebody guessed wrong lately, and how long the next guess has to wait.
///
/// Counted apart for each name, each second factor, each device that is remembered and each network address (NIST SP
/// 800-63B-4, 3.2.2: slow down rather than lock, so that nobody can lock another out for good).
package struct Guessing: Hashable, Sendable {
    /// How many wrong guesses are free.
    package enum Limit: Sendable {
        case account
        /// A school or an office stands behind one address.
        case address

        package var free: Int {
            switch self {
            case .account: 5
            case .address: 30
            }
        }
    }

    package let failures: Int
    package let latest: Moment

    package init(failures: Int, latest: Moment) {
        self.failures = failures
        self.latest = latest
    }

    /// The first wait; each wrong guess after it doubles it, up to the longest.
    package static let firstWait = Duration.seconds(30)
    package static let longestWait = Duration.minutes(15)
    /// One wrong guess is forgotten for each of these without another.
    package static let decay = Duration.minutes(30)
    /// After this nothing is left of any.
    package static let memory = Duration.days(1)

    /// The wrong guesses that still count.
    package func failures(at now: Moment) -> Int {
        guard now > latest else { return failures }
        guard now < latest + Self.memory else { return 0 }
        return max(0, failures - Int((now - latest).inMilliseconds / Self.decay.inMilliseconds))
    }

    /// Whether the clock was set back since: then how long ago the latest guess was is not known.
    private func isAhead(of now: Moment) -> Bool { latest > now + Self.longestWait }

    /// How long the next guess has to wait; nil when it may be made now.
    ///
    /// When the clock was set back far the next guess is free, and counted by the clock as it is then: otherwise who
    /// guessed while it was a year ahead would wait for a year.
    package func wait(_ limit: Limit, at now: Moment) -> Duration? {
        guard !isAhead(of: now) else { return nil }
        let beyond = failures(at: now) - limit.free
        guard beyond >= 0 else { return nil }
        let doubled = beyond < 6 ? Self.firstWait * (1 << beyond) : Self.longestWait
        let until = latest + min(doubled, Self.longestWait)
        guard now < until else { return nil }
        return min(until - now, Self.longestWait)
    }

    /// With one guess more, made now: it counts as wrong until it turns out right, so that many at once gain nothing.
    package func guessed(at now: Moment) -> Guessing {
        Guessing(failures: min(failures(at: now) + 1, 1_000), latest: isAhead(of: now) ? now : max(now, latest))
    }

    /// Without the one that turned out right.
    package func forgiven(at now: Moment) -> Guessing {
        Guessing(failures: max(0, failures(at: now) - 1), latest: latest)
    }
}
