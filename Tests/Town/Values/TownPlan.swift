// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel

/// The one plan of a family of the town, as it was made at the kitchen table on the evening before today.
package struct TownPlan: Hashable, Sendable {
    /// The slug of who writes it down.
    package let by: String
    /// Why the family makes no plan with its own people alone first.
    package let offered: String
    package let goals: [TownGoal]
    /// The day on which all look again.
    package let next: Day
    /// Slugs of those of the family who said yes to it, in that order.
    package let agreed: [String]

    package init(by writer: String, offered: String, goals: [TownGoal], next: Day, agreed: [String]) {
        by = writer
        self.offered = offered
        self.goals = goals
        self.next = next
        self.agreed = agreed
    }
}

/// What a family of the town wants to reach.
package struct TownGoal: Hashable, Sendable {
    package let about: [String]
    package let domain: LifeDomain
    package let title: String
    /// What it means for the child.
    package let meaning: String
    /// What the person in it says, and who.
    package let voice: Voice?
    package let actions: [TownAction]
    /// By the slugs of who gave them.
    package let scores: [String: Int]
    package let outcome: PlanEvaluation.Outcome

    package struct Voice: Hashable, Sendable {
        package let of: String
        package let words: String

        package init(_ of: String, _ words: String) {
            self.of = of
            self.words = words
        }
    }

    package init(
        about: [String], _ domain: LifeDomain, _ title: String, meaning: String, voice: Voice? = nil,
        scores: [String: Int], outcome: PlanEvaluation.Outcome = .goOn, _ actions: [TownAction]
    ) {
        self.about = about
        self.domain = domain
        self.title = title
        self.meaning = meaning
        self.voice = voice
        self.scores = scores
        self.outcome = outcome
        self.actions = actions
    }
}

/// Who does what by when, in a plan of the town.
package struct TownAction: Hashable, Sendable {
    package let what: String
    /// Slugs of who signs in; whoever else is called by name.
    package let who: [String]
    package let when: ActionTime
    package let provisions: [Provision]

    package init(_ what: String, _ who: [String], _ when: ActionTime, _ provisions: [Provision] = []) {
        self.what = what
        self.who = who
        self.when = when
        self.provisions = provisions
    }
}
