// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// The addresses of proposed help, and of what municipalities decide.
extension Link {
    package static func provisions(_ family: ID<Family>) -> Link { "/families/\(family)/provisions" }
    static func proposals(_ family: ID<Family>) -> Link { "/families/\(family)/provisions/proposals" }
    static func newProposal(_ family: ID<Family>) -> Link { "/families/\(family)/provisions/proposals/new" }
    package static func proposal(_ family: ID<Family>, _ id: ID<HelpProposal>) -> Link {
        "/families/\(family)/provisions/proposals/\(id)"
    }
    static func proposalAnswer(_ family: ID<Family>, _ id: ID<HelpProposal>) -> Link {
        "/families/\(family)/provisions/proposals/\(id)/answer"
    }
    static func proposalNote(_ family: ID<Family>, _ id: ID<HelpProposal>) -> Link {
        "/families/\(family)/provisions/proposals/\(id)/note"
    }
    static func proposalOutcome(_ family: ID<Family>, _ id: ID<HelpProposal>) -> Link {
        "/families/\(family)/provisions/proposals/\(id)/outcome"
    }
    static func proposalWithdrawal(_ family: ID<Family>, _ id: ID<HelpProposal>) -> Link {
        "/families/\(family)/provisions/proposals/\(id)/withdrawal"
    }
    static func newProvision(_ family: ID<Family>, from proposal: ID<HelpProposal>? = nil) -> Link {
        let link: Link = "/families/\(family)/provisions/new"
        return proposal.map { link.with(query: ["proposal": $0.text]) } ?? link
    }
    package static func provision(_ family: ID<Family>, _ id: ID<ProvisionRequest>) -> Link {
        "/families/\(family)/provisions/\(id)"
    }
    static func provisionDecision(_ family: ID<Family>, _ id: ID<ProvisionRequest>) -> Link {
        "/families/\(family)/provisions/\(id)/decision"
    }

    /// Where what is promised about proposed help, and about what a municipality was asked for, is kept.
    static func keepingProvision(_ promise: Promise, in family: ID<Family>) -> Link? {
        switch promise.subject.kind {
        case ItemName.Kind.proposal.rawValue: .proposal(family, ID(stored: promise.subject.id))
        case ItemName.Kind.provision.rawValue: .provision(family, ID(stored: promise.subject.id))
        default: nil
        }
    }
}
