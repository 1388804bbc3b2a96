// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is known of the extra wait that a handover brings, for each to whom it could go.
struct HandoverWaits: Sendable {
    private let reaches: [ID<Account>: HandoverReach]
    /// For whom the reader knows that somebody works.
    private let names: [ID<Organisation>: String]
    private let waits: [ID<Organisation>: WaitThere]
    /// Whether the reader is of the family, and need not tell it anything.
    private let isFamily: Bool

    /// - Parameter circle: as the reader knows it.
    init(
        from: ID<Account>, to next: [ID<Account>], _ circle: CircleSight, _ key: borrowing DossierKey,
        _ connection: Connection
    ) throws {
        let (members, today) = (circle.members.map(\.membership), key.today)
        var reaches: [ID<Account>: HandoverReach] = [:]
        for account in next { reaches[account] = HandoverReach(from: from, to: account, among: members, on: today) }
        var waits: [ID<Organisation>: WaitThere] = [:]
        for organisation in Set(reaches.values.flatMap(\.places)) {
            waits[organisation] = try WaitThere(at: organisation, on: today, connection)
        }
        (self.reaches, self.waits) = (reaches, waits)
        names = circle.members.reduce(into: [:]) { names, member in
            guard let organisation = member.membership.organisation else { return }
            names[organisation] = member.face?.organisation ?? names[organisation]
        }
        isFamily = key.reading.ownPerson != nil
    }

    /// How long others wait where somebody works, or plainly that it is not known; nil where no wait comes with it.
    func text(to account: ID<Account>, _ language: Language) -> String? {
        let words = language.handovers
        guard let reach = reaches[account], reach != .near else { return nil }
        let known = reach.places.compactMap { place in
            waits[place].flatMap(language.expectedWait).map { text in
                names[place].map { words.wait(at: $0, text) } ?? text
            }
        }
        guard known.isEmpty else { return known.joined(separator: " ") }
        return isFamily ? words.waitUnknown : words.waitUnknown + " " + words.waitAsk
    }

    func fact(to account: ID<Account>, _ language: Language) -> Facts.Fact? {
        text(to: account, language).map { Facts.Fact(language.handovers.wait, $0) }
    }
}

extension HandoverReach {
    fileprivate var places: [ID<Organisation>] {
        if case .elsewhere(let places) = self { places } else { [] }
    }
}
