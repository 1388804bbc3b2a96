// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What of a conversation somebody takes along for their own record.
package enum CopyPeriod: Hashable, Sendable {
    case one(Int)
    /// The first day is never after the last.
    case days(Day, Day)
    case all
}

extension Connection {
    /// The messages of a conversation that were written in a period, or one of them, as the reader may read them, in
    /// the order they were written; when there are more than the limit, the first ones.
    package func messages(
        of summary: ConversationSummary, in period: CopyPeriod, limit: Int, _ key: borrowing DossierKey
    ) throws -> [OpenedMessage] {
        let id = summary.conversation.id
        let part = key.part(about: summary.conversation.about)
        let (numbers, moments) = period.bounds(in: summary)
        return try rows(
            """
            SELECT number, at, author_id, body, withdrawn_at FROM message
            WHERE family_id = \(key.family) AND conversation_id = \(id)
                AND number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
                AND at >= \(moments.lowerBound) AND at < \(moments.upperBound)
            ORDER BY number LIMIT \(limit)
            """
        ) { row in try OpenedMessage(row: row, of: id, in: part, key) }
    }
}

extension CopyPeriod {
    /// Between which numbers and moments the messages lie; nothing from before the reader took part.
    fileprivate func bounds(in summary: ConversationSummary) -> (ClosedRange<Int>, Range<Moment>) {
        let numbers = summary.fromNumber...max(summary.fromNumber, summary.lastNumber)
        let moments = Moment(milliseconds: 0)..<Moment(milliseconds: .max)
        switch self {
        case .all: return (numbers, moments)
        case .days(let first, let last): return (numbers, Moment(first)..<Moment(last + 1))
        case .one(let number):
            guard numbers.contains(number) else { return (0...0, moments) }
            return (number...number, moments)
        }
    }
}
