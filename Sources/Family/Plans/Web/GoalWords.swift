// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the forms for goals and actions say.
protocol GoalWords: Sendable {
    var newTitle: String { get }
    var changeTitle: String { get }
    var templates: String { get }
    func template(_ template: PlanTemplate, for child: String) -> PlanTemplateWords
    var goal: String { get }
    var goalHint: String { get }
    var goalMissing: String { get }
    var about: String { get }
    var aboutMissing: String { get }
    var meaning: String { get }
    var meaningHint: String { get }
    var meaningMissing: String { get }
    var domain: String { get }
    var voice: String { get }
    var voiceHint: String { get }
    var voiceOf: String { get }
    var voiceOfMissing: String { get }
    var actions: String { get }
    var simple: String { get }
    var simpleText: String { get }
    var keep: String { get }
    var look: String { get }
    var state: String { get }
    func changed(_ title: String, isNew: Bool, _ state: Goal.State) -> String
    func changed(_ what: String, isNew: Bool, _ state: PlanAction.State) -> String
    var meanwhile: String { get }
    var meanwhileText: String { get }
    func theirs(_ name: String) -> String
    var linesTitle: String { get }
    var linesLead: String { get }
    func line(_ number: Int) -> String
    var what: String { get }
    var whatMissing: String { get }
    var who: String { get }
    var whoHint: String { get }
    var whoMissing: String { get }
    func whoSeveral(_ name: String) -> String
    func whoElsewhere(_ names: String) -> String
    func withoutAccount(_ name: String) -> String
    var when: String { get }
    var whenHint: String { get }
    var whenMissing: String { get }
    func read(_ who: String, _ when: String) -> String
    var provisions: String { get }
    var linesMissing: String { get }
    func tooMany(_ most: Int) -> String
    var change: String { get }
    var delay: String { get }
    var delayHint: String { get }
    var delayMissing: String { get }
    var contact: String { get }
    var contactHint: String { get }
    var contactMissing: String { get }
    var stop: String { get }
}

extension Language {
    var goals: any GoalWords {
        switch self {
        case .nl: DutchGoals()
        case .en: EnglishGoals()
        }
    }
}
