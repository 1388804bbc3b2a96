// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What is held of a safety indication is held of all that renews it.
extension Connection {
    /// These, and all that renewed them, whoever asks.
    func renewals(of ids: Set<ID<RiskIndication>>, in family: ID<Family>) throws -> Set<ID<RiskIndication>> {
        RiskIndication.renewals(of: ids, among: try keptIndications(in: family).map(\.indication))
    }

    /// From whom an indication is held, itself or one that it renews, or all of the family.
    func accountsHeld(from id: ID<RiskIndication>, in family: ID<Family>) throws -> Set<ID<Account>> {
        let holds = try rows(
            """
            SELECT h.item_kind, h.item_id, r.account_id FROM hold h
            JOIN hold_reader r ON r.family_id = h.family_id AND r.hold_id = h.id
            WHERE h.family_id = \(family) AND h.item_kind IN ('family', 'indication') AND h.released_at IS NULL
            ORDER BY h.id, r.account_id
            """
        ) { row in (isWhole: row.text(0) == "family", item: row.text(1), from: row.id(2, Account.self)) }
        guard !holds.isEmpty else { return [] }
        let all = try keptIndications(in: family).map(\.indication)
        return Set(
            holds.filter { hold in
                hold.isWhole || RiskIndication.renewals(of: [ID(stored: hold.item)], among: all).contains(id)
            }.map(\.from))
    }

    /// What is owed about an indication by somebody from whom it, or all of the family, is held lies with the organisation
    /// it falls back on.
    func handOnHeld(_ hold: Hold, _ key: borrowing DossierKey) throws {
        guard hold.isWholeFamily || hold.item.kind == .indication else { return }
        let named: Set<String> =
            hold.isWholeFamily
            ? [] : Set(try renewals(of: [ID(stored: hold.item.id)], in: key.family).map(\.text))
        for reader in hold.from.sorted() {
            try handOver(owedBy: reader, in: ID(as: key.family)) { promise in
                let isHeld = hold.isWholeFamily || named.contains(promise.subject.id)
                guard promise.subject.isOfIndication, isHeld else { return nil }
                let desk: ID<Organisation>? =
                    if case .organisation(let id) = promise.receiver { id } else { promise.fallback }
                return desk.map { .organisation($0) }
            }
        }
    }
}

extension Promise.Subject {
    /// A safety indication, or that somebody signs along with it.
    var isOfIndication: Bool {
        kind == ItemName.Kind.indication.rawValue || kind == Decided.indication.rawValue
    }
}
