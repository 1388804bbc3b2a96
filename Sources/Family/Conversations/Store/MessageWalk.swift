// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Dossiers {
    /// Goes along the messages of each conversation: each opens at the place where it was written, and none is missing
    /// or too many, by the numbers of the conversation and by what the chained journal tells.
    ///
    /// What it opens it throws away. In a part that was erased only the numbers can be looked at.
    package func verifyMessages() async throws -> [ChainReport] {
        let vault = vault
        var reports: [ChainReport] = []
        var last = ""
        while true {
            let after = last
            let page = try await database.read { connection in
                try vault.refresh()
                return try connection.verifyTalks(after: after, limit: 200, vault)
            }
            guard let end = page.last else { return reports }
            reports += page.map(\.report)
            last = end.conversation
        }
    }
}

extension Connection {
    fileprivate func verifyTalks(
        after conversation: String, limit: Int, _ vault: Vault
    ) throws -> [(conversation: String, report: ChainReport)] {
        let talks = try rows(
            """
            SELECT id, family_id, part_id, last_number FROM conversation WHERE id > \(conversation)
            ORDER BY id LIMIT \(limit)
            """
        ) { TalkToWalk(id: $0.id(0), family: $0.id(1), part: $0.text(2), lastNumber: $0.int(3)) }
        return try talks.map { talk in (talk.id.text, try verify(talk, vault)) }
    }

    private func verify(_ talk: TalkToWalk, _ vault: Vault) throws -> ChainReport {
        let written = try told(.messageWritten, of: talk)
        // What was taken back is empty a month later: as often as the chained journal tells, and no more.
        var mayBeEmpty = try told(.messageWithdrawn, of: talk)
        var walk = MessageWalk(expected: max(talk.lastNumber, written), written: written)
        let key = try vault.key(talk.part)
        var number = Int.min
        while true {
            let page = try messages(of: talk, after: number)
            guard let end = page.last else { break }
            for message in page {
                let wasTakenBack = message.body == nil && message.isWithdrawn && mayBeEmpty > 0
                if wasTakenBack { mayBeEmpty -= 1 }
                walk.next(message.number, isSound: wasTakenBack || message.isSound(in: talk, key))
            }
            number = end.number
        }
        return ChainReport(
            chain: "messages:\(talk.family)/\(talk.id)", records: walk.count, findings: walk.finish())
    }

    private func told(_ kind: JournalEntry.Kind, of talk: TalkToWalk) throws -> Int {
        try row(
            """
            SELECT COUNT(*) FROM journal WHERE family_id = \(talk.family) AND kind = \(kind.rawValue)
                AND item_kind = 'conversation' AND item_id = \(talk.id)
            """
        ) { $0.int(0) } ?? 0
    }

    private func messages(of talk: TalkToWalk, after number: Int) throws -> [WalkedMessage] {
        try rows(
            """
            SELECT number, at, author_id, body, withdrawn_at FROM message
            WHERE family_id = \(talk.family) AND conversation_id = \(talk.id) AND number > \(number)
            ORDER BY number LIMIT 500
            """
        ) { row in
            WalkedMessage(
                number: row.int(0), at: row.moment(1), author: row.id(2), body: row.ifAny(3) { $0.bytes($1) },
                isWithdrawn: !row.isNull(4))
        }
    }
}

private struct TalkToWalk {
    let id: ID<Conversation>
    let family: ID<Family>
    let part: String
    let lastNumber: Int
}

private struct WalkedMessage {
    let number: Int
    let at: Moment
    let author: ID<Account>
    let body: [UInt8]?
    let isWithdrawn: Bool

    /// Whether it is what its author wrote there and then; it may be empty only where the part's key is gone.
    func isSound(in talk: TalkToWalk, _ key: PartKey?) -> Bool {
        guard let key else { return true }
        guard let body else { return false }
        return (try? key.open(body, at: .body(of: number, by: author, at: at, in: talk.id, talk.family))) != nil
    }
}

/// What the numbers of a conversation tell: 1, 2, 3, without a gap, up to its last.
private struct MessageWalk {
    private let expected: Int
    private let written: Int
    private(set) var count = 0
    private var next = 1
    private var findings: [ChainFinding] = []

    init(expected: Int, written: Int) {
        self.expected = expected
        self.written = written
    }

    mutating func next(_ number: Int, isSound: Bool) {
        count += 1
        if number > next { findings.append(.removed(next...number - 1)) }
        if number > written {
            findings.append(.inserted(number))
        } else if !isSound {
            findings.append(.changed(number))
        }
        next = number + 1
    }

    func finish() -> [ChainFinding] {
        next <= expected ? findings + [.removed(next...expected)] : findings
    }
}
