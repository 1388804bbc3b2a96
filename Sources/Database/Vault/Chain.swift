// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Kernel

/// A row of records in which each is bound to the one before, so that none is changed, removed or put in unseen.
///
/// Link n is an HMAC under the vault's chain key over the chain's name, n, the moment, the digest of the record's body
/// and link n-1. The digest is kept beside the body, so that the body can be erased and the chain still verifies.
package struct Chain: Sendable {
    package let name: String
    private let seal: @Sendable ([UInt8]) -> [UInt8]

    /// What stands in the place of a link before the first record.
    package static let start: [UInt8] = []

    package init(_ name: String, _ vault: Vault) { self.init(name) { vault.link($0) } }

    init(_ name: String, seal: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.name = name
        self.seal = seal
    }

    /// The link of a record; numbers begin at 1.
    package func link(_ number: Int, at moment: Moment, digest: [UInt8], after previous: [UInt8]) -> [UInt8] {
        var framed = FramedBytes()
        framed.append(name)
        framed.append(Int64(number))
        framed.append(moment.milliseconds)
        framed.append(digest)
        framed.append(previous)
        return seal(framed.bytes)
    }

    /// A record as it is found in the database.
    package struct Record: Sendable {
        let number: Int
        let at: Moment
        let digest: [UInt8]
        let bodyDigest: [UInt8]?
        let link: [UInt8]

        /// The digest is the one kept beside the body; the body's own is made of the body now, or nil when it was erased.
        package init(number: Int, at: Moment, digest: [UInt8], bodyDigest: [UInt8]?, link: [UInt8]) {
            self.number = number
            self.at = at
            self.digest = digest
            self.bodyDigest = bodyDigest
            self.link = link
        }
    }

    /// The columns of a record's body, to make its digest of: what is personal goes in as it is stored, sealed, because
    /// the digest outlives it.
    package struct Body: Sendable {
        private var framed = FramedBytes()

        package init() {}

        package mutating func add(_ text: String?) {
            if let text { framed.append(text) } else { framed.appendNothing() }
        }

        package mutating func add(_ number: Int?) {
            if let number { framed.append(Int64(number)) } else { framed.appendNothing() }
        }

        package mutating func add(_ sealed: [UInt8]?) {
            if let sealed { framed.append(sealed) } else { framed.appendNothing() }
        }

        package var digest: [UInt8] { Array(SHA256.hash(data: framed.bytes)) }
    }
}
