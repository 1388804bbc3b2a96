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
    /// Where else the family can go, as the other side said; nil as well where the reader may not know such places.
    package let elsewhere: String?
    /// Whether the reader can open it at their desk.
    package let isAtDesk: Bool
}

extension Connection {
    /// The referrals of a family that the reader may know of, latest asked first.
    package func referrals(_ key: borrowing DossierKey) throws -> [ReferralInDossier] {
        let hidden = try accountsHidden(key)
        let found = try rows(
            """
            SELECT \(Referral.columns), part_id, question, elsewhere, \(Self.firstSender)
            FROM referral WHERE family_id = \(key.family) ORDER BY asked_day DESC, id DESC
            """
        ) { row in
            (
                referral: try Referral(row: row), part: row.id(24, Part.self), question: row.bytesIfAny(25),
                elsewhere: row.bytesIfAny(26), sentBy: row.idIfAny(27, Account.self)
            )
        }
        let worker = key.reading.onBehalfOf.map { Worker(key.reading.reader, for: $0) }
        let kept = worker == nil ? [] : try familiesKept(from: key.reading.reader)
        return try found.filter { key.reading.maySee($0.referral, sentBy: $0.sentBy, hidden: hidden) }.map { row in
            let id = row.referral.id
            let isPlaceKnown = try !hidesPlaces(of: row.referral.person, key)
            return ReferralInDossier(
                referral: row.referral, receiver: isPlaceKnown ? row.referral.receiver.organisation : nil,
                question: try key.open(row.question, in: row.part, at: .referralQuestion(id, in: key.family)),
                elsewhere: isPlaceKnown
                    ? try key.open(row.elsewhere, in: row.part, at: .referralElsewhere(id, in: key.family)) : nil,
                isAtDesk: worker.map { row.referral.isOpen(to: $0, keptFrom: kept) } ?? false)
        }
    }

    /// Which referrals of the family the reader may know of.
    func referralsSeen(_ key: borrowing DossierKey) throws -> Set<ID<Referral>> {
        let hidden = try accountsHidden(key)
        let found = try rows(
            "SELECT \(Referral.columns), \(Self.firstSender) FROM referral WHERE family_id = \(key.family) ORDER BY id"
        ) { row in (referral: try Referral(row: row), sentBy: row.idIfAny(24, Account.self)) }
        return Set(
            found.filter { key.reading.maySee($0.referral, sentBy: $0.sentBy, hidden: hidden) }.map(\.referral.id))
    }

    private static let firstSender: SQL =
        "(SELECT e.by_account FROM referral_entry e WHERE e.referral_id = referral.id AND e.number = 1)"

    /// Empties what was shared of those in these parts, and what was said; that there were referrals stays, and nobody owes
    /// anything of them any more.
    func emptyReferrals(in parts: [ID<Part>], of family: ID<Family>, at now: Moment) throws -> Int {
        try endReferrals(in: parts, of: family, at: now)
        let gone: SQL = "SELECT id FROM referral WHERE family_id = \(family) AND part_id IN \(list: parts)"
        var values = try execute(
            """
            UPDATE referral_part SET title = NULL, body = NULL, party = NULL
            WHERE body IS NOT NULL AND referral_id IN (\(gone))
            """)
        values += try emptyParts(about: parts, of: family)
        values += try execute(
            "UPDATE referral_entry SET body = NULL WHERE body IS NOT NULL AND referral_id IN (\(gone))")
        values += try execute(
            """
            UPDATE referral SET question = NULL, elsewhere = NULL, version = version + 1
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND question IS NOT NULL
            """)
        return values
    }

    private func endReferrals(in parts: [ID<Part>], of family: ID<Family>, at now: Moment) throws {
        let open = try rows(
            """
            SELECT \(Referral.columns) FROM referral
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND state <> 'closed' ORDER BY id
            """
        ) { try Referral(row: $0) }
        for referral in open {
            try change(referral, to: referral.erased(at: now), .noLongerNeeded, nil, at: now, .unguessable)
        }
    }

    /// What was shared of others along with those in these parts, such as a joint story.
    private func emptyParts(about parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE referral_part SET title = NULL, body = NULL, party = NULL WHERE body IS NOT NULL AND EXISTS (
                SELECT 1 FROM referral_part_person q
                JOIN person p ON p.id = q.person_id AND p.family_id = \(family) AND p.part_id IN \(list: parts)
                WHERE q.referral_id = referral_part.referral_id AND q.number = referral_part.number)
            """)
    }

    /// The keys of the referrals about those in these parts: destroyed with them.
    func referralKeys(in parts: [ID<Part>], of family: ID<Family>) throws -> [String] {
        try rows(
            "SELECT id FROM referral WHERE family_id = \(family) AND part_id IN \(list: parts) ORDER BY id"
        ) { $0.text(0) }
    }
}
