// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// The addresses of who directs a family, and of what moves from one to another.
extension Link {
    static func direction(_ family: ID<Family>) -> Link { "/families/\(family)/direction" }
    static func directionReview(_ family: ID<Family>) -> Link { "/families/\(family)/direction/review" }
    static func directionBack(_ family: ID<Family>) -> Link { "/families/\(family)/direction/back" }
    static func directionKind(_ family: ID<Family>) -> Link { "/families/\(family)/direction/kind" }
    static func directionWithout(_ family: ID<Family>) -> Link { "/families/\(family)/direction/without" }
    static func firstContact(_ family: ID<Family>) -> Link { "/families/\(family)/first-contact" }
    static func newHandover(_ family: ID<Family>) -> Link { "/families/\(family)/handovers/new" }
    static func takeOver(_ family: ID<Family>) -> Link { newHandover(family).with(query: ["way": "over"]) }
    static func handovers(_ family: ID<Family>) -> Link { "/families/\(family)/handovers" }
    static func handover(_ family: ID<Family>, _ id: ID<Handover>) -> Link { "/families/\(family)/handovers/\(id)" }
    static func handover(_ family: ID<Family>, _ id: ID<Handover>, _ act: HandoverAct) -> Link {
        "/families/\(family)/handovers/\(id)/\(act.rawValue)"
    }

    /// Where a promise about direction or a handover is kept; nil for any other.
    static func keepingDirection(_ promise: Promise, in family: ID<Family>) -> Link? {
        switch promise.kind {
        case .reviewDirection: .directionReview(family)
        case .answerHandover, .finishHandover: .handover(family, ID(stored: promise.subject.id))
        case .answerClosing, .closeCircle: .closing(family)
        case .chooseCircle: .goingOn(family)
        case .askInPerson where promise.subject.kind == GoingOn.subjectKind:
            .goingOn(family, of: ID(stored: promise.subject.id))
        default: nil
        }
    }
}

/// What is done to a handover, as its address says it.
enum HandoverAct: String, CaseIterable {
    case agreement, stop, talk, cold, completion
}
