// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

/// What an installation can set a norm for: what parties owe each other in the chain.
package enum SettableNorm: String, CaseIterable, Sendable {
    case answerReferral, meetReferral, startReferral, bridgeReferral, finishReferral
    case firstTalk, feedback
    case answerConsult
    case finishHandover

    package var kind: PromiseKind {
        switch self {
        case .answerReferral: .answerReferral
        case .meetReferral: .meetReferral
        case .startReferral: .startReferral
        case .bridgeReferral: .bridgeReferral
        case .finishReferral: .finishReferral
        case .firstTalk: .firstTalk
        case .feedback: .feedback
        case .answerConsult: .answerConsult
        case .finishHandover: .finishHandover
        }
    }

    /// In working days, where nothing else was set: the Treeknormen for the waits, ten days for what is answered.
    package var usual: Int {
        switch self {
        case .meetReferral: Referral.appointmentNorm
        case .startReferral: Referral.startNorm
        case .finishReferral: Referral.finishNorm
        case .answerReferral, .bridgeReferral: Referral.answerNorm
        case .firstTalk, .feedback, .answerConsult, .finishHandover: 10
        }
    }
}
