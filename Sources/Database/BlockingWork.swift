// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import NIOPosix

extension NIOThreadPool {
    /// Carries out what blocks on a thread of the pool, when its turn comes.
    func carryOut<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        do {
            return try await runIfActive(work)
        } catch is CancellationError where !Task.isCancelled {
            throw DatabaseError.unavailable("the database was closed")
        }
    }
}

/// Carries out what blocks on a thread outside any pool, so that it neither waits for acts nor makes them wait.
func aside<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { caller in
        DispatchQueue.global().async { caller.resume(with: Result(catching: work)) }
    }
}
