// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What any instrument comes to, in common words (*veiligheidsinschatting*; outside: RiskAssessment): two axes, never one
/// number.
///
/// How safe it is now and what may come differ: the instruments that tell one do not tell the other. Nothing follows from
/// it by itself; what is to be done a professional decides.
package struct RiskConclusion: Hashable, Sendable {
    /// How safe it is now (*veiligheid nu*), the safest first.
    package enum SafetyNow: String, CaseIterable, Sendable {
        case safe, doubtful, structurallyUnsafe, acutelyUnsafe
    }

    /// What may come (*risico op later*).
    package enum FutureRisk: String, CaseIterable, Sendable {
        case low, middle, high, unknown
    }

    package let safetyNow: SafetyNow
    package let futureRisk: FutureRisk

    package init(_ safetyNow: SafetyNow, _ futureRisk: FutureRisk) {
        self.safetyNow = safetyNow
        self.futureRisk = futureRisk
    }

    package static let all = SafetyNow.allCases.flatMap { now in FutureRisk.allCases.map { RiskConclusion(now, $0) } }

    /// Acute, or unsafe for long.
    package var isUnsafeNow: Bool { safetyNow >= .structurallyUnsafe }

    /// Whether step five of the reporting code is shown with it: decide at once whether to report (Jeugdwet 4.1.7).
    ///
    /// It is shown, and reports nothing.
    package var showsReporting: Bool { safetyNow == .acutelyUnsafe }

    /// Whether two differ so much that somebody must look: by two steps of one axis.
    ///
    /// A future of which nothing is known contradicts none.
    package func differsByTwoSteps(from other: RiskConclusion) -> Bool {
        if abs(safetyNow.step - other.safetyNow.step) >= 2 { return true }
        guard let one = futureRisk.step, let two = other.futureRisk.step else { return false }
        return abs(one - two) >= 2
    }
}

extension RiskConclusion: Comparable {
    /// The less serious first: unsafe now outweighs whatever may come, so that it is never averaged away.
    package static func < (one: Self, other: Self) -> Bool {
        (one.safetyNow.step, one.futureRisk.seriousness) < (other.safetyNow.step, other.futureRisk.seriousness)
    }
}

extension RiskConclusion.SafetyNow: Comparable {
    fileprivate var step: Int {
        switch self {
        case .safe: 0
        case .doubtful: 1
        case .structurallyUnsafe: 2
        case .acutelyUnsafe: 3
        }
    }

    package static func < (one: Self, other: Self) -> Bool { one.step < other.step }
}

extension RiskConclusion.FutureRisk {
    /// nil where nobody knows.
    fileprivate var step: Int? {
        switch self {
        case .low: 0
        case .middle: 1
        case .high: 2
        case .unknown: nil
        }
    }

    /// What nobody knows is not low: it stands before what is known to be high, and behind all else.
    package var seriousness: Int {
        switch self {
        case .low: 0
        case .middle: 1
        case .unknown: 2
        case .high: 3
        }
    }
}
