// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Empties the faces of the members that were sealed in these parts.
    func emptyFaces(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE membership SET face = NULL, version = version + 1
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND face IS NOT NULL
            """)
    }

    /// Empties the letters of invitations where the shared part was erased, and why somebody was not asked.
    func emptyInvitations(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let letters = try execute(
            """
            UPDATE invitation SET letter = NULL, version = version + 1
            WHERE family_id = \(family) AND letter IS NOT NULL AND family_id IN (
                SELECT family_id FROM dossier_part WHERE id IN \(list: parts) AND kind = 'shared'
            )
            """)
        // Since a second professional is asked, the reason stands with the question; here it stood before.
        let reasons = try execute(
            """
            UPDATE invitation SET reason = NULL, version = version + 1
            WHERE family_id = \(family) AND reason_part IN \(list: parts) AND reason IS NOT NULL
            """)
        return letters + reasons
    }

    /// Ends invitations whose fourteen days are over: the letters go, and nobody owes an answer any more, nor what a second
    /// professional was asked about them.
    package func sweepInvitations(at now: Moment) throws {
        let over = try rows(
            """
            SELECT family_id, id, by_id FROM invitation
            WHERE ends_at <= \(now) AND letter IS NOT NULL ORDER BY ends_at, id LIMIT 500
            """
        ) { ($0.id(0, Family.self), $0.id(1, Invitation.self), $0.id(2, Account.self)) }
        for (family, id, inviter) in over {
            try execute(
                """
                UPDATE invitation SET letter = NULL, version = version + 1
                WHERE family_id = \(family) AND id = \(id)
                """)
            let subject = Promise.Subject(kind: "invitation", id: id.text)
            for stored in try openPromises(in: ID(as: family), about: subject) {
                try save(try stored.promise.closed(by: .account(inviter), .noLongerNeeded, at: now), of: stored)
            }
            try closeDecision(about: Decided.invitation.subject(id), in: family, at: now)
        }
    }

    /// What a second professional was asked about something that is over: nobody need decide it any more.
    func closeDecision(about subject: Promise.Subject, in family: ID<Family>, at now: Moment) throws {
        for stored in try openPromises(in: ID(as: family), about: subject)
        where stored.promise.kind == .confirmDecision {
            try save(try stored.promise.closed(by: stored.promise.receiver, .noLongerNeeded, at: now), of: stored)
        }
    }
}
