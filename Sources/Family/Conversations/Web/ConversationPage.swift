// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of a conversation, gathered in one transaction.
struct ConversationContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let summary: ConversationSummary
    let messages: [OpenedMessage]
    let marks: [ReadMark]
    let attachments: [Int: [Attachment?]]
    /// The messages of which the reader told that they are not right.
    let concerns: Set<Int>
    /// What the reader typed before and did not send.
    let kept: String?
}

/// A message form as it was sent, with what must be mended.
struct MessageDraft: Equatable {
    var text = ""
    var error: String?
    var fileError: String?
    var wasKept = false
    /// Whether it was kept just now, as a draft.
    var isDraftKept = false

    /// What is not right, in the order of the form.
    var errors: [FieldError] {
        [error.map { FieldError("message", $0) }, fileError.map { FieldError("file", $0) }].compactMap(\.self)
    }
}

/// One conversation: who can read it, what was said, and where to write.
struct ConversationPage: Equatable {
    let language: Language
    let subject: String
    let above: More
    let readers: Readers
    let talk: Talk
    let older: Link?
    let newest: Link?
    let composer: Composer
    /// Letting somebody take part, taking the conversation along.
    let more: [More]
    let errors: [FieldError]
    let wasKept: Bool

    private var words: any ConversationWords { language.conversations }

    var html: HTML {
        """
        \(PageHead(subject, above: above, errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(readers)
        \(if: !more.isEmpty, "<p class=\"actions\">\(more)</p>")
        \(older.map { More($0, words.older) })
        \(Section("messages", words.messages, isTight: true, isTitleHidden: true, talk.html))
        \(newest.map { More($0, words.newest) })
        \(if: wasKept, Notice(.good, words.keptNotice, words.keptText).html)
        \(composer)
        """
    }
}
