// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

@Suite struct `A watch on the clock` {
    private let start = Moment("2026-11-23", hour: 9)

    @Test(arguments: [
        (Duration.zero, true), (.minutes(59), true), (.minutes(-59), true), (.hours(2), false), (.hours(-2), false),
        (.days(365), false),
    ])
    func `sees a jump`(jump: Duration, isSteady: Bool) {
        #expect(looks([(.zero, .zero), (.hours(1) + jump, .hours(1))]) == [true, isSteady])
    }

    @Test func `trusts a clock again a day after it jumped last`() {
        let shown: [Duration] = [.zero, .days(365), .hours(20), .hours(43), .hours(44)]
        let passed: [Duration] = [.zero, .hours(1), .hours(20), .hours(43), .hours(44)]
        #expect(looks(Array(zip(shown, passed))) == [true, false, false, false, true])
    }

    private func looks(_ looks: [(shown: Duration, passed: Duration)]) -> [Bool] {
        var watch = ClockWatch()
        return looks.map { watch.isSteady(showing: start + $0.shown, after: $0.passed) }
    }
}
