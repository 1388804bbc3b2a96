// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What a court ordered, and which certified institution carries it out.
package struct OrderSight: Hashable, Sendable {
    package let order: ProtectionOrder
    /// nil when it was erased.
    package let institution: String?
}

extension Connection {
    /// All orders of a child, latest first; nil where the reader may not see them.
    package func orders(of child: ID<Person>, _ key: borrowing DossierKey) throws -> [OrderSight]? {
        guard key.reading.maySeeOrder(of: child) else { return nil }
        let part = key.part(about: [child])
        let stored = try rows(
            """
            SELECT id, person_id, kind, from_day, until_day, by_id, recorded_at, ended_at, institution
            FROM protection_order WHERE family_id = \(key.family) AND person_id = \(child)
            ORDER BY recorded_at DESC, id DESC
            """
        ) { (try ProtectionOrder(row: $0), $0.bytesIfAny(8)) }
        return try stored.map { order, institution in
            let place = SealedPlace.institution(of: order.id, in: key.family)
            return OrderSight(order: order, institution: try key.open(institution, in: part, at: place))
        }
    }

    /// The orders that stand in a family on a day, whoever asks: what must be asked follows from them.
    func orders(in family: ID<Family>, on day: Day) throws -> [ProtectionOrder] {
        try rows(
            """
            SELECT id, person_id, kind, from_day, until_day, by_id, recorded_at, ended_at
            FROM protection_order WHERE family_id = \(family) AND ended_at IS NULL ORDER BY id
            """
        ) { try ProtectionOrder(row: $0) }.filter { $0.stands(on: day) }
    }

    /// Records what a court ordered.
    package func record(
        _ order: ProtectionOrder, by institution: PlainText, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let part = key.part(about: [order.child])
        let sealed = try key.seal(institution.text, in: part, at: .institution(of: order.id, in: key.family))
        try execute(
            """
            INSERT INTO protection_order (family_id, id, person_id, part_id, kind, from_day, until_day, by_id,
                recorded_at, institution)
            VALUES (\(key.family), \(order.id), \(order.child), \(part), \(order.kind.rawValue), \(order.from),
                \(order.until), \(order.by), \(order.recorded), \(sealed))
            """)
        try journalOrder(of: order.child, by: order.by, at: order.recorded, key, vault)
    }

    /// Ends an order before its term, as a court did.
    ///
    /// - Throws: ``ProtectionOrder/Refusal``
    package func end(
        _ id: ID<ProtectionOrder>, of child: ID<Person>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard key.reading.mayHandCard(to: child) else { throw ProtectionOrder.Refusal.notYours }
        let changed = try execute(
            """
            UPDATE protection_order SET ended_at = \(now), ended_by = \(key.reading.reader)
            WHERE family_id = \(key.family) AND id = \(id) AND person_id = \(child) AND ended_at IS NULL
            """)
        guard changed == 1 else { throw ProtectionOrder.Refusal.over }
        try journalOrder(of: child, by: key.reading.reader, at: now, key, vault)
    }

    private func journalOrder(
        of child: ID<Person>, by who: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: .orderNoted, who: who, item: ItemName(.family, key.family), persons: [child]), key,
            vault)
    }
}

extension ProtectionOrder {
    /// Reads the first eight columns.
    fileprivate init(row: borrowing Row) throws {
        self.init(
            id: row.id(0), child: row.id(1), kind: Kind(rawValue: row.text(2)) ?? .supervision, from: try row.day(3),
            until: try row.ifAny(4) { try $0.day($1) }, by: row.id(5), recorded: row.moment(6),
            ended: row.ifAny(7) { $0.moment($1) })
    }
}

extension SealedPlace {
    fileprivate static func institution(of order: ID<ProtectionOrder>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("protection_order", "institution", row: order.text, owner: family.text)
    }
}
