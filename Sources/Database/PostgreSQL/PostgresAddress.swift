// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres

/// Where PostgreSQL is: a connection string read by libpq, completed with what makes a failure seen in seconds.
struct PostgresAddress: Sendable {
    /// Settings as libpq names them.
    private(set) var settings: [String: String] = [:]

    private static let defaults = [
        "fallback_application_name": "rondom",
        "client_encoding": "UTF8",
        // Of several hosts, the one that takes writes; of one host that doesn't, none.
        "target_session_attrs": "read-write",
        "connect_timeout": "2",
        "tcp_user_timeout": "2000",
        "keepalives_idle": "5",
        "keepalives_interval": "2",
        "keepalives_count": "3",
    ]

    /// - Throws: ``DatabaseError/unavailable(_:)`` when the string is none of libpq's.
    init(_ text: String) throws(DatabaseError) {
        var complaint: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &complaint) else {
            // The complaint may quote the password.
            PQfreemem(complaint)
            throw .unavailable("its address is no connection string of PostgreSQL")
        }
        defer { PQconninfoFree(options) }
        settings = Self.defaults
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { settings[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
    }
}
