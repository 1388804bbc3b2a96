// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres
import Database
import Foundation

/// A cluster of PostgreSQL that tests may fill with databases; `Tests/postgres-cluster run COMMAND` starts one.
package actor TestCluster {
    /// There is no cluster to test on.
    package struct Missing: Error, CustomStringConvertible {
        package let description: String
    }

    package static let shared = TestCluster()

    /// A database is dropped when the test that opened it has let it go.
    private struct Made {
        let name: String
        weak var user: Database?
    }

    private var made: [Made] = []
    private var number = 0

    /// The libpq string (`host=… user=… dbname=…`) of a superuser on the cluster.
    package static func address() throws(Missing) -> String {
        if let address = ProcessInfo.processInfo.environment["RONDOM_TEST_POSTGRES"] { return address }
        throw Missing(
            description: """
                RONDOM_TEST_POSTGRES is not set, so nothing can be tested on PostgreSQL. Run the tests with \
                `Tests/postgres-cluster run swift test`, or set it to the libpq string of a superuser.
                """)
    }

    /// Makes a database whose texts are ordered as in SQLite: empty, or with all that is in another one of these tests.
    func makeDatabase(from original: String? = nil) throws -> (name: String, location: DatabaseLocation) {
        dropUnused()
        number += 1
        let name = "test_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
        try Self.carryOut(
            "CREATE DATABASE \(name) TEMPLATE \(original ?? "template0") ENCODING 'UTF8' LOCALE 'C.UTF-8'")
        return (name, .postgres("\(try Self.address()) dbname=\(name)"))
    }

    /// Keeps a database as long as somebody uses it.
    func keep(_ name: String, for user: Database) { made.append(Made(name: name, user: user)) }

    /// Carries out a statement as superuser, outside any transaction.
    package static func carryOut(_ statement: String) throws {
        let connection = PQconnectdb(try address())
        defer { PQfinish(connection) }
        let result = PQexec(connection, statement)
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
            throw Missing(description: connection.map { String(cString: PQerrorMessage($0)) } ?? "no memory")
        }
    }

    private func dropUnused() {
        for unused in made where unused.user == nil {
            try? Self.carryOut("DROP DATABASE \(unused.name) WITH (FORCE)")
        }
        made.removeAll { $0.user == nil }
    }
}
