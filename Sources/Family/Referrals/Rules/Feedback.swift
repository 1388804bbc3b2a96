// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

/// What who referred hears back (*terugkoppeling*): at receipt, at the start of help and at its end.
package enum Feedback: String, CaseIterable, Sendable {
    case receipt, start, end

    /// The feedback that an act gives; nil for what tells nothing of it.
    package init?(of act: Referral.Act) {
        switch act {
        case .accept, .decline, .redirect: self = .receipt
        case .start: self = .start
        case .finish, .giveBack: self = .end
        case .take, .pass, .meet, .pause, .resume, .bridge, .hear, .withdraw: return nil
        }
    }

    /// What is owed until it was given.
    package var owed: PromiseKind {
        switch self {
        case .receipt: .answerReferral
        case .start: .startReferral
        case .end: .finishReferral
        }
    }
}
