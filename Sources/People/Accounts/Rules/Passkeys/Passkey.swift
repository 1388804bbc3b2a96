// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A key on somebody's device that signs them in (W3C Web Authentication, level 3): we hold its public half only.
package struct Passkey: Hashable, Sendable {
    /// The ways of signing that we take, by their number in COSE (RFC 9053, RFC 8812).
    package enum Algorithm: Int, CaseIterable, Sendable {
        case es256 = -7
        case eddsa = -8
        case rs256 = -257
    }

    package let id: ID<Passkey>
    package let account: ID<Account>
    /// What the device calls it.
    package let credential: [UInt8]
    package let publicKey: PublicKey
    /// How often it signed, as far as the device counts; many never do and stay at 0.
    package let counter: UInt32
    /// What its owner calls it, such as "Telefoon".
    package let label: String
    package let madeAt: Moment
    package let usedAt: Moment?

    /// The half that checks what the other half signed.
    package struct PublicKey: Hashable, Sendable {
        package let algorithm: Algorithm
        package let bytes: [UInt8]

        package init(_ algorithm: Algorithm, _ bytes: [UInt8]) {
            self.algorithm = algorithm
            self.bytes = bytes
        }
    }

    package init(
        id: ID<Passkey>, account: ID<Account>, credential: [UInt8], publicKey: PublicKey, counter: UInt32,
        label: String, madeAt: Moment, usedAt: Moment? = nil
    ) {
        self.id = id
        self.account = account
        self.credential = credential
        self.publicKey = publicKey
        self.counter = counter
        self.label = label
        self.madeAt = madeAt
        self.usedAt = usedAt
    }

    /// More than anybody has; whoever adds without end must not fill the disk.
    package static let most = 20

    /// The longest name that a device may give one (W3C: 1,023 bytes).
    package static let longestCredential = 1_023
}

/// For whom passkeys are made and where they are used: this installation, by its address.
package struct RelyingParty: Hashable, Sendable {
    /// The address's host, such as `rondom.example`: devices offer a passkey to this host alone.
    package let host: String
    /// Scheme, host and port, as browsers write them: `https://rondom.example`.
    package let origin: String

    /// The installation at an address, or nil when browsers make no passkeys there: they want https and a name, and
    /// take plain http from `localhost` alone.
    package init?(address: String) {
        let text = address.lowercased()
        let isSecure = text.hasPrefix("https://")
        guard isSecure || text.hasPrefix("http://") else { return nil }
        let rest = text.dropFirst(isSecure ? 8 : 7)
        let place = rest.hasSuffix("/") ? rest.dropLast() : rest
        let parts = place.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let host = String(parts[0])
        guard Self.isName(host), isSecure || host == "localhost" else { return nil }
        var port = ""
        if parts.count == 2 {
            guard let number = Int(parts[1]), (1...65_535).contains(number) else { return nil }
            // Browsers leave the usual port away.
            if number != (isSecure ? 443 : 80) { port = ":\(number)" }
        }
        self.host = host
        origin = (isSecure ? "https://" : "http://") + host + port
    }

    /// A name with letters, not a number of a machine (those make no passkeys).
    private static func isName(_ host: String) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let isWord = { (label: Substring) in
            !label.isEmpty && label.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
        }
        return host.utf8.count <= 253 && labels.allSatisfy(isWord) && labels.last?.contains(where: \.isLetter) == true
    }
}
