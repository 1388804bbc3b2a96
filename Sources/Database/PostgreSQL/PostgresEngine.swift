// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The data in PostgreSQL.
final class PostgresEngine: DatabaseEngine {
    init(address: String, poolSize: Int) async throws { throw DatabaseError.unavailable("PostgreSQL") }

    func read<Value: Sendable>(_ question: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        throw DatabaseError.unavailable("PostgreSQL")
    }
    func write<Value: Sendable>(
        settled: (@Sendable (Connection) throws -> Value?)?,
        _ act: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value { throw DatabaseError.unavailable("PostgreSQL") }
    func announce() {}
    func announcements() -> AsyncStream<Void> { AsyncStream { nil } }
    func lease(_ name: String) async throws -> Lease? { nil }
    func alone<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value { try await body() }
    func copy(to path: String, progress: @escaping @Sendable (Int, Int) -> Void) async throws {}
    func clusterIdentifier() async throws -> String? { nil }
    func close() async {}
}
