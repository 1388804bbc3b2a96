// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A request to erase that is not decided yet, as a privacy officer watches over it: how it stands, never what it says.
package struct OpenForgetting: Hashable, Sendable {
    package enum Stage: Hashable, Sendable {
        /// Somebody must still agree whose yes it takes.
        case waitsForOthers
        /// Two professionals refuse it, once the second says so.
        case waitsForSecond
        case toDecide
        case granted
    }

    package let family: ID<Family>
    package let asked: Day
    package let due: Day
    package let stage: Stage
    /// Why somebody wants to refuse it; nil where nobody does, and where it was erased.
    package let reason: String?
}

/// What a privacy officer reads of what is erased: what comes, and what was asked.
package struct ErasureOversight: Sendable {
    package let due: [ErasureDue]
    package let open: [OpenForgetting]
}

extension Dossiers {
    /// What is due by a day, with what stands in the way today, and what was asked, at a privacy officer's; nil for anybody else.
    package func erasures(of account: Account, _ look: Look, by day: Day) async throws -> ErasureOversight? {
        let (isOfficer, vault) = (account.kind == .privacyOfficer, vault)
        var found: ErasureOversight?
        if isOfficer {
            found = ErasureOversight(
                due: try await erasuresDue(by: day, asOf: look.at.day),
                open: try await database.read { try $0.openForgettings(for: look, vault) })
        }
        try await recordReadingOfLog(look, isGranted: isOfficer)
        return found
    }
}

extension Connection {
    /// Those that wait longest first.
    fileprivate func openForgettings(for look: Look, _ vault: Vault) throws -> [OpenForgetting] {
        let found = try rows(
            """
            SELECT \(StoredForgetting.columns), family_id FROM forgetting
            WHERE state IN ('asked', 'granted') ORDER BY asked_at, id LIMIT 500
            """
        ) { (stored: try StoredForgetting(row: $0), family: $0.id(9, Family.self)) }
        return try found.map { stored, family in
            let forgetting = stored.forgetting
            let kinds = Set(try openPromises(in: ID(as: family), about: forgetting.id.promised).map(\.promise.kind))
            let stage: OpenForgetting.Stage =
                forgetting.state == .granted
                ? .granted
                : kinds.contains(.confirmDecision)
                    ? .waitsForSecond : kinds.contains(.answerForgetting) ? .waitsForOthers : .toDecide
            return OpenForgetting(
                family: family, asked: forgetting.asked.day, due: forgetting.due, stage: stage,
                reason: stage == .waitsForSecond
                    ? try reasonToRefuse(forgetting.id, in: family, look, vault) : nil)
        }
    }

    /// Why somebody wants to refuse it, or did.
    func reasonToRefuse(
        _ id: ID<Forgetting>, in family: ID<Family>, _ look: Look, _ vault: Vault
    ) throws -> String? {
        let last = try row(
            """
            SELECT id, part_id, reason FROM second_professional
            WHERE family_id = \(family) AND subject_kind = \(id.promised.kind) AND subject_id = \(id)
            ORDER BY made_at DESC, id DESC LIMIT 1
            """
        ) { ($0.id(0, SecondProfessional.self), $0.id(1, Part.self), $0.bytesIfAny(2)) }
        guard let (second, part, reason) = last else { return nil }
        return try opened(reason, in: part, at: .secondReason(of: second, in: family), family, look, vault)
    }
}
