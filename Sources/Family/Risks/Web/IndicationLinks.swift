// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

extension Link {
    /// How safe the children of a family are, as it was assessed.
    package static func indications(_ family: ID<Family>) -> Link { "/families/\(family)/indications" }
    static func newIndication(_ family: ID<Family>) -> Link { "/families/\(family)/indications/new" }
    package static func indication(_ family: ID<Family>, _ id: ID<RiskIndication>) -> Link {
        "/families/\(family)/indications/\(id)"
    }
    static func indicationRelease(_ family: ID<Family>, _ id: ID<RiskIndication>) -> Link {
        "/families/\(family)/indications/\(id)/release"
    }
    static func indicationWeighing(_ family: ID<Family>, _ id: ID<RiskIndication>) -> Link {
        "/families/\(family)/indications/\(id)/weighing"
    }

    /// Where what is promised about a child's safety is kept.
    static func keepingRisk(_ promise: Promise, in family: ID<Family>) -> Link? {
        switch promise.subject.kind {
        case ItemName.Kind.indication.rawValue: .indication(family, ID(stored: promise.subject.id))
        case ItemName.Kind.match.rawValue: .match(family, ID(stored: promise.subject.id))
        default: nil
        }
    }
}
