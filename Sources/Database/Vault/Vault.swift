// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Kernel
import Synchronization

/// The keys of all parts, kept apart from the data they seal.
///
/// Calls block and belong on a database thread, inside `read` and `write` closures. Keys once opened are remembered
/// until the generation changes.
package final class Vault: Sendable {
    let store: any KeyStore
    let storeKeyFile: StoreKeyFile
    let clock: Clock
    let stepDone: @Sendable (Step) -> Void
    let memory: Mutex<Memory>
    let fixed: FixedKeys

    /// The identifier of this installation, made with its key store.
    package let installation: String

    /// What is remembered of the key store's last generation that was seen.
    struct Memory {
        var generation: Int
        var storeKey: StoreKey
        var opened: [ID<PartKey>: PartKey] = [:]

        /// Some 10 MB of keys; beyond that it begins anew.
        private static let limit = 50_000

        mutating func remember(_ key: PartKey) {
            if opened.count >= Self.limit { opened.removeAll() }
            opened[ID(stored: key.id)] = key
        }
    }

    /// Where a test may end the process, to see that what is left on disk is whole.
    package enum Step: String, Sendable, CaseIterable {
        case storeKeyWritten, storeMade
        case keysWritten, keysMade
        case nextKeyWritten, keysDeleted, keysWrapped, wrappingDone, oldKeyOverwritten, nextKeyInPlace
    }

    init(
        store: any KeyStore, storeKeyFile: StoreKeyFile, memory: Memory, fixed: FixedKeys, installation: String,
        clock: Clock, stepDone: @escaping @Sendable (Step) -> Void
    ) {
        self.store = store
        self.storeKeyFile = storeKeyFile
        self.clock = clock
        self.stepDone = stepDone
        self.installation = installation
        self.fixed = fixed
        self.memory = Mutex(memory)
    }

    /// Looks whether keys were erased or wrapped anew beside this process, and forgets what it remembered if so.
    ///
    /// Called at the start of each transaction that opens anything.
    package func refresh() throws {
        let seen = memory.withLock { $0.generation }
        if try store.generation() != seen { try reload() }
    }

    /// The key of a part, or nil when it was destroyed.
    package func key(_ id: String) throws -> PartKey? { try keys([id])[id] }

    /// The keys of several parts with one question; those that were destroyed are absent.
    package func keys(_ ids: [String]) throws -> [String: PartKey] {
        try underCurrentStoreKey { generation, storeKey in
            var found = memory.withLock { memory in
                ids.reduce(into: [:]) { $0[$1] = memory.opened[ID(stored: $1)] }
            }
            let others = ids.filter { found[$0] == nil }
            if others.isEmpty { return found }
            let wrapped = try store.read { session in
                try session.state()?.generation == generation ? session.keys(others) : nil
            }
            guard let wrapped else { return nil }
            let opened = try wrapped.compactMap { try PartKey(id: $0.id, key: storeKey.unwrap($0.wrapped, id: $0.id)) }
            remember(opened, of: generation)
            for key in opened { found[key.id] = key }
            return found
        }
    }

    /// The same by identifiers that are read already, as a list of families asks for hundreds.
    package func keys(of ids: [ID<PartKey>]) throws -> [ID<PartKey>: PartKey] {
        var found: [ID<PartKey>: PartKey] = Dictionary(minimumCapacity: ids.count)
        var others: [String] = []
        memory.withLock { memory in
            for id in ids {
                if let key = memory.opened[id] { found[id] = key } else { others.append(id.text) }
            }
        }
        guard !others.isEmpty else { return found }
        for key in try keys(others).values { found[ID(stored: key.id)] = key }
        return found
    }

    /// Makes keys for new parts; they are on disk when this returns, before the part's first row is written.
    ///
    /// A part that has a key keeps it, so an act may run again.
    /// - Throws: ``VaultError/noPart(_:)`` when an identifier is no UUID.
    package func makeKeys(_ ids: [String]) throws {
        let fresh = try ids.map { id in
            guard !FixedKeys.ids.contains(id), let key = PartKey(id: id, key: SymmetricKey(size: .bits256)) else {
                throw VaultError.noPart(id)
            }
            return key
        }
        let madeAt = Int(clock.now().milliseconds)
        try underCurrentStoreKey { generation, storeKey in
            let rows = try fresh.map {
                WrappedKey(id: $0.id, wrapped: try storeKey.wrap($0.key, id: $0.id), madeAt: madeAt)
            }
            return try store.write(.asItIs) { session -> Void? in
                guard try session.state()?.fingerprint == storeKey.fingerprint else { return nil }
                try session.add(rows)
                stepDone(.keysWritten)
                return ()
            }
        }
        stepDone(.keysMade)
    }

    /// A digest by which a value can be found without being readable: HMAC-SHA256 under a key of this purpose.
    package func digest(_ value: String, for purpose: Purpose) -> String { fixed.digest(value, purpose.rawValue) }

    /// The link of a chain: HMAC-SHA256 under the chain key.
    package func link(_ bytes: [UInt8]) -> [UInt8] { fixed.link(bytes) }

    /// The key under which access records are sealed: they outlive the parts they tell of.
    package var logKey: PartKey { fixed.log }

    package enum Purpose: String, Sendable {
        case session, login, form, csrf, draft, card, passkey, guess, device, recovery, begun, letter, lookup, copy,
            calendar,
            circleCode, assignment
    }
}
