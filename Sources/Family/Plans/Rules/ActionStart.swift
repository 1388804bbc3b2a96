// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// When the help of an action began: by when first contact was planned, when it was, and when the help itself began.
///
/// The message traffic of youth help knows neither of the first two, and what the third means differs by municipality: so
/// they are kept here as what they are.
package struct ActionStart: Hashable, Sendable {
    /// What can be noted with one tap, on the day it is.
    package enum Step: String, CaseIterable, Sendable {
        case contact, start
    }

    package let planned: Day?
    package let contact: Day?
    package let started: Day?

    package init(planned: Day? = nil, contact: Day? = nil, started: Day? = nil) {
        self.planned = planned
        self.contact = contact
        self.started = started
    }

    /// What is still to be noted, in order; who begins had contact.
    package var open: [Step] {
        (contact == nil && started == nil ? [.contact] : []) + (started == nil ? [.start] : [])
    }

    /// Whether first contact should have been before this day.
    package func isWaited(for today: Day) -> Bool { open.contains(.contact) && planned.map { $0 < today } ?? false }

    /// The same with a step noted; what was noted before stays as it was.
    ///
    /// - Throws: ``PlanRefusal/over`` when it was.
    package func noted(_ step: Step, on day: Day) throws(PlanRefusal) -> ActionStart {
        guard open.contains(step) else { throw .over }
        switch step {
        case .contact: return ActionStart(planned: planned, contact: day, started: started)
        case .start: return ActionStart(planned: planned, contact: contact, started: day)
        }
    }

    package func planned(_ day: Day?) -> ActionStart { ActionStart(planned: day, contact: contact, started: started) }
}
