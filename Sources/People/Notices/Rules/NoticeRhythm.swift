// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// When mail goes, and when it goes again.
package enum NoticeRhythm {
    /// Whoever reads at once needs no mail.
    package static let grace = Duration.minutes(2)

    /// At most one letter in this time to an account, whatever happens.
    package static let pause = Duration.hours(1)

    /// An address that was refused is tried again after a day: the mistake may have been the server's.
    package static let pauseAfterRefusal = Duration.days(1)

    /// What could not be sent for so long is dropped: it is no news any more.
    package static let patience = Duration.days(2)

    /// Longer than any wait: what waits for later than this was put off by a clock that was mended since.
    package static let longestWait = Duration.days(1)

    private static let steps = [1, 5, 15, 60, 180, 360, 720]

    /// How long to wait after so many tries that failed, one at least.
    package static func wait(afterTries tries: Int) -> Duration {
        .minutes(steps[min(max(tries, 1), steps.count) - 1])
    }

    /// Whether an account may get a letter now.
    ///
    /// A last time that lies far ahead was written by a clock that was mended since: it holds up nothing.
    package static func isOpen(at now: Moment, sent: Moment?, refused: Moment?) -> Bool {
        func isOver(_ last: Moment?, _ span: Duration) -> Bool {
            last.map { now >= $0 + span || now + Moment.setBack < $0 } ?? true
        }
        return isOver(sent, pause) && isOver(refused, pauseAfterRefusal)
    }

    /// Whether a notice waited too long to be worth a letter.
    package static func isStale(_ made: Moment, at now: Moment) -> Bool { now >= made + patience }
}
