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
    package static func withdrawnAttachment(
        _ family: ID<Family>, _ id: ID<Conversation>, _ number: Int, _ attachment: ID<Attachment>
    ) -> Link {
        "/families/\(family)/conversations/\(id)/messages/\(number)/withdrawn/\(attachment)"
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
    package static func copy(_ family: ID<Family>, _ id: ID<Conversation>, of number: Int) -> Link {
        copy(family, id).with(query: ["message": String(number)])
    }
    package static func privateLine(_ family: ID<Family>) -> Link { "/families/\(family)/private-line" }
    package static func search(_ family: ID<Family>) -> Link { "/families/\(family)/search" }
    package static let wideSearch: Link = "/search"
    package static let accessLog: Link = "/access-log"
    package static let newFamily: Link = "/families/new"
    package static let myInvitations: Link = "/invitations"
    package static func newInvitation(_ family: ID<Family>) -> Link { "/families/\(family)/invitations/new" }
    package static func invitations(_ family: ID<Family>) -> Link { "/families/\(family)/invitations" }
    package static func networkList(_ family: ID<Family>) -> Link { "/families/\(family)/network-list" }
    package static func networkListInvitations(_ family: ID<Family>) -> Link {
        "/families/\(family)/network-list/invitations"
    }
    package static func invitation(_ family: ID<Family>, _ id: ID<Invitation>) -> Link {
        "/families/\(family)/invitations/\(id)"
    }
    package static func answer(_ family: ID<Family>, _ id: ID<Invitation>) -> Link {
        "/families/\(family)/invitations/\(id)/answer"
    }
    package static func acceptance(_ family: ID<Family>, _ id: ID<Invitation>) -> Link {
        "/families/\(family)/invitations/\(id)/acceptance"
    }
    package static func refusal(_ family: ID<Family>, _ id: ID<Invitation>) -> Link {
        "/families/\(family)/invitations/\(id)/refusal"
    }
    package static func withdrawal(_ family: ID<Family>, _ id: ID<Invitation>) -> Link {
        "/families/\(family)/invitations/\(id)/withdrawal"
    }
    package static func card(_ family: ID<Family>, for id: ID<Invitation>) -> Link {
        "/families/\(family)/invitations/\(id)/card"
    }
    package static func member(_ family: ID<Family>, _ id: ID<Membership>) -> Link {
        "/families/\(family)/members/\(id)"
    }
    package static func card(_ family: ID<Family>, of id: ID<Membership>) -> Link {
        "/families/\(family)/members/\(id)/card"
    }
    package static func ending(_ family: ID<Family>, _ id: ID<Membership>) -> Link {
        "/families/\(family)/members/\(id)/ending"
    }
    package static func expectation(_ family: ID<Family>, _ id: ID<Membership>) -> Link {
        "/families/\(family)/members/\(id)/expectation"
    }
    package static func person(_ family: ID<Family>, _ id: ID<Person>) -> Link {
        "/families/\(family)/persons/\(id)"
    }
    package static func card(_ family: ID<Family>, of id: ID<Person>) -> Link {
        "/families/\(family)/persons/\(id)/card"
    }
    package static func confirmation(_ family: ID<Family>) -> Link { "/families/\(family)/confirmation" }
}
