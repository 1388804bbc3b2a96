// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension OutsideReferral {
    /// What a worker of the side that was asked does.
    package enum Act: Hashable, Sendable {
        /// From the inbox of one's organisation into one's own hands.
        case take
        /// To a colleague at the same organisation, or back into its inbox.
        case pass(to: ID<Account>?)
        case accept
        /// With a reason, and somewhere else to go.
        case decline
        /// There was a first appointment, and more waiting after it.
        case meet
        /// After the first talk it proves to be no help they can give; with a reason, and somewhere else to go.
        case giveBack
        /// Help begins, and it is said who directs it.
        case start(OutsideDirection)
        /// The family takes back that the area team may know of it.
        case hide
        /// The family wishes to wait.
        case pause
        case resume
        /// There was contact with the family while it waits.
        case bridge
        case finish(ReferralResult)
        /// The question is answered.
        case answer
        /// Something is written back to the guest.
        case write
        /// The practice, that has no link, was told how it stands.
        case tell
    }

    /// What a guest of the practice does, who showed its code.
    package enum GuestAct: Hashable, Sendable {
        case write
        /// It is not needed any more.
        case withdraw
        /// After the end: did this help?
        case judge(Verdict)
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// It is over.
        case over
        /// Somebody else has it in hand.
        case notYours
        /// It does not stand so that this can be done now.
        case notNow
        /// Nobody refers to themself.
        case ownReferral
        /// What is declined or given back needs a reason, and somewhere else to go; an answer needs words.
        case noReason
        /// The code of the practice is not in force any more.
        case noGuest
        /// The family took back that the area team may know of it, or it is the one that helps.
        case noAreaTeam
        /// The practice asked so much today that it could be somebody else.
        case tooMany
    }

    /// The referral after what a worker did.
    ///
    /// - Throws: ``Refusal`` when it is not this worker's to do, or not now.
    package func after(_ act: Act, by worker: Worker, at now: Moment) throws(Refusal) -> OutsideReferral {
        guard isOpen(to: worker) else { throw .notYours }
        var next = self
        switch act {
        case .take:
            guard !isOver, receiver.account == nil else { throw .notYours }
            next.receiver.account = worker.account
            return next
        case .pass(let colleague):
            guard !isOver, receiver.account == worker.account else { throw .notYours }
            guard colleague.map({ !keptFrom.contains($0) }) ?? true else { throw .notYours }
            next.receiver.account = colleague
            return next
        case .tell:
            guard isUntold else { throw .notNow }
            next.isUntold = false
        case .write:
            guard source == .guest, isGuestWaiting || !isEnded else { throw .notNow }
            next.isGuestWaiting = false
        case .hide:
            guard !isEnded, areaTeam != nil else { throw .notNow }
            next = hidden()
        case .accept, .decline, .meet, .giveBack, .start, .finish, .answer, .pause, .resume, .bridge:
            guard !isEnded else { throw .over }
            next = try stepped(act, at: now)
            if next.state != state { (next.since, next.isBridged) = (now, false) }
            if act.tellsGuest { next.isUntold = source == .letter }
        }
        next.receiver.account = worker.account
        return next
    }

    /// The referral once the side that was asked did its next step.
    private func stepped(_ act: Act, at now: Moment) throws(Refusal) -> OutsideReferral {
        var next = self
        switch (aim, state, act) {
        case (.question, .sent, .answer): next.end(.answered, on: now.day)
        case (.question, .sent, .decline), (.help, .sent, .decline): next.end(.declined, on: now.day)
        case (.question, _, _): throw .notNow
        case (_, .sent, .accept): next.state = .accepted
        case (_, .accepted, .meet):
            next.wait = wait.resumed(on: now.day)
            (next.state, next.wait.met) = (.waiting, now.day)
        case (_, .accepted, .giveBack), (_, .waiting, .giveBack): next.end(.returned, on: now.day)
        case (_, .accepted, .start(let direction)), (_, .waiting, .start(let direction)):
            try next.begin(direction)
            next.wait = wait.resumed(on: now.day)
            next.wait.met = wait.met ?? now.day
            (next.state, next.wait.started) = (.started, now.day)
        case (_, .started, .finish(let result)): next.end(.finished(result), on: now.day)
        case (_, .accepted, .pause), (_, .waiting, .pause):
            guard wait.pausedSince == nil else { throw .notNow }
            next.wait.pausedSince = now.day
        case (_, .accepted, .resume), (_, .waiting, .resume):
            guard wait.pausedSince != nil else { throw .notNow }
            next.wait = wait.resumed(on: now.day)
        case (_, .accepted, .bridge), (_, .waiting, .bridge): next.isBridged = true
        default: throw .notNow
        }
        return next
    }

    /// The referral after what a guest of the practice did.
    ///
    /// - Throws: ``Refusal/notNow``
    package func after(_ act: GuestAct, at now: Moment) throws(Refusal) -> OutsideReferral {
        var next = self
        switch act {
        case .write:
            guard !isEnded else { throw .over }
            next.isGuestWaiting = true
        case .withdraw:
            guard !isEnded, state != .started else { throw .notNow }
            next.end(.withdrawn, on: now.day)
            next.since = now
        case .judge(let verdict):
            guard self.verdict == nil, isJudged else { throw .notNow }
            next.verdict = verdict
        }
        return next
    }

    /// Whether who asked can say whether it helped.
    package var isJudged: Bool {
        switch state {
        case .over(.declined), .over(.returned), .over(.finished), .over(.answered): true
        case .over(.withdrawn), .over(.forsaken), .sent, .accepted, .waiting, .started: false
        }
    }

    /// Writes down who directs: an area team says yes to that itself.
    private mutating func begin(_ direction: OutsideDirection) throws(Refusal) {
        switch direction {
        case .areaTeam(let team), .offered(let team):
            guard team != receiver.organisation else { throw .noAreaTeam }
            (areaTeam, self.direction) = (team, .offered(to: team))
        case .family, .practice, .provider: self.direction = direction
        }
    }

    /// The referral once no area team may know of it, or nobody is left there: what such a team directed falls to who helps.
    package func hidden() -> OutsideReferral {
        var next = self
        next.areaTeam = nil
        switch direction {
        case .offered, .areaTeam: next.direction = .provider
        case .family, .practice, .provider, nil: break
        }
        return next
    }

    mutating func end(_ outcome: Outcome, on today: Day) {
        wait = wait.resumed(on: today)
        wait.ended = today
        // The word that ends it answers what the guest wrote.
        (state, isGuestWaiting) = (.over(outcome), false)
        if case .offered = direction { direction = .provider }
    }
}

extension OutsideReferral.Act {
    /// Whether who asked hears of it: at receipt, at the start, at the end, and what is written to them.
    package var tellsGuest: Bool {
        switch self {
        case .accept, .decline, .giveBack, .start, .finish, .answer, .write: true
        case .take, .pass, .meet, .pause, .resume, .bridge, .tell, .hide: false
        }
    }

    /// The promise that it keeps, where it is feedback (*terugkoppeling*) that was owed.
    package var kept: PromiseKind? {
        switch self {
        case .accept, .decline: .answerReferral
        case .answer: .answerConsult
        case .start: .startReferral
        case .finish, .giveBack: .finishReferral
        case .take, .pass, .meet, .pause, .resume, .bridge, .write, .tell, .hide: nil
        }
    }
}
