// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Referral: Loop {
    package static let subjectKind = "referral"

    package var subject: Promise.Subject { Promise.Subject(kind: Self.subjectKind, id: id.text) }

    package var isOver: Bool {
        switch state {
        case .sent, .accepted, .waiting, .started, .answered: false
        case .closed: true
        }
    }

    package var isNeeded: Bool {
        switch state {
        case .closed(.noLongerNeeded), .closed(.startedElsewhere), .closed(.unheard): false
        case .sent, .accepted, .waiting, .started, .answered, .closed: true
        }
    }

    var isAnswered: Bool {
        switch state {
        case .answered: true
        case .sent, .accepted, .waiting, .started, .closed: false
        }
    }

    /// Whether it was taken on, and help did not start.
    package var isWaited: Bool { state == .accepted || state == .waiting }

    /// What is owed where it stands: the next word to all who are to hear it, and meanwhile a contact with the family.
    package var debts: [Debt] {
        let all = [sender.receiver] + hearers
        switch state {
        case .sent:
            return all.map { Debt(.answerReferral, of: receiver.owner, to: $0, norm(Self.answerNorm)) }
        case .accepted, .waiting:
            return bridging + next
        case .started:
            return all.map { Debt(.finishReferral, of: receiver.owner, to: $0, norm(Self.finishNorm)) }
        case .answered:
            return [Debt(.hearReferral, of: sender.owner, to: receiver.receiver, norm(Self.answerNorm))]
        case .closed: return []
        }
    }

    private var next: [Debt] {
        guard wait.pausedSince == nil else {
            return [Debt(.resumeReferral, of: receiver.owner, to: sender.receiver, norm(Self.appointmentNorm))]
        }
        guard state == .waiting else {
            return [Debt(.meetReferral, of: receiver.owner, to: sender.receiver, norm(Self.appointmentNorm))]
        }
        let all = [sender.receiver] + hearers
        return all.map { Debt(.startReferral, of: receiver.owner, to: $0, norm(Self.startNorm)) }
    }

    /// A family that waits is not left alone: who keeps contact owes it to the other side, once in each stage.
    private var bridging: [Debt] {
        guard !isBridged else { return [] }
        let (owner, other) = keeper == .sender ? (sender, receiver) : (receiver, sender)
        return [Debt(.bridgeReferral, of: owner.owner, to: other.receiver, norm(Self.answerNorm))]
    }

    private func norm(_ days: Int) -> PromiseUrgency { .regular(workingDays: days) }
}

extension Referral {
    /// Whether somebody may open it: who has it in hand at either side, and colleagues in whose inbox it lies.
    ///
    /// What nobody took is taken back from all who were asked once it is over.
    package func isOpen(to worker: Worker) -> Bool {
        [sender, receiver].contains { $0.isOpen(to: worker) && (!isOver || $0.account != nil) }
    }

    /// The same, where these families are one's own, or anything of them is kept from one: at either side it is a
    /// colleague's then.
    package func isOpen(to worker: Worker, keptFrom families: Set<ID<Family>>) -> Bool {
        isOpen(to: worker) && !families.contains(family)
    }

    /// Whether one of these memberships lets its member plan with the young person, on behalf of who sent it: without one the
    /// sending side knows how it stands, and nothing of what was shared or said.
    package func isPlanned(by memberships: [Membership], on day: Day) -> Bool {
        memberships.contains { membership in
            membership.kind == .professional && membership.organisation == sender.organisation
                && membership.isActive(on: day) && membership.covers.contains(person) && membership.share >= .plan
        }
    }

    /// Whether the receiving side reads what was shared: never once it said no, gave it back, or is over without help.
    package var isSharedNow: Bool {
        switch state {
        case .sent, .accepted, .waiting, .started, .answered(.finished): true
        case .answered, .closed: false
        }
    }

    /// Whether an act is a worker's to do, now.
    package func allows(_ act: Act, by worker: Worker, at now: Moment) -> Bool {
        (try? after(act, by: worker, at: now)) != nil
    }

    /// Whether the next word is a worker's, or could be taken by them from an inbox.
    package func waits(for worker: Worker) -> Bool {
        let owners = Set(debts.map(\.owner))
        return owners.contains(.account(worker.account)) && [sender, receiver].contains { $0.isOpen(to: worker) }
            || owners.contains(.organisation(worker.organisation))
    }

    package func isSender(_ worker: Worker) -> Bool { sender.isOpen(to: worker) && !receiver.isOpen(to: worker) }
}

extension PromiseKind {
    /// To say whether one takes a referral on (*terugkoppeling bij ontvangst*).
    package static let answerReferral = PromiseKind(rawValue: "answerReferral")
    /// To hold the first appointment.
    package static let meetReferral = PromiseKind(rawValue: "meetReferral")
    /// To start help, and say so.
    package static let startReferral = PromiseKind(rawValue: "startReferral")
    /// To look whether a family that wished to wait still does.
    package static let resumeReferral = PromiseKind(rawValue: "resumeReferral")
    /// To keep contact with a family that waits.
    package static let bridgeReferral = PromiseKind(rawValue: "bridgeReferral")
    /// To say how help goes, or how it ended.
    package static let finishReferral = PromiseKind(rawValue: "finishReferral")
    /// To say whether it helped.
    package static let hearReferral = PromiseKind(rawValue: "hearReferral")
}
