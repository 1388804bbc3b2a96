// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A UUID as text: 32 digits in lower case with four dashes (RFC 9562, section 4).
///
/// Apart from ``ID``, as what is generic is slower, and a list of families reads and writes a thousand of them.
enum UUIDText {
    static let size = 36

    private static let dash = UInt8(ascii: "-")

    /// Where each of the sixteen bytes stands in the text.
    private static let places: [Int] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]

    static func write(_ high: UInt64, _ low: UInt64, to text: UnsafeMutableBufferPointer<UInt8>) {
        for (number, place) in places.enumerated() {
            let half = number < 8 ? high : low
            let byte = UInt8(truncatingIfNeeded: half >> UInt64(56 - 8 * (number & 7)))
            text[place] = digit(byte >> 4)
            text[place + 1] = digit(byte & 15)
        }
        for place in [8, 13, 18, 23] { text[place] = dash }
    }

    /// The two halves, or nil for what is no UUID in lower case.
    static func read(_ text: UnsafeBufferPointer<UInt8>) -> (high: UInt64, low: UInt64)? {
        guard text.count == size, text[8] == dash, text[13] == dash, text[18] == dash, text[23] == dash
        else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        var wrong: UInt8 = 0
        for (number, place) in places.enumerated() {
            let (first, second) = (value(text[place]), value(text[place + 1]))
            wrong |= first | second
            let byte = UInt64(first & 15) << 4 | UInt64(second & 15)
            if number < 8 { high = high << 8 | byte } else { low = low << 8 | byte }
        }
        return wrong < 16 ? (high, low) : nil
    }

    private static func digit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 87 + nibble }

    /// What a digit stands for; 255 for what is none.
    private static func value(_ digit: UInt8) -> UInt8 {
        switch digit {
        case 48...57: digit - 48
        case 97...102: digit - 87
        default: 255
        }
    }
}
