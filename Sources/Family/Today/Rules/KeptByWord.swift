// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Promise {
    /// Whether its owner keeps it by saying so: a call, an errand, what the plan says they do; whatever has no act of its
    /// own that settles it.
    package var isKeptByWord: Bool {
        subject.kind == ItemName.Kind.family.rawValue && kind != .mendFamily || subject.kind == Subject.callBackKind
            || isOfAction
    }

    /// What somebody does for a goal: saying so ticks it in the plan.
    package var isOfAction: Bool { kind == .takeAction && subject.kind == ItemName.Kind.action.rawValue }
}

extension Reading {
    /// Whether the reader says that a promise is kept: who owes it, and nobody else.
    package func mayKeep(_ promise: Promise) -> Bool {
        promise.isOpen && promise.isKeptByWord && promise.owner == .account(reader)
    }

    /// Whether the reader takes a promise out of an inbox: a professional here on behalf of that organisation, who then
    /// owes it themself.
    package func mayTake(_ promise: Promise) -> Bool {
        guard !isEmergency, promise.isOpen, promise.isKeptByWord, case .organisation(let organisation) = promise.owner
        else {
            return false
        }
        return onBehalfOf == organisation
    }
}
