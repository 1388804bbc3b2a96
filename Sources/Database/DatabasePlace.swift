// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres
import Foundation

/// What commands ask about the place where data lie, before anything is opened there.
extension DatabaseLocation {
    /// The place in words, without a password.
    package var described: String {
        switch self {
        case .sqlite(let path): "database at \(path)"
        case .postgres: "PostgreSQL database of that address"
        }
    }

    /// Whether nothing lies there; of PostgreSQL only a connection tells (``Database/isEmpty()``).
    package var isFree: Bool {
        switch self {
        case .sqlite(let path): !DurableFile.exists(path)
        case .postgres: false
        }
    }

    /// The address as variables for PostgreSQL's own programs, so that no password stands in a list of processes;
    /// empty for a file.
    package var environment: [String: String] {
        guard case .postgres(let address) = self, let options = PQconninfoParse(address, nil) else { return [:] }
        defer { PQconninfoFree(options) }
        var variables: [String: String] = [:]
        var option = options
        while option.pointee.keyword != nil {
            if let name = option.pointee.envvar, let value = option.pointee.val {
                variables[String(cString: name)] = String(cString: value)
            }
            option += 1
        }
        return variables
    }

    /// Puts a copy of a SQLite database in a place where there is none, and checks it there.
    ///
    /// - Throws: ``DatabaseError/unavailable(_:)`` when something lies there, ``DatabaseError/damaged(_:)`` when the
    ///   copy does not pass SQLite's own check; then nothing was put there.
    package static func restore(
        copy path: String, to place: String, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws {
        guard DurableFile.exists(path) else { throw DatabaseError.unavailable("there is no file at \(path)") }
        do { try DurableFile.makeFolder(of: place) } catch let error as VaultError {
            throw DatabaseError.unavailable(error.message)
        }
        try await aside { try SQLiteCopy(from: path, to: place, progress: progress).make() }
    }
}

extension Database {
    /// Whether there is no table in it at all.
    package func isEmpty() async throws -> Bool {
        let engine = dialect.engine
        return try await read { connection in
            switch engine {
            case .sqlite: try connection.row("SELECT 1 FROM sqlite_schema LIMIT 1") { _ in true } == nil
            case .postgres:
                try connection.row(
                    """
                    SELECT 1 FROM pg_class
                    WHERE relnamespace = to_regnamespace(current_schema()) AND relkind IN ('r', 'p', 'v', 'S')
                    ORDER BY oid LIMIT 1
                    """
                ) { _ in true } == nil
            }
        }
    }
}
