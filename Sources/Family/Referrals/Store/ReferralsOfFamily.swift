// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A referral as it is read in the dossier: how it stands, and what was asked.
package struct ReferralInDossier: Hashable, Sendable {
    package let referral: Referral
    /// Who was asked; nil where the reader may not know where the young person is helped.
    package let receiver: ID<Organisation>?
    /// nil when it was erased.
    package let question: String?
}

extension Connection {
    /// The referrals of a family that the reader may know of, latest asked first.
    package func referrals(_ key: borrowing DossierKey) throws -> [ReferralInDossier] {
        let hidden = try accountsHidden(key)
        let found = try rows(
            """
            SELECT \(Referral.columns), part_id, question FROM referral WHERE family_id = \(key.family)
            ORDER BY asked_day DESC, id DESC
            """
        ) { (referral: try Referral(row: $0), part: $0.id(24, Part.self), question: $0.bytesIfAny(25)) }
        return try found.filter { key.reading.maySee($0.referral, hidden: hidden) }.map { row in
            let place = SealedPlace.referralQuestion(row.referral.id, in: key.family)
            return ReferralInDossier(
                referral: row.referral,
                receiver: try hidesPlaces(of: row.referral.person, key) ? nil : row.referral.receiver.organisation,
                question: try key.open(row.question, in: row.part, at: place))
        }
    }

    /// Empties what was shared of those in these parts, and what was said; that there were referrals stays.
    func emptyReferrals(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let gone: SQL = "SELECT id FROM referral WHERE family_id = \(family) AND part_id IN \(list: parts)"
        var values = try execute(
            "UPDATE referral_part SET title = NULL, body = NULL WHERE body IS NOT NULL AND referral_id IN (\(gone))")
        values += try execute(
            "UPDATE referral_entry SET body = NULL WHERE body IS NOT NULL AND referral_id IN (\(gone))")
        values += try execute(
            """
            UPDATE referral SET question = NULL, version = version + 1
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND question IS NOT NULL
            """)
        return values
    }

    /// The keys of the referrals about those in these parts: destroyed with them.
    func referralKeys(in parts: [ID<Part>], of family: ID<Family>) throws -> [String] {
        try rows(
            "SELECT id FROM referral WHERE family_id = \(family) AND part_id IN \(list: parts) ORDER BY id"
        ) { $0.text(0) }
    }
}
