// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How many helped so far and how often something was handed over, of those whom the reader follows.
struct HandoversSoFar: Sendable {
    let helpers: Int
    let handovers: Int

    init(_ circle: CircleSight, _ key: borrowing DossierKey, _ connection: Connection) throws {
        let members = circle.members.map(\.membership)
        helpers = HelpSoFar(of: members, about: key.reading.followed, until: key.today).helpers
        handovers = try connection.handovers(key).count { $0.handover.state == .completed }
    }

    func facts(_ language: Language) -> [Facts.Fact] {
        let words = language.handovers
        guard helpers > 0 else { return [] }
        return [Facts.Fact(words.soFar, words.soFar(helpers: helpers, handovers: handovers))]
    }
}
