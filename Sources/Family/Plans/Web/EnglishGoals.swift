// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct EnglishGoals: GoalWords {
    let newTitle = "New goal"
    let changeTitle = "Change a goal"
    let templates = "Or begin with an example"
    func template(_ template: PlanTemplate, for child: String) -> PlanTemplateWords {
        switch template {
        case .schoolAndHome:
            PlanTemplateWords(
                name: "School and help at home", title: "\(child) goes to school every day", domain: .school,
                meaning: "\(child) learns, and plays with other children.",
                actions: ["Call each other · me · every week", "Agree who fetches · me · in two weeks"])
        case .debts:
            PlanTemplateWords(
                name: "Calm about money", title: "The bills are paid in time", domain: .money,
                meaning: "\(child) has what is needed and notices no worries about money.",
                actions: ["Open all post · me · every week", "Ask for help with debts · me · in two weeks"])
        case .calmAtHome:
            PlanTemplateWords(
                name: "Calm at home", title: "At home we talk calmly", domain: .upbringing,
                meaning: "\(child) feels safe at home.", actions: ["Eat together · me · every day"])
        }
    }
    let goal = "What do you want?"
    let goalHint = "In your own words. Such as: Noor goes to school every day"
    let goalMissing = "Write down what you want."
    let about = "Whom is it about?"
    let aboutMissing = "Choose whom it is about."
    let meaning = "What does this mean for the child?"
    let meaningHint = "One or two sentences."
    let meaningMissing = "Write down what this means for the child."
    let domain = "What is it about?"
    let voice = "What does the child say about it?"
    let voiceHint = "Write it as it was said. You may leave it empty."
    let voiceOf = "Who says this?"
    let voiceOfMissing = "Choose who says this."
    let actions = "Who does what, when?"
    let simple = "This is done already"
    let simpleText = "It stays among the goals that were reached."
    let keep = "Keep it"
    let look = "Look again"
    let state = "How is this goal?"
    func changed(_ title: String, isNew: Bool, _ state: Goal.State) -> String {
        if isNew { return "began a goal: \(title)." }
        return switch state {
        case .open: "changed a goal: \(title)."
        case .reached: "wrote down that a goal was reached: \(title)."
        case .stopped: "stopped a goal: \(title)."
        }
    }
    func changed(_ what: String, isNew: Bool, _ state: PlanAction.State) -> String {
        if isNew { return "added an action: \(what)." }
        return switch state {
        case .open: "changed an action: \(what)."
        case .done: "finished an action: \(what)."
        case .stopped: "stopped an action: \(what)."
        }
    }
    let meanwhile = "Somebody else changed this, too"
    let meanwhileText = "Below stands what the other wrote. What you typed still stands in the fields."
    func theirs(_ name: String) -> String { "\(name) wrote:" }
    let linesTitle = "Is this right?"
    let linesLead = "Change what is not right. Then keep it."
    func line(_ number: Int) -> String { "Action \(number)" }
    let what = "What"
    let whatMissing = "Write down what somebody does."
    let who = "Who"
    let whoHint = "A name, or more names with “and”. Somebody without an account is fine."
    let whoMissing = "Write down who does it."
    func whoSeveral(_ name: String) -> String { "More people are called \(name). Write the whole name." }
    func whoElsewhere(_ names: String) -> String { "Choose somebody of the circle of \(names)." }
    func withoutAccount(_ name: String) -> String { "\(name) (without an account)" }
    let when = "When"
    let whenHint = "A day, or how often. Such as: December 3, or: every Tuesday"
    let whenMissing = "Write a day, or how often. Such as: in two weeks."
    func read(_ who: String, _ when: String) -> String { "This becomes: \(who). \(when)." }
    let provisions = "Does a provision belong to it?"
    let linesMissing = "Write down who does what, and when."
    func tooMany(_ most: Int) -> String { "Add no more than \(most) actions at once." }
    let change = "Change an action"
    let delay = "Why was it not done in time?"
    let delayHint = "The family reads this."
    let delayMissing = "Write down why it becomes later."
    let contact = "When is first contact, at the latest?"
    let contactHint = "For help alone. You may leave this empty."
    let contactMissing = "Choose a day, or leave this empty."
    let stop = "Stop this action"
}
