// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Tells whether the machine's clock ran steadily, by the time that really passed: what can't be undone waits for it.
///
/// It sees a clock that jumps while the process runs, not one that was wrong when it began.
package struct ClockWatch: Sendable {
    /// By so much a clock may be set, as it is when the machine asks for the time.
    private static let tolerance = Duration.hours(1)
    /// So long nothing is trusted after a jump: time for somebody to set the clock right.
    private static let caution = Duration.days(1)

    private var last: (shown: Moment, passed: Duration)?
    private var jumped: Duration?

    package init() {}

    /// Whether it ran steadily since a day, or since the first look.
    ///
    /// - Parameter passed: the time since the process began, by a clock that nobody sets.
    package mutating func isSteady(showing shown: Moment, after passed: Duration) -> Bool {
        if let last {
            let drift = (shown - last.shown) - (passed - last.passed)
            if drift > Self.tolerance || drift < .zero - Self.tolerance { jumped = passed }
        }
        last = (shown, passed)
        return jumped.map { passed - $0 >= Self.caution } ?? true
    }
}
