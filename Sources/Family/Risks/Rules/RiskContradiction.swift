// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Why an indication is put before the professional in charge: it says something else than what stands beside it.
///
/// They weigh it and write down what counts. Nothing else follows by itself, neither a report nor another direction.
package enum RiskContradiction: String, CaseIterable, Sendable {
    /// Another one of the same child that counts now differs by two steps.
    case otherIndication
    /// The plan and its direction rest on something else.
    case plan
}

/// What the circle does now, as far as an indication can contradict it.
package struct PlannedCourse: Hashable, Sendable {
    /// nil where nobody directs.
    package let direction: Direction.Kind?
    /// Whether the plan has an open goal about the child.
    package let hasGoal: Bool

    package init(direction: Direction.Kind?, hasGoal: Bool) {
        (self.direction, self.hasGoal) = (direction, hasGoal)
    }

    /// Unsafe now while nobody directs safety, or without any goal about the child; and safe with little to come while
    /// safety is directed.
    package func isContradicted(by conclusion: RiskConclusion) -> Bool {
        if conclusion.isUnsafeNow { return direction != .safetyCoordination || !hasGoal }
        return direction == .safetyCoordination && conclusion == RiskConclusion(.safe, .low)
    }
}

extension RiskContradiction {
    /// What one contradicts.
    ///
    /// - Parameter others: those of the same child that count on this day.
    package static func found(
        in conclusion: RiskConclusion, beside others: some Sequence<RiskConclusion>, _ course: PlannedCourse
    ) -> [RiskContradiction] {
        var found: [RiskContradiction] = []
        if others.contains(where: conclusion.differsByTwoSteps) { found.append(.otherIndication) }
        if course.isContradicted(by: conclusion) { found.append(.plan) }
        return found
    }
}
