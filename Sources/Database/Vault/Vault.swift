// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Kernel

/// Where a sealed value stands; a value moved to another place does not open there (the associated data of
/// AES-256-GCM, NIST SP 800-38D).
package struct SealedPlace: Sendable {
    let table: StaticString
    let column: StaticString
    let row: String
    /// The dossier, or the account, it belongs to.
    let owner: String

    package init(_ table: StaticString, _ column: StaticString, row: String, owner: String) {
        self.table = table
        self.column = column
        self.row = row
        self.owner = owner
    }
}

/// The key of one part of a dossier, or of one account: seals what is written there and opens it again.
package struct PartKey: Sendable {
    package let id: String

    /// The text sealed: one byte for the algorithm, 16 for the key, 12 nonce, the cipher text, 16 tag.
    package func seal(_ text: String, at place: SealedPlace) -> [UInt8] { fatalError() }

    /// - Throws: ``VaultError/damaged`` when the value is not what was sealed at this place under this key.
    package func open(_ sealed: [UInt8], at place: SealedPlace) throws -> String { fatalError() }
}

package enum VaultError: Error, Equatable {
    /// A sealed value was changed, moved, or is of another key.
    case damaged
    /// The key store can't be opened with this store key: an old copy of either, or of another installation.
    case wrongStoreKey
    /// There is no key store where it should be.
    case missing(String)
    /// The key store could not be read or written now.
    case unavailable(String)
}

/// The keys of all parts, kept apart from the data they seal.
///
/// Calls block and belong on a database thread, inside `read` and `write` closures. Keys once opened are remembered
/// until the generation changes.
package final class Vault: Sendable {
    /// Looks whether keys were erased or wrapped anew beside this process, and forgets what it remembered if so.
    /// Called at the start of each transaction that opens anything.
    package func refresh() throws { fatalError() }

    /// The key of a part, or nil when it was destroyed.
    package func key(_ id: String) throws -> PartKey? { fatalError() }

    /// Makes keys for new parts; they are on disk when this returns, before the part's first row is written.
    package func makeKeys(_ ids: [String]) throws { fatalError() }

    /// A digest by which a value can be found without being readable: HMAC-SHA256 under a key of this purpose.
    package func digest(_ value: String, for purpose: Purpose) -> String { fatalError() }

    /// The link of a chain: HMAC-SHA256 under the chain key.
    package func link(_ bytes: [UInt8]) -> [UInt8] { fatalError() }

    /// The key under which access records are sealed: they outlive the parts they tell of.
    package var logKey: PartKey { fatalError() }

    package enum Purpose: String, Sendable {
        case session, login, form, csrf, draft
    }
}
