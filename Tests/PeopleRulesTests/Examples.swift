// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension ID {
    /// An id that a test can write down again.
    static func numbered(_ number: UInt64) -> ID {
        IDSource { (0, number) }.next(at: Moment(milliseconds: 0))
    }
}

extension Promise {
    /// A promise of Marieke to call a mother back, made on a Monday morning.
    static func made(
        _ urgency: PromiseUrgency = .week, _ made: Moment = Moment("2026-11-23", hour: 9),
        fallback: ID<Organisation>? = nil, kind: PromiseKind = .answerMessage
    ) -> Promise {
        Promise(
            id: .numbered(9), kind: kind, owner: .account(.numbered(1)), receiver: .person(.numbered(3)),
            subject: Subject(kind: "conversation", id: "c"), urgency: urgency, made: made, fallback: fallback)
    }
}
