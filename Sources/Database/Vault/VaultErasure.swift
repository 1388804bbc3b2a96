// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Destroying keys, and wrapping all that remain under a fresh store key, beside running servers.
///
/// What was erased stays in older copies of the key store, so those must not open any more: the fresh store key is on
/// disk first, then one transaction of the key store deletes and wraps anew, then the old store key is overwritten.
/// Whatever ends the process in between, the key store's fingerprint tells which store key counts, and opening it
/// settles the rest.
extension Vault {
    /// Destroys the keys of these parts; what they sealed opens nowhere any more, in no back-up either.
    ///
    /// The progress is told now and then, how many of the remaining keys are wrapped; it must not call the vault.
    ///
    /// - Returns: How many of these keys there were.
    /// - Throws: ``VaultError/busy`` while another process does the same, ``VaultError/noPart(_:)`` for a key of the
    ///   installation itself.
    @discardableResult
    package func erase(
        _ ids: [String], progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> Int {
        if let own = ids.first(where: FixedKeys.ids.contains) { throw VaultError.noPart(own) }
        return try storeKeyFile.alone {
            do {
                return try wrapAnew(without: ids, progress)
            } catch {
                try? settle()
                throw error
            }
        }
    }

    /// Wraps all keys anew under a fresh store key; a store key or a copy of the key store that was stolen before
    /// opens nothing made or kept from now on.
    package func rotate(progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }) throws {
        try erase([], progress: progress)
    }

    /// Destroys keys made before a moment that no row uses: an act that failed leaves them, and what had its time.
    ///
    /// They seal nothing that is still kept, so nothing is wrapped anew for them; what back-ups from before hold opens
    /// until they are thrown away, or until the next erasure.
    ///
    /// `used` answers which of these identifiers the data still use.
    ///
    /// - Returns: How many there were.
    @discardableResult
    package func sweep(olderThan moment: Moment, used: ([String]) throws -> Set<String>) throws -> Int {
        var swept = 0
        var last = ""
        while true {
            let page = try store.read { try $0.keys(after: last, atMost: 500) }
            guard let end = page.last else { return swept }
            last = end.id
            let old = page.filter { $0.madeAt < moment.milliseconds && !FixedKeys.ids.contains($0.id) }.map(\.id)
            let orphans = try Set(old).subtracting(old.isEmpty ? [] : used(old)).sorted()
            if !orphans.isEmpty { swept += try store.write(.asItIs) { try $0.delete(orphans) } }
        }
    }

    private func wrapAnew(without ids: [String], _ progress: (Int, Int) -> Void) throws -> Int {
        try settle()
        try reload()
        let old = memory.withLock { $0.storeKey }
        let fresh = StoreKey.fresh()
        try storeKeyFile.writeNext(fresh)
        stepDone(.nextKeyWritten)
        var erased = 0
        try store.write(.alone) { session in
            guard var state = try session.state() else { throw VaultError.missing("key store") }
            if state.fingerprint == fresh.fingerprint { return }
            guard state.fingerprint == old.fingerprint else { throw VaultError.wrongStoreKey }
            erased = try session.delete(ids)
            stepDone(.keysDeleted)
            try session.wrapAll(from: old, to: fresh, progress)
            stepDone(.keysWrapped)
            state.generation += 1
            state.fingerprint = fresh.fingerprint
            try session.setState(state)
        }
        stepDone(.wrappingDone)
        try storeKeyFile.overwriteOld()
        stepDone(.oldKeyOverwritten)
        try storeKeyFile.putNextInPlace()
        stepDone(.nextKeyInPlace)
        try reload()
        return erased
    }

    private func settle() throws {
        guard let state = try store.read({ try $0.state() }) else { throw VaultError.missing("key store") }
        try storeKeyFile.settle(fingerprint: state.fingerprint)
    }
}

extension KeyStoreSession {
    fileprivate func wrapAll(from old: StoreKey, to fresh: StoreKey, _ progress: (Int, Int) -> Void) throws {
        let all = try countKeys()
        var done = 0
        var last = ""
        while true {
            let page = try keys(after: last, atMost: 1_000)
            guard let end = page.last else { return }
            try replace(
                page.map { row in
                    let key = try old.unwrap(row.wrapped, id: row.id)
                    return WrappedKey(id: row.id, wrapped: try fresh.wrap(key, id: row.id), madeAt: row.madeAt)
                })
            last = end.id
            done += page.count
            progress(done, all)
        }
    }
}
