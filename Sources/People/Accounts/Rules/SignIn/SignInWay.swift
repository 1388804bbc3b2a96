// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// How somebody came in.
package enum SignInWay: String, CaseIterable, Sendable {
    case password
    /// Password, then a code of an app or from paper.
    case code
    case passkey
    /// With a card, which ends in a passkey or a password.
    case card
    /// On a device that is remembered.
    case remembered
    /// With one click, in an invented town.
    case demo

    /// Whether two factors, or one that nobody can phish, were shown.
    package var isStrong: Bool {
        switch self {
        case .code, .passkey, .demo: true
        case .password, .card, .remembered: false
        }
    }
}

extension Account.Kind {
    /// Whether it needs a second factor, always: whoever works with many families, or over them all.
    ///
    /// NIST SP 800-63B-4 (AAL2) and NEN 7510 for professionals; a mother is not kept out for want of an app.
    package var needsSecondFactor: Bool { self != .familyMember }
}

/// One time that somebody signed in, for their own page.
package struct SignInRecord: Hashable, Sendable {
    package let at: Moment
    package let way: SignInWay
    package let device: Device

    package init(at: Moment, way: SignInWay, device: Device) {
        self.at = at
        self.way = way
        self.device = device
    }

    /// How long it is shown.
    package static let term = Duration.days(30)
}

/// The time between password and second factor.
package struct BegunSignIn: Hashable, Sendable {
    package let account: ID<Account>
    package let until: Moment

    package init(account: ID<Account>, until: Moment) {
        self.account = account
        self.until = until
    }

    package static let term = Duration.minutes(5)
}

/// A device of a family member that comes in without a password for a month, because they asked for it.
package struct RememberedDevice: Hashable, Sendable {
    package let id: ID<RememberedDevice>
    package let account: ID<Account>
    package let device: Device
    package let began: Moment
    package let seen: Moment
    package let ends: Moment

    package init(
        id: ID<RememberedDevice>, account: ID<Account>, device: Device, began: Moment, seen: Moment, ends: Moment
    ) {
        self.id = id
        self.account = account
        self.device = device
        self.began = began
        self.seen = seen
        self.ends = ends
    }

    package static let term = Duration.days(30)

    /// Whether it is still remembered.
    package func isRemembered(at now: Moment) -> Bool { ends.isRunning(Self.term, at: now) }

    /// Whether its token was replaced only just now; by a clock that was set back since it was not.
    package func isInGrace(at now: Moment) -> Bool { seen - Self.grace < now && now < seen + Self.grace }

    /// How long the token before still serves: a browser that asked twice holds the older one for a moment.
    package static let grace = Duration.minutes(1)

    /// Whether a kind of account may be remembered.
    package static func isFor(_ kind: Account.Kind) -> Bool { kind == .familyMember }
}
