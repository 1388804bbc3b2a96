// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Puts back into the inboxes of an organisation what somebody had in hand who no longer works there.
    package func leaveConsults(
        of account: ID<Account>, at organisation: ID<Organisation>, now: Moment, _ ids: IDSource
    ) throws {
        let left = try rows(
            """
            SELECT \(Consult.columns) FROM consult
            WHERE state <> 'closed' AND (asker_organisation = \(organisation) AND asker_account = \(account)
                OR asked_organisation = \(organisation) AND asked_account = \(account))
            ORDER BY id
            """
        ) { try Consult(row: $0) }
        for consult in left { try change(consult, to: consult.without([account]), .left, at: now, ids) }
    }

    /// Does what time asks of one consult; tells whether there was one.
    ///
    /// Late, or in the hands of somebody whose work is over, it goes back into the inbox, where colleagues see it. One of
    /// whose answer nobody says whether it helped is closed.
    package func sweepConsult(at now: Moment, _ ids: IDSource) throws -> Bool {
        if let late = try lateConsult(at: now) {
            try change(late, to: late.late(), .late, at: now, ids)
            return true
        }
        if let unheard = try unheardConsult(at: now) {
            try change(unheard, to: unheard.unheard(), .unheard, at: now, ids)
            return true
        }
        guard
            let (account, organisation) = try gone(
                among: """
                    SELECT asker_account AS account, asker_organisation AS organisation FROM consult
                    WHERE state <> 'closed' AND asker_account IS NOT NULL
                    UNION SELECT asked_account, asked_organisation FROM consult
                    WHERE state <> 'closed' AND asked_account IS NOT NULL
                    """, on: now.day)
        else { return false }
        try leaveConsults(of: account, at: organisation, now: now, ids)
        return true
    }

    private func lateConsult(at now: Moment) throws -> Consult? {
        try row(
            """
            SELECT \(Consult.columns) FROM consult c
            WHERE c.state <> 'closed' AND c.state = 'asked' AND c.asked_account IS NOT NULL AND EXISTS (
                SELECT 1 FROM promise p WHERE p.space = '' AND p.subject_kind = \(Consult.subjectKind)
                    AND p.subject = c.id AND p.settled_at IS NULL AND p.closed_at IS NULL AND p.due_at <= \(now))
                AND NOT EXISTS (
                    SELECT 1 FROM consult_entry e
                    WHERE e.consult_id = c.id AND e.kind = 'late' AND e.at >= c.since_at)
            ORDER BY c.since_at, c.id LIMIT 1
            """
        ) { try Consult(row: $0) }
    }

    private func unheardConsult(at now: Moment) throws -> Consult? {
        try row(
            """
            SELECT \(Consult.columns) FROM consult c
            WHERE c.state <> 'closed' AND c.state = 'answered' AND EXISTS (
                SELECT 1 FROM promise p WHERE p.space = '' AND p.subject_kind = \(Consult.subjectKind)
                    AND p.subject = c.id AND p.settled_at IS NULL AND p.closed_at IS NULL
                    AND p.due_at <= \(now - Consult.patience))
            ORDER BY c.since_at, c.id LIMIT 1
            """
        ) { try Consult(row: $0) }
    }

    /// Takes away what was over a year ago; its key goes with the keys that nothing uses.
    package func sweepOldConsults(at now: Moment) throws -> Int {
        let old = try rows(
            """
            SELECT id FROM consult WHERE closed_at <= \(now - Consult.kept) AND closed_at IS NOT NULL
            ORDER BY closed_at, id LIMIT 50
            """
        ) { $0.id(0, Consult.self) }
        try execute("DELETE FROM consult_entry WHERE consult_id IN \(list: old)")
        return try execute("DELETE FROM consult WHERE id IN \(list: old)")
    }

    private func change(
        _ before: Consult, to next: Consult, _ kind: ConsultEntry.Kind, at now: Moment, _ ids: IDSource
    ) throws {
        guard next != before else { return }
        try save(next, at: now)
        try note(kind, by: nil, at: now, try nextEntry(of: before.id), of: before.id)
        try owe(next, at: now, ids)
    }
}
