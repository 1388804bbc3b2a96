// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Somebody asks a professional why they looked ("Waarom?"); that professional owes an answer.
///
/// Nobody but the asker and those who may answer knows of it: not the other parent, nor a parent of a young person who
/// asks.
package struct LogQuestion: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// The reader is shown no such line, whether there is one or not.
        case noSuchLine
        /// One question at a time to each professional.
        case alreadyOpen
        /// It was answered, or withdrawn, before.
        case alreadyAnswered
        /// Only who asked withdraws it.
        case notYoursToWithdraw
    }

    package let id: ID<LogQuestion>
    package let asker: ID<Account>
    /// The asker as a person of the family: the question is about what concerns them, and lies in their part.
    package let person: ID<Person>
    package let line: LookedLine
    /// On whose behalf the professional looked.
    package let organisation: ID<Organisation>?
    package let promise: ID<Promise>
    package let asked: Moment
    package let answered: Moment?
    /// When who asked no longer waited for an answer.
    package private(set) var withdrawn: Moment?

    package init(
        id: ID<LogQuestion>, asker: ID<Account>, person: ID<Person>, line: LookedLine,
        organisation: ID<Organisation>?, promise: ID<Promise>, asked: Moment, answered: Moment? = nil,
        withdrawn: Moment? = nil
    ) {
        self.id = id
        self.asker = asker
        self.person = person
        self.line = line
        self.organisation = organisation
        self.promise = promise
        self.asked = asked
        self.answered = answered
        self.withdrawn = withdrawn
    }

    package var isOpen: Bool { answered == nil && withdrawn == nil }

    /// The question once who asked no longer waits for an answer.
    ///
    /// - Throws: ``Refusal``
    package func withdrawn(by reader: Reading, at now: Moment) throws(Refusal) -> LogQuestion {
        guard reader.reader == asker, reader.ownPerson == person else { throw .notYoursToWithdraw }
        guard isOpen else { throw .alreadyAnswered }
        var question = self
        question.withdrawn = now
        return question
    }

    /// Within how many working days an answer is owed.
    package static let norm = 5
}

/// One line of "Wie keek mee": what somebody did on a day, however often.
package struct LookedLine: Hashable, Sendable {
    package let who: ID<Account>
    package let day: Day
    package let action: AccessRecord.Action
    /// nil for a list in which the family stood.
    package let item: ItemName?

    package init(who: ID<Account>, day: Day, action: AccessRecord.Action, item: ItemName?) {
        self.who = who
        self.day = day
        self.action = action
        self.item = item
    }

    /// Whether "Waarom?" stands beside it; reading a question needs no question.
    package var canBeAsked: Bool { item?.kind != .question }
}

extension Reading {
    /// Who owes the answer when the reader asks about a line they are shown.
    ///
    /// The one who looked, while they are in the circle; else the organisation on whose behalf they looked, where a team
    /// lead takes it from the inbox.
    ///
    /// - Parameters:
    ///   - shown: the lines of that day that the reader is shown.
    ///   - open: the professionals whom the reader asked something that is not answered yet.
    ///   - work: how the one who looked stood or stands in the circle.
    /// - Throws: ``LogQuestion/Refusal``
    package func asks(
        about line: LookedLine, shown: Set<LookedLine>, open: Set<ID<Account>>, work: Membership?, on today: Day
    ) throws(LogQuestion.Refusal) -> Promise.Owner {
        guard ownPerson != nil, line.canBeAsked, shown.contains(line), let work, work.kind == .professional
        else { throw .noSuchLine }
        guard !open.contains(line.who) else { throw .alreadyOpen }
        if work.isActive(on: today) { return .account(line.who) }
        guard let organisation = work.organisation else { throw .noSuchLine }
        return .organisation(organisation)
    }

    /// What the one who answers a question reads: who asks, and what.
    ///
    /// Nothing else is opened with it.
    package static func answering(_ question: LogQuestion, by answerer: ID<Account>) -> Reading {
        Reading(
            reader: answerer, ownPerson: nil, membership: nil,
            covered: [question.person: Coverage(share: .contact, ground: .asked)], known: [], persons: [], adults: [],
            held: Standing.Held(), hiddenMembers: [], onBehalfOf: question.organisation)
    }
}

extension LogQuestion {
    /// Whether somebody may read and answer it: the one who owes the answer while they stand in the circle, and a team
    /// lead of the organisation on whose behalf they looked.
    ///
    /// Never somebody of the family, nor one from whom it is held.
    ///
    /// - Parameter work: what the reader does for the organisation on whose behalf they ask.
    package func mayBeAnswered(
        by reader: ID<Account>, owner: Promise.Owner, standing: Standing, work: [Professional], on today: Day
    ) -> Bool {
        guard !standing.held.wholeFamily, !standing.held.items.contains(ItemName(.question, id)),
            !standing.persons.contains(where: { $0.account == reader })
        else { return false }
        if owner == .account(reader) || line.who == reader && !isOpen {
            return standing.memberships.contains {
                $0.isActive(on: today) && $0.serves(standing.onBehalfOf)
                    && (organisation == nil || $0.organisation == organisation)
            }
        }
        return organisation.map { organisation in
            work.contains { $0.organisation == organisation && $0.function == .teamLead }
        } ?? false
    }
}
