// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct EnglishPlan: PlanWords {
    let title = "Plan"
    let ownTitle = "Our plan"
    func lead(_ names: String) -> String { "Of \(names)." }
    func version(_ number: Int, changed day: String) -> String { "This is version \(number), of \(day)." }
    func asOf(_ moment: String) -> String { "The plan as it was: \(moment)" }
    let toNow = "To the plan as it is now"
    let newGoal = "New goal"
    let takeAlong = "Print or keep"
    let fileName = "plan"
    let nothing = "There is no plan yet"
    let nothingText = "Begin with one goal. That is enough."
    let goals = "Goals"
    func goal(_ number: Int) -> String { "Goal \(number): " }
    func meaning(_ names: String) -> String { "What does this mean for \(names)?" }
    func spoken(by name: String) -> String { "\(name) says this." }
    func actions(_ number: Int) -> String { "Actions of goal \(number)" }
    let what = "What"
    let who = "Who"
    let when = "When"
    let state = "How far"
    let act = "Done?"
    func time(_ time: ActionTime, today: Day) -> String {
        switch time {
        case .by(let day): Language.en.by(day, today: today)
        case .each(let rhythm, let from):
            each(rhythm, from) + (from > today ? ", from \(Language.en.dayInside(from, today: today))" : "")
        }
    }
    private func each(_ rhythm: ActionTime.Rhythm, _ from: Day) -> String {
        switch rhythm {
        case .daily: "Every day"
        case .workingDays: "Every working day"
        case .weekly(let days): "Every \(Language.en.list(names(days)))"
        case .everyWeeks(1): "Every week on \(Language.en.weekday(from))"
        case .everyWeeks(let weeks): "Every \(Language.en.count(weeks)) weeks on \(Language.en.weekday(from))"
        case .monthly: "Every month, on day \(from.civil.day)"
        }
    }
    private func names(_ days: Set<Day.Weekday>) -> [String] {
        days.map(\.rawValue).sorted().map { Language.en.time.weekdays[$0 - 1] }
    }
    func typed(_ time: ActionTime) -> String {
        switch time {
        case .by(let day): day.iso
        case .each(.everyWeeks(let weeks), let from): "every \(weeks) weeks from \(from.iso)"
        case .each(.monthly, let from): "every month from \(from.iso)"
        case .each(.workingDays, let from): "every workday from \(from.iso)"
        case .each(let rhythm, let from): "\(each(rhythm, from).lowercased()) from \(from.iso)"
        }
    }
    func next(_ day: String) -> String { "Now: \(day)." }
    func times(_ count: Int) -> String { count == 1 ? "Done once." : "Done \(count) times." }
    func delayed(_ was: String, _ why: String) -> String { "Was \(was). \(why)" }
    func progress(_ progress: ActionProgress) -> String {
        switch progress {
        case .notBegun: "Not begun"
        case .begun: "Under way"
        case .done: "Done"
        case .stopped: "Stopped"
        case .late: "Late"
        }
    }
    func forDay(_ day: String) -> String { "for \(day)" }
    func contactPlanned(_ day: String, isWaited: Bool) -> String {
        isWaited ? "First contact should have been \(day)." : "First contact: by \(day)."
    }
    func contactWas(_ day: String) -> String { "First contact: \(day)." }
    func helpBegan(_ day: String) -> String { "Began: \(day)." }
    func step(_ step: ActionStart.Step) -> String {
        switch step {
        case .contact: "There was contact"
        case .start: "The help began"
        }
    }
    let done = "Done"
    let addLabel = "Who does what, when?"
    let addHint = "One a line. Such as: Fetch Noor · Grandma · every Tuesday"
    let add = "Add"
    let change = "Change"
    func overlap(_ parties: String) -> String { "\(parties) work on the same goal." }
    let overlapText = "Agree together who does what."
    func own(_ own: Int, of all: Int) -> String {
        "Of the \(all) things under way the family and its own people do \(own)."
    }
    func score(_ score: String, was: String?) -> String { "Now \(score)" + (was.map { ", was \($0)." } ?? ".") }
    func given(by names: String, on day: String) -> String { "They gave this on \(day): \(names)." }
    let ended = "Goals that ended"
    func ended(_ state: Goal.State) -> String {
        switch state {
        case .open: "Goes on"
        case .reached: "Reached"
        case .stopped: "Stopped"
        }
    }
    let ownActions = "What you do"
    let howGoes = "How does it go?"
    func lookBack(_ day: String) -> String { "On \(day) we look back together." }
    let noLookBack = "There is no day yet to look back together."
    let lookBackText = "Each goal gets a score. Then we choose: go on, change or stop."
    let evaluate = "Look back together"
    let agreed = "Who agrees?"
    let agreedText = "A plan counts when these people say yes."
    func agrees(_ yes: Bool, _ how: PlanAgreement.How, _ day: String, by: String?) -> String {
        let said = "\(yes ? "Yes" : "No"), \(day)."
        guard let by else { return said }
        return switch how {
        case .here: said
        case .spoken: said + " Said to \(by)."
        case .paper: said + " On paper, written down by \(by)."
        }
    }
    let changedSince = "The plan changed after that."
    let inWriting = """
        Everybody whose plan this is may ask for it on paper, and gets it within 14 days. Here it can be done at once.
        """
    let notSaid = "Said nothing yet."
    let readAgreed = "Read the plan of that time"
    let agree = "I agree with this plan"
    let disagree = "I do not agree"
    let saidAgree = "Said yes"
    let paperAgree = "Signed on paper"
    let versions = "Earlier versions"
    let versionsText = "What changed, and by whom."
    func domain(_ domain: LifeDomain) -> String {
        switch domain {
        case .upbringing: "Upbringing and home"
        case .care: "Care and health"
        case .school: "School"
        case .housing: "Housing"
        case .money: "Money"
        case .work: "Work"
        case .transport: "Transport"
        case .support: "Support at home (Wmo)"
        case .freeTime: "Free time and friends"
        case .safety: "Safety"
        case .other: "Something else"
        }
    }
    func provision(_ provision: Provision) -> String {
        switch provision {
        case .youthHelp: "Youth help"
        case .schoolBudget: "The school's money for extra help"
        case .schoolTransport: "School transport"
        case .support: "Wmo"
        case .health: "Health insurance"
        case .longTerm: "Long-term care (Wlz)"
        case .income: "Income and debts"
        case .other: "Something else"
        }
    }
    let offer = "First a plan of your own?"
    func offered(_ outcome: GroupPlanOffer.Outcome) -> String {
        switch outcome {
        case .offered: "You may make a plan yourselves first, with your own people."
        case .wanted: "The family makes a plan itself, with its own people."
        case .declined: "The parents would rather make a plan with a professional."
        case .threat: "There is no waiting for a plan of their own: a child's development is in danger."
        case .harm: "There is no waiting for a plan of their own: that would harm a child."
        }
    }
    func fixedBy(_ day: String) -> String { "Then the plan is fixed by \(day)." }
    let erased = "This was erased."
    let director = "director"
    let undrawn = "These letters could not be printed:"
    let noPaper = "No PDF can be made here now."
}
