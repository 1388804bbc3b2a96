// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What the SQLite and the PostgreSQL engine each do in their own way; ``Database`` tells what it means.
protocol DatabaseEngine: Sendable {
    func read<Value: Sendable>(_ question: @escaping @Sendable (Connection) throws -> Value) async throws -> Value

    func answer<Value: Sendable>(
        inTurn turn: String?, _ question: @escaping @Sendable (Connection) throws -> Value,
        noting note: @escaping @Sendable (Value, Connection) throws -> Void
    ) async throws -> Value

    func write<Value: Sendable>(
        inTurn turn: String?, settled: (@Sendable (Connection) throws -> Value?)?,
        _ act: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value

    func announce()
    func announcements() -> AsyncStream<Void>
    func lease(_ name: String) async throws -> Lease?

    /// Runs `body` while no other process does so on this database.
    func alone<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value

    func copy(to path: String, progress: @escaping @Sendable (Int, Int) -> Void) async throws
    func clusterIdentifier() async throws -> String?
    func close() async
}
