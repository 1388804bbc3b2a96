// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages about who looked say.
protocol AccessWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var takeAlong: String { get }
    func did(_ action: AccessRecord.Action, _ item: ItemName.Kind?, subject: String?) -> String
    func isOur(_ part: Direction.Kind) -> String
    var isFirstContact: String { get }
    func isIn(circleOf names: String) -> String
    var times: String { get }
    var emptyTitle: String { get }
    var emptyText: String { get }
    func month(_ name: String) -> String
    var months: String { get }
    var fullTitle: String { get }
    var fullLead: String { get }
    var newest: String { get }
    var when: String { get }
    var who: String { get }
    var role: String { get }
    var action: String { get }
    var dossier: String { get }
    var ground: String { get }
    var outcome: String { get }
    var from: String { get }
    var erasedAccount: String { get }
    func role(_ role: LookerRole) -> String
    func action(_ action: AccessRecord.Action, _ item: ItemName.Kind) -> String
    func ground(_ ground: ReadingGround) -> String
    func outcome(_ outcome: AccessRecord.Outcome) -> String
    /// Beside a line: the way to asking.
    var why: String { get }
    /// The question of who added no words.
    var whyYou: String { get }
    func youAsked(_ day: String) -> String
    var notAnswered: String { get }
    var notAnsweredText: String { get }
    var withdraw: String { get }
    var withdrawn: String { get }
    var withdrawnText: String { get }
    /// To who would answer it.
    var withdrawnByAsker: String { get }
    func answered(_ name: String, _ day: String) -> String
    var erasedAnswer: String { get }
    func askTitle(_ name: String) -> String
    func askLead(_ name: String) -> String
    var askForm: String { get }
    var askLabel: String { get }
    var askHint: String { get }
    /// In the title bar, where nobody's name stands.
    var questionTitle: String { get }
    func questionTitle(_ asker: String) -> String
    var questionLead: String { get }
    var questionLeadOfColleague: String { get }
    var somebody: String { get }
    func aboutDay(_ day: String) -> String
    func quotedLine(_ phrase: String) -> String
    func asks(_ name: String, _ day: String) -> String
    var answerForm: String { get }
    var answerLabel: String { get }
    var answerHint: String { get }
    /// In the title bar and above the page where names are replaced by functions.
    var namesTitle: String { get }
    var namesLead: String { get }
    func seenAs(_ name: String) -> String
    var showName: String { get }
    var showFunction: String { get }
    func functionReason(_ function: String) -> String
    var whyFunction: String { get }
    var noDossier: String { get }
    var caption: String { get }
}

extension Language {
    var access: any AccessWords {
        switch self {
        case .nl: DutchAccess()
        case .en: EnglishAccess()
        }
    }
}
