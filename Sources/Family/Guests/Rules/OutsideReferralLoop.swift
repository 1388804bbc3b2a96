// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension OutsideReferral: Loop {
    package static let subjectKind = "outsideReferral"

    package var subject: Promise.Subject { Promise.Subject(kind: Self.subjectKind, id: id.text) }

    /// Over once it ended and the practice was told.
    package var isOver: Bool { isEnded && !isUntold }

    package var isNeeded: Bool { state != .over(.withdrawn) }

    /// Owed to the receiving organisation itself, for the guest: by the same norms as a referral from inside.
    package var debts: [Debt] {
        guard !isOver else { return [] }
        let told = isUntold ? [debt(.tellPractice, 2)] : []
        return told + (isGuestWaiting ? [debt(.answerGuest, 5)] : []) + next
    }

    private var next: [Debt] {
        switch state {
        case .sent: [debt(aim == .help ? .answerReferral : .answerConsult, Referral.answerNorm)]
        case .accepted, .waiting: bridging + [waited]
        case .started: [debt(.finishReferral, Referral.finishNorm)]
        case .over: []
        }
    }

    private var waited: Debt {
        guard wait.pausedSince == nil else { return debt(.resumeReferral, Referral.appointmentNorm) }
        return state == .accepted
            ? debt(.meetReferral, Referral.appointmentNorm) : debt(.startReferral, Referral.startNorm)
    }

    /// A family that waits is not left alone.
    private var bridging: [Debt] { isBridged ? [] : [debt(.bridgeReferral, Referral.answerNorm)] }

    private func debt(_ kind: PromiseKind, _ days: Int) -> Debt {
        Debt(kind, of: receiver.owner, to: receiver.receiver, .regular(workingDays: days))
    }
}

/// What becomes of it by nobody's act.
extension OutsideReferral {
    /// The referral once nobody has in hand what these accounts had: it lies in the inbox of the organisation.
    package func without(_ gone: Set<ID<Account>>) -> OutsideReferral {
        guard !isOver, let account = receiver.account, gone.contains(account) else { return self }
        return inInbox
    }

    /// The referral once its answer is late: colleagues see it, whoever had it in hand.
    package func late() -> OutsideReferral { state == .sent ? inInbox : self }

    /// The referral once the practice could not be told by mail: it is told by telephone.
    package func undelivered() -> OutsideReferral {
        guard state != .over(.withdrawn), state != .over(.forsaken) else { return self }
        var next = self
        next.isUntold = true
        return next
    }

    /// The referral once nobody there does it any more.
    package func forsaken(at now: Moment) -> OutsideReferral {
        guard !isOver, receiver.account == nil else { return self }
        var next = self
        if !isEnded {
            next.end(.forsaken, on: now.day)
            next.since = now
        }
        // Nobody is left who could tell by telephone; a guest hears by the link.
        next.isUntold = false
        return next
    }

    private var inInbox: OutsideReferral {
        var next = self
        next.receiver.account = nil
        return next
    }
}
