// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Database

@Suite(.serialized) struct `A key store` {
    @Test(arguments: KeyStoreEngine.allCases)
    func `keeps keys from one opening to the next`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        let vault = try place.make()
        let mia = part()
        try vault.makeKeys([mia])
        let sealed = try vault.seal("Hoi", for: mia)
        let again = try place.open()
        #expect(try again.text(sealed, of: mia) == "Hoi")
        #expect(again.installation == vault.installation)
        #expect(again.digest("mia", for: .login) == vault.digest("mia", for: .login))
        #expect(again.link([1]) == vault.link([1]))
        #expect(try again.logKey.open(vault.logKey.seal("log", at: .here), at: .here) == "log")
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `answers for many parts at once`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        let ids = (0..<300).map { _ in part() }
        try place.make().makeKeys(ids)
        let vault = try place.open()
        #expect(Set(try vault.keys(ids + [part()]).keys) == Set(ids))
        #expect(Set(try vault.keys(Array(ids.prefix(5))).keys) == Set(ids.prefix(5)))
        #expect(try vault.key(part()) == nil)
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `keeps the key that a part has`(engine: KeyStoreEngine) throws {
        let vault = try KeyStorePlace(engine).make()
        let mia = part()
        try vault.makeKeys([mia])
        let sealed = try vault.seal("Hoi", for: mia)
        try vault.makeKeys([mia, part()])
        #expect(try vault.text(sealed, of: mia) == "Hoi")
    }

    @Test func `makes no key under a name no part can have`() throws {
        let vault = try Vault.temporary()
        #expect(throws: VaultError.noPart("mia")) { try vault.makeKeys(["mia"]) }
        #expect(throws: VaultError.noPart(FixedKeys.logID)) { try vault.makeKeys([FixedKeys.logID]) }
        #expect(throws: VaultError.noPart(FixedKeys.logID)) { try vault.erase([FixedKeys.logID]) }
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `is not opened where there is none`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        let error = #expect(throws: VaultError.self) { try place.open() }
        #expect(error.map(Kind.init) == .missing)
        #expect(!FileManager.default.fileExists(atPath: place.folder + "/rondom.keys"))
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `is not opened without its store key`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        _ = try place.make()
        try FileManager.default.removeItem(atPath: place.storeKey)
        #expect(throws: VaultError.missing("store key at \(place.storeKey)")) { try place.open() }
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `is not opened with the store key of another`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        _ = try place.make()
        try Data(repeating: 7, count: 32).write(to: URL(filePath: place.storeKey))
        #expect(throws: VaultError.wrongStoreKey) { try place.open() }
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `is not made where there is one`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        let vault = try place.make()
        #expect(throws: VaultError.self) { try place.make() }
        try FileManager.default.removeItem(atPath: place.storeKey)
        #expect(throws: VaultError.self) { try place.make() }
        #expect(try vault.key(part()) == nil)
    }

    @Test func `is not opened when it is damaged`() throws {
        let place = try KeyStorePlace(.sqlite)
        _ = try place.make()
        try Data("no database at all, but long enough".utf8).write(to: URL(filePath: place.folder + "/rondom.keys"))
        let error = #expect(throws: VaultError.self) { try place.open() }
        #expect(error.map(Kind.init) == .corrupt)
    }

    @Test func `is not opened when nobody answers`() {
        let error = #expect(throws: VaultError.self) {
            try Vault.open(at: .postgres("postgres://127.0.0.1:1/keys"), storeKey: "/nowhere")
        }
        #expect(error.map(Kind.init) == .unavailable)
    }

    @Test func `and its store key can be read by their owner only`() throws {
        let place = try KeyStorePlace(.sqlite)
        _ = try place.make()
        for file in ["/rondom.keys", "/rondom.storekey"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: place.folder + file)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test(arguments: [
        ("sqlite:/var/lib/rondom.keys", KeyStoreLocation.sqlite(path: "/var/lib/rondom.keys")),
        ("postgres://keys/rondom", .postgres("postgres://keys/rondom")),
        ("sqlite:", nil), ("/var/lib/rondom.keys", nil), ("", nil),
    ])
    func `has a place that can be read from a setting`(text: String, location: KeyStoreLocation?) {
        #expect(KeyStoreLocation(text) == location)
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `tells its cluster from another`(engine: KeyStoreEngine) throws {
        let identifier = try KeyStorePlace(engine).make().clusterIdentifier()
        #expect((identifier != nil) == (engine == .postgres))
    }

    @Test func `is connected to again when its cluster dropped the connection`() throws {
        let place = try KeyStorePlace(.postgres)
        let vault = try place.make()
        for act in [{ try vault.refresh() }, { try vault.makeKeys([part()]) }, { _ = try vault.keys([part()]) }] {
            _ = try place.rows(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                """)
            try act()
        }
    }

    @Test func `digests the same value differently for each purpose`() throws {
        let vault = try Vault.temporary()
        #expect(vault.digest("mia", for: .login) != vault.digest("mia", for: .session))
        #expect(vault.digest("mia", for: .login).count == 64)
        #expect(try vault.digest("mia", for: .login) != Vault.temporary().digest("mia", for: .login))
    }
}

/// What kind of error it is, whatever the words of the engine.
private enum Kind {
    case missing, corrupt, unavailable, other

    init(_ error: VaultError) {
        switch error {
        case .missing: self = .missing
        case .corrupt: self = .corrupt
        case .unavailable: self = .unavailable
        case .damaged, .wrongStoreKey, .exists, .busy, .noPart: self = .other
        }
    }
}
