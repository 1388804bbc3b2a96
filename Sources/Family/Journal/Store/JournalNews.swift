// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

/// What was written in a dossier lately, for live updates: never content, only which item.
package struct JournalNews: Sendable, Hashable {
    package let family: ID<Family>
    package let number: Int
    package let kind: JournalEntry.Kind
    package let item: ItemName
}

extension Connection {
    /// The number of a dossier's last journal entry.
    package func lastJournalNumber(of family: ID<Family>) throws -> Int {
        try row("SELECT number FROM chain WHERE name = \("journal:" + family.text)") { $0.int(0) } ?? 0
    }

    /// What came after a number in a dossier's journal, for those who already listen to one of its items.
    package func news(in family: ID<Family>, after number: Int) throws -> [JournalNews] {
        try rows(
            """
            SELECT number, kind, item_kind, item_id FROM journal
            WHERE family_id = \(family) AND number > \(number) ORDER BY number LIMIT 500
            """
        ) { row in
            guard let kind = JournalEntry.Kind(rawValue: row.text(1)), let item = ItemName.Kind(rawValue: row.text(2))
            else { throw DatabaseError.damaged("journal entry \(row.int(0)) of family \(family)") }
            return JournalNews(
                family: family, number: row.int(0), kind: kind, item: ItemName(item, stored: row.text(3)))
        }
    }
}

extension Connection {
    /// Those of the families whose journal went on after the number they were heard up to.
    func familiesWithNews(_ heard: [(ID<Family>, Int)]) throws -> [(ID<Family>, Int)] {
        let byChain = Dictionary(uniqueKeysWithValues: heard.map { ("journal:" + $0.0.text, $0) })
        var found: [(ID<Family>, Int)] = []
        // Both engines bind a limited number of values to one statement.
        let names = byChain.keys.sorted()
        for first in stride(from: 0, to: names.count, by: 400) {
            let chains = names[first..<min(first + 400, names.count)]
            let heads = try rows("SELECT name, number FROM chain WHERE name IN \(list: chains) ORDER BY name") {
                ($0.text(0), $0.int(1))
            }
            for (chain, number) in heads {
                if let family = byChain[chain], number > family.1 { found.append(family) }
            }
        }
        return found
    }
}
