// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Writes one entry in the dossier's journal, in the transaction of the change it tells of.
    package func journal(_ entry: JournalEntry, _ key: borrowing DossierKey, _ vault: Vault) throws {
        let name = "journal:" + key.family.text
        let next = try nextPlace(in: name)
        let part = key.part(about: entry.persons)
        let place = SealedPlace("journal", "body", row: String(next.number), owner: key.family.text)
        let body = try key.seal(entry.text, in: part, at: place)
        let digest = Chain.Body.ofJournal(
            entry.kind.rawValue, itemKind: entry.item.kind.rawValue, entry.item.id, part: part.text, body
        ).digest
        let link = try link(digest: digest, to: name, next, at: entry.at, vault)
        try execute(
            """
            INSERT INTO journal (family_id, number, at, kind, item_kind, item_id, part_id, body, digest, link)
            VALUES (\(key.family), \(next.number), \(entry.at), \(entry.kind.rawValue), \(entry.item.kind.rawValue),
                \(entry.item.id), \(part), \(body), \(digest), \(link))
            """)
    }
}

extension JournalEntry {
    fileprivate func isOfReferral(outside seen: Set<ID<Referral>>) -> Bool {
        item.kind == .referral && !seen.contains(ID(stored: item.id))
    }
}

extension Connection {
    /// What happened last in the dossier, as far as the reader may see it, latest first.
    package func happenings(
        _ key: borrowing DossierKey, takesPartIn conversations: Set<String>, limit: Int
    ) throws -> [JournalEntry] {
        try journal(key, below: Int.max, of: nil, takesPartIn: conversations, limit: limit) { _ in true }.entries
    }

    /// Entries below a number, latest first, that the reader may see and that are wanted: so many at most.
    ///
    /// However much happened that the reader is not shown: it may not push what they are shown out of sight, and that it
    /// goes on is said only where there is more for them.
    ///
    /// - Returns: with the number below which it goes on; nil at the end.
    func journal(
        _ key: borrowing DossierKey, below number: Int, of kinds: Set<JournalEntry.Kind>?,
        takesPartIn conversations: Set<String>, limit: Int, where isWanted: (JournalEntry) -> Bool
    ) throws -> (entries: [JournalEntry], older: Int?) {
        let hidden = try accountsHidden(key)
        let size = min(limit + limit / 4, 200)
        // Of the circle, asked only where something tells of those whom one must know.
        var known: Set<ID<Account>>?
        // What is told of a referral is seen by who sees it in the list of them.
        var referrals: Set<ID<Referral>>?
        // So is what is told of a proposal of help and of a provision.
        var provisions: Set<ItemName>?
        var seen: [(entry: JournalEntry, number: Int)] = []
        var below = number
        while seen.count <= limit, below > 1 {
            let page = try journalPage(key, below: below, of: kinds, takesPartIn: conversations, size: size)
            let promises = Set(page.compactMap(\.promise))
            let unseen = try promisesUnseen(among: promises, key, hidden, takesPartIn: conversations)
            // Opened one by one, as the first few are mostly enough.
            for sealed in page where seen.count <= limit {
                guard let entry = try sealed.opened(key), !unseen.contains(entry.item) else { continue }
                if known == nil, !entry.toKnow.isEmpty { known = try accountsKnown(key) }
                if referrals == nil, entry.item.kind == .referral { referrals = try referralsSeen(key) }
                if let referrals, entry.isOfReferral(outside: referrals) { continue }
                if provisions == nil, entry.isOfProvisions { provisions = try provisionsSeen(key) }
                if let provisions, entry.isOfProvisions, !provisions.contains(entry.item) { continue }
                let isSeen = key.reading.maySee(
                    entry, membersHidden: hidden, known: known ?? [], takesPartIn: conversations)
                guard isSeen, isWanted(entry) else { continue }
                seen.append((entry, sealed.number))
            }
            below = page.count < size ? 0 : page.last?.number ?? 0
        }
        let shown = seen.prefix(limit)
        return (shown.map(\.entry), seen.count > limit ? shown.last?.number : nil)
    }

    /// Entries below a number, latest first, without those of conversations that the reader takes no part in.
    private func journalPage(
        _ key: borrowing DossierKey, below number: Int, of kinds: Set<JournalEntry.Kind>?,
        takesPartIn conversations: Set<String>, size: Int
    ) throws -> [SealedEntry] {
        let wanted: SQL = kinds.map { "AND kind IN \(list: $0.map(\.rawValue).sorted())" } ?? ""
        return try rows(
            """
            SELECT number, at, kind, item_kind, item_id, part_id, body FROM journal
            WHERE family_id = \(key.family) AND number < \(number) \(wanted)
                AND (item_kind <> 'conversation' OR item_id IN \(list: conversations.sorted()))
            ORDER BY number DESC LIMIT \(size)
            """, SealedEntry.init(row:))
    }
}

/// An entry as it is kept.
private struct SealedEntry {
    let number: Int
    let at: Moment
    let kind: String
    let itemKind: String
    let item: String
    let part: ID<Part>
    let body: [UInt8]?

    init(row: borrowing Row) {
        number = row.int(0)
        at = row.moment(1)
        kind = row.text(2)
        itemKind = row.text(3)
        item = row.text(4)
        part = row.id(5)
        body = row.ifAny(6) { $0.bytes($1) }
    }

    /// The promise that it tells of.
    var promise: ID<Promise>? { itemKind == ItemName.Kind.promise.rawValue ? ID(stored: item) : nil }

    /// nil when it was erased, lies in a part the key doesn't open, or is of a kind that a later release made.
    func opened(_ key: borrowing DossierKey) throws -> JournalEntry? {
        let place = SealedPlace("journal", "body", row: String(number), owner: key.family.text)
        guard let kind = JournalEntry.Kind(rawValue: kind), let itemKind = ItemName.Kind(rawValue: itemKind),
            let text = try key.open(body, in: part, at: place)
        else { return nil }
        return JournalEntry(at: at, kind: kind, item: ItemName(itemKind, stored: item), opened: text)
    }
}

extension JournalEntry {
    /// Reads what ``text`` wrote; nil for anything else.
    fileprivate init?(at: Moment, kind: Kind, item: ItemName, opened text: String) {
        let fields = FieldText.fields(of: text)
        guard fields.count == 4, fields[0] == "1" else { return nil }
        self.init(
            at: at, kind: kind, who: ID(fields[1]), item: item, persons: FieldText.ids(of: fields[2]) ?? [],
            detail: String(fields[3]))
    }

    /// The entry as text, to be sealed.
    var text: String { FieldText.joined(["1", who?.text ?? "", FieldText.joined(persons), detail]) }
}

extension Chain.Body {
    /// What the chain of the journal binds: kind, item, part and the sealed body as it was before any erasure.
    static func ofJournal(
        _ kind: String, itemKind: String, _ item: String, part: String, _ body: [UInt8]
    ) -> Chain.Body {
        var bound = Chain.Body()
        bound.add(kind)
        bound.add(itemKind)
        bound.add(item)
        bound.add(part)
        bound.add(body)
        return bound
    }
}
