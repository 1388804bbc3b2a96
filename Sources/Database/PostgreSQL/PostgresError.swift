// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres

/// What PostgreSQL, or the way to it, answered instead of a result.
struct PostgresError: Error {
    /// SQLSTATE, five signs (appendix A of PostgreSQL's manual); empty when the connection itself failed.
    let state: String
    let message: String
    private let constraint: String?
    private let column: String?

    init(_ result: OpaquePointer) {
        func field(_ code: UnicodeScalar) -> String? {
            PQresultErrorField(result, CInt(code.value)).map { String(cString: $0) }
        }
        // The letters are those of the protocol (PG_DIAG_SQLSTATE and so on), whose C macros Swift does not see.
        state = field("C") ?? ""
        message = field("M") ?? String(cString: PQresultErrorMessage(result)).trimmed
        constraint = field("n")
        column = field("c")
    }

    /// The connection failed.
    init(lost message: String) {
        (state, self.message, constraint, column) = ("", message, nil, nil)
    }

    init(connection: OpaquePointer?) {
        self.init(lost: connection.map { String(cString: PQerrorMessage($0)).trimmed } ?? "no memory")
    }

    /// The connection is of no use any more: broken, the server stops (57P01 to 57P03), or the server we speak to
    /// became a standby and takes no writes (25006).
    var isLoss: Bool {
        state.isEmpty || state.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05"].contains(state) || isReadOnly
    }

    /// Where nothing may be written: on a standby, or among questions.
    var isReadOnly: Bool { state == "25006" }

    /// The act met another one (serialisation failure, deadlock) and can be done again.
    var isConflict: Bool { state == "40001" || state == "40P01" }

    /// A serialisable act that looked first whether a row is there can still meet it when it writes (section 13.2.3
    /// of the manual); a second look then tells whether the rule or only the moment was broken.
    var mayBeConflict: Bool { state == "23505" }

    /// What was waited for is still held.
    var isLockTimeout: Bool { state == "55P03" }

    /// A statement prepared before the schema was changed.
    var isStalePlan: Bool { state == "0A000" && message.contains("cached plan") || state == "26000" }

    var meaning: DatabaseError {
        switch state.prefix(2) {
        case "23": .constraint(constraint ?? column ?? message)
        case "53", "57", "58", "08", "": .unavailable(message)
        case "XX" where state != "XX000": .damaged(message)
        case "40": .busy
        default: .failed(message)
        }
    }
}

extension String {
    /// Without the line breaks that libpq puts behind its messages.
    fileprivate var trimmed: String { split(separator: "\n").joined(separator: " ") }
}
