// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Testing

@Suite struct `An answer of a device` {
    private static let digest = [UInt8](repeating: 9, count: 32)
    private static let challenge = Array("question".utf8)

    private static func request(
        _ type: String, challenge: [UInt8] = challenge, origin: String = "https://rondom.example",
        isCrossOrigin: Bool = false
    ) -> PasskeyRequest {
        PasskeyRequest(type: type, challenge: challenge, origin: origin, isCrossOrigin: isCrossOrigin)
    }

    private static func bytes(_ digest: [UInt8] = digest, flags: UInt8 = 0x05, counter: UInt8 = 0) -> [UInt8] {
        digest + [flags, 0, 0, 1, counter]
    }

    private static func check() throws -> PasskeyCheck {
        let party = try #require(RelyingParty(address: "https://rondom.example"))
        return PasskeyCheck(party, hostDigest: digest, challenge: challenge)
    }

    private static let used: [(PasskeyRequest, [UInt8], PasskeyCheck.Refusal?)] = [
        (request("webauthn.get"), bytes(), nil),
        (request("webauthn.create"), bytes(), .wrongType),
        (request("webauthn.get", challenge: Array("other".utf8)), bytes(), .wrongChallenge),
        (request("webauthn.get", challenge: []), bytes(), .wrongChallenge),
        (request("webauthn.get", origin: "https://rondom.example.org"), bytes(), .otherOrigin),
        (request("webauthn.get", origin: "https://rondom.example:8443"), bytes(), .otherOrigin),
        (request("webauthn.get", origin: "http://rondom.example"), bytes(), .otherOrigin),
        (request("webauthn.get", origin: "https://sub.rondom.example"), bytes(), .otherOrigin),
        (request("webauthn.get", isCrossOrigin: true), bytes(), .insideOtherSite),
        (request("webauthn.get"), bytes([UInt8](repeating: 8, count: 32)), .otherHost),
        (request("webauthn.get"), bytes(flags: 0x04), .nobodyPresent),
        (request("webauthn.get"), bytes(flags: 0x01), .ownerNotVerified),
    ]

    @Test(arguments: used)
    func `lets in only when all of it is right`(
        request: PasskeyRequest, statement: [UInt8], refusal: PasskeyCheck.Refusal?
    ) throws {
        let (check, statement) = (try Self.check(), try #require(DeviceStatement(statement)))
        #expect(
            Self.refusal { () throws(PasskeyCheck.Refusal) in
                try check.used(request, statement, counterBefore: 255)
            } == refusal)
    }

    @Test(
        arguments: [
            (0x45, "webauthn.create", nil), (0x05, "webauthn.create", .noKey),
            (0x41, "webauthn.create", .ownerNotVerified),
            (0x45, "webauthn.get", .wrongType),
        ] as [(UInt8, String, PasskeyCheck.Refusal?)])
    func `makes a key only when all of it is right`(
        flags: UInt8, type: String, refusal: PasskeyCheck.Refusal?
    ) throws {
        let (check, statement) = (try Self.check(), try #require(DeviceStatement(Self.bytes(flags: flags))))
        #expect(
            Self.refusal { () throws(PasskeyCheck.Refusal) in
                try check.made(Self.request(type), statement)
            } == refusal)
    }

    @Test(
        arguments: [
            (0, 0, true), (0, 1, true), (5, 6, true), (5, 5, false), (5, 4, false), (5, 0, false),
            (UInt32.max, 0, false), (UInt32.max - 1, UInt32.max, true),
        ] as [(UInt32, UInt32, Bool)])
    func `counts up, or not at all`(before: UInt32, now: UInt32, isTaken: Bool) throws {
        let check = try Self.check()
        let counter = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: now >> UInt32($0)) }
        let statement = try #require(DeviceStatement(Self.digest + [0x05] + counter))
        let refusal = Self.refusal { () throws(PasskeyCheck.Refusal) in
            try check.used(Self.request("webauthn.get"), statement, counterBefore: before)
        }
        #expect(refusal == (isTaken ? nil : .counterWentBack))
    }

    @Test(arguments: [0, 36])
    func `is none when bytes are missing`(count: Int) {
        #expect(DeviceStatement([UInt8](repeating: 0, count: count)) == nil)
    }

    private static func refusal(
        _ check: () throws(PasskeyCheck.Refusal) -> Void
    ) -> PasskeyCheck.Refusal? {
        do { try check() } catch { return error }
        return nil
    }
}

@Suite struct `The address of an installation` {
    @Test(arguments: [
        ("https://rondom.example", "rondom.example", "https://rondom.example"),
        ("https://Rondom.Example/", "rondom.example", "https://rondom.example"),
        ("https://rondom.example:443", "rondom.example", "https://rondom.example"),
        ("https://rondom.example:8443", "rondom.example", "https://rondom.example:8443"),
        ("http://localhost:8080", "localhost", "http://localhost:8080"),
    ])
    func `is for whom passkeys are made`(address: String, host: String, origin: String) {
        #expect(RelyingParty(address: address)?.host == host)
        #expect(RelyingParty(address: address)?.origin == origin)
    }

    @Test(arguments: [
        "", "rondom.example", "http://rondom.example", "https://", "https://127.0.0.1", "http://127.0.0.1:8080",
        "https://rondom.example/path", "https://user@rondom.example", "https://rondom.example:0",
        "https://rondom.example:x", "https://rondom..example", "ftp://rondom.example", "https://[::1]",
    ])
    func `is none where browsers make no passkeys`(address: String) {
        #expect(RelyingParty(address: address) == nil)
    }
}
