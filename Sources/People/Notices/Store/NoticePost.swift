// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import Mail
import PeopleRules

/// What a letter is for.
package enum NoticeLetter: Hashable, Sendable {
    /// Something new waits; never what, nor where.
    case news
    /// The code that confirms an address.
    case code(String)
}

/// What the sender of notices is given: a way to send, words, and who decides what may still be told.
package struct NoticePost: Sendable {
    /// What a letter says, in a language by its tag.
    package typealias Words = @Sendable (NoticeLetter, _ language: String) -> (subject: String, text: String)
    /// Those of an account's notices that it may still read and has not read yet.
    package typealias Decision = @Sendable ([WaitingNotice], Moment, Connection) throws -> [WaitingNotice]

    let from: MailAddress
    let send: @Sendable (Letter) async -> Delivery
    let words: Words
    let worthTelling: Decision

    package init(
        from: MailAddress, send: @escaping @Sendable (Letter) async -> Delivery, words: @escaping Words,
        worthTelling: @escaping Decision
    ) {
        self.from = from
        self.send = send
        self.words = words
        self.worthTelling = worthTelling
    }

    /// - Parameter id: the same for the same letter, so that a receiver who gets it twice sees one.
    func letter(_ kind: NoticeLetter, id: String, to address: MailAddress, in language: String, at now: Moment) throws
        -> Letter
    {
        let (subject, text) = words(kind, language)
        return Letter(
            id: id, from: from, to: address, subject: try .line(subject), text: try .paragraphs(text), date: now)
    }
}
