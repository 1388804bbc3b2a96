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
    package static func attachment(
        _ family: ID<Family>, _ id: ID<Conversation>, _ attachment: ID<Attachment>
    ) -> Link {
        "/families/\(family)/conversations/\(id)/attachments/\(attachment)"
    }
    package static func withdrawal(_ family: ID<Family>, _ id: ID<Conversation>, _ number: Int) -> Link {
        "/families/\(family)/conversations/\(id)/messages/\(number)/withdrawal"
    }
    package static func withdrawnMessage(_ family: ID<Family>, _ id: ID<Conversation>, _ number: Int) -> Link {
        "/families/\(family)/conversations/\(id)/messages/\(number)/withdrawn"
    }
    package static func concern(_ family: ID<Family>, _ id: ID<Conversation>, _ number: Int) -> Link {
        "/families/\(family)/conversations/\(id)/messages/\(number)/concern"
    }
    package static func concernToHear(_ family: ID<Family>, _ id: ID<Promise>) -> Link {
        "/families/\(family)/concerns/\(id)"
    }
    package static func concernAnswer(_ family: ID<Family>, _ id: ID<Promise>) -> Link {
        "/families/\(family)/concerns/\(id)/answer"
    }
    package static func draft(_ family: ID<Family>, _ id: ID<Conversation>) -> Link {
        "/families/\(family)/conversations/\(id)/draft"
    }
    package static func participants(_ family: ID<Family>, _ id: ID<Conversation>) -> Link {
        "/families/\(family)/conversations/\(id)/participants"
    }
    package static func copy(_ family: ID<Family>, _ id: ID<Conversation>) -> Link {
        "/families/\(family)/conversations/\(id)/copy"
    }
    package static func privateLine(_ family: ID<Family>) -> Link { "/families/\(family)/private-line" }
    package static func search(_ family: ID<Family>) -> Link { "/families/\(family)/search" }
    package static let accessLog: Link = "/access-log"
}
