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

/// What guests asked that a worker may open, still sealed: the longest first, what is over last.
package struct SealedOutsideReferrals: DeskList {
    package let worker: Worker
    package let items: [OutsideReferral]
    private let rows: [ID<OutsideReferral>: (body: [UInt8], due: Moment?)]

    package init(of worker: Worker, limit: Int, _ connection: Connection) throws {
        let mine: SQL = """
            receiver_organisation = \(worker.organisation)
                AND (receiver_account = \(worker.account) OR receiver_account IS NULL)
            """
        self.worker = worker
        items =
            try connection.outsideReferrals("\(mine) AND over_at IS NULL", limit: limit)
            + connection.outsideReferrals("\(mine) AND over_at IS NOT NULL", limit: limit)
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

    package func sight(_ key: borrowing DeskKey<OutsideReferral>) throws -> OutsideSight? {
        guard let row = rows[key.item.id] else { return nil }
        let text = try key.open(row.body, at: .outsideQuestion(key.item.id))
        return OutsideSight(
            referral: key.item, question: text.flatMap(OutsideQuestion.init(text:)), due: row.due)
    }
}

extension Connection {
    /// One of them as a worker reads it.
    package func view(_ key: borrowing DeskKey<OutsideReferral>) throws -> OutsideReferralView {
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

    /// One of them as a guest of its practice reads it, with their reading on record; nil where there is none.
    package func view(
        of id: ID<OutsideReferral>, by guest: Guest, at now: Moment, _ keys: borrowing BroughtKeys
    ) throws -> OutsideReferralView? {
        guard let referral = try outsideReferrals("id = \(id)").first else { return nil }
        guard let text = try keys.open(try body(of: id), at: .outsideQuestion(id), of: id) else {
            return OutsideReferralView(referral: referral, question: nil, entries: [])
        }
        try noteGuest(.read, guest, of: id, at: now, keys)
        var entries: [OutsideEntry] = []
        for entry in try sealedEntries(of: id) where entry.kind.isForGuest {
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
