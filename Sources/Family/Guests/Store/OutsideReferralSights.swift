// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What a guest asked, as it stands in a list.
package struct OutsideSight: Hashable, Sendable {
    package let referral: OutsideReferral
    /// nil when it was erased.
    package let question: OutsideQuestion?
    /// When the next word is due; nil when it is over.
    package let due: Moment?
}

/// One of them, whole, as its reader may know it.
package struct OutsideReferralView: Hashable, Sendable {
    package let referral: OutsideReferral
    package let question: OutsideQuestion?
    package let entries: [OutsideEntry]
}

/// What guests asked that a worker may open, still sealed: the longest first; what is over last, latest first and only
/// their own.
package struct SealedOutsideReferrals: DeskList {
    package let worker: Worker
    package let items: [OutsideReferral]
    /// Whether more are open than these.
    package let hasMore: Bool
    private let reader: OutsideReader
    private let rows: [ID<OutsideReferral>: (body: [UInt8], due: Moment?)]

    package init(of worker: Worker, limit: Int, _ connection: Connection, _ vault: Vault) throws {
        reader = try OutsideReader(worker.account, connection, vault)
        let mine: SQL = """
            receiver_organisation = \(worker.organisation)
                AND (receiver_account = \(worker.account) OR receiver_account IS NULL)
            """
        self.worker = worker
        let open = try connection.outsideReferrals("\(mine) AND over_at IS NULL", limit: limit + 1)
        hasMore = open.count > limit
        let over: SQL = "receiver_organisation = \(worker.organisation) AND receiver_account = \(worker.account)"
        items =
            try open.prefix(limit)
            + connection.outsideReferrals("\(over) AND over_at IS NOT NULL", latestFirst: true, limit: limit)
        let found = try connection.rows(
            """
            SELECT r.id, r.body, (
                SELECT MIN(p.due_at) FROM promise p WHERE p.space = '' AND p.subject_kind = 'outsideReferral'
                    AND p.subject = r.id AND p.settled_at IS NULL AND p.closed_at IS NULL)
            FROM outside_referral r WHERE r.id IN \(list: items.map(\.id)) ORDER BY r.id
            """
        ) { (id: $0.id(0, OutsideReferral.self), body: $0.bytes(1), due: $0.ifAny(2) { $0.moment($1) }) }
        rows = Dictionary(uniqueKeysWithValues: found.map { ($0.id, ($0.body, $0.due)) })
    }

    /// nil for what it proves to be about that its reader must not know of.
    package func sight(_ key: borrowing DeskKey<OutsideReferral>) throws -> OutsideSight? {
        guard let row = rows[key.item.id] else { return nil }
        let question = try key.open(row.body, at: .outsideQuestion(key.item.id)).flatMap(OutsideQuestion.init(text:))
        if let question, !reader.mayRead(question) { return nil }
        return OutsideSight(referral: key.item, question: question, due: row.due)
    }
}

extension Connection {
    /// Whether it proves to be kept from its worker, who came to work there after it was sent.
    func isKept(_ key: borrowing DeskKey<OutsideReferral>, from account: ID<Account>, _ vault: Vault) throws -> Bool {
        let id = key.item.id
        let question = try key.open(try body(of: id), at: .outsideQuestion(id)).flatMap(OutsideQuestion.init(text:))
        return try question.map { try !kept($0, among: [account], vault).isEmpty } ?? false
    }

    /// One of them as a worker reads it; nil for who must not know of it.
    package func view(_ key: borrowing DeskKey<OutsideReferral>, _ vault: Vault) throws -> OutsideReferralView? {
        guard try !isKept(key, from: key.worker.account, vault) else { return nil }
        let id = key.item.id
        let text = try key.open(try body(of: id), at: .outsideQuestion(id))
        var entries: [OutsideEntry] = []
        for entry in try sealedEntries(of: id) {
            entries.append(
                OutsideEntry(
                    kind: entry.kind, who: entry.who,
                    guest: try key.open(entry.guest, at: .outsideGuest(entry.number, of: id))
                        .flatMap(Guest.init(text:)),
                    at: entry.at,
                    said: try key.open(entry.body, at: .outsideEntry(entry.number, of: id))
                        .flatMap { ReferralSaying(opened: $0) }))
        }
        return OutsideReferralView(
            referral: key.item, question: text.flatMap(OutsideQuestion.init(text:)), entries: entries)
    }

    /// One of them as a guest of its practice reads it, with their reading on record once a day; nil where
    /// there is none.
    package func view(
        of id: ID<OutsideReferral>, by guest: Guest, at now: Moment, _ keys: borrowing BroughtKeys
    ) throws -> OutsideReferralView? {
        guard let referral = try outsideReferrals("id = \(id)").first else { return nil }
        guard let text = try keys.open(try body(of: id), at: .outsideQuestion(id), of: id) else {
            return OutsideReferralView(referral: referral, question: nil, entries: [])
        }
        let sealed = try sealedEntries(of: id)
        let isNoted = try sealed.contains { entry in
            try entry.kind == .read && entry.at.day == now.day
                && keys.open(entry.guest, at: .outsideGuest(entry.number, of: id), of: id) == guest.text
        }
        if !isNoted { try noteGuest(.read, guest, of: id, at: now, keys) }
        var entries: [OutsideEntry] = []
        for entry in sealed where entry.kind.isForGuest {
            entries.append(
                OutsideEntry(
                    kind: entry.kind, who: entry.who,
                    guest: try keys.open(entry.guest, at: .outsideGuest(entry.number, of: id), of: id)
                        .flatMap(Guest.init(text:)),
                    at: entry.at,
                    said: try keys.open(entry.body, at: .outsideEntry(entry.number, of: id), of: id)
                        .flatMap { ReferralSaying(opened: $0) }))
        }
        return OutsideReferralView(referral: referral, question: OutsideQuestion(text: text), entries: entries)
    }

    /// Whether it is a question, that is to stay without names.
    package func isQuestion(_ id: ID<OutsideReferral>) throws -> Bool {
        try row("SELECT id FROM outside_referral WHERE id = \(id) AND aim = 'question' ORDER BY id") { _ in true }
            ?? false
    }

    func body(of id: ID<OutsideReferral>) throws -> [UInt8]? {
        try row("SELECT body FROM outside_referral WHERE id = \(id) ORDER BY id") { $0.bytes(0) }
    }

    /// Those of the ids that wait for a worker.
    func outsideReferrals(_ ids: Set<ID<OutsideReferral>>, waitingFor worker: Worker) throws -> [OutsideReferral] {
        guard !ids.isEmpty else { return [] }
        return try outsideReferrals("id IN \(list: ids.sorted())", limit: ids.count).filter { $0.waits(for: worker) }
    }
}
