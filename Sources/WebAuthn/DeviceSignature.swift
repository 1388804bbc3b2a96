// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CFido2
import Crypto

/// What a device signed to let its owner in (W3C Web Authentication, 6.3.3).
package struct DeviceSignature: Hashable, Sendable {
    /// What the browser asked, as JSON, byte for byte.
    package let request: [UInt8]
    /// What the device states: host, flags, counter.
    package let statement: [UInt8]
    package let signature: [UInt8]

    package init(request: [UInt8], statement: [UInt8], signature: [UInt8]) {
        self.request = request
        self.statement = statement
        self.signature = signature
    }

    /// Whether the key signed request and statement, for this host, with its owner present and known.
    ///
    /// Checked by libfido2 from the bytes alone; what they say is looked at by who calls.
    package func isValid(for host: String, under publicKey: [UInt8], algorithm: Int) -> Bool {
        fido_init(0)
        var used = fido_assert_new()
        defer { fido_assert_free(&used) }
        guard let used, let key = PublicKey(publicKey, algorithm),
            fido_assert_set_clientdata(used, request, request.count) == FIDO_OK,
            fido_assert_set_rp(used, host) == FIDO_OK, fido_assert_set_count(used, 1) == FIDO_OK,
            fido_assert_set_authdata_raw(used, 0, statement, statement.count) == FIDO_OK,
            fido_assert_set_sig(used, 0, signature, signature.count) == FIDO_OK,
            fido_assert_set_up(used, FIDO_OPT_TRUE) == FIDO_OK, fido_assert_set_uv(used, FIDO_OPT_TRUE) == FIDO_OK
        else { return false }
        return fido_assert_verify(used, 0, CInt(algorithm), UnsafeRawPointer(key.pointer)) == FIDO_OK
    }

    /// The digest by which a device names a host.
    package static func digest(ofHost host: String) -> [UInt8] { Array(SHA256.hash(data: Array(host.utf8))) }
}

/// A public key in the library's hands, given back when it goes.
private final class PublicKey {
    let pointer: OpaquePointer
    private let algorithm: Int

    init?(_ bytes: [UInt8], _ algorithm: Int) {
        let made: OpaquePointer? =
            switch CInt(algorithm) {
            case COSE_ES256: es256_pk_new()
            case COSE_EDDSA: eddsa_pk_new()
            case COSE_RS256: rs256_pk_new()
            default: nil
            }
        guard let made else { return nil }
        pointer = made
        self.algorithm = algorithm
        guard fill(with: bytes) == FIDO_OK else { return nil }
    }

    private func fill(with bytes: [UInt8]) -> CInt {
        switch CInt(algorithm) {
        case COSE_ES256: es256_pk_from_ptr(pointer, bytes, bytes.count)
        case COSE_EDDSA: eddsa_pk_from_ptr(pointer, bytes, bytes.count)
        default: rs256_pk_from_ptr(pointer, bytes, bytes.count)
        }
    }

    deinit {
        var given: OpaquePointer? = pointer
        switch CInt(algorithm) {
        case COSE_ES256: es256_pk_free(&given)
        case COSE_EDDSA: eddsa_pk_free(&given)
        default: rs256_pk_free(&given)
        }
    }
}
