// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Looking whether all keys of a key store, or of a copy of one, open.
extension Vault {
    /// How many keys there are, each of which was opened.
    ///
    /// - Throws: ``VaultError/corrupt(_:)`` for one that does not open.
    package func check(progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }) throws -> Int {
        try refresh()
        return try underCurrentStoreKey { generation, storeKey in
            try store.read { session in
                try session.state()?.generation == generation ? session.openAll(with: storeKey, progress) : nil
            }
        }
    }

    /// Checks a copy in a file: that it is whole, and that its keys open with the store key in that file.
    ///
    /// Settles nothing and changes nothing, neither the copy nor the store key.
    ///
    /// - Returns: The installation it is of.
    package static func check(copy path: String, storeKey: String) throws -> String {
        let copy = try SQLiteKeyStore(path: path, making: false)
        return try copy.read { session in
            guard try session.rows("PRAGMA integrity_check(1)", []) == [[.text("ok")]] else {
                throw VaultError.corrupt("\(path) does not pass SQLite's own check")
            }
            guard try session.hasTables(), let state = try session.state() else {
                throw VaultError.corrupt("\(path) is no copy of a key store")
            }
            let file = StoreKeyFile(path: storeKey)
            guard DurableFile.exists(file.path) || DurableFile.exists(file.next) else {
                throw VaultError.missing("store key at \(file.path)")
            }
            guard let key = try file.key(fitting: state.fingerprint) else { throw VaultError.wrongStoreKey }
            _ = try session.openAll(with: key) { _, _ in }
            return state.installation
        }
    }
}

extension KeyStoreSession {
    fileprivate func openAll(with storeKey: StoreKey, _ progress: (Int, Int) -> Void) throws -> Int {
        let all = try countKeys()
        var done = 0
        var last = ""
        while true {
            let page = try keys(after: last, atMost: 1_000)
            guard let end = page.last else { return done }
            for row in page { _ = try storeKey.unwrap(row.wrapped, id: row.id) }
            last = end.id
            done += page.count
            progress(done, all)
        }
    }
}
