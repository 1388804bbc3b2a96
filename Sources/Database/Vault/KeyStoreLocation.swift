// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Where the key store lies: never with the data.
package enum KeyStoreLocation: Sendable, Hashable {
    /// A file.
    case sqlite(path: String)
    /// A connection string of libpq, to another cluster than the data's.
    case postgres(String)

    /// Reads `sqlite:PATH` or `postgres://…`; nil for anything else.
    package init?(_ text: String) {
        if text.hasPrefix("sqlite:"), text.utf8.count > 7 {
            self = .sqlite(path: String(text.dropFirst(7)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(text)
        } else {
            return nil
        }
    }

    /// Where the store key lies unless told otherwise: beside the file, or in the working folder.
    package var storeKeyPath: String {
        switch self {
        case .sqlite(let path): DurableFile.folder(of: path) + "/rondom.storekey"
        case .postgres: "rondom.storekey"
        }
    }

    /// The place in words, without a password.
    var described: String {
        switch self {
        case .sqlite(let path): "key store at \(path)"
        case .postgres: "key store in that PostgreSQL database"
        }
    }

    func connect(making: Bool = false) throws -> any KeyStore {
        switch self {
        case .sqlite(let path): try SQLiteKeyStore(path: path, making: making)
        case .postgres(let address): try PostgresKeyStore(address)
        }
    }
}
