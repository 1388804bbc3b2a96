// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The five questions that weigh whether Veilig Thuis is told (*afwegingskader*, Besluit verplichte meldcode, in force
/// since 1 January 2019), asked in steps four and five of the reporting code.
package struct ReportWeighing: Hashable, Sendable {
    package enum Question: String, CaseIterable, Sendable {
        /// Is there a suspicion of violence or neglect?
        case suspicion
        /// Is it acutely or structurally unsafe?
        case unsafe
        /// Can effective help be given or organised from here?
        case canHelp
        /// Do those involved accept that help?
        case accepted
        /// Does it give safety within the time that it may take?
        case inTime
    }

    /// What the framework asks.
    package enum Outcome: String, CaseIterable, Sendable {
        /// No suspicion: no report, and what was thought is written down.
        case noReport
        /// Help is given and followed.
        case help
        case report
    }

    private let yes: Set<Question>

    package init(yes: Set<Question>) { self.yes = yes }

    /// What follows: unsafe is always reported; so is what can't be helped, is not accepted, or takes too long.
    package var outcome: Outcome {
        guard yes.contains(.suspicion) else { return .noReport }
        let isHelped = yes.isSuperset(of: [.canHelp, .accepted, .inTime])
        return !yes.contains(.unsafe) && isHelped ? .help : .report
    }

    package func says(_ question: Question) -> Bool { yes.contains(question) }
}
