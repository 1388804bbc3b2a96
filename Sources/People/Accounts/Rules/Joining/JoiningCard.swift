// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A card (*kaart*) that a professional hands over in person: with its code and figures one account is opened, once.
///
/// ```swift
/// let card = JoiningCard(for: aylin.id, by: marieke.id, at: now)
/// card.state(at: now + .days(14))  // .pastItsEnd
/// ```
package struct JoiningCard: Hashable, Sendable {
    /// What became of a card.
    package enum State: Hashable, Sendable {
        case open
        /// Somebody opened the account with it, at this moment.
        case used(Moment)
        /// A newer card, or too many wrong figures, put an end to it at this moment.
        case voided(Moment)
        case pastItsEnd
    }

    package let account: ID<Account>
    package let madeBy: ID<Account>
    package let madeAt: Moment
    package let endsAt: Moment
    package let usedAt: Moment?
    package let voidedAt: Moment?
    /// How often wrong figures were typed with the right code.
    package let wrongPins: Int

    package init(
        account: ID<Account>, madeBy: ID<Account>, madeAt: Moment, endsAt: Moment, usedAt: Moment? = nil,
        voidedAt: Moment? = nil, wrongPins: Int = 0
    ) {
        self.account = account
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.endsAt = endsAt
        self.usedAt = usedAt
        self.voidedAt = voidedAt
        self.wrongPins = wrongPins
    }

    /// The card that is made now.
    package init(for account: ID<Account>, by maker: ID<Account>, at now: Moment) {
        self.init(account: account, madeBy: maker, madeAt: now, endsAt: now + Self.term)
    }

    /// What became of it: being used outlasts its end, so that its maker sees it.
    package func state(at now: Moment) -> State {
        if let usedAt { return .used(usedAt) }
        if let voidedAt { return .voided(voidedAt) }
        return endsAt.isRunning(Self.term, at: now) ? .open : .pastItsEnd
    }

    /// Whether wrong figures typed now put an end to it.
    package var isVoidedByWrongPin: Bool { wrongPins + 1 >= Self.mostWrongPins }

    /// How long it can be used.
    package static let term = Duration.days(14)

    /// At the fifth wrong try it is void: four figures guessed five times are found once in 2,000 cards.
    package static let mostWrongPins = 5
}

/// The time between showing card and figures and having a way to sign in.
package enum Joining {
    /// Long enough to think of a password; the card itself stays good when it passes.
    package static let term = Duration.minutes(30)
}
