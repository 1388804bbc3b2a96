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
        let next = try nextNumber(in: name, at: entry.at)
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

extension Connection {
    /// What happened last in the dossier, as far as the reader may see it, latest first.
    package func happenings(
        _ key: borrowing DossierKey, takesPartIn conversations: Set<String>, limit: Int
    ) throws -> [JournalEntry] {
        let latest = try rows(
            """
            SELECT number, at, kind, item_kind, item_id, part_id, body FROM journal
            WHERE family_id = \(key.family) ORDER BY number DESC LIMIT \(limit * 8)
            """
        ) { row -> JournalEntry? in
            let sealed = row.ifAny(6) { $0.bytes($1) }
            let place = SealedPlace("journal", "body", row: String(row.int(0)), owner: key.family.text)
            guard let kind = JournalEntry.Kind(rawValue: row.text(2)),
                let item = ItemName.Kind(rawValue: row.text(3)),
                let text = try key.open(sealed, in: row.id(5), at: place)
            else { return nil }
            return JournalEntry(
                at: row.moment(1), kind: kind, item: ItemName(item, stored: row.text(4)), opened: text)
        }
        let hidden = try accountsHidden(key)
        let unseen = try promisesUnseen(key, hidden, takesPartIn: conversations)
        let seen = latest.compactMap(\.self).filter { entry in
            key.reading.maySee(entry, membersHidden: hidden, takesPartIn: conversations) && !unseen.contains(entry.item)
        }
        return Array(seen.prefix(limit))
    }
}

extension JournalEntry {
    /// Reads what ``text`` wrote; nil for anything else.
    fileprivate init?(at: Moment, kind: Kind, item: ItemName, opened text: String) {
        let fields = text.split(separator: "\u{1F}", omittingEmptySubsequences: false)
        guard fields.count == 4, fields[0] == "1" else { return nil }
        self.init(
            at: at, kind: kind, who: ID(fields[1]), item: item,
            persons: Set(fields[2].split(separator: ",").compactMap { ID($0) }), detail: String(fields[3]))
    }

    /// The entry as text, to be sealed; fields apart by a character that no field holds (U+001F).
    var text: String {
        [
            "1", who?.text ?? "", persons.map(\.text).sorted().joined(separator: ","), detail,
        ].joined(separator: "\u{1F}")
    }
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
