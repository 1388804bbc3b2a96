// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// One transaction on a session, begun with its first statement.
final class PostgresTransaction: Statements {
    /// How the two kinds of transactions begin.
    enum Kind {
        /// One state of the data for all questions.
        case questions
        /// As if acts were done one after the other.
        case act

        fileprivate var opening: StaticString {
            switch self {
            case .questions: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            case .act: "BEGIN ISOLATION LEVEL SERIALIZABLE"
            }
        }
    }

    private let session: PostgresSession
    private let kind: Kind
    private var isOpen = false
    /// The first statement that failed: nothing of the transaction can be kept any more.
    private(set) var failure: PostgresError?

    init(_ kind: Kind, on session: PostgresSession) { (self.kind, self.session) = (kind, session) }

    func rows<Value>(_ sql: SQL, _ decode: (borrowing Row) throws -> Value) throws -> [Value] {
        let result = try run(sql)
        return try (0..<result.rowCount).map { try decode(Row(source: .postgres(result.pointer, row: $0))) }
    }

    func execute(_ sql: SQL) throws -> Int { try run(sql).changedCount }

    /// Waits until what was done is on disk.
    func commit() throws(PostgresError) {
        guard isOpen else { return }
        isOpen = false
        let result = try session.carryOut("COMMIT")
        // What failed was thrown before; this is for what nobody foresaw.
        guard result.deed == "COMMIT" else { throw failure ?? PostgresError(lost: "COMMIT answered \(result.deed)") }
    }

    /// Ends the transaction and keeps nothing; nobody waits for that.
    func end() {
        guard isOpen else { return }
        isOpen = false
        // A session on which this fails is broken, which its next user finds out.
        try? session.sendLast("ROLLBACK")
    }

    private func run(_ sql: SQL) throws -> PostgresResult {
        if let failure { throw failure.meaning }
        defer { isOpen = true }
        do {
            return try session.run(sql, after: isOpen ? nil : kind.opening)
        } catch {
            failure = error
            throw error.meaning
        }
    }
}
