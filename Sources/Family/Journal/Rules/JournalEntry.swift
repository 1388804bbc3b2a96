// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What happened in a dossier, one entry for each change, in the same transaction as the change.
///
/// Timeline, notices and live updates are readings of the journal through a reader's key.
package struct JournalEntry: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case familyStarted, personAdded, memberLetIn, membershipEnded, directionMoved, contactMoved
        case conversationStarted, messageWritten
        case promiseMade, promiseSettled, promiseClosed
        case itemHeld, memberHidden
    }

    package let at: Moment
    package let kind: Kind
    package let who: ID<Account>?
    package let item: ItemName
    package let persons: Set<ID<Person>>
    /// What else the entry must remember, in its kind's own form; sealed with the item's part.
    package let detail: String

    package init(
        at: Moment, kind: Kind, who: ID<Account>?, item: ItemName, persons: Set<ID<Person>>, detail: String = ""
    ) {
        self.at = at
        self.kind = kind
        self.who = who
        self.item = item
        self.persons = persons
        self.detail = detail
    }
}
