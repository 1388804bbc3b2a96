// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel

/// A password that somebody chooses, long enough and not one that everybody tries first.
///
/// NIST SP 800-63B-4, 3.1.1.2: length counts, composition does not; characters of any script, each code point one; no
/// common ones, nor the name of the account. It asks eight at least where another factor stands beside it and fifteen
/// where none does. Ten is ours: a family's telephone keeps what is long, and guessing is slowed (``Guessing``).
package struct Password: Hashable, Sendable {
    package static let shortest = 10
    package static let longest = 256

    package enum Refusal: Kernel.Refusal, CaseIterable {
        case tooShort, tooLong
        /// One of those that are tried first, or one letter again and again.
        case common
        /// It says the name with which one signs in.
        case isName
    }

    /// As it is hashed.
    package let text: String

    /// - Throws: ``Refusal``
    package init(_ typed: String, name: SignInName?) throws(Refusal) {
        guard typed.utf8.count <= Self.longest * 16 else { throw .tooLong }
        let text = Self.normalised(typed)
        let count = text.unicodeScalars.count
        guard count >= Self.shortest else { throw .tooShort }
        guard count <= Self.longest else { throw .tooLong }
        let folded = text.lowercased()
        guard Set(folded).count > 2, !GuessedFirst.all.contains(folded) else { throw .common }
        if let name, folded == name.folded || folded == name.beforeAt { throw .isName }
        self.text = text
    }

    /// The same password typed on another keyboard is the same bytes (NFKC).
    package static func normalised(_ typed: String) -> String { typed.precomposedStringWithCompatibilityMapping }
}

/// A password as it is kept: Argon2id with its salt and costs, as one line (PHC string format).
package struct PasswordHash: Hashable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }
}
