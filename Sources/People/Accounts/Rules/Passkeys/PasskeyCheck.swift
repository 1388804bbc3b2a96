// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What a browser says it asked the device for (W3C Web Authentication, 5.8.1), read from what the device signed.
package struct PasskeyRequest: Hashable, Sendable {
    package let type: String
    package let challenge: [UInt8]
    package let origin: String
    /// Asked from within another site's page.
    package let isCrossOrigin: Bool

    package init(type: String, challenge: [UInt8], origin: String, isCrossOrigin: Bool = false) {
        self.type = type
        self.challenge = challenge
        self.origin = origin
        self.isCrossOrigin = isCrossOrigin
    }
}

/// What the device itself says (6.1, "authenticator data"): 32 bytes of the host's digest, a byte of flags, a counter.
package struct DeviceStatement: Hashable, Sendable {
    package let hostDigest: [UInt8]
    package let flags: UInt8
    package let counter: UInt32

    /// Nil when there are too few bytes.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= 37 else { return nil }
        hostDigest = Array(bytes[0..<32])
        flags = bytes[32]
        counter = bytes[33..<37].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Somebody touched the device.
    package var isPresent: Bool { flags & 0x01 != 0 }
    /// The device knows that it was its owner: by finger, face or code.
    package var isVerified: Bool { flags & 0x04 != 0 }
    /// A key was made and stands behind the counter.
    package var hasKey: Bool { flags & 0x40 != 0 }
}

/// Whether an answer of a device was given here, now, by its owner, to what we asked.
///
/// The signature itself is checked beside this; the order of checks is that of the standard (7.1 and 7.2).
package struct PasskeyCheck: Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        case wrongType, wrongChallenge, otherOrigin, insideOtherSite, otherHost, nobodyPresent, ownerNotVerified
        case noKey, counterWentBack
    }

    package let party: RelyingParty
    /// SHA-256 of the party's host.
    package let hostDigest: [UInt8]
    /// What we asked this browser to have signed.
    package let challenge: [UInt8]

    package init(_ party: RelyingParty, hostDigest: [UInt8], challenge: [UInt8]) {
        self.party = party
        self.hostDigest = hostDigest
        self.challenge = challenge
    }

    /// A passkey that was made.
    package func made(_ request: PasskeyRequest, _ statement: DeviceStatement) throws(Refusal) {
        try asked(request, type: "webauthn.create")
        try stated(statement)
        guard statement.hasKey else { throw .noKey }
    }

    /// A passkey that was used; its counter goes up, or never counts at all (7.2, step 22).
    ///
    /// One that goes back was copied: two devices count for themselves.
    package func used(
        _ request: PasskeyRequest, _ statement: DeviceStatement, counterBefore: UInt32
    ) throws(Refusal) {
        try asked(request, type: "webauthn.get")
        try stated(statement)
        guard statement.counter > counterBefore || statement.counter == 0 && counterBefore == 0 else {
            throw .counterWentBack
        }
    }

    private func asked(_ request: PasskeyRequest, type: String) throws(Refusal) {
        guard request.type == type else { throw .wrongType }
        guard !challenge.isEmpty, request.challenge == challenge else { throw .wrongChallenge }
        guard request.origin == party.origin else { throw .otherOrigin }
        guard !request.isCrossOrigin else { throw .insideOtherSite }
    }

    private func stated(_ statement: DeviceStatement) throws(Refusal) {
        guard statement.hostDigest == hostDigest else { throw .otherHost }
        guard statement.isPresent else { throw .nobodyPresent }
        guard statement.isVerified else { throw .ownerNotVerified }
    }
}

/// The question that a device signs: good for five minutes, once, and in the browser that was asked.
package enum PasskeyQuestion {
    package static let term = Duration.minutes(5)
}
