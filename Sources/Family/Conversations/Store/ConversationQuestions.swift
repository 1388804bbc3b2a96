// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A conversation as its reader finds it in their list.
package struct ConversationSummary: Sendable, Hashable {
    package let conversation: Conversation
    /// nil when it was erased.
    package let subject: String?
    package let lastNumber: Int
    package let lastAt: Moment
    package let readNumber: Int
    /// The first message that the reader may read: what was written before they took part is not theirs.
    package let fromNumber: Int

    package var unread: Int { max(0, lastNumber - readNumber) }
}

/// One message, opened.
package struct OpenedMessage: Sendable, Hashable {
    package let number: Int
    package let at: Moment
    package let author: ID<Account>
    /// nil when it was erased, or taken back.
    package let text: String?
    package let isWithdrawn: Bool
}

extension OpenedMessage {
    /// A message from its number, moment, author, sealed text and when it was taken back.
    init(
        row: borrowing Row, of conversation: ID<Conversation>, in part: ID<Part>, _ key: borrowing DossierKey
    ) throws {
        number = row.int(0)
        at = row.moment(1)
        author = row.id(2)
        isWithdrawn = !row.isNull(4)
        let sealed = isWithdrawn ? nil : row.ifAny(3) { $0.bytes($1) }
        text = try key.open(
            sealed, in: part, at: .body(of: number, by: author, at: at, in: conversation, key.family))
    }
}

/// How far each participant read.
package struct ReadMark: Sendable, Hashable {
    package let account: ID<Account>
    package let number: Int
    /// How they came to take part; nil for who was there from the start.
    package let added: Added?

    package struct Added: Sendable, Hashable {
        /// The first message that was written while they took part.
        package let at: Int
        package let by: ID<Account>
        /// The first message they may read, and its day; before ``at`` when they read what went before, too.
        package let from: Int
        package let fromDay: Day?

        package var readsBefore: Bool { from < at }
    }
}

extension Connection {
    /// The conversations that the reader may read, the one with the latest message first.
    package func conversations(_ key: borrowing DossierKey) throws -> [ConversationSummary] {
        let reader = key.reading.reader
        let mine = try rows(
            """
            SELECT c.id, c.part_id, c.subject, c.last_number, c.last_at, p.read_number, p.from_number,
                c.private_line
            FROM participant p
            JOIN conversation c ON c.family_id = p.family_id AND c.id = p.conversation_id
            WHERE p.account_id = \(reader) AND p.family_id = \(key.family) ORDER BY c.last_at DESC, c.id
            """, SummaryRow.init(row:))
        return try mine.compactMap { row in try summary(row, key) }
    }

    /// One conversation, when the reader may read it.
    package func conversation(
        _ id: ID<Conversation>, _ key: borrowing DossierKey
    ) throws -> ConversationSummary? {
        // What is held is looked for where nothing is, so that it costs what is absent costs.
        let sought = key.reading.held.items.contains(ItemName(.conversation, id)) ? "" : id.text
        let found = try row(
            """
            SELECT c.id, c.part_id, c.subject, c.last_number, c.last_at, p.read_number, p.from_number,
                c.private_line
            FROM participant p
            JOIN conversation c ON c.family_id = p.family_id AND c.id = p.conversation_id
            WHERE c.family_id = \(key.family) AND c.id = \(sought) AND p.account_id = \(key.reading.reader)
            """, SummaryRow.init(row:))
        return try found.flatMap { row in try summary(row, key) }
    }

    /// The messages of a conversation before a number (all when nil), the last ones, in the order they were written.
    package func messages(
        of summary: ConversationSummary, before number: Int?, limit: Int, _ key: borrowing DossierKey
    ) throws -> [OpenedMessage] {
        let id = summary.conversation.id
        let part = key.part(about: summary.conversation.about)
        let end = number ?? summary.lastNumber + 1
        let latestFirst = try rows(
            """
            SELECT number, at, author_id, body, withdrawn_at FROM message
            WHERE family_id = \(key.family) AND conversation_id = \(id) AND number < \(end)
                AND number >= \(summary.fromNumber)
            ORDER BY number DESC LIMIT \(limit)
            """
        ) { row in try OpenedMessage(row: row, of: id, in: part, key) }
        return latestFirst.reversed()
    }

    /// How far each participant of a conversation read.
    package func readMarks(of summary: ConversationSummary, _ key: borrowing DossierKey) throws -> [ReadMark] {
        try rows(
            """
            SELECT p.account_id, p.read_number, p.from_number, p.added_by, COALESCE(p.joined_number, p.from_number), m.at
            FROM participant p
            LEFT JOIN message m ON m.family_id = p.family_id AND m.conversation_id = p.conversation_id
                AND m.number = p.from_number
            WHERE p.family_id = \(key.family) AND p.conversation_id = \(summary.conversation.id) ORDER BY p.account_id
            """
        ) { row in
            let (from, joined) = (row.int(2), row.int(4))
            let day = row.ifAny(5) { $0.moment($1).day }
            return ReadMark(
                account: row.id(0), number: row.int(1),
                added: row.ifAny(3) { ReadMark.Added(at: joined, by: $0.id($1), from: from, fromDay: day) })
        }
    }

    private func summary(_ row: SummaryRow, _ key: borrowing DossierKey) throws -> ConversationSummary? {
        let about: [ID<Person>] = try rows(
            """
            SELECT person_id FROM conversation_person
            WHERE family_id = \(key.family) AND conversation_id = \(row.id) ORDER BY person_id
            """
        ) { $0.id(0) }
        let participants: [ID<Account>] = try rows(
            """
            SELECT account_id FROM participant
            WHERE family_id = \(key.family) AND conversation_id = \(row.id) ORDER BY account_id
            """
        ) { $0.id(0) }
        let conversation = Conversation(
            id: row.id, about: Set(about), participants: Set(participants),
            isPrivateLine: row.isPrivateLine)
        // A talk with somebody who is hidden from the reader is not there for them: half of it would tell who is gone,
        // and whoever writes must know who can read it.
        guard key.reading.mayRead(conversation), try accountsHidden(key).isDisjoint(with: participants)
        else { return nil }
        return ConversationSummary(
            conversation: conversation,
            subject: try key.open(row.subject, in: row.part, at: .subject(of: row.id, in: key.family)),
            lastNumber: row.lastNumber, lastAt: row.lastAt, readNumber: row.readNumber,
            fromNumber: row.fromNumber)
    }
}

private struct SummaryRow {
    let id: ID<Conversation>
    let part: ID<Part>
    let subject: [UInt8]?
    let lastNumber: Int
    let lastAt: Moment
    let readNumber: Int
    let fromNumber: Int
    let isPrivateLine: Bool

    init(row: borrowing Row) {
        id = row.id(0)
        part = row.id(1)
        subject = row.ifAny(2) { $0.bytes($1) }
        lastNumber = row.int(3)
        lastAt = row.moment(4)
        readNumber = row.int(5)
        fromNumber = row.int(6)
        isPrivateLine = row.bool(7)
    }
}
