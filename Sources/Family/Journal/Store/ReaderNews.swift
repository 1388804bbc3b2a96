// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

extension JournalNews {
    /// Whether somebody may read less, or more, after this.
    var changesReaders: Bool {
        switch kind {
        case .membershipEnded, .itemHeld, .memberHidden, .memberLetIn, .readingLetIn, .authorityNoted, .coverageAdded,
            .coverageEnded, .readingRefused, .readingEnded:
            true
        case .familyStarted, .personAdded, .directionMoved, .contactMoved, .conversationStarted, .messageWritten,
            .messageWithdrawn, .withdrawnOpened, .participantAdded,
            .promiseMade, .promiseSettled, .promiseClosed, .promiseTaken, .organisationHidden, .tieNoted, .detailNoted,
            .invitationMade, .invitationAnswered, .invitationEnded, .codeMade, .codeEnded, .accountGiven,
            .startConfirmed, .questionWithdrawn, .holdDecided, .emergencyOpened, .emergencyWidened,
            .emergencyReviewed, .safetyCardWritten, .safetyChecked, .inabilityNoted,
            .inabilityWithdrawn, .questionAsked,
            .questionAnswered, .functionShown, .storyBegun, .storyWritten, .storyAgreed, .storyConfirmed,
            .storyReadersChosen, .noteWritten, .noteCorrected, .noteAnswered, .helperIntroduced, .objectionSent,
            .objectionAnswered,
            .consentAsked, .consentAnswered, .consentEnded, .orderNoted, .groundUsed,
            .directionReviewed, .handoverProposed, .handoverAnswered, .handoverEnded, .handoverTalked,
            .handoverCompleted, .closingBegun, .circleClosed, .planChanged, .planAgreed, .planEvaluated,
            .groupPlanOffered, .actionTicked, .meetingProposed, .meetingChanged, .meetingHeld,
            .fullCopyAsked, .ownWordsAsked, .ownWordsAnswered, .forgettingAsked, .forgettingDecided,
            .keepingHeld, .keepingReleased, .informationWithheld, .inspectionAsked,
            .indicationMade, .indicationReleased, .indicationWeighed, .matchReceived, .matchTalked,
            .referralSent, .referralAnswered, .referralStarted, .referralFinished,
            .proposalMade, .proposalAnswered, .proposalClosed, .provisionAsked, .provisionDecided:
            false
        }
    }
}
