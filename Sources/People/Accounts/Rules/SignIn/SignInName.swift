// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel

/// What somebody types to say who they are: an e-mail address, or a name they chose.
///
/// Found by a digest of its folded form only: capitals, spaces around it and the way a letter is composed don't count.
package struct SignInName: Hashable, Sendable {
    package static let longest = 120

    package enum Refusal: Kernel.Refusal, CaseIterable {
        case empty
        case tooShort
        case tooLong
        case unprintable
        /// Somebody has it. Said in the same words as another name would be asked for, so that it tells of nobody.
        case taken
    }

    /// As it was typed.
    package let text: String
    /// As it is compared.
    package let folded: String

    /// - Throws: ``Refusal``, never ``Refusal/taken``.
    package init(_ typed: String) throws(Refusal) {
        do { text = try PlainText.line(typed, limit: Self.longest).text } catch {
            switch error {
            case .empty: throw .empty
            case .tooLong: throw .tooLong
            case .unprintable: throw .unprintable
            }
        }
        folded = Self.folded(text)
        guard folded.count >= 3 else { throw .tooShort }
    }

    /// What stands before the at sign of an address; the name itself where there is none.
    package var beforeAt: String { String(folded.prefix { $0 != "@" }) }

    /// The form in which names are compared (Unicode, NFKC and lower case).
    package static func folded(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCompatibilityMapping
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
