// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What happened in a dossier, one entry for each change, in the same transaction as the change.
///
/// Timeline, notices and live updates are readings of the journal through a reader's key.
package struct JournalEntry: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case familyStarted, personAdded, memberLetIn, membershipEnded, directionMoved, contactMoved
        case conversationStarted, messageWritten, messageWithdrawn, participantAdded
        case withdrawnOpened
        case promiseMade, promiseSettled, promiseClosed, promiseTaken
        case itemHeld, memberHidden, organisationHidden, readingLetIn
        case tieNoted, authorityNoted, detailNoted
        case invitationMade, invitationAnswered, invitationEnded
        case codeMade, codeEnded
        case coverageAdded, coverageEnded
        case accountGiven, startConfirmed
        case questionAsked, questionAnswered, functionShown
        case inabilityNoted, inabilityWithdrawn, questionWithdrawn
        case holdDecided
        case emergencyOpened, emergencyWidened, emergencyReviewed, safetyCardWritten, safetyChecked
        case storyBegun, storyWritten, storyAgreed, storyConfirmed, storyReadersChosen
        case noteWritten, noteCorrected, noteAnswered, helperIntroduced
        case objectionSent, objectionAnswered
        case consentAsked, consentAnswered, consentEnded, orderNoted, groundUsed
        case readingRefused, readingEnded
        case directionReviewed, handoverProposed, handoverAnswered, handoverEnded, handoverTalked, handoverCompleted
        case closingBegun, circleClosed
        case planChanged, planAgreed, planEvaluated, groupPlanOffered, actionTicked
        case meetingProposed, meetingChanged, meetingHeld
        case fullCopyAsked, ownWordsAsked, ownWordsAnswered
        case forgettingAsked, forgettingDecided, keepingHeld, keepingReleased
        case informationWithheld, inspectionAsked
        case referralSent, referralAnswered, referralStarted, referralFinished
        case indicationMade, indicationReleased, indicationWeighed, matchReceived, matchTalked
        case proposalMade, proposalAnswered, proposalClosed, provisionAsked, provisionDecided
    }

    package let at: Moment
    package let kind: Kind
    package let who: ID<Account>?
    package let item: ItemName
    package let persons: Set<ID<Person>>
    /// What else the entry must remember, in its kind's own form; sealed with the item's part.
    package let detail: String

    package init(
        at: Moment, kind: Kind, who: ID<Account>?, item: ItemName, persons: Set<ID<Person>>, detail: String = ""
    ) {
        self.at = at
        self.kind = kind
        self.who = who
        self.item = item
        self.persons = persons
        self.detail = detail
    }
}

extension JournalEntry {
    /// Whether somebody did it, or came to hold what it tells of.
    fileprivate func names(_ account: ID<Account>) -> Bool {
        who == account || detail == account.text || namesMany && detail.contains(account.text)
    }

    /// Of a plan or a meeting the detail holds all who do what it tells of; of a handover the two.
    private var namesMany: Bool {
        switch item.kind {
        case .goal, .action, .plan, .meeting, .handover: true
        default: false
        }
    }
}

extension JournalEntry {
    /// Those whom a reader must know to be told of it: the two, where help or the first contact moved.
    package var toKnow: Set<ID<Account>> {
        guard kind == .handoverCompleted, let both: Set<ID<Account>> = FieldText.ids(of: detail), both.count == 2 else {
            return []
        }
        return both
    }
}

extension Handover {
    /// What the journal remembers of it: the two, where those alone are told who know both; of direction, which all
    /// around the family know, the other one than who did it.
    package func told(by who: ID<Account>) -> String {
        guard case .direction = responsibility else { return FieldText.joined([from, to] as Set) }
        return (who == from ? to : from).text
    }
}

extension Reading {
    /// Whether the reader sees that this happened.
    ///
    /// Who came and who directs is part of the circle that every member knows; conversations are seen by those who
    /// take part; promises by the rule for promises. That something was held or hidden is nobody's to see here, nor
    /// what a member did, or came to hold, who is hidden from the reader.
    ///
    /// - Parameter known: which of those whom one must know to be told of it (``JournalEntry/toKnow``) the reader does.
    package func maySee(
        _ entry: JournalEntry, membersHidden: Set<ID<Account>>, known: Set<ID<Account>> = [],
        takesPartIn conversations: Set<String>
    ) -> Bool {
        guard !held.items.contains(entry.item), !membersHidden.contains(where: entry.names) else { return false }
        switch entry.kind {
        case .memberLetIn, .membershipEnded, .coverageAdded, .coverageEnded:
            return !hiddenMembers.contains { $0.text == entry.item.id }
                && entry.persons.contains { covered[$0] != nil }
        case .directionMoved, .contactMoved:
            return entry.persons.contains { covered[$0] != nil }
        case .conversationStarted, .messageWritten, .messageWithdrawn, .participantAdded:
            return conversations.contains(entry.item.id)
        case .promiseMade, .promiseSettled, .promiseClosed, .promiseTaken:
            return maySeePromise(entry.item, about: entry.persons, isTheirs: entry.who == reader)
        // Who wrote a story knows of it; whether others may read it, the author says of each.
        case .storyBegun, .storyWritten, .storyAgreed, .storyConfirmed:
            return ownPerson.map(entry.persons.contains) ?? false
        case .noteWritten, .noteCorrected, .noteAnswered:
            return entry.who == reader || mayReadNotes(about: entry.persons)
        case .storyReadersChosen, .helperIntroduced, .objectionSent,
            .objectionAnswered:
            return false
        case .planChanged, .planAgreed, .planEvaluated, .actionTicked:
            return readsPlan(about: entry.persons)
        case .meetingProposed, .meetingChanged, .meetingHeld:
            return maySeeMeeting(entry)
        case .handoverCompleted:
            return entry.toKnow.subtracting([reader]).isSubset(of: known)
                && entry.persons.contains { covered[$0].map { $0.share >= .plan } ?? false }
        case .closingBegun, .circleClosed, .referralSent, .referralAnswered, .referralStarted,
            .referralFinished, .proposalMade, .proposalClosed, .provisionAsked, .provisionDecided:
            return entry.persons.contains { covered[$0].map { $0.share >= .plan } ?? false }
        // The own network knows how it stands, not who said what.
        case .proposalAnswered:
            return (ownPerson != nil || membership?.kind == .professional)
                && entry.persons.contains { covered[$0].map { $0.share >= .plan } ?? false }
        case .directionReviewed, .handoverProposed, .handoverAnswered, .handoverEnded, .handoverTalked:
            return false
        case .familyStarted, .personAdded, .itemHeld, .memberHidden, .organisationHidden, .readingLetIn, .tieNoted,
            .authorityNoted, .detailNoted, .invitationMade, .invitationAnswered, .invitationEnded, .codeMade,
            .codeEnded, .accountGiven, .startConfirmed, .questionAsked, .questionAnswered, .functionShown,
            .withdrawnOpened, .inabilityNoted, .inabilityWithdrawn, .questionWithdrawn, .holdDecided,
            .emergencyOpened, .emergencyWidened, .emergencyReviewed, .safetyCardWritten, .safetyChecked,
            .consentAsked, .consentAnswered, .consentEnded, .orderNoted, .groundUsed, .readingRefused,
            .readingEnded,
            .groupPlanOffered, .fullCopyAsked,
            .ownWordsAsked, .ownWordsAnswered, .forgettingAsked, .forgettingDecided, .keepingHeld,
            .keepingReleased, .informationWithheld, .inspectionAsked,
            .indicationMade, .indicationReleased, .indicationWeighed, .matchReceived, .matchTalked:
            return false
        }
    }
}
