// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

extension Link {
    /// Where somebody without an account begins.
    package static let guests: Link = "/guests"
    static let newGuestRequest: Link = "/guests/requests/new"
    static let guestRequests: Link = "/guests/requests"
    static let guestRequestDone: Link = "/guests/requests/done"
    static let guestVisit: Link = "/guests/visit"
    static let guestVisitEnd: Link = "/guests/visit/end"
    static let newGuestReferral: Link = "/guests/referrals/new"
    static let guestReferrals: Link = "/guests/referrals"
    static let newGuestQuestion: Link = "/guests/questions/new"
    static let guestQuestions: Link = "/guests/questions"

    /// What a guest asked: by a link that opens with the code of their practice alone.
    static func guestLink(_ link: String) -> Link { Link(local: "/guests/links/\(link)") ?? .guests }
    static func guestLink(_ link: String, _ step: GuestStep) -> Link {
        Link(local: "/guests/links/\(link)/\(step.rawValue)") ?? .guests
    }

    /// Those who ask to be a guest, at the desk that calls them.
    package static let calls: Link = "/desk/calls"
    static func guestRequest(_ id: ID<GuestRequest>) -> Link { "/desk/calls/\(id)" }
    static func guestCode(_ id: ID<GuestRequest>) -> Link { "/desk/calls/\(id)/code" }
    static func guestRefusal(_ id: ID<GuestRequest>) -> Link { "/desk/calls/\(id)/refusal" }

    /// What guests asked of one's organisation.
    package static let outsideReferrals: Link = "/outside-referrals"
    /// What went past one's area team.
    static let directReferrals: Link = "/direct-referrals"
    static func directReferral(_ id: ID<DirectReferral>, _ step: DirectStep) -> Link {
        Link(local: "/direct-referrals/\(id)/\(step.rawValue)") ?? .directReferrals
    }
    static let newOutsideReferral: Link = "/outside-referrals/new"
    static func outsideReferral(_ id: ID<OutsideReferral>) -> Link { "/outside-referrals/\(id)" }
    static func outsideReferral(_ id: ID<OutsideReferral>, _ step: OutsideStep) -> Link {
        Link(local: "/outside-referrals/\(id)/\(step.rawValue)") ?? .outsideReferrals
    }
}

/// What a guest does with what they asked; its name is that of the act in the address.
enum GuestStep: String, CaseIterable, Sendable {
    case reply, withdrawal, verdict, renewal, copy
}

/// What a worker does with what a guest asked; its name is that of the act in the address.
enum OutsideStep: String, CaseIterable, Sendable {
    case taking, passing, acceptance, refusal, appointment, giveBack = "give-back", start, pause, resumption, contact
    case end, answer, message, telling, hiding
}

/// What a worker of an area team says when it is offered direction; its name is that of the act in the address.
enum DirectStep: String, CaseIterable, Sendable {
    case direction, refusal
}
