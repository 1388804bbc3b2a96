// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import NIOPosix
import Synchronization

/// The data in PostgreSQL: as many acts and questions at a time as there are connections.
final class PostgresEngine: DatabaseEngine {
    private let attempts: PostgresAttempts
    private let threads: NIOThreadPool
    private let places: Places
    private let turns = Turns()
    private let news = Announcements()
    private let herald: PostgresHerald

    /// Connects once, so that a wrong address is known at the start; when more than `queueLimit` acts and questions
    /// wait, one more is refused as busy.
    init(address: String, poolSize: Int, queueLimit: Int = 1024) async throws {
        let address = try PostgresAddress(address)
        attempts = PostgresAttempts(pool: PostgresPool(address))
        herald = PostgresHerald(address, news: news)
        places = Places(count: queueLimit + poolSize)
        threads = NIOThreadPool(numberOfThreads: poolSize)
        threads.start()
        try await threads.carryOut { [pool = attempts.pool] in pool.giveBack(try pool.take(until: .now)) }
    }

    deinit {
        herald.stop()
        threads.shutdownGracefully { _ in }
    }

    func read<Value: Sendable>(_ question: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await whenFree { [attempts] in try attempts.read(until: $0, question) }
    }

    /// Apart, as questions among acts would make these conflict.
    func answer<Value: Sendable>(
        inTurn turn: String?, _ question: @escaping @Sendable (Connection) throws -> Value,
        noting note: @escaping @Sendable (Value, Connection) throws -> Void
    ) async throws -> Value {
        let answer = try await read(question)
        try await write(inTurn: turn, settled: { _ in nil }) { try note(answer, $0) }
        return answer
    }

    func write<Value: Sendable>(
        inTurn turn: String?, settled: (@Sendable (Connection) throws -> Value?)?,
        _ act: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await whenFree(turn) { [attempts] in try attempts.write(until: $0, settled: settled, act) }
    }

    func announce() { herald.announce() }

    func announcements() -> AsyncStream<Void> {
        herald.listen()
        return news.stream()
    }

    func lease(_ name: String) async throws -> Lease? {
        let address = attempts.pool.address
        return try await aside { try PostgresLease(name, at: address)?.lease }
    }

    func alone<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        let address = attempts.pool.address
        let right = try await aside { try PostgresLease(awaiting: "migrate", at: address) }
        attempts.pool.isPatient.store(true, ordering: .relaxed)
        defer {
            attempts.pool.isPatient.store(false, ordering: .relaxed)
            right.release()
        }
        return try await body()
    }

    func copy(to path: String, progress: @escaping @Sendable (Int, Int) -> Void) async throws {
        throw DatabaseError.failed("A copy of a PostgreSQL database is made with pg_dump or pg_basebackup.")
    }

    func clusterIdentifier() async throws -> String? {
        try await read { connection in
            try connection.row("SELECT CAST(system_identifier AS TEXT) FROM pg_control_system()") { $0.text(0) }
        }
    }

    func close() async {
        herald.stop()
        news.end()
        try? await threads.shutdownGracefully()
        attempts.pool.drain()
    }

    /// Hands out until when to go on: whoever waited long in the queue does not wait as long again.
    private func whenFree<Value: Sendable>(
        _ turn: String? = nil, _ work: @escaping @Sendable (ContinuousClock.Instant) throws -> Value
    ) async throws -> Value {
        try places.take()
        defer { places.giveBack() }
        let deadline = ContinuousClock.now + PostgresAttempts.patience
        if let turn { await turns.take(turn) }
        defer { if let turn { turns.giveBack(turn) } }
        return try await threads.carryOut { try work(deadline) }
    }
}

/// How many may wait for a connection.
private final class Places: Sendable {
    private let free: Atomic<Int>

    init(count: Int) { free = Atomic(count) }

    func take() throws(DatabaseError) {
        guard free.subtract(1, ordering: .relaxed).newValue >= 0 else {
            giveBack()
            throw .busy
        }
    }

    func giveBack() { free.add(1, ordering: .relaxed) }
}
