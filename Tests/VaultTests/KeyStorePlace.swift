// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Synchronization

@testable import Database

/// The engines that can keep a key store.
enum KeyStoreEngine: CaseIterable {
    case sqlite, postgres
}

/// A place for one key store and its store key, in a folder that is removed when the tests end, or in a new database
/// of the cluster that is there for tests.
struct KeyStorePlace: Sendable {
    let folder: String
    let location: KeyStoreLocation

    private static let all: String = {
        atexit { try? FileManager.default.removeItem(atPath: KeyStorePlace.all) }
        return NSTemporaryDirectory() + "rondom-vault-tests-\(ProcessInfo.processInfo.processIdentifier)"
    }()

    /// There is no cluster to test on.
    struct NoCluster: Error, CustomStringConvertible {
        let description = "RONDOM_TEST_POSTGRES is not set: the libpq string of a superuser's database is needed."
    }

    init(_ engine: KeyStoreEngine) throws {
        folder = "\(Self.all)/\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        switch engine {
        case .sqlite:
            location = .sqlite(path: folder + "/rondom.keys")
        case .postgres:
            let name = "vault_" + UUID().uuidString.lowercased().filter { $0 != "-" }
            try Self.cluster("CREATE DATABASE \(name)")
            location = .postgres(try Self.address(of: name))
        }
    }

    var storeKey: String { folder + "/rondom.storekey" }

    func make(clock: Clock = .machine) throws -> Vault {
        try Vault.create(at: location, storeKey: storeKey, clock: clock)
    }

    func open(stepDone: @escaping @Sendable (Vault.Step) -> Void = { _ in }) throws -> Vault {
        try Vault.open(at: location, storeKey: storeKey, stepDone: stepDone)
    }

    /// How the helper process is told where it is.
    var argument: String {
        switch location {
        case .sqlite(let path): "sqlite:" + path
        case .postgres(let address): address
        }
    }

    /// Does to the key store what only somebody with their hands in it can do.
    func rows(_ statement: String, _ values: [KeyStoreValue] = []) throws -> [[KeyStoreValue]] {
        try location.connect().write(.asItIs) { try $0.rows(statement, values) }
    }

    private static func maintenance() throws -> String {
        guard let address = ProcessInfo.processInfo.environment["RONDOM_TEST_POSTGRES"] else { throw NoCluster() }
        return address
    }

    private static func cluster(_ statement: String) throws {
        _ = try VaultPostgresConnection(maintenance()).again { try $0.rows(statement, []) }
    }

    private static func address(of database: String) throws -> String {
        let maintenance = try maintenance()
        guard var parts = URLComponents(string: maintenance), parts.scheme?.hasPrefix("postgres") == true else {
            return maintenance + " dbname=\(database)"
        }
        parts.path = "/" + database
        return parts.string ?? maintenance
    }
}

/// Identifiers of parts, a new one each time.
func part() -> String { IDSource.unguessable.next(at: Clock.machine.now(), String.self).text }

extension SealedPlace {
    static let here = SealedPlace("message", "body", row: "a message", owner: "a family")
}

extension Vault {
    /// Seals under the key of a part, which must be there.
    func seal(_ text: String, for part: String) throws -> [UInt8] {
        guard let key = try key(part) else { throw VaultError.noPart(part) }
        return key.seal(text, at: .here)
    }

    /// What a request would find: the text, or nil when the part's key was destroyed.
    func text(_ sealed: [UInt8], of part: String) throws -> String? {
        try refresh()
        return try key(part)?.open(sealed, at: .here)
    }
}
