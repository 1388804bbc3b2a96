// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Testing

@testable import Database

@Suite(.serialized) struct `An erased part` {
    @Test(arguments: KeyStoreEngine.allCases)
    func `does not open, all others do`(engine: KeyStoreEngine) throws {
        let vault = try KeyStorePlace(engine).make()
        let parts = (0..<250).map { _ in part() }
        try vault.makeKeys(parts)
        let sealed = try parts.map { try vault.seal("of \($0)", for: $0) }
        #expect(try vault.erase([parts[7], part()]) == 1)
        for (part, sealed) in zip(parts, sealed) {
            #expect(try vault.text(sealed, of: part) == (part == parts[7] ? nil : "of \(part)"))
        }
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `is gone at once in another process`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        let (here, there) = (try place.make(), try place.open())
        let (mia, noor) = (part(), part())
        try here.makeKeys([mia, noor])
        let (of, its) = (try here.seal("Hoi", for: mia), try here.seal("Dag", for: noor))
        #expect(try there.text(of, of: mia) == "Hoi")
        try here.erase([mia])
        #expect(try there.text(of, of: mia) == nil)
        #expect(try there.text(its, of: noor) == "Dag")
        let sanne = part()
        try there.makeKeys([sanne])
        #expect(try here.text(there.seal("Ha", for: sanne), of: sanne) == "Ha")
    }

    /// The other process did not look yet, and makes a key under the store key that is gone.
    @Test(arguments: KeyStoreEngine.allCases)
    func `does not take a key made meanwhile with it`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        let (here, there) = (try place.make(), try place.open())
        try here.rotate()
        let (mia, noor) = (part(), part())
        try there.makeKeys([mia])
        try here.rotate()
        try here.makeKeys([noor])
        #expect(try there.key(noor) != nil)
        #expect(try place.open().keys([mia, noor]).count == 2)
    }

    /// Back up, erase, put the old data back beside the current keys.
    @Test(arguments: KeyStoreEngine.allCases)
    func `stays closed in a back-up of the data`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        let vault = try place.make()
        let (mia, noor) = (part(), part())
        try vault.makeKeys([mia, noor])
        let backup = [mia: try vault.seal("Hoi", for: mia), noor: try vault.seal("Dag", for: noor)]
        try vault.erase([mia])
        let restored = try place.open()
        #expect(try restored.text(#require(backup[mia]), of: mia) == nil)
        #expect(try restored.text(#require(backup[noor]), of: noor) == "Dag")
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `stays closed with all else in an old copy of the key store`(engine: KeyStoreEngine) throws {
        let (place, elsewhere) = (try KeyStorePlace(engine), try KeyStorePlace(engine))
        let vault = try place.make()
        let (mia, noor) = (part(), part())
        try vault.makeKeys([mia, noor])
        let copy = place.folder + "/copy.keys"
        try vault.copy(to: copy)
        try vault.erase([mia])
        try Vault.restore(copy: copy, to: elsewhere.location)
        #expect(throws: VaultError.wrongStoreKey) {
            try Vault.open(at: elsewhere.location, storeKey: place.storeKey)
        }
        #expect(try place.open().key(noor) != nil)
    }

    @Test func `leaves nothing of its key in the file`() throws {
        let place = try KeyStorePlace(.sqlite)
        let vault = try place.make()
        let mia = part()
        try vault.makeKeys([mia])
        let wrapped = try #require(try vault.store.read { try $0.keys([mia]) }.first?.wrapped)
        let file = URL(filePath: place.folder + "/rondom.keys")
        #expect(try Data(contentsOf: file).firstRange(of: Data(wrapped)) != nil)
        try vault.erase([mia])
        #expect(try Data(contentsOf: file).firstRange(of: Data(wrapped)) == nil)
    }

    @Test func `leaves one store key, and that another one`() throws {
        let place = try KeyStorePlace(.sqlite)
        let vault = try place.make()
        let before = try Data(contentsOf: URL(filePath: place.storeKey))
        try vault.rotate()
        #expect(try Data(contentsOf: URL(filePath: place.storeKey)) != before)
        #expect(!FileManager.default.fileExists(atPath: place.storeKey + ".next"))
    }

    @Test func `is not erased while another process erases`() throws {
        let place = try KeyStorePlace(.sqlite)
        let vault = try place.make()
        let other = try place.open { step in
            if step == .nextKeyWritten { #expect(throws: VaultError.busy) { try vault.rotate() } }
        }
        try other.rotate()
        try vault.rotate()
    }

    @Test func `tells how far the others are`() throws {
        let vault = try Vault.temporary()
        try vault.makeKeys((0..<2_500).map { _ in part() })
        var told: [[Int]] = []
        try vault.rotate { told.append([$0, $1]) }
        #expect(told == [[1_000, 2_503], [2_000, 2_503], [2_503, 2_503]])
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `or one that never came to be is swept`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        let made = Moment("2026-03-02", hour: 9)
        let vault = try place.make(clock: Clock { made })
        let (mia, orphan) = (part(), part())
        try vault.makeKeys([mia, orphan])
        #expect(try vault.sweep(olderThan: made) { _ in [] } == 0)
        #expect(try vault.sweep(olderThan: made + .hours(1)) { Set($0).intersection([mia]) } == 1)
        #expect(Set(try place.open().keys([mia, orphan]).keys) == [mia])
    }
}

extension Moment {
    fileprivate init(_ day: String, hour: Int) {
        self.init(Day(day) ?? Day(number: 0), hour: hour)
    }
}
