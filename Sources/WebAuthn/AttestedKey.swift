// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CFido2

/// A key that a device made, read from what the device stated (W3C Web Authentication, 6.5.1) by libfido2.
///
/// Who made the device is neither asked nor kept ("none" attestation): whoever joins may use any.
package struct AttestedKey: Hashable, Sendable {
    /// What the device calls it.
    package let credential: [UInt8]
    /// Its way of signing, as COSE numbers it.
    package let algorithm: Int
    /// The public key as libfido2 takes it back: x and y, 32 bytes, or modulus and exponent.
    package let publicKey: [UInt8]

    /// The key in a statement, when it is of one of these algorithms; nil for whatever else the bytes are.
    package init?(statement: [UInt8], algorithms: [Int]) {
        guard let found = algorithms.lazy.compactMap({ Self.read(statement, $0) }).first else { return nil }
        self = found
    }

    private init(credential: [UInt8], algorithm: Int, publicKey: [UInt8]) {
        self.credential = credential
        self.algorithm = algorithm
        self.publicKey = publicKey
    }

    /// The library refuses a key of another algorithm than it was told to expect.
    private static func read(_ statement: [UInt8], _ algorithm: Int) -> AttestedKey? {
        fido_init(0)
        var made = fido_cred_new()
        defer { fido_cred_free(&made) }
        guard let made, fido_cred_set_type(made, CInt(algorithm)) == FIDO_OK,
            fido_cred_set_authdata_raw(made, statement, statement.count) == FIDO_OK
        else { return nil }
        let credential = bytes(fido_cred_id_ptr(made), fido_cred_id_len(made))
        let publicKey = bytes(fido_cred_pubkey_ptr(made), fido_cred_pubkey_len(made))
        guard !credential.isEmpty, !publicKey.isEmpty else { return nil }
        return AttestedKey(credential: credential, algorithm: algorithm, publicKey: publicKey)
    }

    private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    }
}
