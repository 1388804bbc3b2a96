// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// What the vault remembers, and how it notices that others wrapped the keys anew.
extension Vault {
    /// Answers with the store key that all keys are wrapped under; asks again after a look at the key store when the
    /// body says (with nil) that it meanwhile is another one.
    func underCurrentStoreKey<Value>(_ body: (Int, StoreKey) throws -> Value?) throws -> Value {
        for _ in 0..<10 {
            let (generation, storeKey) = memory.withLock { ($0.generation, $0.storeKey) }
            if let value = try body(generation, storeKey) { return value }
            try reload()
        }
        throw VaultError.unavailable("its keys are being wrapped anew all the time")
    }

    func remember(_ keys: [PartKey], of generation: Int) {
        memory.withLock { memory in
            guard memory.generation == generation else { return }
            for key in keys { memory.remember(key) }
        }
    }

    /// Forgets all keys and reads the store key again.
    func reload() throws {
        let (state, storeKey, _) = try Self.current(store, storeKeyFile)
        memory.withLock { memory in
            guard state.generation != memory.generation || storeKey.fingerprint != memory.storeKey.fingerprint
            else { return }
            memory = Memory(generation: state.generation, storeKey: storeKey)
        }
    }

    /// The state of the key store, the store key that fits it and the installation's own keys under that.
    ///
    /// Between the two looks another process may wrap all
    /// keys anew, so a key that does not fit is looked for again.
    static func current(_ store: any KeyStore, _ file: StoreKeyFile) throws -> (KeyStoreState, StoreKey, [WrappedKey]) {
        for attempt in 0..<5 {
            if attempt > 0 { Thread.sleep(forTimeInterval: 0.02) }
            let (state, fixed) = try store.read { (try $0.state(), try $0.keys(FixedKeys.ids)) }
            guard let state else { throw VaultError.missing("key store") }
            if let key = try file.key(fitting: state.fingerprint) { return (state, key, fixed) }
        }
        throw DurableFile.exists(file.path) || DurableFile.exists(file.next)
            ? VaultError.wrongStoreKey : VaultError.missing("store key at \(file.path)")
    }
}
