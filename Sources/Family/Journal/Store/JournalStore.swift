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

extension JournalEntry {
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
