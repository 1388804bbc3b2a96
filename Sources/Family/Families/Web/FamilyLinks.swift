// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// The addresses of everything around one family.
extension Link {
    package static let families: Link = "/families"
    package static func circle(_ family: ID<Family>) -> Link { "/families/\(family)" }
    package static func whoLooked(_ family: ID<Family>) -> Link { "/families/\(family)/access" }
    package static func conversations(_ family: ID<Family>) -> Link { "/families/\(family)/conversations" }
    package static func newConversation(_ family: ID<Family>) -> Link { "/families/\(family)/conversations/new" }
    package static func conversation(_ family: ID<Family>, _ id: ID<Conversation>) -> Link {
        "/families/\(family)/conversations/\(id)"
    }
    package static func messages(_ family: ID<Family>, _ id: ID<Conversation>) -> Link {
        "/families/\(family)/conversations/\(id)/messages"
    }
    package static func conversationEvents(_ family: ID<Family>, _ id: ID<Conversation>) -> Link {
        "/families/\(family)/conversations/\(id)/events"
    }
    package static func readMark(_ family: ID<Family>, _ id: ID<Conversation>) -> Link {
        "/families/\(family)/conversations/\(id)/read-mark"
    }
    package static let accessLog: Link = "/access-log"
}
