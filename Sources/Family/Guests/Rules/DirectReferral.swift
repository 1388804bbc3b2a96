// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Who directs the help that a referral led to (*regie*), as the provider writes down at its start.
package enum OutsideDirection: Hashable, Sendable {
    /// Parents, or the young person.
    case family
    /// Who referred.
    case practice
    /// Who helps.
    case provider
    /// An area team that was offered it; until it says yes who helps directs.
    case offered(to: ID<Organisation>)
    case areaTeam(ID<Organisation>)
}

/// A referral that went past the area team (*directe verwijzing*), as that team sees it once the family agreed: whom it is
/// about and how it stands, not what was asked or said.
package struct DirectReferral: Hashable, Sendable {
    /// What a worker of the area team says when the team is offered direction.
    package enum Act: Hashable, Sendable {
        case direct
        /// With a reason; who helps goes on directing.
        case leave
    }

    package let referral: OutsideReferral

    package init(_ referral: OutsideReferral) { self.referral = referral }

    package var id: ID<DirectReferral> { ID(stored: referral.id.text) }

    /// Whether the team is asked to direct, and did not answer.
    package var isOffered: Bool { if case .offered = referral.direction { true } else { false } }

    /// Whether the team is asked to direct, or does: then it knows how the family is reached.
    package var knowsReach: Bool {
        switch referral.direction {
        case .offered, .areaTeam: true
        case .family, .practice, .provider, nil: false
        }
    }

    /// Open to the team that was told, as long as the help goes on; never to who must not read it.
    package func isOpen(to worker: Worker) -> Bool {
        referral.areaTeam == worker.organisation && !referral.isEnded && !referral.keptFrom.contains(worker.account)
    }

    /// The referral after what a worker of the area team said.
    ///
    /// - Throws: ``OutsideReferral/Refusal``
    package func after(_ act: Act, by worker: Worker) throws(OutsideReferral.Refusal) -> OutsideReferral {
        guard isOpen(to: worker) else { throw .notYours }
        guard case .offered(let team) = referral.direction else { throw .notNow }
        var next = referral
        next.direction = act == .direct ? .areaTeam(team) : .provider
        return next
    }
}

extension DirectReferral: Loop {
    package static let subjectKind = "directReferral"

    package var subject: Promise.Subject { Promise.Subject(kind: Self.subjectKind, id: id.text) }

    package var isOver: Bool { !isOffered }

    package var isNeeded: Bool { !referral.isEnded }

    package var debts: [Debt] {
        guard case .offered(let team) = referral.direction else { return [] }
        return [
            Debt(
                .answerDirection, of: .organisation(team), to: referral.receiver.receiver,
                .regular(workingDays: Referral.answerNorm))
        ]
    }
}

extension PromiseKind {
    /// To say whether one directs, when who helps offers it.
    package static let answerDirection = PromiseKind(rawValue: "answerDirection")
}
