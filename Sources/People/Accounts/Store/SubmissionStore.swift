// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Where a form led to that this account sent before, or nil when it is sent for the first time.
    ///
    /// Asked first in each act that comes from a form, and again when a connection was lost while committing.
    package func submitted(_ form: ID<Submission>, by account: ID<Account>) throws -> String? {
        try row(
            """
            SELECT outcome FROM submission WHERE account = \(account) AND form = \(form) ORDER BY form
            """
        ) { $0.text(0) }
    }

    /// Writes down what a form did, in the transaction that did it.
    package func record(_ submission: Submission) throws {
        try execute(
            """
            INSERT INTO submission (account, form, at, outcome)
            VALUES (\(submission.account), \(submission.form), \(submission.at), \(submission.outcome))
            """)
    }

    /// Writes down what a form did, unless it was sent before, and tells whether this is the first time.
    package func recordIfFirst(_ submission: Submission) throws -> Bool {
        try execute(
            """
            INSERT INTO submission (account, form, at, outcome)
            VALUES (\(submission.account), \(submission.form), \(submission.at), \(submission.outcome))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    @discardableResult
    package func sweepSubmissions(at now: Moment) throws -> Int {
        try execute("DELETE FROM submission WHERE at < \(now - Submission.term)")
    }
}
