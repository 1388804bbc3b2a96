// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What somebody without an account asks of an organisation here (*verwijzing van buiten*): help for a young person, or
/// advice without names.
///
/// It lies outside every circle. As a ``Referral`` it is answered, waited for, started and ended by the side that was asked;
/// as who asked has no account, that side owes each word to itself until it was given.
package struct OutsideReferral: Hashable, Sendable {
    /// What is asked.
    package enum Aim: String, CaseIterable, Sendable {
        case help
        /// Advice, without names.
        case question
    }

    /// How it came.
    package enum Source: String, CaseIterable, Sendable {
        case guest
        /// By a letter that a worker took in: the practice hears by that worker.
        case letter
    }

    package enum State: Hashable, Sendable {
        case sent
        /// Taken on: the family waits for a first appointment.
        case accepted
        /// There was a first appointment, and help did not start yet.
        case waiting
        case started
        case over(Outcome)
    }

    /// How it ended.
    package enum Outcome: Hashable, Sendable {
        case declined, returned
        case finished(ReferralResult)
        /// The question was answered.
        case answered
        /// Who asked needs it no more.
        case withdrawn
        /// Nobody is there any more who does it.
        case forsaken
    }

    /// Whether it helped, as who asked says after the end.
    package enum Verdict: String, CaseIterable, Sendable {
        case helped, helpedPartly, notHelped
    }

    /// So many things the guests of one practice ask on one day.
    package static let mostADay = 20

    package let id: ID<OutsideReferral>
    package let aim: Aim
    package let source: Source
    /// Whose guest asked.
    package let practice: ID<Organisation>
    package internal(set) var receiver: Side
    /// Those at the receiver who are called as the young person.
    package let keptFrom: Set<ID<Account>>
    package internal(set) var state: State
    /// Since when it stands so.
    package internal(set) var since: Moment
    package internal(set) var wait: Referral.Waiting
    /// Whether there was contact with the family in this stage of waiting.
    package internal(set) var isBridged: Bool
    /// Whether a guest wrote, and nobody answered that yet.
    package internal(set) var isGuestWaiting: Bool
    /// Whether the practice, that has no link, was not told yet how it stands.
    package internal(set) var isUntold: Bool
    package internal(set) var verdict: Verdict?
    /// The area team that may know of it, as who must agree said yes to that.
    package internal(set) var areaTeam: ID<Organisation>?
    /// nil until help starts.
    package internal(set) var direction: OutsideDirection?

    /// One as it was written down.
    package init(
        id: ID<OutsideReferral>, aim: Aim, source: Source, practice: ID<Organisation>, receiver: Side,
        keptFrom: Set<ID<Account>> = [], state: State = .sent, since: Moment, wait: Referral.Waiting,
        isBridged: Bool = false, isGuestWaiting: Bool = false, isUntold: Bool = false, verdict: Verdict? = nil,
        areaTeam: ID<Organisation>? = nil, direction: OutsideDirection? = nil
    ) {
        (self.id, self.aim, self.source, self.practice) = (id, aim, source, practice)
        (self.receiver, self.keptFrom, self.state, self.since) = (receiver, keptFrom, state, since)
        (self.wait, self.isBridged, self.isGuestWaiting) = (wait, isBridged, isGuestWaiting)
        (self.isUntold, self.verdict) = (isUntold, verdict)
        (self.areaTeam, self.direction) = (areaTeam, direction)
    }

    /// One that is sent now.
    ///
    /// - Parameter areaTeam: the team that may know of it.
    /// - Throws: ``Refusal/ownReferral`` to the practice itself.
    package init(
        sending id: ID<OutsideReferral>, _ aim: Aim, from practice: ID<Organisation>, by source: Source,
        to receiver: Side, telling areaTeam: ID<Organisation>? = nil, keptFrom: Set<ID<Account>>, at now: Moment
    ) throws(Refusal) {
        guard receiver.organisation != practice else { throw .ownReferral }
        self.init(
            id: id, aim: aim, source: source, practice: practice, receiver: receiver, keptFrom: keptFrom, since: now,
            wait: Referral.Waiting(asked: now.day),
            // Who is asked knows of it anyway.
            areaTeam: areaTeam == receiver.organisation ? nil : areaTeam)
    }

    /// Whether it was taken on, and help did not start.
    package var isWaited: Bool { state == .accepted || state == .waiting }

    /// Whether it ended, whatever is still owed of it.
    package var isEnded: Bool { if case .over = state { true } else { false } }

    /// Whether somebody may open it: who has it in hand, and colleagues in whose inbox it lies.
    ///
    /// What nobody took is taken back from all who were asked once it is over.
    package func isOpen(to worker: Worker) -> Bool {
        guard !keptFrom.contains(worker.account) else { return false }
        return receiver.isOpen(to: worker) && (!isOver || receiver.account != nil)
    }

    /// Whether an act is a worker's to do, now.
    package func allows(_ act: Act, by worker: Worker, at now: Moment) -> Bool {
        (try? after(act, by: worker, at: now)) != nil
    }

    /// Whether the next word is a worker's, or could be taken by them from the inbox.
    package func waits(for worker: Worker) -> Bool {
        guard isOpen(to: worker) else { return false }
        return debts.contains {
            $0.owner == .account(worker.account) || $0.owner == .organisation(worker.organisation)
        }
    }
}
