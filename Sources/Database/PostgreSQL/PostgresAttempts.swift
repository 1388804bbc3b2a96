// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// How a question or an act is carried out on PostgreSQL, again where that is safe.
struct PostgresAttempts: Sendable {
    /// How long to go on, from when somebody asked, against conflicts and a server that is away.
    static let patience = Duration.seconds(5)
    /// How long to look whether an act was done, after its COMMIT got no answer; as long as a failover takes.
    private static let patienceInDoubt = Duration.seconds(30)

    let pool: PostgresPool

    private enum Outcome<Value> {
        case done(Value)
        /// The act, or a rule of the schema, said no.
        case refused(any Error)
        /// It was undone because of what others did at the same time.
        case conflict(PostgresError)
        /// The connection was lost before COMMIT, so nothing was done.
        case lost(PostgresError)
        /// The connection was lost after COMMIT was sent.
        case doubt
    }

    func read<Value>(
        until deadline: ContinuousClock.Instant, _ question: (Connection) throws -> Value
    ) throws -> Value {
        while true {
            let session = try pool.take(until: deadline)
            let transaction = PostgresTransaction(.questions, on: session)
            let answer = Result { try question(Connection(statements: transaction)) }
            if let failure = transaction.failure, failure.isLoss && !failure.isReadOnly || failure.isStalePlan {
                pool.drain()
                if ContinuousClock.now < deadline { continue }
                throw failure.meaning
            }
            transaction.end()
            pool.giveBack(session)
            if let failure = transaction.failure { throw failure.meaning }
            return try answer.get()
        }
    }

    func write<Value>(
        until deadline: ContinuousClock.Instant, settled: ((Connection) throws -> Value?)?,
        _ act: @escaping (Connection) throws -> Value
    ) throws -> Value {
        var (deadline, act, doubted, tries) = (deadline, act, Int64?.none, 0)
        while true {
            let session = try session(after: doubted, until: deadline)
            let wasDoubted = doubted
            doubted = nil
            switch attempt(act, on: session, isFirst: tries == 0) {
            case .done(let value): return value
            case .refused(let error): throw error
            case .conflict(let error), .lost(let error):
                guard ContinuousClock.now < deadline else { throw error.meaning }
                pause(tries)
            case .doubt:
                guard let settled else { throw DatabaseError.outcomeUnknown }
                if wasDoubted == nil { deadline = .now + Self.patienceInDoubt }
                doubted = session.mark
                act = { [act] in try settled($0) ?? act($0) }
            }
            tries += 1
        }
    }

    /// A session to go on with.
    ///
    /// After a doubt the server must have ended the session before: its COMMIT may be under way while we look, and
    /// then we would look too early.
    private func session(
        after doubted: Int64?, until deadline: ContinuousClock.Instant
    ) throws(DatabaseError) -> PostgresSession {
        guard let doubted else { return try pool.take(until: deadline) }
        while ContinuousClock.now < deadline {
            guard let session = try? pool.take(until: deadline) else { break }
            do {
                try session.awaitEnd(of: doubted)
                return session
            } catch {
                pool.drain()
                if !error.isLoss && !error.isLockTimeout { break }
            }
        }
        throw .outcomeUnknown
    }

    private func attempt<Value>(
        _ act: (Connection) throws -> Value, on session: PostgresSession, isFirst: Bool
    ) -> Outcome<Value> {
        let transaction = PostgresTransaction(.act, on: session)
        let result = Result { try act(Connection(statements: transaction)) }
        if let failure = transaction.failure { return undone(transaction, failure, on: session, isFirst: isFirst) }
        switch result {
        case .success(let value): return commit(value, transaction, on: session, isFirst: isFirst)
        case .failure(let error):
            transaction.end()
            pool.giveBack(session)
            return .refused(error)
        }
    }

    private func commit<Value>(
        _ value: Value, _ transaction: PostgresTransaction, on session: PostgresSession, isFirst: Bool
    ) -> Outcome<Value> {
        do {
            try transaction.commit()
            pool.giveBack(session)
            return .done(value)
        } catch {
            // 25006 can't come from COMMIT; every other loss leaves open how far the server was.
            guard error.isLoss else { return undone(transaction, error, on: session, isFirst: isFirst) }
            pool.drain()
            return .doubt
        }
    }

    private func undone<Value>(
        _ transaction: PostgresTransaction, _ failure: PostgresError, on session: PostgresSession, isFirst: Bool
    ) -> Outcome<Value> {
        if failure.isLoss || failure.isStalePlan {
            pool.drain()
            return .lost(failure)
        }
        transaction.end()
        pool.giveBack(session)
        let isConflict = failure.isConflict || failure.mayBeConflict && isFirst
        return isConflict ? .conflict(failure) : .refused(failure.meaning)
    }

    /// Those who met each other come back at different times.
    private func pause(_ tries: Int) {
        guard tries > 0 else { return }
        Thread.sleep(forTimeInterval: Double.random(in: 0...min(0.05, 0.002 * Double(tries))))
    }
}
