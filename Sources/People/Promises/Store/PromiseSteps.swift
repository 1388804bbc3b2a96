// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// The steps taken to chase a promise.
    package func steps(of stored: StoredPromise) throws -> Set<PromiseStep> {
        Set(
            try rows(
                """
                SELECT step FROM promise_step
                WHERE space = \(stored.space?.text ?? "") AND promise = \(stored.promise.id) ORDER BY at, step
                """
            ) { try $0.kept(0) })
    }

    /// Takes the steps that are due, of at most so many promises, and tells of how many; zero when nothing is left.
    ///
    /// A step is taken once: by (promise, step), whoever else is at it.
    package func chasePromises(at now: Moment, limit: Int = 100) throws -> Int {
        let due = try rows(
            """
            SELECT \(StoredPromise.columns) FROM promise
            WHERE look_at IS NOT NULL AND look_at <= \(now)
            ORDER BY look_at, space, id LIMIT \(limit)
            """
        ) { try StoredPromise(row: $0) }
        for stored in due { try chase(stored, at: now) }
        return due.count
    }

    private func chase(_ stored: StoredPromise, at now: Moment) throws {
        var promise = stored.promise
        for step in promise.stepsDue(at: now, done: try steps(of: stored)) {
            guard try record(step, of: stored, at: now) else { continue }
            promise = try promise.handedOver(to: promise.owner(after: step))
        }
        try save(promise, of: stored)
    }

    private func record(_ step: PromiseStep, of stored: StoredPromise, at now: Moment) throws -> Bool {
        try execute(
            """
            INSERT INTO promise_step (space, promise, step, at)
            VALUES (\(stored.space?.text ?? ""), \(stored.promise.id), \(step.rawValue), \(now))
            ON CONFLICT (space, promise, step) DO NOTHING
            """) == 1
    }
}
