// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules

/// The plan as one reader may see it: what is held, hidden or about others leaves no gap.
package struct PlanSight: Hashable, Sendable {
    package let begun: Moment?
    package let evaluateOn: Day?
    /// Those that go on first, each in the order in which they were begun.
    package let goals: [GoalSight]
    /// Actions of the reader for goals that they don't read about.
    package let own: [ActionSight]
    /// nil where nothing was recorded that the reader is told.
    package let offer: GroupPlanOffer?
    /// Whose yes it takes, as far as the reader may know; with the last that each said.
    package let agreements: [AgreementSight]
    /// When it was changed, as far as the reader sees, latest first.
    package let changes: [Moment]

    package var changed: Moment? { changes.first }
    package var open: [GoalSight] { goals.filter { $0.goal.state == .open } }
    package var actions: [ActionSight] { goals.flatMap(\.actions) + own }

    /// All whom its goals are about.
    package var about: Set<ID<Person>> { goals.reduce(into: []) { $0.formUnion($1.goal.about) } }

    /// The actions that go on, each with whose it is.
    package var openActions: [ActionSight] { open.flatMap(\.actions).filter { $0.action.state == .open } }
}

/// A goal as the reader sees it.
package struct GoalSight: Hashable, Sendable {
    package let goal: Goal
    /// nil when it was erased.
    package let text: GoalText?
    package let actions: [ActionSight]
    /// How it came out of each evaluation, the last one first.
    package let evaluations: [GoalOutcome]
}

/// How a goal came out of one evaluation.
package struct GoalOutcome: Hashable, Sendable {
    package let on: Day
    package let evaluation: GoalEvaluation
}

/// An action as the reader sees it.
package struct ActionSight: Hashable, Sendable {
    package let action: PlanAction
    package let about: Set<ID<Person>>
    /// nil when it was erased.
    package let text: ActionText?
    /// Who owes it now: whoever it was handed to when who did it before left.
    package let owners: Set<ID<Account>>
    /// The last day for which it was ticked.
    package let ticked: Day?
    package let ticks: Int
    package let start: ActionStart

    package func progress(on day: Day) -> ActionProgress { ActionProgress(action, text?.when, ticked: ticked, on: day) }

    /// Who does it: while it goes on, who owes it now and who is known by name alone.
    package var doers: [Doer] {
        guard let text else { return [] }
        guard action.state == .open, !owners.isEmpty else { return text.who }
        let staying = text.who.filter { doer in doer.account.map(owners.contains) ?? true }
        return staying + owners.subtracting(text.accounts).sorted().map { .account($0) }
    }
}

/// Whose yes the plan takes, and what they said last.
package struct AgreementSight: Hashable, Sendable {
    package let party: PlanAgreement.Party
    package let said: PlanAgreement?
}

/// One change of the plan: a version of it.
package struct PlanChange: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case goal(GoalText?, Goal.State)
        case action(ActionText?, PlanAction.State)
    }

    package let at: Moment
    package let by: ID<Account>
    package let isNew: Bool
    package let subject: Subject
}
