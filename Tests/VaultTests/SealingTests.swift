// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Database

@Suite struct `A sealed value` {
    @Test func `opens where it was sealed`() throws {
        let vault = try Vault.temporary()
        let id = "018f0000-0000-7000-8000-000000000001"
        try vault.makeKeys([id])
        let key = try #require(try vault.key(id))
        let place = SealedPlace("message", "body", row: "1", owner: "2")
        let sealed = key.seal("Hoi Mia", at: place)
        #expect(try key.open(sealed, at: place) == "Hoi Mia")
    }
}
