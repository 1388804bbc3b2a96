// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Referral {
    package enum Act: Hashable, Sendable {
        /// From the inbox of one's organisation into one's own hands.
        case take
        /// To a colleague at the same organisation, or back into its inbox.
        case pass(to: ID<Account>?)
        /// It is taken on; meanwhile somebody keeps contact with the family.
        case accept(Keeper)
        /// With a reason, and somewhere else to go.
        case decline
        /// Another door is the right one.
        case redirect(to: ID<Organisation>)
        /// There was a first appointment, and more waiting after it: that is no start (CBS Beleidsinformatie Jeugd, 3.4).
        case meet
        /// After the first talk it proves to be no help they can give; with a reason, and somewhere else to go.
        case giveBack
        case start
        /// The family wishes to wait.
        case pause
        case resume
        /// Who keeps contact meanwhile had contact.
        case bridge
        case finish(ReferralResult)
        /// Who asked heard how it ended, and says whether it helped.
        case hear(Closing)
        /// Who asked needs it no more.
        case withdraw
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// It is over.
        case closed
        /// Somebody else has it in hand, or it is the other side's to do.
        case notYours
        /// It does not stand so that this can be done now.
        case notNow
        /// Nobody refers to themself.
        case ownReferral
        /// What is declined or given back needs a reason, and somewhere else to go.
        case noReason
        /// What it would share rests on nothing that stands, or on what was agreed with another party.
        case notShared
        /// What would go along was changed since it was read, or is not there any more.
        case changed
    }

    /// The referral after an act.
    ///
    /// - Throws: ``Refusal`` when it is not this worker's to do, or not now.
    package func after(_ act: Act, by worker: Worker, at now: Moment) throws(Refusal) -> Referral {
        guard !isOver else { throw .closed }
        switch act {
        case .take: return try taken(by: worker)
        case .pass(let colleague): return try passed(to: colleague, by: worker)
        case .pause: return try paused(by: worker, on: now.day)
        case .resume: return try resumed(by: worker, on: now.day)
        case .bridge: return try bridged(by: worker)
        case .hear(let closing): return try heard(closing, by: worker, at: now)
        case .withdraw: return try withdrawn(by: worker, at: now)
        case .accept, .decline, .redirect, .meet, .giveBack, .start, .finish:
            guard receiver.isOpen(to: worker) else { throw .notYours }
            guard sender.account != worker.account else { throw .ownReferral }
            var next = try stepped(act, on: now.day)
            next.receiver.account = worker.account
            if next.state != state { (next.since, next.isBridged) = (now, false) }
            return next
        }
    }

    /// The referral once the side that was asked did its next step.
    private func stepped(_ act: Act, on today: Day) throws(Refusal) -> Referral {
        var next = self
        switch (state, act) {
        case (.sent, .accept(let keeper)): (next.state, next.keeper) = (.accepted, keeper)
        case (.sent, .decline): next.state = .answered(.declined)
        case (.sent, .redirect(let organisation)):
            guard ![receiver.organisation, sender.organisation].contains(organisation) else { throw .ownReferral }
            next.state = .answered(.redirected(to: organisation))
        case (.accepted, .meet):
            next = resumed(on: today)
            (next.state, next.wait.met) = (.waiting, today)
        case (.accepted, .giveBack), (.waiting, .giveBack):
            next = resumed(on: today)
            (next.state, next.wait.ended) = (.answered(.returned), today)
        case (.accepted, .start), (.waiting, .start):
            next = resumed(on: today)
            next.wait.met = wait.met ?? today
            (next.state, next.wait.started) = (.started, today)
        case (.started, .finish(let result)):
            (next.state, next.wait.ended) = (.answered(.finished(result)), today)
        default: throw .notNow
        }
        return next
    }

    // MARK: In whose hands it is

    private func taken(by worker: Worker) throws(Refusal) -> Referral {
        let sides: [WritableKeyPath<Referral, Side>] = isAnswered ? [\.sender, \.receiver] : [\.receiver, \.sender]
        let side = sides.first {
            self[keyPath: $0].organisation == worker.organisation && self[keyPath: $0].account == nil
        }
        guard let side else { throw .notYours }
        // Nobody has both sides in hand.
        guard ![sender.account, receiver.account].contains(worker.account) else { throw .ownReferral }
        var next = self
        next[keyPath: side].account = worker.account
        return next
    }

    private func passed(to colleague: ID<Account>?, by worker: Worker) throws(Refusal) -> Referral {
        guard let side = side(inHandOf: worker) else { throw .notYours }
        let other = side == \Referral.sender ? receiver.account : sender.account
        guard colleague == nil || colleague != other else { throw .ownReferral }
        var next = self
        next[keyPath: side].account = colleague
        return next
    }

    private func side(inHandOf worker: Worker) -> WritableKeyPath<Referral, Side>? {
        let sides: [WritableKeyPath<Referral, Side>] = [\.sender, \.receiver]
        return sides.first {
            self[keyPath: $0].account == worker.account && self[keyPath: $0].organisation == worker.organisation
        }
    }

    // MARK: While the family waits

    private func paused(by worker: Worker, on today: Day) throws(Refusal) -> Referral {
        guard side(inHandOf: worker) != nil else { throw .notYours }
        guard isWaited, wait.pausedSince == nil else { throw .notNow }
        var next = self
        next.wait.pausedSince = today
        return next
    }

    private func resumed(by worker: Worker, on today: Day) throws(Refusal) -> Referral {
        guard side(inHandOf: worker) != nil else { throw .notYours }
        guard wait.pausedSince != nil else { throw .notNow }
        return resumed(on: today)
    }

    func resumed(on today: Day) -> Referral {
        var next = self
        next.wait = wait.resumed(on: today)
        return next
    }

    private func bridged(by worker: Worker) throws(Refusal) -> Referral {
        guard (keeper == .sender ? sender : receiver).isOpen(to: worker) else { throw .notYours }
        guard isWaited else { throw .notNow }
        var next = self
        next.isBridged = true
        return next
    }

    // MARK: What who asked does

    private func heard(_ closing: Closing, by worker: Worker, at now: Moment) throws(Refusal) -> Referral {
        try requireSender(worker)
        guard isAnswered else { throw .notNow }
        switch closing {
        case .helped, .helpedPartly, .notHelped: return closed(closing, at: now)
        case .sentOn:
            guard case .answered(.redirected) = state else { throw .notNow }
            return closed(closing, at: now)
        case .noLongerNeeded, .startedElsewhere, .unheard: throw .notYours
        }
    }

    private func withdrawn(by worker: Worker, at now: Moment) throws(Refusal) -> Referral {
        try requireSender(worker)
        switch state {
        case .sent, .accepted, .waiting: return resumed(on: now.day).closed(.noLongerNeeded, at: now)
        // Help that started ends by who gives it.
        case .started, .answered, .closed: throw .notNow
        }
    }

    private func requireSender(_ worker: Worker) throws(Refusal) {
        guard sender.account == worker.account, sender.organisation == worker.organisation else { throw .notYours }
    }

    func closed(_ closing: Closing, at now: Moment) -> Referral {
        var next = self
        (next.state, next.since) = (.closed(closing), now)
        next.wait.ended = wait.ended ?? now.day
        return next
    }
}
