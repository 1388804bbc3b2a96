// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A question without names, from one professional to another or to an organisation (*consult*).
///
/// It is in no dossier and about nobody in particular. The answer is owed; the asker says whether it helped, and a
/// question whose answer did not help is asked again.
package struct Consult: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case asked
        /// There is an answer, of which the asker has not said yet whether it helped.
        case answered
        case closed(Closing)
    }

    /// How it ended.
    package enum Closing: String, CaseIterable, Sendable {
        /// As who asked said.
        case helped, helpedPartly, noLongerNeeded
        /// Nobody said whether the answer helped, for long.
        case unheard
    }

    /// How soon the asker would like an answer.
    package enum Haste: String, CaseIterable, Sendable {
        case day, week, regular

        /// A usual answer may take ten working days.
        package var urgency: PromiseUrgency {
            switch self {
            case .day: .day
            case .week: .week
            case .regular: .regular(workingDays: 10)
            }
        }
    }

    /// How long one is kept after it is over.
    package static let kept = Duration.days(365)
    /// How long after it was to be said whether an answer helped nobody waits for that any more.
    package static let patience = Duration.days(28)

    package let id: ID<Consult>
    package private(set) var asker: Side
    package private(set) var asked: Side
    package let haste: Haste
    package private(set) var state: State
    /// When it was asked, or asked again.
    package private(set) var since: Moment

    /// A consult as it was written down.
    package init(
        id: ID<Consult>, asker: Side, asked: Side, haste: Haste, state: State, since: Moment
    ) {
        (self.id, self.asker, self.asked) = (id, asker, asked)
        (self.haste, self.state, self.since) = (haste, state, since)
    }

    /// One that is asked now.
    ///
    /// - Throws: ``Refusal/ownQuestion`` when somebody asks themself.
    package init(
        asking id: ID<Consult>, by worker: Worker, of asked: Side, haste: Haste, at now: Moment
    ) throws(Refusal) {
        guard asked.account != worker.account else { throw .ownQuestion }
        self.init(
            id: id, asker: Side(worker.organisation, worker.account), asked: asked, haste: haste, state: .asked,
            since: now)
    }
}

// MARK: What is done with it

extension Consult {
    package enum Act: Hashable, Sendable {
        /// From the inbox of one's organisation into one's own hands.
        case take
        /// To a colleague at the same organisation, or back into its inbox.
        case pass(to: ID<Account>?)
        case answer
        /// It did not help, or not enough: it is asked again.
        case askAgain
        case close(Closing)
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// It is over.
        case closed
        /// Somebody else has it in hand, or it is the other side's to do.
        case notYours
        /// There is an answer already, or there is none yet.
        case alreadyAnswered, notAnswered
        /// Nobody answers their own question.
        case ownQuestion
    }

    /// The consult after an act.
    ///
    /// - Throws: ``Refusal`` when it is not this worker's to do, or not now.
    package func after(_ act: Act, by worker: Worker, at now: Moment) throws(Refusal) -> Consult {
        guard !isOver else { throw .closed }
        var next = self
        switch act {
        case .take:
            guard let side = sideToTake(by: worker) else { throw .notYours }
            // Nobody has both sides in hand.
            guard ![asker.account, asked.account].contains(worker.account) else { throw .ownQuestion }
            next[keyPath: side].account = worker.account
        case .pass(let colleague):
            guard asked.account == worker.account, asked.organisation == worker.organisation else { throw .notYours }
            guard state == .asked else { throw .alreadyAnswered }
            guard asker.account == nil || colleague != asker.account else { throw .ownQuestion }
            next.asked.account = colleague
        case .answer:
            guard asked.isOpen(to: worker) else { throw .notYours }
            guard asker.account != worker.account else { throw .ownQuestion }
            guard state == .asked else { throw .alreadyAnswered }
            next.asked.account = worker.account
            next.state = .answered
        case .askAgain:
            try requireAsker(worker)
            guard state == .answered else { throw .notAnswered }
            (next.state, next.since) = (.asked, now)
        case .close(let closing):
            try requireAsker(worker)
            guard closing != .unheard else { throw .notYours }
            guard state == .answered || closing == .noLongerNeeded else { throw .notAnswered }
            next.state = .closed(closing)
        }
        return next
    }

    private func requireAsker(_ worker: Worker) throws(Refusal) {
        guard asker.account == worker.account, asker.organisation == worker.organisation else { throw .notYours }
    }

    /// The side of it that lies in the inbox of the worker's organisation: the question while it waits for an answer,
    /// the answer once it waits to be heard.
    private func sideToTake(by worker: Worker) -> WritableKeyPath<Consult, Side>? {
        let waits: WritableKeyPath<Consult, Side> = state == .asked ? \.asked : \.asker
        let other: WritableKeyPath<Consult, Side> = state == .asked ? \.asker : \.asked
        return [waits, other].first {
            self[keyPath: $0].organisation == worker.organisation && self[keyPath: $0].account == nil
        }
    }

    /// The consult once nobody has in hand what these accounts had: it lies in the inboxes of their organisations.
    package func without(_ gone: Set<ID<Account>>) -> Consult {
        guard !isOver else { return self }
        var next = self
        if let account = asker.account, gone.contains(account) { next.asker.account = nil }
        if let account = asked.account, gone.contains(account) { next.asked.account = nil }
        return next
    }

    /// The consult once its answer is late: colleagues see it, whoever had it in hand.
    package func late() -> Consult {
        guard state == .asked else { return self }
        var next = self
        next.asked.account = nil
        return next
    }

    /// The consult once nobody said for long whether its answer helped.
    package func unheard() -> Consult {
        guard state == .answered else { return self }
        var next = self
        next.state = .closed(.unheard)
        return next
    }

    /// Whether somebody may open it: who asked, who was asked, and who could take it from an inbox.
    ///
    /// Once it is over, those who had it in hand: what nobody answered is taken back from everybody who was asked.
    package func isOpen(to worker: Worker) -> Bool {
        [asker, asked].contains { $0.isOpen(to: worker) && (!isOver || $0.account != nil) }
    }

    /// Whether the next act is a worker's, or could be taken by them from an inbox.
    package func waits(for worker: Worker, at now: Moment) -> Bool {
        switch state {
        case .asked: allows(.answer, by: worker, at: now)
        case .answered: allows(.askAgain, by: worker, at: now) || allows(.take, by: worker, at: now)
        case .closed: false
        }
    }

    /// Whether an act is a worker's to do, now.
    package func allows(_ act: Act, by worker: Worker, at now: Moment) -> Bool {
        (try? after(act, by: worker, at: now)) != nil
    }
}

extension Consult: Loop {
    package static let subjectKind = "consult"

    package var subject: Promise.Subject { Promise.Subject(kind: Self.subjectKind, id: id.text) }

    package var isOver: Bool {
        switch state {
        case .asked, .answered: false
        case .closed: true
        }
    }

    package var isNeeded: Bool { state != .closed(.noLongerNeeded) && state != .closed(.unheard) }

    package var debts: [Debt] {
        switch state {
        case .asked: [Debt(.answerConsult, of: asked.owner, to: asker.receiver, haste.urgency)]
        case .answered: [Debt(.hearConsult, of: asker.owner, to: asked.receiver, .regular(workingDays: 10))]
        case .closed: []
        }
    }
}

extension PromiseKind {
    /// To answer a colleague's question without names.
    package static let answerConsult = PromiseKind(rawValue: "answerConsult")
    /// To say whether the answer helped.
    package static let hearConsult = PromiseKind(rawValue: "hearConsult")
}
