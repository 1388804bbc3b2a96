// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

extension Town {
    /// Assesses how safe Noor is, as her helper does, and lets her family read it after the talk.
    ///
    /// After all else, as with the plans: it is made by people who stand in the circle already.
    package func fillIndications(_ dossiers: Dossiers, _ filled: FilledTown, ids: IDSource) async throws {
        guard family("de-wit-yildiz") != nil else { return }
        let evening = Moment(filled.today + -1, hour: 22)
        let (family, noor, marieke) = (
            try filled.family("de-wit-yildiz"), try filled.person("noor"), try filled.account("marieke")
        )
        let assessed = try AssessedRisk.read(
            by: .current(of: .lirik), version: "2012", [.safetyNow: .safe, .futureRisk: .middle],
            outcome: "Noor is veilig, bij Aylin en bij Joost. De wissel blijft voor haar zwaar.")
        let indication = RiskIndication(
            id: ids.next(at: evening), person: noor, assessor: marieke, assessed: filled.today + -20,
            until: filled.today + 160, made: evening)
        let talk = try PlainText.paragraphs("Met Aylin en Joost, ieder apart. Zij herkennen dit.")
        let (vault, discussed) = (dossiers.vault, filled.today + -14)
        func act(
            at now: Moment, _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
        ) async throws {
            let look = Look(
                reader: marieke, at: now, from: "", action: .update, item: ItemName(.indication, indication.id))
            let form: ID<Submission> = ids.next(at: now)
            let done = try await dossiers.act(family, look, form: form) { key, connection in
                try act(key, connection)
                return Found("", about: [noor])
            }
            guard done != nil else { throw FilledTown.Unknown(slug: "marieke") }
        }
        try await act(at: evening) { key, connection in
            try connection.keep(indication, assessed, asking: nil, ids: ids, key, vault)
        }
        try await act(at: evening + .minutes(5)) { key, connection in
            try connection.release(
                indication.id, discussed: discussed, saying: talk, at: evening + .minutes(5), key, vault)
        }
    }
}
