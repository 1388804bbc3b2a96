// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// The safety card as it was written last, for who reads it; nil when there is none, or it was erased.
    package func safetyCard(_ key: borrowing DossierKey) throws -> SafetyCard? {
        guard key.reading.readsSafetyCard else { return nil }
        let found = try row(
            """
            SELECT number, part_id, body, by_id, written_at FROM safety_card
            WHERE family_id = \(key.family) ORDER BY number DESC LIMIT 1
            """
        ) { ($0.int(0), $0.id(1, Part.self), $0.bytesIfAny(2), $0.id(3, Account.self), $0.moment(4)) }
        guard let (number, part, body, by, at) = found,
            let text = try key.open(body, in: part, at: .safetyCard(number, in: key.family))
        else { return nil }
        let fields = FieldText.fields(of: text).map(String.init)
        let lines = zip(SafetyCard.Line.allCases, fields.dropFirst())
        return SafetyCard(lines: Dictionary(uniqueKeysWithValues: lines.map { ($0, $1) }), by: by, at: at)
    }

    /// Writes the safety card anew; what stood on it before stays kept.
    package func write(_ card: SafetyCard, _ key: borrowing DossierKey, _ vault: Vault) throws {
        let number = try row("SELECT MAX(number) FROM safety_card WHERE family_id = \(key.family)") {
            $0.ifAny(0) { $0.int($1) }
        }
        let next = ((number ?? nil) ?? 0) + 1
        let text = FieldText.joined(["1"] + SafetyCard.Line.allCases.map { card.lines[$0] ?? "" })
        let body = try key.seal(text, in: key.sharedPart, at: .safetyCard(next, in: key.family))
        try execute(
            """
            INSERT INTO safety_card (family_id, number, part_id, body, by_id, written_at)
            VALUES (\(key.family), \(next), \(key.sharedPart), \(body), \(card.by), \(card.at))
            """)
        try journal(
            JournalEntry(
                at: card.at, kind: .safetyCardWritten, who: card.by, item: ItemName(.safetyCard, key.family),
                persons: []), key, vault)
    }

    /// Empties safety cards and what was looked at, in these parts.
    func emptySafety(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let cards = try execute(
            """
            UPDATE safety_card SET body = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND body IS NOT NULL
            """)
        let checks = try execute(
            """
            UPDATE safety_check SET body = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND body IS NOT NULL
            """)
        return cards + checks
    }
}

extension SealedPlace {
    fileprivate static func safetyCard(_ number: Int, in family: ID<Family>) -> SealedPlace {
        SealedPlace("safety_card", "body", row: String(number), owner: family.text)
    }
}
