// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Testing
import WebAuthn

@Suite struct `A key that a device made` {
    private static let all = [-7, -8, -257]

    @Test func `of each algorithm is read, and checks what it signed`() throws {
        for (key, algorithm) in [
            (SoftDevice.Key.p256(P256.Signing.PrivateKey()), -7), (.ed25519(Curve25519.Signing.PrivateKey()), -8),
        ] {
            let device = SoftDevice(key: key)
            let made = try #require(AttestedKey(statement: device.statement(withKey: true), algorithms: Self.all))
            #expect(made.credential == device.credential)
            #expect(made.algorithm == algorithm)
            #expect(try Self.signed(by: device).isValid(for: "localhost", under: made.publicKey, algorithm: algorithm))
        }
    }

    @Test func `of RSA, as Windows makes them, too`() throws {
        var bytes = DeviceSignature.digest(ofHost: "rondom.example") + [0x45, 0, 0, 0, 0]
        bytes += [UInt8](repeating: 0, count: 16) + [0, 16] + [UInt8](repeating: 7, count: 16)
        bytes += [0xA4, 1, 3, 3, 0x39, 1, 0, 0x20, 0x59, 1, 0] + RSAExample.modulus + [0x21, 0x43, 1, 0, 1]
        let made = try #require(AttestedKey(statement: bytes, algorithms: Self.all))
        #expect(made.algorithm == -257)
        let statement = DeviceSignature.digest(ofHost: "rondom.example") + [0x05, 0, 0, 0, 9]
        var signed = DeviceSignature(
            request: Array(#"{"type":"webauthn.get"}"#.utf8), statement: statement, signature: RSAExample.signature)
        #expect(signed.isValid(for: "rondom.example", under: made.publicKey, algorithm: -257))
        signed = DeviceSignature(request: Array("{}".utf8), statement: statement, signature: RSAExample.signature)
        #expect(!signed.isValid(for: "rondom.example", under: made.publicKey, algorithm: -257))
    }

    @Test func `is none in other bytes, or of an algorithm that is not asked`() {
        let whole = SoftDevice().statement(withKey: true)
        for count in 0..<whole.count {
            #expect(AttestedKey(statement: Array(whole.prefix(count)), algorithms: Self.all) == nil, "\(count)")
        }
        #expect(AttestedKey(statement: whole, algorithms: [-8, -257]) == nil)
        #expect(AttestedKey(statement: SoftDevice().statement(withKey: false), algorithms: Self.all) == nil)
        #expect(AttestedKey(statement: [UInt8](repeating: 0xFF, count: 5_000), algorithms: Self.all) == nil)
    }

    private static func signed(by device: SoftDevice) throws -> DeviceSignature {
        let (request, statement) = (device.request("webauthn.get", challenge: "q"), device.statement(withKey: false))
        return DeviceSignature(
            request: request, statement: statement, signature: try device.signature(request, statement))
    }

    @Test func `does not check what another key signed, or what was changed`() throws {
        let device = SoftDevice()
        let key = try #require(AttestedKey(statement: device.statement(withKey: true), algorithms: Self.all)).publicKey
        let good = try Self.signed(by: device)
        #expect(good.isValid(for: "localhost", under: key, algorithm: -7))
        #expect(!good.isValid(for: "rondom.example", under: key, algorithm: -7))
        #expect(!good.isValid(for: "localhost", under: key, algorithm: -8))
        #expect(!good.isValid(for: "localhost", under: [], algorithm: -7))
        #expect(!good.isValid(for: "localhost", under: key, algorithm: 0))
        let changed = DeviceSignature(
            request: good.request + [32], statement: good.statement, signature: good.signature)
        #expect(!changed.isValid(for: "localhost", under: key, algorithm: -7))
        let unsigned = DeviceSignature(request: good.request, statement: good.statement, signature: [])
        #expect(!unsigned.isValid(for: "localhost", under: key, algorithm: -7))
        let other = try Self.signed(by: SoftDevice())
        #expect(!other.isValid(for: "localhost", under: key, algorithm: -7))
    }

    @Test(arguments: [0x01, 0x04, 0x00] as [UInt8])
    func `does not check what nobody, or who knows who, agreed to`(flags: UInt8) throws {
        var device = SoftDevice()
        let key = try #require(AttestedKey(statement: device.statement(withKey: true), algorithms: Self.all)).publicKey
        device.flags = flags
        #expect(try !Self.signed(by: device).isValid(for: "localhost", under: key, algorithm: -7))
    }
}

/// A key of 2,048 bits whose other half was thrown away, and what it signed.
private enum RSAExample {
    static let modulus = [UInt8](
        hexadecimal: "c5140c4e72e4d77028277031fb3d6a486c68fc1afe135b44f91a30634548a2cd90393ccc99cfb0ad2f87c41c3b860b22"
            + "6a458b202379792052f885f14aed8772d71852831f75d78bb35f55c4506a2591f44b12e47b09871e48ccec94ae4f2537"
            + "b18426310d4a089e83e6a7582df9e32cec739e9686855307ca22f7ce2e66907ba720303ea3ef3704461995c27bde6254"
            + "27de018bbb18943e5dc9d7143d9b7306fddafed4c1e2838b244dd44fb24f1aafc03100999cfbbb50abf37a3750ba3ca9"
            + "6ba706bf2a29e26f22b7334d3457b15c560a767a6b295bebe243fcb683f2ba5d7bf87fa282c7b636f62ffbd6a9b95874"
            + "592631693de27d6c39d87e3686934211")
    static let signature = [UInt8](
        hexadecimal: "85289e9bdb7e80730aceafa24b39b89e167a7323c37d6fdb018d5bde11cb5ef9eb47d5c56758472e25926ecea81cdcec"
            + "1a21e41b1268d4e9fae8e918c580c7f1968c77f8f7399673e932d51574e574c601fb17a4e10a358f9021bd80d06c8673"
            + "e419bc639e478a3253bfccad249f52563056200d2bbf42dd45b328cd97dfc6d92003ea814e356ae1526c6716fd1d9f34"
            + "326535913dbdbbcad9f0e83957794ad989f07129d52ce3cc305fb1e48c8a81ab101610c365360ecce5ee10ddcb34bc65"
            + "326ffb16b122cda2c44564c3532eb5339986ff5a0721243c43b2c2ad7dc41a1f045052e39260da92027fa94a043d36d7"
            + "e4c83337a9ec5d5342c32223d7f41a97")
}
