// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Synchronization

/// An act that waits for its group.
struct WaitingAct: Sendable {
    /// Does the act, and hands back what tells its caller the outcome once that is on disk.
    let carryOut: @Sendable (Connection) throws -> @Sendable () -> Void
    let refuse: @Sendable (any Error) -> Void
}

/// SQLite's one writer: what arrives while a group is being flushed forms the next group, which shares one flush.
///
/// Each act has a savepoint of its own, so one that fails undoes only itself. An error that may have undone the whole
/// transaction (full disk, failed read or write, no memory) makes the acts of the group run once more, each alone.
final class GroupCommit: Sendable {
    private struct Queue {
        var waiting: [WaitingAct] = []
        var isRunning = false
        var isClosed = false
    }

    /// More acts in a group would only make the first of them wait longer.
    private static let largestGroup = 256

    private let pool: DatabasePool
    private let limit: Int
    private let onFatal: @Sendable (String) -> Never
    private let afterGroup: @Sendable (GRDB.Database) -> Void
    private let queue = Mutex(Queue())

    /// At most `limit` acts wait, one more is refused as ``DatabaseError/busy``; `afterGroup` is called on the writer
    /// between two groups, when everybody of the first has an answer.
    init(
        pool: DatabasePool,
        limit: Int,
        onFatal: @escaping @Sendable (String) -> Never,
        afterGroup: @escaping @Sendable (GRDB.Database) -> Void
    ) {
        self.pool = pool
        self.limit = limit
        self.onFatal = onFatal
        self.afterGroup = afterGroup
    }

    func add(_ act: WaitingAct) throws(DatabaseError) {
        let mustStart = try queue.withLock { queue throws(DatabaseError) in
            if queue.isClosed { throw .unavailable("the database was closed") }
            if queue.waiting.count >= limit { throw .busy }
            queue.waiting.append(act)
            defer { queue.isRunning = true }
            return !queue.isRunning
        }
        if mustStart { pool.asyncWriteWithoutTransaction { self.carryOutGroups(on: $0) } }
    }

    /// Takes no more acts; those that wait are still carried out.
    func close() { queue.withLock { $0.isClosed = true } }

    private func carryOutGroups(on database: GRDB.Database) {
        while let group = nextGroup() {
            carryOut(group, on: database)
            afterGroup(database)
        }
    }

    private func nextGroup() -> ArraySlice<WaitingAct>? {
        queue.withLock { queue in
            if queue.waiting.isEmpty {
                queue.isRunning = false
                return nil
            }
            defer { queue.waiting.removeFirst(min(queue.waiting.count, Self.largestGroup)) }
            return queue.waiting.prefix(Self.largestGroup)
        }
    }

    private func carryOut(_ group: ArraySlice<WaitingAct>, on database: GRDB.Database) {
        let transaction = WriteTransaction(database: database)
        do {
            try transaction.begin()
            let answers = try group.map { try answer(of: $0, isAlone: group.count == 1, in: transaction) }
            try transaction.commit()
            for tell in answers { tell() }
        } catch {
            undo(transaction)
            if let error = error as? GRDB.DatabaseError, error.isFailedFlush { stop(error) }
            guard group.count > 1 else { return refuse(group, because: error) }
            for act in group { carryOut([act], on: database) }
        }
    }

    /// What to tell the caller of an act, once the group is on disk.
    ///
    /// Also a refusal waits for that: it may rest on what an act before it in the group wrote.
    ///
    /// - Throws: when the whole group must be undone.
    private func answer(
        of act: WaitingAct, isAlone: Bool, in transaction: WriteTransaction
    ) throws -> @Sendable () -> Void {
        if !isAlone { try transaction.openSavepoint() }
        let statements = SQLiteStatements(transaction.database)
        let outcome = Result { try act.carryOut(Connection(statements: statements)) }
        if let failure = statements.failure, failure.spoilsTransaction || !transaction.isOpen { throw failure }
        switch (outcome, statements.failure) {
        case (.success(let tell), nil):
            if !isAlone { try transaction.keepSavepoint() }
            return tell
        case (.success, let failure?):
            try undo(isAlone, transaction)
            return { act.refuse(DatabaseError(sqlite: failure)) }
        case (.failure(let error), _):
            try undo(isAlone, transaction)
            return { act.refuse(error) }
        }
    }

    private func undo(_ isAlone: Bool, _ transaction: WriteTransaction) throws {
        if isAlone {
            try transaction.rollBack()
            try transaction.begin()
        } else {
            try transaction.undoSavepoint()
        }
    }

    /// A transaction that can't even be undone leaves a writer whose state nobody knows.
    private func undo(_ transaction: WriteTransaction) {
        do { try transaction.rollBack() } catch { stop(error) }
    }

    private func refuse(_ group: ArraySlice<WaitingAct>, because error: any Error) {
        let error = (error as? GRDB.DatabaseError).map { DatabaseError(sqlite: $0) } ?? error
        for act in group { act.refuse(error) }
    }

    private func stop(_ error: any Error) -> Never {
        onFatal("the disk did not confirm a write, so what is on it is unknown: \(error). Check the disk, then start.")
    }
}
