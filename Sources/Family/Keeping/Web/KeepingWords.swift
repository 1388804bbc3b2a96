// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// What is said about how long something is kept, and about what somebody asks to have erased.
protocol KeepingWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var door: String { get }
    func about(_ name: String) -> String
    var columns: [String] { get }
    func article(_ article: KeepingTerm.Article) -> String
    var whileItGoesOn: String { get }
    var nothing: String { get }
    var ask: String { get }
    var askText: String { get }
    var askWords: String { get }
    var askWordsHint: String { get }
    func state(_ state: Forgetting.State, on day: String, due: String) -> String
    func askedByOther(_ day: String, due: String) -> String
    var refusedBecause: String { get }
    var withdraw: String { get }
    var notPossible: String { get }
    var notPossibleText: String { get }
    var waitsForOthers: String { get }
    var toAgreement: String { get }
    /// It was granted, and somebody else must agree by now.
    var askAgain: String { get }
    /// It was granted, and who asked speaks for the person no more.
    var othersAsk: String { get }

    // What somebody is asked whose yes it takes.
    var agreeTitle: String { get }
    func agreeLead(_ name: String, by asker: String) -> String
    var agreeText: [String] { get }
    var agreeYes: String { get }
    var agreeNo: String { get }

    var holds: String { get }
    var holdsLead: String { get }
    var holdsWhy: String { get }
    var holdsText: String { get }
    var noHold: String { get }
    func cause(_ cause: KeepingHold.Cause) -> String
    func holdUntil(_ day: String) -> String
    var causeMissing: String { get }
    var review: String { get }
    var reviewHint: String { get }
    var reviewMissing: String { get }
    var set: String { get }
    var lift: String { get }

    var decideTitle: String { get }
    func decideLead(_ name: String, _ day: String, due: String) -> String
    var decideText: [String] { get }
    var grant: String { get }
    var refuse: String { get }
    var refuseText: String { get }
    var reason: String { get }
    var reasonMissing: String { get }
    var second: String { get }
    var secondMissing: String { get }
    var refuseButton: String { get }
    var waitsForSecond: String { get }
    var waitsForAgreement: String { get }
    func waitsFor(_ names: String) -> String
    func saidInTalk(_ name: String) -> String
    var saidYes: String { get }
    var saidNo: String { get }
    var nobodyAgrees: String { get }
    var nobodyAgreesText: String { get }
    var asSecond: String { get }
    var yes: String { get }
    var no: String { get }

    var dueTitle: String { get }
    var dueLead: String { get }
    var dueColumns: [String] { get }
    var dueNothing: String { get }
    func cause(_ cause: ErasureDue.Cause) -> String
    func obstacle(_ obstacle: Forgetting.Obstacle) -> String
    var canGo: String { get }
    var wholeFamily: String { get }
    var onePerson: String { get }
    var openTitle: String { get }
    var openNothing: String { get }
    var openColumns: [String] { get }
    func stage(_ stage: OpenForgetting.Stage) -> String
}

extension Language {
    var keeping: any KeepingWords {
        switch self {
        case .nl: DutchKeeping()
        case .en: EnglishKeeping()
        }
    }
}
