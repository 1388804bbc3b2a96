// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// A norm as it was set: by whom, and when.
package struct NormSet: Hashable, Sendable {
    package let norm: Norm
    package let by: ID<Account>
    package let at: Moment
}

extension Connection {
    /// The norms that were set here, the one that counts of each kind.
    package func normsSet() throws -> [NormSet] {
        try rows(
            """
            SELECT n.kind, n.working_days, n.by_account, n.at FROM norm n
            WHERE n.number = (SELECT MAX(o.number) FROM norm o WHERE o.kind = n.kind) ORDER BY n.kind
            """
        ) { row in
            (try? Norm(PromiseKind(rawValue: row.text(0)), workingDays: row.int(1))).map {
                NormSet(norm: $0, by: row.id(2), at: row.moment(3))
            }
        }.compactMap(\.self)
    }

    package func norms() throws -> Norms { Norms(try normsSet().map(\.norm)) }

    /// Sets a norm for what is promised from now on; what it was before stays on record.
    package func set(_ norm: Norm, by account: ID<Account>, at now: Moment) throws {
        try execute(
            """
            INSERT INTO norm (kind, number, working_days, by_account, at)
            SELECT \(norm.kind.rawValue), COALESCE(MAX(number), 0) + 1, \(norm.workingDays), \(account), \(now)
            FROM norm WHERE kind = \(norm.kind.rawValue)
            """)
    }
}
