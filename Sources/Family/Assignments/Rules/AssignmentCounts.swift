// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import NetworkRules

/// One thing that is counted of an assignment, with no person in it.
package struct AssignmentCount: Hashable, Sendable {
    package let kind: FactKind
    package let month: Month
    package let shape: Fact.Shape
}

extension Assignment {
    /// What it counts for as it stands; what a message takes back is counted no more.
    package var counts: Set<AssignmentCount> {
        guard !isWithdrawn else { return [] }
        var counts: Set<AssignmentCount> = []
        if let asked, let terms { counts.insert(.spell(.assignmentAnswer, from: asked, until: terms.assigned)) }
        if let began, let terms { counts.insert(.spell(.waitAfterAssignment, from: terms.assigned, until: began)) }
        if let began, let ended {
            counts.insert(.spell(.assignedHelp, from: began, until: ended))
            if let isLeftEarly = reason?.isLeftEarly {
                counts.insert(
                    AssignmentCount(
                        kind: .assignedHelpLeftEarly, month: Month(of: ended), shape: .verdict(isLeftEarly)))
            }
        }
        return counts
    }
}

extension AssignmentCount {
    /// What began after its end took no time: help may start before it is assigned.
    fileprivate static func spell(_ kind: FactKind, from began: Day, until ended: Day) -> AssignmentCount {
        AssignmentCount(kind: kind, month: Month(of: ended), shape: .spell(began: min(began, ended), ended: ended))
    }
}

extension FactKind {
    /// A spell: from the provider's asking to the municipality's assigning (norm: five working days).
    package static let assignmentAnswer = FactKind(rawValue: "assignmentAnswer")
    /// A spell: from the assignment to the start of help, as the messages tell it (*administratieve wachttijd*).
    package static let waitAfterAssignment = FactKind(rawValue: "waitAfterAssignment")
    /// A spell: help that was assigned.
    package static let assignedHelp = FactKind(rawValue: "assignedHelp")
    /// A verdict: whether assigned help was left early (*uitval*).
    package static let assignedHelpLeftEarly = FactKind(rawValue: "assignedHelpLeftEarly")
}
