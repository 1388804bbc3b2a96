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
    static let held: Link = "/handovers"
    static func newHandover(_ family: ID<Family>) -> Link { "/families/\(family)/handovers/new" }
    static func newHandover(_ family: ID<Family>, _ way: HandoverWay) -> Link {
        way == .give ? newHandover(family) : newHandover(family).with(query: ["way": way.rawValue])
    }
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

/// What is handed over, and by whom it is proposed, as the address of the form says it.
enum HandoverWay: String, CaseIterable {
    /// Direction, by who directs.
    case give
    /// Direction, by a professional who takes over.
    case over
    /// To be called first.
    case contact
    /// All that the reader does here.
    case help
}

/// What is done to a handover, as its address says it.
enum HandoverAct: String, CaseIterable {
    case agreement, stop, talk, cold, completion
}
