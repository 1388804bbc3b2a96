// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A message in which what was looked for stands.
package struct FoundMessage: Sendable, Hashable {
    package let conversation: ID<Conversation>
    /// nil when it was erased.
    package let subject: String?
    package let number: Int
    package let at: Moment
    package let author: ID<Account>
    package let text: String
}

/// What a search found, and whether it looked everywhere.
package struct MessageSearch: Sendable, Hashable {
    package let found: [FoundMessage]
    /// So much is there that older messages were not looked at.
    package let isCutShort: Bool
}

extension Connection {
    /// The messages that the reader may read in which the words stand, latest first: opened and looked through, as what
    /// is sealed can't be searched.
    package func search(
        _ words: SoughtWords, _ key: borrowing DossierKey, opening most: Int = 10_000
    ) throws -> MessageSearch {
        var found: [FoundMessage] = []
        var left = most
        for summary in try conversations(key) where left > 0 {
            let isNamed = summary.subject.map(words.stand) ?? false
            let messages = try messages(of: summary, before: nil, limit: left, key)
            left -= messages.count
            for message in messages {
                guard let text = message.text, words.stand(in: text) || isNamed && message.number == summary.lastNumber
                else { continue }
                found.append(
                    FoundMessage(
                        conversation: summary.conversation.id, subject: summary.subject, number: message.number,
                        at: message.at, author: message.author, text: text))
            }
        }
        return MessageSearch(
            found: found.sorted { ($0.at, $0.number) > ($1.at, $1.number) }, isCutShort: left <= 0)
    }
}
