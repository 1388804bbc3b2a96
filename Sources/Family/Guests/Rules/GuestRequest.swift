// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Somebody without an account says that they are of a practice, and asks for its code.
///
/// Who is at a desk calls the number on record, never one that was typed, and tells the code to whom answers there. One
/// code stands per practice, for a month; a new one ends the old one.
package struct GuestRequest: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// Nobody called yet.
        case asked
        /// Somebody called, and told the code.
        case coded(until: Moment)
        case closed(Closing)
    }

    /// How it ended.
    package enum Closing: String, CaseIterable, Sendable {
        /// They are not known there.
        case unknown
        /// The practice has another code since.
        case replaced
        /// The code is over.
        case over
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Somebody called before.
        case notNow
        /// Only who is at the desk where it lies calls.
        case notAtDesk
        /// There is no number on record any more.
        case noNumber
    }

    /// How long a code stands.
    package static let codeStands = Duration.days(31)
    /// How long a request waits at one desk for a call; it stays owed, and goes to another then.
    package static let patience = Duration.days(14)
    /// How long one is kept that is over.
    package static let kept = Duration.days(31)
    /// So many of one practice wait for a call at once: more than people work there who ask in a fortnight.
    package static let mostOfPractice = 20

    package let id: ID<GuestRequest>
    package let practice: ID<Organisation>
    /// The organisation at whose desk it lies.
    package private(set) var desk: ID<Organisation>
    package let crew: DeskCrew
    package private(set) var state: State
    package let asked: Moment

    package init(
        id: ID<GuestRequest>, practice: ID<Organisation>, desk: ID<Organisation>, crew: DeskCrew, state: State = .asked,
        asked: Moment
    ) {
        (self.id, self.practice, self.desk, self.crew) = (id, practice, desk, crew)
        (self.state, self.asked) = (state, asked)
    }

    /// The request once somebody called: with the code, or without where they are not known.
    ///
    /// - Throws: ``Refusal`` when it is not this worker's to do, or was done.
    package func called(knowsThem isKnown: Bool, by worker: Worker, at now: Moment) throws(Refusal) -> GuestRequest {
        guard isAtDesk(worker) else { throw .notAtDesk }
        guard state == .asked else { throw .notNow }
        return with(isKnown ? .coded(until: now + Self.codeStands) : .closed(.unknown))
    }

    /// The request once the practice has another code.
    package func replaced() -> GuestRequest { isCoded ? with(.closed(.replaced)) : self }

    /// What time makes of it: a code that is over.
    ///
    /// For whom nobody called is called still.
    package func aged(at now: Moment) -> GuestRequest {
        if case .coded(let until) = state, until <= now { with(.closed(.over)) } else { self }
    }

    /// The request at another desk, as nobody is at this one any more, or nobody called from there.
    package func moved(to desk: ID<Organisation>) -> GuestRequest {
        var next = self
        next.desk = desk
        return next
    }

    /// Whether its code opens anything now.
    package func isOpen(at now: Moment) -> Bool {
        if case .coded(let until) = state { now < until && asked <= now } else { false }
    }

    /// When the code was told; nil where none stands.
    package var called: Moment? { if case .coded(let until) = state { until - Self.codeStands } else { nil } }

    /// Whether somebody at the desk may open it: while it waits for a call.
    package func isOpen(to worker: Worker) -> Bool { state == .asked && isAtDesk(worker) }

    private func isAtDesk(_ worker: Worker) -> Bool {
        worker.organisation == desk && crew.contains(worker.account)
    }

    private var isCoded: Bool { if case .coded = state { true } else { false } }

    private func with(_ state: State) -> GuestRequest {
        var next = self
        next.state = state
        return next
    }
}

extension GuestRequest: Loop {
    package static let subjectKind = "guestRequest"

    package var subject: Promise.Subject { Promise.Subject(kind: Self.subjectKind, id: id.text) }

    package var isOver: Bool { state != .asked }

    package var isNeeded: Bool { true }

    /// Owed to the desk itself, as who asked has no account.
    package var debts: [Debt] {
        guard state == .asked else { return [] }
        return [
            Debt(
                .callPractice, of: .organisation(desk), to: .organisation(desk), .regular(workingDays: 2), since: asked)
        ]
    }
}

extension PromiseKind {
    /// To call a practice, and tell it the code with which its people act as guests.
    package static let callPractice = PromiseKind(rawValue: "callPractice")
    /// To answer what a guest wrote about their referral or question.
    package static let answerGuest = PromiseKind(rawValue: "answerGuest")
    /// To tell a practice oneself, that referred by a letter, what was decided.
    package static let tellPractice = PromiseKind(rawValue: "tellPractice")
}
