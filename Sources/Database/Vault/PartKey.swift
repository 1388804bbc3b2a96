// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto

/// The key of one part of a dossier, or of one account: seals what is written there and opens it again.
package struct PartKey: Sendable {
    package let id: String

    /// The first bytes of all it seals: the algorithm and the key's own identifier.
    let header: [UInt8]
    let key: SymmetricKey

    /// AES-256-GCM with a nonce of 96 random bits.
    private static let algorithm: UInt8 = 1
    private static let headerSize = 17
    private static let nonceSize = 12
    private static let tagSize = 16

    /// Nil when the identifier is no UUID.
    init?(id: String, key: SymmetricKey) {
        guard let name = Self.raw(id) else { return nil }
        self.id = id
        self.key = key
        header = [Self.algorithm] + name
    }

    /// The text sealed: one byte for the algorithm, 16 for the key, 12 nonce, the cipher text, 16 tag.
    package func seal(_ text: String, at place: SealedPlace) -> [UInt8] { seal(Array(text.utf8), at: place) }

    /// Bytes sealed in the same way.
    package func seal(_ plain: [UInt8], at place: SealedPlace) -> [UInt8] {
        guard
            let box = try? AES.GCM.seal(plain, using: key, authenticating: place.associated(header)).combined
        else {
            preconditionFailure("AES-256-GCM refuses nothing under a key of 32 bytes")
        }
        var sealed = header
        sealed.reserveCapacity(Self.headerSize + box.count)
        sealed.append(contentsOf: box)
        return sealed
    }

    /// The text that was sealed.
    ///
    /// - Throws: ``VaultError/damaged`` when the value is not what was sealed at this place under this key.
    package func open(_ sealed: [UInt8], at place: SealedPlace) throws -> String {
        String(decoding: try openBytes(sealed, at: place), as: UTF8.self)
    }

    /// The bytes that were sealed.
    ///
    /// - Throws: ``VaultError/damaged`` as for a text.
    package func openBytes(_ sealed: [UInt8], at place: SealedPlace) throws -> [UInt8] {
        guard sealed.count >= Self.headerSize + Self.nonceSize + Self.tagSize, sealed.starts(with: header),
            let box = try? AES.GCM.SealedBox(combined: sealed[Self.headerSize...]),
            let plain = try? AES.GCM.open(box, using: key, authenticating: place.associated(header))
        else { throw VaultError.damaged }
        return Array(plain)
    }

    /// The identifier of the key under which a value was sealed, or nil when it is no sealed value.
    package static func id(of sealed: [UInt8]) -> String? {
        guard sealed.count >= headerSize, sealed[0] == algorithm else { return nil }
        let digits = Hexadecimal.text(sealed[1..<headerSize])
        var id = ""
        for (place, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(place) { id.append("-") }
            id.append(digit)
        }
        return id
    }

    private static func raw(_ id: String) -> [UInt8]? {
        let digits = Array(id.utf8)
        guard digits.count == 36, [8, 13, 18, 23].allSatisfy({ digits[$0] == UInt8(ascii: "-") }) else { return nil }
        return Hexadecimal.bytes(digits.filter { $0 != UInt8(ascii: "-") })
    }
}
