// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

@testable import Database

@Suite(.serialized) struct `A copy of the key store` {
    @Test(arguments: KeyStoreEngine.allCases)
    func `opens with the store key of its time`(engine: KeyStoreEngine) throws {
        let (place, elsewhere) = (try KeyStorePlace(engine), try KeyStorePlace(engine))
        let vault = try place.make()
        let parts = (0..<1_200).map { _ in part() }
        try vault.makeKeys(parts)
        try vault.saveHeads([head("a", 3)])
        let path = place.folder + "/copy.keys"
        try vault.copy(to: path)
        try Vault.restore(copy: path, to: elsewhere.location)
        let restored = try Vault.open(at: elsewhere.location, storeKey: place.storeKey)
        #expect(try restored.keys(parts).count == 1_200)
        #expect(try restored.heads() == [head("a", 3)])
        #expect(restored.installation == vault.installation)
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `is put back only where there is none`(engine: KeyStoreEngine) throws {
        let place = try KeyStorePlace(engine)
        let vault = try place.make()
        try vault.copy(to: place.folder + "/copy.keys")
        #expect(throws: VaultError.self) { try vault.copy(to: place.folder + "/copy.keys") }
        #expect(throws: VaultError.self) {
            try Vault.restore(copy: place.folder + "/copy.keys", to: place.location)
        }
    }

    @Test(arguments: KeyStoreEngine.allCases)
    func `holds the heads of chains, which never go back`(engine: KeyStoreEngine) throws {
        let vault = try KeyStorePlace(engine).make()
        try vault.saveHeads([head("b", 2), head("a", 5)])
        try vault.saveHeads([head("b", 3), head("a", 4), head("c", 1)])
        #expect(try vault.heads() == [head("a", 5), head("b", 3), head("c", 1)])
        #expect(try vault.head(of: "b") == head("b", 3))
        #expect(try vault.head(of: "d") == nil)
    }

    private func head(_ chain: String, _ number: Int) -> ChainHead {
        ChainHead(chain: chain, number: number, link: [UInt8(number)], at: Moment(milliseconds: Int64(number)))
    }
}
