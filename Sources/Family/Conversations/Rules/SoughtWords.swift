// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel

/// Words somebody looks for in what was written, whatever their case and accents.
package struct SoughtWords: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        case empty
        case tooLong
    }

    private static let longest = 100
    /// How much of a text is shown around what was found.
    private static let around = 80

    /// As it was typed, without spaces around it.
    package let typed: String
    private let words: [String]

    /// - Throws: ``Refusal``
    package init(_ typed: String) throws(Refusal) {
        let trimmed = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard trimmed.count <= Self.longest else { throw .tooLong }
        let words = Self.folded(trimmed).split(separator: " ").map(String.init)
        guard !words.isEmpty else { throw .empty }
        self.typed = trimmed
        self.words = words
    }

    /// Whether all the words stand in the text.
    package func stand(in text: String) -> Bool {
        let folded = Self.folded(text)
        return words.allSatisfy(folded.contains)
    }

    /// The piece of the text around the first of the words.
    package func excerpt(of text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let start = line.indices.first { place in
            words.contains { Self.folded(String(line[place...].prefix($0.count * 2))).hasPrefix($0) }
        }
        guard let start else { return String(line.prefix(2 * Self.around)) }
        let from = line.index(start, offsetBy: -Self.around, limitedBy: line.startIndex) ?? line.startIndex
        let until = line.index(start, offsetBy: Self.around, limitedBy: line.endIndex) ?? line.endIndex
        return (from == line.startIndex ? "" : "… ") + line[from..<until] + (until == line.endIndex ? "" : " …")
    }

    /// Folded here, as SQLite knows case in ASCII only.
    static func folded(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 < 128 }
        if isPlain { return text.lowercased() }
        return text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
