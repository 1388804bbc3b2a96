// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules

/// Something was to be written in a part whose key was destroyed, or that the key does not open.
package struct ErasedPart: Error {}

/// What a request wants of a dossier; becomes the access record.
package struct Look: Sendable {
    package let reader: ID<Account>
    /// On behalf of which of their organisations; unless told, of the only one.
    package let behalf: Behalf
    package let at: Moment
    package let from: String
    package let action: AccessRecord.Action
    package let item: ItemName
    /// By which invitation somebody comes who is not in the circle yet.
    package let invitation: ID<Invitation>?

    package init(
        reader: ID<Account>, for behalf: Behalf = .theOnlyOne, at: Moment, from: String,
        action: AccessRecord.Action, item: ItemName, by invitation: ID<Invitation>? = nil
    ) {
        self.reader = reader
        self.behalf = behalf
        self.at = at
        self.from = from
        self.action = action
        self.item = item
        self.invitation = invitation
    }
}

/// Of whom a list of dossiers tells more than that they are covered.
package enum Named: Sendable {
    /// Of nobody: neither names nor births.
    case nobody
    /// Of those the reader covers, their names and births.
    case covered
    /// Of those, and the names of all whom the reader knows.
    case known
}

/// What was found in a dossier, and about whom it is (for the access record).
package struct Found<Value: Sendable>: Sendable {
    package let value: Value
    package let about: Set<ID<Person>>
    /// What reading it changes, written with the access record.
    package let note: ReadingNote?

    package init(_ value: Value, about: Set<ID<Person>>, note: ReadingNote? = nil) {
        self.value = value
        self.about = about
        self.note = note
    }
}

/// What somebody's reading changes: how far they read.
package enum ReadingNote: Hashable, Sendable {
    case read(ID<Conversation>, up: Int, at: Moment)
}
