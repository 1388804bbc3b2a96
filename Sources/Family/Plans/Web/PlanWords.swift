// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the page of a plan says.
protocol PlanWords: Sendable {
    var title: String { get }
    var ownTitle: String { get }
    func lead(_ names: String) -> String
    func version(_ number: Int, changed day: String) -> String
    func asOf(_ moment: String) -> String
    var toNow: String { get }
    var newGoal: String { get }
    var takeAlong: String { get }
    var fileName: String { get }
    var nothing: String { get }
    var nothingText: String { get }
    var goals: String { get }
    func goal(_ number: Int) -> String
    func meaning(_ names: String) -> String
    func spoken(by name: String) -> String
    func actions(_ number: Int) -> String
    var what: String { get }
    var who: String { get }
    var when: String { get }
    var state: String { get }
    var act: String { get }
    func time(_ time: ActionTime, today: Day) -> String
    /// As it would be typed, so that it can be changed.
    func typed(_ time: ActionTime) -> String
    func next(_ day: String) -> String
    func times(_ count: Int) -> String
    func delayed(_ was: String, _ why: String) -> String
    func progress(_ progress: ActionProgress) -> String
    func forDay(_ day: String) -> String
    /// By when first contact is planned; whether it should have been.
    func contactPlanned(_ day: String, isWaited: Bool) -> String
    func contactWas(_ day: String) -> String
    func helpBegan(_ day: String) -> String
    /// What noting it with one tap says.
    func step(_ step: ActionStart.Step) -> String
    var done: String { get }
    var addLabel: String { get }
    var addHint: String { get }
    var add: String { get }
    var change: String { get }
    func overlap(_ parties: String) -> String
    var overlapText: String { get }
    func own(_ own: Int, of all: Int) -> String
    func score(_ score: String, was: String?) -> String
    func given(by names: String, on day: String) -> String
    var ended: String { get }
    func ended(_ state: Goal.State) -> String
    var ownActions: String { get }
    var howGoes: String { get }
    func lookBack(_ day: String) -> String
    var noLookBack: String { get }
    var lookBackText: String { get }
    var evaluate: String { get }
    var agreed: String { get }
    var agreedText: String { get }
    func agrees(_ yes: Bool, _ how: PlanAgreement.How, _ day: String, by: String?) -> String
    var changedSince: String { get }
    var inWriting: String { get }
    var notSaid: String { get }
    var readAgreed: String { get }
    var agree: String { get }
    var disagree: String { get }
    var saidAgree: String { get }
    var paperAgree: String { get }
    var versions: String { get }
    var versionsText: String { get }
    func domain(_ domain: LifeDomain) -> String
    func provision(_ provision: Provision) -> String
    var offer: String { get }
    func offered(_ outcome: GroupPlanOffer.Outcome) -> String
    func fixedBy(_ day: String) -> String
    var erased: String { get }
    var director: String { get }
    var undrawn: String { get }
    var noPaper: String { get }
}

extension Language {
    var plan: any PlanWords {
        switch self {
        case .nl: DutchPlan()
        case .en: EnglishPlan()
        }
    }
}
