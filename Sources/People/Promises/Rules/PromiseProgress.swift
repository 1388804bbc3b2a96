// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension Promise {
    package func isLate(at now: Moment) -> Bool { isOpen && due < now }

    /// How long it has been late, or nil when it is not.
    package func lateness(at now: Moment) -> Duration? { isLate(at: now) ? now - due : nil }

    /// How full its ring is: the part of its time that has passed, in per cent.
    package func percentPassed(at now: Moment) -> Int {
        let whole = (due - made).inMilliseconds
        guard whole > 0 else { return 100 }
        let passed = (now - made).inMilliseconds
        return Int(min(max(passed * 100 / whole, 0), 100))
    }

    /// Whether waiting for this one does more harm than waiting for the other: acute first, then those of a day,
    /// then what is due first.
    package func comesBefore(_ other: Promise) -> Bool {
        (urgency.rank, due, id) < (other.urgency.rank, other.due, other.id)
    }
}

extension PromiseUrgency {
    /// Its place among promises: what is lower goes first, whatever it is due.
    package var rank: Int {
        switch self {
        case .acute: 0
        case .day: 1
        case .week, .regular, .agreed: 2
        }
    }
}
