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

    /// The report once judging it is late: all at the desk have it, whoever had it in hand.
    package func late() -> CareReport { state == .received ? inInbox : self }

    /// Whether the duty phone rings for it: as long as nobody took what is acute.
    package var rings: Bool { urgency == .acute && state == .received && desk.account == nil }

    private var inInbox: CareReport {
        CareReport(
            id: id, desk: Side(desk.organisation), crew: crew, keptFrom: keptFrom, urgency: urgency, state: state,
            hasSeveralParties: hasSeveralParties, direction: direction, received: received)
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
    package var debts: [Debt] {
        switch state {
        case .received: [Debt(.triage, of: desk.owner, to: desk.receiver, urgency.untilTriage)]
        case .triaged, .assigned(.desk), .assigned(.circle):
            [Debt(.firstTalk, of: desk.owner, to: desk.receiver, urgency.untilTalk)]
        case .assigned(.veiligThuis), .talked:
            [Debt(.feedback, of: desk.owner, to: desk.receiver, Self.untilFeedback)]
        case .closed: []
        }
    }
}

extension PromiseKind {
    /// To have the first talk about a worry that was reported.
    package static let firstTalk = PromiseKind(rawValue: "firstTalk")
}
