// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Taking back a message: within the day, by who wrote it; that it was there stays to be seen.
package enum Withdrawal {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        case notTheAuthor
        case dayIsOver
        case alreadyWithdrawn
    }

    /// How long the text stays, sealed, for the professional in charge.
    package static let kept = Duration.days(30)

    /// Decides whether somebody takes a message back now.
    ///
    /// - Throws: ``Refusal``
    package static func check(
        of author: ID<Account>, writtenAt: Moment, withdrawnAt: Moment?, by account: ID<Account>, at now: Moment
    ) throws(Refusal) {
        guard author == account else { throw .notTheAuthor }
        guard withdrawnAt == nil else { throw .alreadyWithdrawn }
        guard writtenAt.day == now.day else { throw .dayIsOver }
    }

    /// Whether the professional in charge can still open what was taken back.
    package static func isKept(withdrawnAt: Moment, at now: Moment) -> Bool { now < withdrawnAt + kept }
}
