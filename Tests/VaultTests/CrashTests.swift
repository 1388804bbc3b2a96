// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Database

@Suite(.serialized) struct `A process killed` {
    private static let steps: [Vault.Step] = [
        .nextKeyWritten, .keysDeleted, .keysWrapped, .wrappingDone, .oldKeyOverwritten, .nextKeyInPlace,
    ]

    @Test(arguments: KeyStoreEngine.allCases, steps)
    func `while erasing leaves it done or not begun`(engine: KeyStoreEngine, step: Vault.Step) throws {
        let place = try KeyStorePlace(engine)
        let parts = (0..<40).map { _ in part() }
        let vault = try place.make()
        try vault.makeKeys(parts)
        let sealed = try parts.map { try vault.seal($0, for: $0) }
        #expect(try CrashingProcess(place, dyingAfter: step, "erase", [parts[0]]).wasKilled())
        let isDone = [.wrappingDone, .oldKeyOverwritten, .nextKeyInPlace].contains(step)
        // The one that ran beside it, and one that opens it afterwards.
        for vault in [vault, try place.open(), try place.open()] {
            for (part, sealed) in zip(parts, sealed) {
                #expect(try vault.text(sealed, of: part) == (isDone && part == parts[0] ? nil : part))
            }
        }
        #expect(!FileManager.default.fileExists(atPath: place.storeKey + ".next"))
        try vault.erase([parts[1]])
        #expect(try place.open().keys(parts).count == (isDone ? 38 : 39))
    }

    /// Nobody opened it since; the next erasure finds what the last one left.
    @Test(arguments: KeyStoreEngine.allCases, steps)
    func `while erasing is no hindrance to erase again`(engine: KeyStoreEngine, step: Vault.Step) throws {
        let place = try KeyStorePlace(engine)
        let vault = try place.make()
        let parts = [part(), part()]
        try vault.makeKeys(parts)
        #expect(try CrashingProcess(place, dyingAfter: step, "erase", [parts[0]]).wasKilled())
        try vault.erase([parts[0]])
        #expect(try Array(vault.keys(parts).keys) == [parts[1]])
        #expect(try Array(place.open().keys(parts).keys) == [parts[1]])
    }

    @Test(arguments: KeyStoreEngine.allCases, [Vault.Step.keysWritten, .keysMade])
    func `while making keys leaves all or none`(engine: KeyStoreEngine, step: Vault.Step) throws {
        let place = try KeyStorePlace(engine)
        let vault = try place.make()
        let parts = (0..<10).map { _ in part() }
        #expect(try CrashingProcess(place, dyingAfter: step, "make", parts).wasKilled())
        #expect(try vault.keys(parts).count == (step == .keysMade ? 10 : 0))
        try vault.makeKeys(parts)
        #expect(try place.open().keys(parts).count == 10)
    }

    @Test(arguments: KeyStoreEngine.allCases, [Vault.Step.storeKeyWritten, .storeMade])
    func `while making the key store leaves one that opens, or none`(engine: KeyStoreEngine, step: Vault.Step) throws {
        let place = try KeyStorePlace(engine)
        #expect(try CrashingProcess(place, dyingAfter: step, "create").wasKilled())
        let vault = try step == .storeMade ? place.open() : place.make()
        let mia = part()
        try vault.makeKeys([mia])
        #expect(try place.open().key(mia) != nil)
    }

    /// Each key that the vault said was made opens, however often all were wrapped anew meanwhile.
    @Test(arguments: KeyStoreEngine.allCases)
    func `while making keys beside one that wraps them anew loses none`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        let vault = try place.make()
        let makers = try (0..<2).map { _ in try CrashingProcess(place, dyingAfter: nil, "makeForever") }
        let end = Date(timeIntervalSinceNow: 2)
        var rounds = 0
        while Date() < end {
            // Where the others write without a pause the vault may say that it is busy, which loses nothing.
            do { try vault.rotate() } catch VaultError.busy { continue }
            rounds += 1
        }
        let made = try makers.flatMap { try $0.killed(after: 0) }
        #expect(rounds > 0)
        #expect(made.count > 10)
        #expect(try place.open().keys(made).count == made.count)
        #expect(try vault.keys(made).count == made.count)
    }
}
