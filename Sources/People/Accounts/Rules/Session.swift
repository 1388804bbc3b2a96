// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// The time between signing in and signing out, on one device.
package struct Session: Hashable, Sendable {
    /// The digest of its token: what the database knows it by.
    package let digest: String
    package let account: ID<Account>
    package let started: Moment
    /// When it was last used, to the minute.
    package let seen: Moment
    /// When it ends, used or not.
    package let ends: Moment

    package let device: Device
    /// On whose behalf a professional of several organisations works in it.
    package let organisation: ID<Organisation>?
    /// Whether it serves to set up a second factor, and for nothing else.
    package let isLimited: Bool
    /// The remembered device on which it began without a password.
    package let remembered: ID<RememberedDevice>?

    package init(
        digest: String, account: ID<Account>, started: Moment, seen: Moment, ends: Moment, device: Device = .unknown,
        organisation: ID<Organisation>? = nil, isLimited: Bool = false, remembered: ID<RememberedDevice>? = nil
    ) {
        self.digest = digest
        self.account = account
        self.started = started
        self.seen = seen
        self.ends = ends
        self.device = device
        self.organisation = organisation
        self.isLimited = isLimited
        self.remembered = remembered
    }

    /// The session that begins now.
    package init(
        digest: String, account: ID<Account>, kind: Account.Kind, at now: Moment, device: Device = .unknown,
        organisation: ID<Organisation>? = nil, isLimited: Bool = false, remembered: ID<RememberedDevice>? = nil
    ) {
        self.init(
            digest: digest, account: account, started: now, seen: now, ends: now + SessionTerm(of: kind).longest,
            device: device, organisation: organisation, isLimited: isLimited, remembered: remembered)
    }

    /// Whether its owner just proved who they are, so that what is asked before a change needs no asking.
    ///
    /// By a clock that was set back since it began it is not: a telephone left open would serve for longer.
    package func isFresh(at now: Moment) -> Bool {
        remembered == nil && started - .minutes(1) <= now && now < started + .minutes(10)
    }

    /// Whether it is over: signed in too long ago, or not used for too long.
    ///
    /// A clock that was set back ends nothing and lengthens nothing beyond its end; one that was far ahead and was
    /// mended ends what began meanwhile.
    package func isOver(at now: Moment, for kind: Account.Kind) -> Bool {
        let term = SessionTerm(of: kind)
        return isClosed || !ends.isRunning(term.longest, at: now) || now >= seen + term.idle
    }

    /// Whether it was found over before: then it has no length any more, and a clock that is set back does not bring
    /// it to life again.
    package var isClosed: Bool { ends <= started }

    /// Whether its use is worth writing down: once a minute is enough, so that reading a page seldom writes.
    package func isWorthNoting(at now: Moment) -> Bool { now >= seen + .minutes(1) }
}

/// How long a session lasts, by what the account may see.
///
/// NIST SP 800-63B-4 asks a new sign-in after an hour without use and at most 24 hours (AAL2, all who read a family),
/// after 15 minutes and 12 hours (AAL3) of those who hold the keys of the installation. A day here is a working day,
/// 12 hours, for everybody: a family's telephone lies on the kitchen table. What was typed is kept when it ends.
package struct SessionTerm: Hashable, Sendable {
    /// The longest time without use.
    package let idle: Duration
    /// The longest time from signing in.
    package let longest: Duration

    package init(of kind: Account.Kind) {
        longest = .hours(12)
        idle =
            switch kind {
            case .familyMember, .professional, .manager: .hours(1)
            case .administrator, .privacyOfficer: .minutes(15)
            }
    }
}
