// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Adds somebody to a conversation, who reads what is written from now on, or what went before, too.
    ///
    /// Of that as far back as who adds them reads it.
    ///
    /// - Throws: ``Conversation/AddingRefusal``, ``WhatWentBefore/Refusal``
    package func add(
        _ account: ID<Account>?, reading choice: WhatWentBefore.Choice, to summary: ConversationSummary, at: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let adder = key.reading.reader
        let reads = try account.flatMap { try reading(of: key.family, by: $0, on: key.today, vault) }
        let hidden = try hiddenFrom(key)
        let conversation = try summary.conversation.adding(
            account, by: key.reading, whoReads: reads,
            meets: { one, other in !hidden.contains { $0.reader == one && $0.member == other } })
        guard let account, let reads else { return }
        let joined = summary.lastNumber + 1
        if choice == .withBefore {
            try WhatWentBefore.check(
                of: summary.conversation, givenBy: key.reading, to: reads,
                among: readings(of: summary.conversation, key, vault))
        }
        let from = choice == .withBefore ? summary.fromNumber : joined
        try execute(
            """
            INSERT INTO participant
                (family_id, conversation_id, account_id, read_number, from_number, joined_number, added_by)
            VALUES (\(key.family), \(conversation.id), \(account), \(from - 1), \(from), \(joined), \(adder))
            """)
        try journal(
            JournalEntry(
                at: at, kind: .participantAdded, who: adder, item: ItemName(.conversation, conversation.id),
                persons: conversation.about, detail: account.text), key, vault)
        if from < joined { try tell([account], of: .conversation(conversation.id), at: at, key) }
    }

    /// Whether what went before could be given to one of these accounts, as they stand now.
    ///
    /// It is told of all of them together: for one alone it would tell how much they may read.
    package func mayGiveBefore(
        in summary: ConversationSummary, toOneOf accounts: Set<ID<Account>>, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws -> Bool {
        guard summary.fromNumber <= summary.lastNumber else { return false }
        let readings = try readings(of: summary.conversation, key, vault)
        for account in accounts.subtracting(summary.conversation.participants).sorted() {
            guard let newcomer = try reading(of: key.family, by: account, on: key.today, vault) else { continue }
            do {
                try WhatWentBefore.check(
                    of: summary.conversation, givenBy: key.reading, to: newcomer, among: readings)
                return true
            } catch { continue }
        }
        return false
    }

    /// What those who take part may read now; who reads nothing any more is left out.
    private func readings(
        of conversation: Conversation, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> [Reading] {
        var readings: [Reading] = []
        for account in conversation.participants.sorted() {
            guard let reads = try reading(of: key.family, by: account, on: key.today, vault) else { continue }
            readings.append(reads)
        }
        return readings
    }

    /// Opens a young person's own line with its first message.
    ///
    /// - Throws: ``PrivateLine/Refusal``
    package func openLine(
        to hearer: ID<Account>?, isTold: Bool, _ start: ConversationStart, at: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws -> Conversation {
        let members = try circle(key).members.map(\.membership)
        let conversation = try PrivateLine.opened(
            start.id, by: key.reading, to: hearer,
            hearers: PrivateLine.hearers(for: key.reading, among: members, on: key.today), isTold: isTold)
        let writer = key.reading.reader
        try self.start(conversation, subject: start.subject, by: writer, at: at, key, vault)
        try write(start.firstMessage.text, as: start.firstMessage.id, in: conversation, by: writer, at: at, key, vault)
        return conversation
    }
}
