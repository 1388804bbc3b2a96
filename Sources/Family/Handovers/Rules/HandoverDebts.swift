// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What is owed by a handover: an answer by who was asked; then to talk with the family and complete it, by the helper
/// of the two, or by the one who hands over where both are.
extension Handover: Loop {
    package var subject: Promise.Subject { id.promised }

    package var debts: [Debt] {
        switch state {
        case .proposed: [Debt(.answerHandover, of: .account(asked), to: .account(proposer), .week)]
        case .agreed:
            isFromFamily ? [debt(of: to, to: from)] : [debt(of: from, to: to)]
        case .completed, .declined, .withdrawn, .lapsed: []
        }
    }

    package var isOver: Bool { !state.isOpen }

    package var isNeeded: Bool { state != .withdrawn && state != .lapsed }

    private func debt(of owner: ID<Account>, to receiver: ID<Account>) -> Debt {
        Debt(.finishHandover, of: .account(owner), to: .account(receiver), .regular(workingDays: 10))
    }
}

extension ID<Handover> {
    /// What is promised about it.
    package var promised: Promise.Subject { Promise.Subject(kind: ItemName.Kind.handover.rawValue, id: text) }
}
