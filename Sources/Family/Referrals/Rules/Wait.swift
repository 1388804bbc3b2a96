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

extension Referral.Waiting {
    /// The waits so far: an introduction after which more is waited ends the first and begins the second.
    package var waits: [Wait] {
        let firstEnd = met ?? (started == nil ? ended : nil)
        let first = Wait(
            .firstAppointment, from: asked, until: firstEnd, paused: pausedUntilMet,
            pausedSince: met == nil ? pausedSince : nil)
        guard let met else { return [first] }
        return [
            first,
            Wait(.start, from: met, until: started ?? ended, paused: pausedUntilStart, pausedSince: pausedSince),
        ]
    }

    /// From the asking to the start of help, or to now.
    package var inAll: Wait {
        Wait(
            .inAll, from: asked, until: started ?? ended, paused: pausedUntilMet + pausedUntilStart,
            pausedSince: pausedSince)
    }

    /// The waits once the family wishes to go on.
    func resumed(on today: Day) -> Referral.Waiting {
        guard let since = pausedSince else { return self }
        var next = self
        let days = max(0, today - since)
        if met == nil { next.pausedUntilMet += days } else { next.pausedUntilStart += days }
        next.pausedSince = nil
        return next
    }

    /// What is counted of the waits that are over since they stood as before; both together once help started.
    package func counted(since before: Referral.Waiting) -> [(FactKind, Fact.Shape)] {
        let known = Set(before.waits.filter { $0.ended != nil }.map(\.kind))
        let over = waits.filter { $0.ended != nil && !known.contains($0.kind) }
        let isStarted = before.started == nil && started != nil
        return (over + (isStarted ? [inAll] : [])).compactMap { wait in wait.spell.map { (wait.kind.fact, $0) } }
    }

    /// What is counted once help ended.
    package func counted(endingWith result: ReferralResult) -> [(FactKind, Fact.Shape)] {
        var shapes: [(FactKind, Fact.Shape)] = [(.furtherWithoutHelpAsHelpersSee, .verdict(result == .withoutHelp))]
        if let started { shapes.append((.help, .spell(began: started, ended: ended))) }
        if let isLeftEarly = result.isLeftEarly { shapes.append((.leftEarly, .verdict(isLeftEarly))) }
        return shapes
    }
}

extension Referral {
    package var waits: [Wait] { wait.waits }

    /// From the asking to the start of help, or to now.
    package var waitInAll: Wait { wait.inAll }
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
