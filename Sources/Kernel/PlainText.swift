// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Text that a person typed, made fit to keep: no control characters, nothing that turns the reading order around.
///
/// Parsed once at the edge. Line ends become `\n`, spaces around it go; whatever could make a text look like another
/// one (Unicode bidirectional controls, UAX #9, and zero-width characters apart from the joiners that emoji and
/// several scripts need) is refused rather than removed, so that nobody's words change silently.
package struct PlainText: Hashable, Sendable, CustomStringConvertible {
    package enum Refusal: Kernel.Refusal {
        case empty
        /// Longer than the given number of characters.
        case tooLong(limit: Int)
        /// Holds a character that can't be shown.
        case unprintable
    }

    package let text: String

    package var description: String { text }

    /// One line, as a name or a subject.
    package static func line(_ typed: String, limit: Int = 120) throws(Refusal) -> PlainText {
        let text = try PlainText(typed, limit: limit)
        guard !text.text.unicodeScalars.contains("\n") else { throw .unprintable }
        return text
    }

    /// Several paragraphs, as a message.
    package static func paragraphs(_ typed: String, limit: Int = 10_000) throws(Refusal) -> PlainText {
        try PlainText(typed, limit: limit)
    }

    private init(_ typed: String, limit: Int) throws(Refusal) {
        guard typed.utf8.count <= limit * 8 else { throw .tooLong(limit: limit) }
        let trimmed = Self.trimmed(Self.withPlainLineEnds(typed))
        guard !trimmed.isEmpty else { throw .empty }
        guard trimmed.unicodeScalars.allSatisfy(Self.isPrintable) else { throw .unprintable }
        guard trimmed.count <= limit else { throw .tooLong(limit: limit) }
        text = trimmed
    }

    /// Browsers send `\r\n`, which Swift reads as one character, different from both.
    private static func withPlainLineEnds(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
        return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }

    private static func trimmed(_ text: String) -> String {
        let isSpace = { (character: Character) in character.isWhitespace }
        guard let first = text.firstIndex(where: { !isSpace($0) }), let last = text.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(text[first...last])
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F: false
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: false
        case 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE0001: false
        default: true
        }
    }
}
