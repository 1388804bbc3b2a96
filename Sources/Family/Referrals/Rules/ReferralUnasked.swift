// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What becomes of a referral by nobody's act: who had it in hand is gone, time is up, or the young person is.
extension Referral {
    /// The referral once nobody has in hand what these accounts had: it lies in the inboxes of their organisations.
    package func without(_ gone: Set<ID<Account>>) -> Referral {
        guard !isOver else { return self }
        var next = self
        if let account = sender.account, gone.contains(account) { next.sender.account = nil }
        if let account = receiver.account, gone.contains(account) { next.receiver.account = nil }
        return next
    }

    /// The referral once who sent it does not plan with the young person any more, or may not open it: it lies in the inbox
    /// of their organisation.
    package func withoutSender() -> Referral {
        guard !isOver else { return self }
        var next = self
        next.sender.account = nil
        return next
    }

    /// The referral once nobody at the other side does it any more; nothing where that side said its last word, and where
    /// somebody has it in hand.
    package func forsaken(at now: Moment) -> Referral {
        guard !isOver, !isAnswered, receiver.account == nil else { return self }
        var next = resumed(on: now.day)
        (next.state, next.since, next.isBridged) = (.answered(.forsaken), now, false)
        next.wait.ended = now.day
        return next
    }

    /// The referral once the young person was erased: nobody owes anything of it any more.
    package func erased(at now: Moment) -> Referral {
        isOver ? self : resumed(on: now.day).closed(.noLongerNeeded, at: now)
    }

    /// The referral once its answer is late: colleagues see it, whoever had it in hand.
    package func late() -> Referral {
        guard state == .sent else { return self }
        var next = self
        next.receiver.account = nil
        return next
    }

    /// The referral once nobody said for long whether it helped.
    package func unheard(at now: Moment) -> Referral {
        isAnswered ? closed(.unheard, at: now) : self
    }

    /// The referral once another of its bundle started; nothing where help started here, or it is over.
    package func startedElsewhere(at now: Moment) -> Referral {
        switch state {
        case .sent, .accepted, .waiting: resumed(on: now.day).closed(.startedElsewhere, at: now)
        case .started, .answered, .closed: self
        }
    }
}
