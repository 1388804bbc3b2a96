// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What lies outside every circle, at somebody's desk, sealed under a key of its own.
package protocol DeskItem: Sendable {
    static var kind: ItemName.Kind { get }
    var id: ID<Self> { get }

    /// Whether somebody may open it, at their work for one organisation.
    func isOpen(to worker: Worker) -> Bool

    /// The same, where these families are one's own, or anything of them is kept from one.
    func isOpen(to worker: Worker, keptFrom families: Set<ID<Family>>) -> Bool

    /// As it is kept; nil when there is none.
    static func found(_ id: ID<Self>, on today: Day, _ connection: Connection) throws -> Self?

    /// In whose dossier it is told that somebody read it, and about whom that is; nil for what is about nobody.
    var told: (family: ID<Family>, persons: Set<ID<Person>>)? { get }
}

extension DeskItem {
    package func isOpen(to worker: Worker, keptFrom families: Set<ID<Family>>) -> Bool { isOpen(to: worker) }

    package var told: (family: ID<Family>, persons: Set<ID<Person>>)? { nil }
}

/// What is needed of some items at desks to answer a question about each of them.
package protocol DeskList: Sendable {
    associatedtype Item: DeskItem
    var items: [Item] { get }
}
