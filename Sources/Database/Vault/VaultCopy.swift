// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Copies of the key store for back-ups: the keys as they are wrapped, never the store key.
extension Vault {
    /// Copies the key store, as it is at one moment, to a new file; whichever engine keeps it.
    ///
    /// With the heads given instead of its own, when the data beside it were copied before: the copy then proves no
    /// more than they hold.
    ///
    /// - Throws: ``VaultError/exists(_:)`` when there is something at the path.
    package func copy(to path: String, heads: [ChainHead]? = nil) throws {
        guard !DurableFile.exists(path) else { throw VaultError.exists("file at \(path)") }
        let copy = try SQLiteKeyStore(path: path, making: true)
        try store.read { source in
            try copy.write(.alone) { try $0.fill(from: source, heads: heads ?? source.heads()) }
        }
    }

    /// Puts a copy back where no key store is.
    ///
    /// It opens with the store key under which it was wrapped, if that was not
    /// destroyed since.
    package static func restore(copy path: String, to location: KeyStoreLocation) throws {
        let copy = try SQLiteKeyStore(path: path, making: false)
        guard try copy.read({ try $0.hasTables() && $0.state() != nil }) else {
            throw VaultError.corrupt("\(path) is no copy of a key store")
        }
        let store = try location.connect(making: true)
        try copy.read { source in
            try store.write(.alone) { target in
                try target.makeTables()
                guard try target.state() == nil else { throw VaultError.exists(location.described) }
                try target.fill(from: source, heads: source.heads())
            }
        }
    }

    /// What tells the key store's PostgreSQL cluster from another one, so that `serve` can refuse to keep keys and
    /// data in the same; nil for a file.
    package func clusterIdentifier() throws -> String? { try store.clusterIdentifier() }
}

extension KeyStoreSession {
    fileprivate func fill(from source: any KeyStoreSession, heads: [ChainHead]) throws {
        guard let state = try source.state() else { throw VaultError.missing("key store") }
        try makeTables()
        var last = ""
        while let end = try source.keys(after: last, atMost: 1_000).alsoAdded(to: self).last { last = end.id }
        for head in heads { try save(head) }
        try setState(state)
    }
}

extension [WrappedKey] {
    fileprivate func alsoAdded(to session: some KeyStoreSession) throws -> Self {
        try session.add(self)
        return self
    }
}
