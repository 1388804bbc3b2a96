// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// What is done with a referral at a desk: each is one act with an address of its own.
enum ReferralStep: String, CaseIterable, Sendable {
    case taking, passing, acceptance, refusal, redirection, appointment, start, pause, resumption, contact, end, verdict
    case giveBack = "return"
    case withdrawal
}

extension Link {
    /// The referrals at one's own desk.
    package static let referrals: Link = "/referrals"
    package static func referral(_ id: ID<Referral>) -> Link { "/referrals/\(id)" }
    static func referral(_ id: ID<Referral>, _ step: ReferralStep) -> Link { "/referrals/\(id)/\(step.rawValue)" }
    package static let waits: Link = "/waits"
    /// The referrals of a family, as its circle reads them.
    package static func referrals(_ family: ID<Family>) -> Link { "/families/\(family)/referrals" }
    static func newReferral(_ family: ID<Family>, of person: ID<Person>, from origin: ID<Referral>? = nil) -> Link {
        Link.referralForm(family).with(query: ["person": person.text, "from": origin?.text])
    }
    static func referralForm(_ family: ID<Family>) -> Link { "/families/\(family)/referrals/new" }
}
