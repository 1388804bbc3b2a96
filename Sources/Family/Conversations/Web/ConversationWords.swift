// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages with conversations say.
protocol ConversationWords: Sendable {
    var title: String { get }
    var one: String { get }
    var lead: String { get }
    var start: String { get }
    var emptyTitle: String { get }
    var emptyText: String { get }
    var list: String { get }
    func with(_ names: String) -> String
    func unread(_ count: Int) -> String
    func last(_ moment: String) -> String
    var erasedSubject: String { get }
    var erasedText: String { get }
    var somebodyBefore: String { get }
    var messages: String { get }
    var older: String { get }
    var newest: String { get }
    var all: String { get }
    var write: String { get }
    var yourMessage: String { get }
    var aboutWhom: String { get }
    var aboutHint: String { get }
    var toWhom: String { get }
    var toHint: String { get }
    var subject: String { get }
    var subjectHint: String { get }
    var newTitle: String { get }
    var newLead: String { get }
    var nobodyTitle: String { get }
    var nobodyText: String { get }
    var parent: String { get }
    var family: String { get }
    var emptyMessage: String { get }
    var emptySubject: String { get }
    func tooLong(_ limit: Int) -> String
    var unprintable: String { get }
    var noRecipient: String { get }
    var aboutNobody: String { get }
    func mayNotRead(_ name: String) -> String
    var keptNotice: String { get }
    var keptText: String { get }
    var keepDraft: String { get }
    var draftKept: String { get }
}

extension Language {
    var conversations: any ConversationWords {
        switch self {
        case .nl: DutchConversations()
        case .en: EnglishConversations()
        }
    }
}
