// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// How a promise is chased.
///
/// Each step happens once, however often the clock looks.
package enum PromiseStep: String, CaseIterable, Sendable {
    /// The owner is reminded before it is due.
    case nearing
    /// It is due now.
    case due
    /// It is late: others than the owner hear of it, and it moves to the inbox where the rule says so.
    case escalated
}

extension Promise {
    /// When a step is taken while the promise is open.
    ///
    /// Clock hours: reminded at three quarters, escalated half the time again after it was due. Working days: reminded
    /// at 9.00 hours of the last working day before (on the day itself when that is too early), escalated at the
    /// end of the next working day.
    package func moment(of step: PromiseStep) -> Moment {
        switch step {
        case .nearing: urgency.runsInClockHours ? made + (due - made) * 3 / 4 : reminder
        case .due: due
        case .escalated:
            urgency.runsInClockHours
                ? due + (due - made) / 2 : PromiseUrgency.endOfOffice(WorkingDays.after(due.day, 1))
        }
    }

    /// The steps whose moment has come, in the order in which they are taken.
    package func stepsDue(at now: Moment, done: Set<PromiseStep> = []) -> [PromiseStep] {
        guard isOpen else { return [] }
        return PromiseStep.allCases.filter { !done.contains($0) && moment(of: $0) <= now }
    }

    /// When the clock has to look at it again, or nil when no step is left.
    package func nextLook(done: Set<PromiseStep>) -> Moment? {
        guard isOpen else { return nil }
        return PromiseStep.allCases.filter { !done.contains($0) }.map(moment(of:)).min()
    }

    /// Who owes it after a step: an acute one, or one of a day, that its owner let pass goes to the inbox where
    /// others see it.
    ///
    /// Anything else stays with its owner, for whom others are warned.
    package func owner(after step: PromiseStep) -> Owner {
        guard step == .escalated, urgency.runsInClockHours || kind.movesWhenLate, let fallback else { return owner }
        return .organisation(fallback)
    }

    private var reminder: Moment {
        var dayBefore = due.day + -1
        while !WorkingDays.isWorkingDay(dayBefore) { dayBefore = dayBefore + -1 }
        let candidates = [Moment(dayBefore, hour: 9), Moment(due.day, hour: 9)]
        return candidates.first { made < $0 && $0 < due } ?? made + (due - made) * 3 / 4
    }
}
