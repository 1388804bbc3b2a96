// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CSodium
import Dispatch
import PeopleRules
import Synchronization

/// Turns passwords into what is kept of them, and back into yes or no: Argon2id (RFC 9106) by libsodium.
///
/// Each takes 19 MiB and a twentieth of a second on purpose. So two run at once, on threads where nothing else waits, and
/// a few dozen queue: whoever sends passwords without end exhausts neither the memory nor the web server.
package final class PasswordHashing: Sendable {
    /// What one hash costs.
    package struct Cost: Hashable, Sendable {
        let passes: UInt64
        let bytes: Int

        /// OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
        package static let standard = Cost(passes: 2, bytes: 19_922_944)
        /// The least there is, for tests about other things.
        package static let least = Cost(passes: 1, bytes: 8_192)
    }

    /// Too many wait already.
    package struct Busy: Error, Hashable {
        package init() {}
    }

    private struct Turns {
        var running = 0
        var waiting: [CheckedContinuation<Void, any Error>] = []
    }

    private static let mostRunning = 2
    private static let mostWaiting = 64

    private let cost: Cost
    private let threads = DispatchQueue(label: "passwords", attributes: .concurrent)
    private let turns = Mutex(Turns())
    private let count = Atomic(0)

    package init(cost: Cost = .standard) {
        self.cost = cost
        // Tells 1 when it was done before, and is safe to call from several threads.
        _ = sodium_init()
    }

    /// How many were computed, to see that an unknown name costs as much as a known one.
    package var computed: Int { count.load(ordering: .relaxed) }

    /// What is kept of a password; another one each time, as its salt is.
    ///
    /// - Throws: ``Busy``
    package func hash(_ password: Password) async throws -> PasswordHash {
        guard let text = try await carryOut({ self.hashed(password.text) }) else { throw Busy() }
        return PasswordHash(text)
    }

    /// Whether this is the password; without a hash no, after the same work.
    ///
    /// - Throws: ``Busy``
    package func matches(_ typed: String, _ hash: PasswordHash?) async throws -> Bool {
        // What is longer than any password would only cost time.
        let isTooLong = typed.utf8.count > Password.longest * 16
        let text = isTooLong ? "" : Password.normalised(typed)
        return try await carryOut {
            guard let hash, !isTooLong else {
                _ = self.hashed(text)
                return false
            }
            self.count.add(1, ordering: .relaxed)
            return crypto_pwhash_str_verify(hash.text, text, UInt64(text.utf8.count)) == 0
        }
    }

    private func hashed(_ text: String) -> String? {
        count.add(1, ordering: .relaxed)
        var line = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        // Refuses only when there is no memory.
        guard crypto_pwhash_str(&line, text, UInt64(text.utf8.count), cost.passes, cost.bytes) == 0 else { return nil }
        return String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private func carryOut<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
        try await turn()
        defer { done() }
        return await withCheckedContinuation { caller in
            threads.async { caller.resume(returning: work()) }
        }
    }

    private func turn() async throws {
        try await withCheckedThrowingContinuation { caller in
            let answer = turns.withLock { turns -> Result<Void, any Error>? in
                if turns.running < Self.mostRunning {
                    turns.running += 1
                    return .success(())
                }
                guard turns.waiting.count < Self.mostWaiting else { return .failure(Busy()) }
                turns.waiting.append(caller)
                return nil
            }
            if let answer { caller.resume(with: answer) }
        }
    }

    private func done() {
        let next = turns.withLock { turns -> CheckedContinuation<Void, any Error>? in
            guard turns.waiting.isEmpty else { return turns.waiting.removeFirst() }
            turns.running -= 1
            return nil
        }
        next?.resume()
    }
}
