// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Testing

@Suite struct `A sealed value` {
    private let vault: Vault
    private let one: PartKey
    private let other: PartKey

    init() throws {
        vault = try Vault.temporary()
        let ids = [part(), part()]
        try vault.makeKeys(ids)
        one = try #require(try vault.key(ids[0]))
        other = try #require(try vault.key(ids[1]))
    }

    @Test(arguments: ["", "Hoi Mia", "Zoë's brief: “één” 👩‍👧\u{0}", String(repeating: "lang ", count: 10_000)])
    func `opens where it was sealed`(text: String) throws {
        #expect(try one.open(one.seal(text, at: .here), at: .here) == text)
    }

    @Test(arguments: [
        SealedPlace("note", "body", row: "a message", owner: "a family"),
        SealedPlace("message", "subject", row: "a message", owner: "a family"),
        SealedPlace("message", "body", row: "another message", owner: "a family"),
        SealedPlace("message", "body", row: "a message", owner: "another family"),
        SealedPlace("message", "body", row: "a messagea", owner: " family"),
        SealedPlace("messagea", "body", row: " message", owner: "a family"),
    ])
    func `does not open where it was moved to`(place: SealedPlace) {
        let sealed = one.seal("Hoi Mia", at: .here)
        #expect(throws: VaultError.damaged) { try one.open(sealed, at: place) }
    }

    @Test func `does not open under the key of another part`() {
        let sealed = one.seal("Hoi Mia", at: .here)
        #expect(throws: VaultError.damaged) { try other.open(sealed, at: .here) }
    }

    @Test func `does not open under another key when its header is changed to that one's`() {
        let sealed = Array(other.seal("", at: .here).prefix(17)) + one.seal("Hoi Mia", at: .here).dropFirst(17)
        #expect(throws: VaultError.damaged) { try other.open(sealed, at: .here) }
    }

    @Test func `does not open when any one byte was changed`() {
        let sealed = one.seal("Hoi", at: .here)
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(throws: VaultError.damaged) { try one.open(changed, at: .here) }
        }
    }

    @Test func `does not open when it was cut short`() {
        let sealed = one.seal("Hoi", at: .here)
        for count in 0..<sealed.count {
            #expect(throws: VaultError.damaged) { try one.open(Array(sealed.prefix(count)), at: .here) }
        }
    }

    @Test func `looks different each time`() {
        #expect(one.seal("Hoi", at: .here) != one.seal("Hoi", at: .here))
    }

    @Test func `tells under which key it was sealed`() {
        #expect(PartKey.id(of: one.seal("Hoi", at: .here)) == one.id)
        #expect(PartKey.id(of: [1, 2, 3]) == nil)
    }
}
