// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules

/// Something that was said or done with a report.
package struct CareReportEntry: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case taken, passed, sent, judged, safetyKept, safetyEnded
        case toDesk, toCircle, toVeiligThuis
        case talked, advised, answered
        /// It went back to the inbox: judging was late, or who had it in hand left.
        case late, left
        /// Read in from another system: by somebody, or by who runs the machine.
        case readIn
        /// Its sender sent another message by the same name, which lies among those to answer.
        case newer
        /// Nobody works any more at the desk where it lay.
        case moved
    }

    package let kind: Kind
    /// nil for what nobody did.
    package let who: ID<Account>?
    package let at: Moment
    /// nil where nothing was said, and when it was erased.
    package let text: String?
}

extension CareReportEntry.Kind {
    init(_ act: CareReport.Act) {
        self =
            switch act {
            case .take: .taken
            case .pass: .passed
            case .send: .sent
            case .judge: .judged
            case .keepSafety: .safetyKept
            case .endSafety: .safetyEnded
            case .assign(.desk): .toDesk
            case .assign(.circle): .toCircle
            case .assign(.veiligThuis): .toVeiligThuis
            case .talk: .talked
            case .advise: .advised
            case .answer: .answered
            }
    }
}
