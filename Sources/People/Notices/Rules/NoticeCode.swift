// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// The code that is mailed to an address before anything else is, so that nobody's mail goes to a stranger.
package struct NoticeCode: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// Too many codes were asked for today.
        case tooOften
    }

    /// What typing a code does.
    package enum Answer: Hashable, Sendable {
        case right
        case wrong(triesLeft: Int)
        /// Too late, or too often wrong: a fresh one is needed.
        case over
    }

    package static let term = Duration.hours(1)
    package static let mostTries = 3
    /// Somebody could have an address of somebody else flooded with codes.
    package static let mostADay = 5
    /// The same address asked for again so soon is the same button pressed twice.
    package static let once = Duration.minutes(2)

    package let address: MailAddress
    /// Six digits.
    package let digits: String
    package let until: Moment
    package private(set) var wrong: Int
    /// How many codes this account asked for since the day of asking began.
    package let asked: Int
    package let askedSince: Moment

    package init(
        address: MailAddress, digits: String, until: Moment, wrong: Int, asked: Int, askedSince: Moment
    ) {
        self.address = address
        self.digits = digits
        self.until = until
        self.wrong = wrong
        self.asked = asked
        self.askedSince = askedSince
    }

    /// A code for an address, after the one before; nil when that one was only just asked for.
    ///
    /// - Throws: ``Refusal/tooOften``
    package static func asked(
        for address: MailAddress, after before: NoticeCode?, digits: String, at now: Moment
    ) throws(Refusal) -> NoticeCode? {
        let isSameDay = before.map { ($0.askedSince + .days(1)).isRunning(.days(1), at: now) } ?? false
        let count = isSameDay ? before?.asked ?? 0 : 0
        if let before, before.address == address, before.isOpen(at: now), now < before.until - term + once {
            return nil
        }
        guard count < mostADay else { throw .tooOften }
        return NoticeCode(
            address: address, digits: digits, until: now + term, wrong: 0, asked: count + 1,
            askedSince: isSameDay ? before?.askedSince ?? now : now)
    }

    package func isOpen(at now: Moment) -> Bool { until.isRunning(Self.term, at: now) && wrong < Self.mostTries }

    /// What somebody typed, held against the code; a wrong one counts.
    package mutating func answer(to typed: String, at now: Moment) -> Answer {
        guard isOpen(at: now) else {
            // Found over once, it stays so by whatever clock.
            wrong = Self.mostTries
            return .over
        }
        if typed.filter({ !$0.isWhitespace }) == digits { return .right }
        wrong += 1
        return wrong < Self.mostTries ? .wrong(triesLeft: Self.mostTries - wrong) : .over
    }

    /// Six digits from random bytes.
    package static func digits(from bytes: [UInt8]) -> String {
        let number = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
        let text = String(number)
        return String(repeating: "0", count: 6 - text.count) + text
    }
}
