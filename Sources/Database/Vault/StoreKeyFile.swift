// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The file of the store key, and beside it the fresh one while keys are being wrapped anew.
struct StoreKeyFile: Sendable {
    let path: String
    var next: String { path + ".next" }

    /// The store key that the key store was wrapped under, or nil when it is not here.
    ///
    /// Another process may be putting the fresh one in the place of the old between two looks, so look again.
    func key(fitting fingerprint: [UInt8]) throws -> StoreKey? {
        for place in [path, next, path] {
            if let key = try key(at: place), key.fingerprint == fingerprint { return key }
        }
        return nil
    }

    func writeNext(_ key: StoreKey) throws { try DurableFile.write(key.bytes, to: next) }

    func deleteNext() throws {
        guard DurableFile.exists(next) else { return }
        try DurableFile.write([UInt8](repeating: 0, count: StoreKey.size), to: next)
        try DurableFile.delete(next)
    }

    /// Destroys the bytes of the old store key where they lie.
    func overwriteOld() throws {
        guard DurableFile.exists(path) else { return }
        try DurableFile.write([UInt8](repeating: 0, count: StoreKey.size), to: path)
    }

    func putNextInPlace() throws { try DurableFile.move(next, to: path) }

    /// Finishes, or undoes, what a process that ended halfway left: the key store tells which of the two it is.
    func settle(fingerprint: [UInt8]) throws {
        if try key(at: path)?.fingerprint == fingerprint {
            try deleteNext()
        } else if try key(at: next)?.fingerprint == fingerprint {
            try overwriteOld()
            try putNextInPlace()
        }
    }

    private func key(at place: String) throws -> StoreKey? {
        try DurableFile.read(place, atMost: StoreKey.size + 1).flatMap(StoreKey.init(bytes:))
    }
}

/// Replacing the store key is for one process at a time; the lock ends with the act, or with the process.
extension StoreKeyFile {
    /// - Throws: ``VaultError/busy`` when another process is at it.
    func alone<Value>(_ act: () throws -> Value) throws -> Value {
        guard let value = try ifAlone(act) else { throw VaultError.busy }
        return value
    }

    /// Nil when another process is at it.
    @discardableResult
    func ifAlone<Value>(_ act: () throws -> Value) throws -> Value? {
        let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw VaultError.unavailable("\(path).lock: \(String(cString: strerror(errno)))") }
        defer { close(lock) }
        return flock(lock, LOCK_EX | LOCK_NB) == 0 ? try act() : nil
    }
}
