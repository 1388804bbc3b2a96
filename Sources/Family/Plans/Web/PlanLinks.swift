// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// The addresses of a family's plan.
extension Link {
    package static func plan(_ family: ID<Family>) -> Link { "/families/\(family)/plan" }
    static func plan(_ family: ID<Family>, at moment: Moment) -> Link {
        plan(family).with(query: ["at": String(moment.milliseconds)])
    }
    static func goals(_ family: ID<Family>) -> Link { "/families/\(family)/plan/goals" }
    static func newGoal(_ family: ID<Family>, template: PlanTemplate? = nil) -> Link {
        let link: Link = "/families/\(family)/plan/goals/new"
        return template.map { link.with(query: ["template": $0.rawValue]) } ?? link
    }
    static func goal(_ family: ID<Family>, _ goal: ID<Goal>) -> Link { "/families/\(family)/plan/goals/\(goal)" }
    static func goalActions(_ family: ID<Family>, _ goal: ID<Goal>) -> Link {
        "/families/\(family)/plan/goals/\(goal)/actions"
    }
    static func planAction(_ family: ID<Family>, _ action: ID<PlanAction>) -> Link {
        "/families/\(family)/plan/actions/\(action)"
    }
    static func ticks(_ family: ID<Family>, _ action: ID<PlanAction>) -> Link {
        "/families/\(family)/plan/actions/\(action)/ticks"
    }
    static func actionStart(_ family: ID<Family>, _ action: ID<PlanAction>) -> Link {
        "/families/\(family)/plan/actions/\(action)/start"
    }
    static func groupPlanOffer(_ family: ID<Family>) -> Link { "/families/\(family)/plan/offer" }
    static func planAgreements(_ family: ID<Family>) -> Link { "/families/\(family)/plan/agreements" }
    static func planEvaluation(_ family: ID<Family>) -> Link { "/families/\(family)/plan/evaluation" }
    static func planVersions(_ family: ID<Family>) -> Link { "/families/\(family)/plan/versions" }
    static func planCopy(_ family: ID<Family>) -> Link { "/families/\(family)/plan/copy" }
}

/// A plan to begin from: a goal with actions that often belong together; its words are data of the words files.
package enum PlanTemplate: String, CaseIterable, Sendable {
    /// Help at school and at home as one (*school en gezinshulp*).
    case schoolAndHome
    case debts
    case calmAtHome
}

/// What a template fills in; the name of the child comes in its place.
struct PlanTemplateWords: Hashable, Sendable {
    let name: String
    let title: String
    let domain: LifeDomain
    let meaning: String
    /// One action a line.
    let actions: [String]
}
