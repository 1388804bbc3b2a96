// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What a part of the timeline is about; by it somebody reads one thing at a time.
package enum TimelineChapter: String, CaseIterable, Sendable {
    /// Who came and went, and for whom.
    case people
    /// Who directed, and who was called first.
    case direction
    /// The plan: what changed in it, what was done, how it went and who agreed.
    case plan
    /// What was promised, and done.
    case promises
    /// Visits and phone calls, without what was said.
    case notes
    /// Which conversations began; not what was written in them.
    case conversations
    /// When people sat together; told to who was asked.
    case meetings
    /// To whom somebody was referred, and how that went.
    case referrals
    /// Which help was proposed, and what a municipality decided.
    case provisions

    /// The kinds of entries that it tells.
    package var kinds: Set<JournalEntry.Kind> {
        switch self {
        case .people: [.memberLetIn, .membershipEnded, .coverageAdded, .coverageEnded, .closingBegun, .circleClosed]
        case .direction: [.directionMoved, .contactMoved, .handoverCompleted]
        case .plan: [.planChanged, .planAgreed, .planEvaluated, .actionTicked]
        case .notes: [.noteWritten]
        case .promises: [.promiseMade, .promiseSettled, .promiseClosed, .promiseTaken]
        case .conversations: [.conversationStarted]
        case .meetings: [.meetingProposed, .meetingHeld]
        case .referrals: [.referralSent, .referralAnswered, .referralStarted, .referralFinished]
        case .provisions: [.proposalMade, .proposalAnswered, .proposalClosed, .provisionAsked, .provisionDecided]
        }
    }

    /// The kinds that the whole timeline tells.
    package static let told = allCases.reduce(into: Set<JournalEntry.Kind>()) { $0.formUnion($1.kinds) }
}

extension Reading {
    /// Those of whom the reader may follow what happened: their own, and whom they read about with share `all`.
    package var followed: Set<ID<Person>> { Set(covered.filter { $0.value.share == .all }.keys) }
}
