// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A value in the key store.
enum KeyStoreValue: Sendable, Equatable {
    case null
    case int(Int)
    case text(String)
    case bytes([UInt8])
}

/// The key store as one engine keeps it; all calls block.
protocol KeyStore: Sendable {
    /// Questions that all see the same state.
    func read<Value>(_ questions: (any KeyStoreSession) throws -> Value) throws -> Value

    /// Changes that are made together, on disk when this returns. After a connection was lost it may run twice, the
    /// second time perhaps after the first was done.
    func write<Value>(_ hold: KeyStoreHold, _ act: (any KeyStoreSession) throws -> Value) throws -> Value

    /// How often keys were wrapped anew, asked as cheaply as the engine can.
    func generation() throws -> Int

    /// What tells one PostgreSQL cluster from another; nil for a file.
    func clusterIdentifier() throws -> String?
}

/// What a writer keeps others from doing meanwhile.
enum KeyStoreHold {
    /// Nobody wraps anew.
    case asItIs
    /// Nobody writes at all.
    case alone
}

/// One transaction of the key store.
protocol KeyStoreSession {
    var types: KeyStoreTypes { get }

    /// Statements are the same for both engines, with `$1`, `$2`, … for values.
    @discardableResult
    func rows(_ statement: String, _ values: [KeyStoreValue]) throws -> [[KeyStoreValue]]
}

/// How an engine calls the types of columns.
struct KeyStoreTypes {
    let int: String
    let bytes: String
    let end: String
    /// Whether there is a table of this name.
    let tableQuestion: String
}
