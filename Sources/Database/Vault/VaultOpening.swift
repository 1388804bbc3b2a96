// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel

/// Making a key store, and opening it.
extension Vault {
    /// Makes a key store and its store key where there are none.
    ///
    /// The store key is on disk before the key store tells its fingerprint, so a process that ends halfway leaves
    /// either nothing that counts or a key store that opens.
    /// Those of an invented town say so in the name of the installation.
    ///
    /// - Throws: ``VaultError/exists(_:)`` when either is there already.
    package static func create(
        at location: KeyStoreLocation, storeKey path: String? = nil, isDemo: Bool = false, clock: Clock = .machine,
        stepDone: @escaping @Sendable (Step) -> Void = { _ in }
    ) throws -> Vault {
        let file = StoreKeyFile(path: path ?? location.storeKeyPath)
        try DurableFile.makeFolder(of: file.path)
        let store = try file.alone {
            guard !DurableFile.exists(file.path) else { throw VaultError.exists("store key at \(file.path)") }
            let store = try location.connect(making: true)
            let fresh = StoreKey.fresh()
            let state = KeyStoreState(
                generation: 1, fingerprint: fresh.fingerprint,
                installation: (isDemo ? demoMark : "") + UUID().uuidString.lowercased())
            try makeStore(store, fresh, state, location, madeAt: Int(clock.now().milliseconds)) {
                try file.writeNext(fresh)
                stepDone(.storeKeyWritten)
            }
            stepDone(.storeMade)
            try file.putNextInPlace()
            return store
        }
        return try Vault(opened: store, file, clock, stepDone)
    }

    /// Opens the key store, and finishes or undoes what a process that ended while wrapping keys anew left.
    ///
    /// - Throws: ``VaultError/missing(_:)``, ``VaultError/wrongStoreKey``, ``VaultError/unavailable(_:)`` or
    ///   ``VaultError/corrupt(_:)``; then nothing opens at all.
    package static func open(
        at location: KeyStoreLocation, storeKey path: String? = nil, clock: Clock = .machine,
        stepDone: @escaping @Sendable (Step) -> Void = { _ in }
    ) throws -> Vault {
        let file = StoreKeyFile(path: path ?? location.storeKeyPath)
        let store = try location.connect()
        let present = try store.read { try $0.hasTables() && $0.state() != nil }
        guard present else { throw VaultError.missing(location.described) }
        guard DurableFile.exists(file.path) || DurableFile.exists(file.next) else {
            throw VaultError.missing("store key at \(file.path)")
        }
        // Whoever has the lock instead is wrapping keys anew now, and settles that itself.
        try file.ifAlone {
            if let state = try store.read({ try $0.state() }) { try file.settle(fingerprint: state.fingerprint) }
        }
        return try Vault(opened: store, file, clock, stepDone)
    }

    /// A vault to be thrown away, in a folder that goes when the process ends; for tests.
    package static func temporary(clock: Clock = .machine) throws -> Vault {
        let folder = "\(temporaryFolder)/\(UUID().uuidString)"
        return try create(at: .sqlite(path: folder + "/rondom.keys"), clock: clock)
    }

    private static let temporaryFolder: String = {
        atexit { try? FileManager.default.removeItem(atPath: Vault.temporaryFolder) }
        let name = "rondom-vault-\(ProcessInfo.processInfo.processIdentifier)"
        return FileManager.default.temporaryDirectory.appending(path: name).path
    }()

    /// Whether these are the keys of an invented town, which everybody may know.
    package var isDemo: Bool { installation.hasPrefix(Self.demoMark) }

    private static let demoMark = "demo-"

    private convenience init(
        opened store: any KeyStore, _ file: StoreKeyFile, _ clock: Clock, _ stepDone: @escaping @Sendable (Step) -> Void
    ) throws {
        let (state, storeKey, fixed) = try Self.current(store, file)
        try self.init(
            store: store, storeKeyFile: file, memory: Memory(generation: state.generation, storeKey: storeKey),
            fixed: FixedKeys(fixed, storeKey), installation: state.installation, clock: clock, stepDone: stepDone)
    }

    private static func makeStore(
        _ store: any KeyStore, _ storeKey: StoreKey, _ fresh: KeyStoreState, _ location: KeyStoreLocation, madeAt: Int,
        beforeItCounts: () throws -> Void
    ) throws {
        try store.write(.asItIs) { session in
            try session.makeTables()
            if let state = try session.state() {
                // The first try was done after all, before its connection was lost.
                guard state.fingerprint == storeKey.fingerprint else { throw VaultError.exists(location.described) }
                return
            }
            try beforeItCounts()
            try session.add(FixedKeys.fresh(storeKey, madeAt: madeAt))
            try session.setState(fresh)
        }
    }
}
