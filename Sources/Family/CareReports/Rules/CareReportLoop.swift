// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension CareReport {
    /// Whether an account can have it in hand.
    package func mayHave(_ account: ID<Account>) -> Bool { crew.contains(account) && !keptFrom.contains(account) }

    /// Whether somebody works at the desk where it lies, and it is not kept from them.
    func isAtDesk(_ worker: Worker) -> Bool { worker.organisation == desk.organisation && mayHave(worker.account) }

    /// Whether somebody may open it: while it is open all at the desk, who stand in for each other; once it is over who
    /// had it in hand, and their team leads.
    package func isOpen(to worker: Worker) -> Bool {
        guard isAtDesk(worker) else { return false }
        return !isOver || desk.account == worker.account || crew.leads.contains(worker.account)
    }

    /// The same, where these families are one's own, or anything of them is kept from one: it is a colleague's then.
    package func isOpen(to worker: Worker, keptFrom families: Set<ID<Family>>) -> Bool {
        isOpen(to: worker) && !isOf(families)
    }

    /// Whether it was linked to one of these families.
    package func isOf(_ families: Set<ID<Family>>) -> Bool { family.map(families.contains) ?? false }

    /// Whether who reported it is told to somebody: to who has it in hand alone.
    package func tellsOrigin(to worker: Worker) -> Bool {
        isOpen(to: worker) && desk.account == worker.account
    }

    /// Whether an act is a worker's to do, now.
    package func allows(_ act: Act, by worker: Worker) -> Bool { (try? after(act, by: worker)) != nil }

    /// Whether the next act is a worker's, or could be taken by them from the inbox.
    package func waits(for worker: Worker) -> Bool {
        isOpen(to: worker) && !isOver && (desk.account == nil || desk.account == worker.account)
    }

    /// The report once nobody has in hand what these accounts had: it lies in the inbox of the desk.
    package func without(_ gone: Set<ID<Account>>) -> CareReport {
        guard !isOver, let account = desk.account, gone.contains(account) else { return self }
        return inInbox
    }

    /// Whether the duty phone rings for it: as long as what is acute is in nobody's hands, or was not judged or talked
    /// about in time.
    package func rings(due: Moment?, at now: Moment) -> Bool {
        urgency == .acute && isUnspoken && (desk.account == nil || isOverdue(due, at: now))
    }

    /// Whether it goes back to the inbox, so that all at the desk have it: who has it did not judge it in time, or
    /// did not have the first talk about what is acute.
    ///
    /// Who takes it after that gets as long again, however often it came back.
    /// - Parameter touched: when something was done with it last.
    package func isLeftLying(due: Moment?, touched: Moment?, at now: Moment) -> Bool {
        guard desk.account != nil, state == .received || urgency == .acute && isUnspoken, isOverdue(due, at: now),
            let due, let touched
        else { return false }
        if due <= now, touched <= due { return true }
        return touched + patience <= now || now < touched
    }

    private var patience: Duration { urgency == .acute ? .hours(1) : .days(1) }

    /// Whether judging or the first talk is owed here.
    private var isUnspoken: Bool {
        switch state {
        case .received, .triaged, .assigned(.desk), .assigned(.circle): true
        case .assigned(.veiligThuis), .talked, .closed: false
        }
    }

    /// What was received or judged by a clock that ran ahead is late, too: nobody knows when it is due.
    private func isOverdue(_ due: Moment?, at now: Moment) -> Bool {
        due.map { $0 <= now || max(received, judged ?? received) > now } ?? false
    }
}

extension CareReport: Loop {
    package static let subjectKind = "careReport"

    package var subject: Promise.Subject { Promise.Subject(kind: Self.subjectKind, id: id.text) }

    package var isOver: Bool {
        switch state {
        case .received, .triaged, .assigned, .talked: false
        case .closed: true
        }
    }

    package var isNeeded: Bool { true }

    /// Owed to the desk itself: a promise stands open to more eyes than who reported may.
    ///
    /// Passing it about or judging it anew begins no clock again.
    ///
    /// Who keeps what holds for safety looks at it by their day, beside whatever else is owed.
    package var debts: [Debt] {
        guard !isOver, case .until(let day)? = safety else { return ownDebts }
        let look = PromiseUrgency.agreed(Moment(day, hour: 17))
        return ownDebts + [Debt(.lookAtSafety, of: desk.owner, to: desk.receiver, look)]
    }

    /// Whether somebody here keeps what holds for safety: then it does not end before they say what comes after.
    package var keepsSafety: Bool { if case .until? = safety { true } else { false } }

    private var ownDebts: [Debt] {
        switch state {
        case .received: [Debt(.triage, of: desk.owner, to: desk.receiver, urgency.untilTriage, since: received)]
        case .triaged, .assigned(.desk), .assigned(.circle):
            [Debt(.firstTalk, of: desk.owner, to: desk.receiver, urgency.untilTalk, since: judged)]
        case .assigned(.veiligThuis), .talked:
            [Debt(.feedback, of: desk.owner, to: desk.receiver, Self.untilFeedback)]
        case .closed: []
        }
    }
}

extension PromiseKind {
    /// To have the first talk about a worry that was reported.
    package static let firstTalk = PromiseKind(rawValue: "firstTalk")
    /// To look whether the conditions for safety with which a report came still hold.
    package static let lookAtSafety = PromiseKind(rawValue: "lookAtSafety")
}
