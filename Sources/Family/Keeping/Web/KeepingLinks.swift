// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

extension Link {
    static func keeping(_ family: ID<Family>) -> Link { "/families/\(family)/keeping" }
    static func keepingHolds(_ family: ID<Family>) -> Link { "/families/\(family)/keeping/holds" }
    static func keepingHoldEnd(_ family: ID<Family>, _ id: ID<KeepingHold>) -> Link {
        "/families/\(family)/keeping/holds/\(id)/end"
    }
    static func forgettings(_ family: ID<Family>) -> Link { "/families/\(family)/forgettings" }
    static func forgetting(_ family: ID<Family>, _ id: ID<Forgetting>) -> Link {
        "/families/\(family)/forgettings/\(id)"
    }
    static func forgettingDecision(_ family: ID<Family>, _ id: ID<Forgetting>) -> Link {
        "/families/\(family)/forgettings/\(id)/decision"
    }
    static func forgettingAnswer(_ family: ID<Family>, _ id: ID<Forgetting>) -> Link {
        "/families/\(family)/forgettings/\(id)/answer"
    }
    static func forgettingAgreement(_ family: ID<Family>, _ id: ID<Forgetting>) -> Link {
        "/families/\(family)/forgettings/\(id)/agreement"
    }
    static func forgettingWithdrawal(_ family: ID<Family>, _ id: ID<Forgetting>) -> Link {
        "/families/\(family)/forgettings/\(id)/withdrawal"
    }
    static let keepingDue: Link = "/privacy/keeping"

    /// Where what is promised about keeping and erasing is kept.
    static func keepingKept(_ promise: Promise, in family: ID<Family>) -> Link? {
        switch promise.subject.kind {
        case ItemName.Kind.forgetting.rawValue where promise.kind == .answerForgetting:
            .forgettingAgreement(family, ID(stored: promise.subject.id))
        case ItemName.Kind.forgetting.rawValue: .forgetting(family, ID(stored: promise.subject.id))
        case ItemName.Kind.keeping.rawValue: .keeping(family)
        case "ownWords": .ownWords(family, ID(stored: promise.subject.id))
        default: nil
        }
    }
}
