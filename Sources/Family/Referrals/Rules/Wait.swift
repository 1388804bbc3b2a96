// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import NetworkRules

/// How long a family waits for something, or waited (*wachttijd*): it has a beginning, and perhaps no end yet.
///
/// Days that the family wished to wait are not counted.
package struct Wait: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// From the asking to the first appointment (*aanmeldwachttijd*).
        case firstAppointment
        /// From the first appointment to the start of help (*behandelwachttijd*).
        case start
        /// Both: from the asking to the start of help.
        case inAll

        package var fact: FactKind {
            switch self {
            case .firstAppointment: .waitForFirstAppointment
            case .start: .waitForStart
            case .inAll: .waitInAll
            }
        }
    }

    package let kind: Kind
    package let began: Day
    /// nil for who still waits.
    package let ended: Day?
    /// Since when the family wishes to wait.
    package let pausedSince: Day?
    private let paused: Int

    package init(_ kind: Kind, from began: Day, until ended: Day? = nil, paused: Int = 0, pausedSince: Day? = nil) {
        (self.kind, self.began, self.ended) = (kind, began, ended)
        (self.paused, self.pausedSince) = (paused, ended == nil ? pausedSince : nil)
    }

    /// How many days were waited until a day, or until its end; never less than none.
    package func days(until today: Day) -> Int {
        let end = ended ?? max(began, min(today, pausedSince ?? today))
        return max(0, end - began - paused)
    }

    /// What is counted of it once it is over, as long as it lasted without the days that the family wished.
    package var spell: Fact.Shape? {
        ended.map { .spell(began: $0 + -days(until: $0), ended: $0) }
    }
}

extension Referral {
    /// The waits of it so far: an introduction after which more is waited ends the first and begins the second.
    package var waits: [Wait] {
        let firstEnd = wait.met ?? (wait.started == nil ? wait.ended : nil)
        let first = Wait(
            .firstAppointment, from: wait.asked, until: firstEnd, paused: wait.pausedUntilMet,
            pausedSince: wait.met == nil ? wait.pausedSince : nil)
        guard let met = wait.met else { return [first] }
        return [
            first,
            Wait(
                .start, from: met, until: wait.started ?? wait.ended, paused: wait.pausedUntilStart,
                pausedSince: wait.pausedSince),
        ]
    }

    /// From the asking to the start of help, or to now.
    package var waitInAll: Wait {
        Wait(
            .inAll, from: wait.asked, until: wait.started ?? wait.ended,
            paused: wait.pausedUntilMet + wait.pausedUntilStart, pausedSince: wait.pausedSince)
    }
}

extension FactKind {
    /// A spell: from the asking to the start of help, both waits together.
    package static let waitInAll = FactKind(rawValue: "waitInAll")
    /// A verdict: whether help was left early (*uitval*).
    package static let leftEarly = FactKind(rawValue: "leftEarly")
    /// A verdict: whether a referral helped, as who referred says.
    package static let referralHelped = FactKind(rawValue: "referralHelped")
    /// A verdict: whether a referral came at the right door.
    package static let rightDoor = FactKind(rawValue: "rightDoor")
}
