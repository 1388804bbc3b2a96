// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Where a file is taken in that comes with a message: in a conversation that is there, or for one about to be started.
package enum AttachmentPlace: Hashable, Sendable {
    case conversation(ID<Conversation>)
    case start(ID<Conversation>, about: Set<ID<Person>>)
    /// In a story: its files lie as those of a conversation do in which nobody takes part.
    case story(ID<Story>)

    /// Of the conversation that is there, or will be.
    package var id: ID<Conversation> {
        switch self {
        case .conversation(let id), .start(let id, _): id
        case .story(let id): ID(as: id)
        }
    }
}
