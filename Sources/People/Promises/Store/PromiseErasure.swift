// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Empties what the promises of a space say, where it was sealed under one of these keys.
    ///
    /// - Returns: how many were emptied.
    package func emptyDetails(in space: ID<PromiseSpace>, sealedUnder keys: Set<String>) throws -> Int {
        let sealed = try rows(
            "SELECT id, detail FROM promise WHERE space = \(space) AND detail IS NOT NULL ORDER BY id"
        ) { (id: $0.id(0, Promise.self), key: PartKey.id(of: $0.bytes(1))) }
        let erased = sealed.filter { row in row.key.map(keys.contains) ?? false }
        for row in erased {
            try execute(
                """
                UPDATE promise SET detail = NULL, version = version + 1 WHERE space = \(space) AND id = \(row.id)
                """)
        }
        return erased.count
    }
}
