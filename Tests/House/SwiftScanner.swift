// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Tells apart what is code, what is comment and what is text in a Swift file.
///
/// Knows nested comments, raw and multi-line literals, and interpolation (which is code again). Does not know
/// regular expression literals: one that holds a quotation mark would mislead it.
struct SwiftScanner {
    /// A string literal; each interpolated value is one ``hole`` in its text.
    struct Literal: Equatable {
        var text: String
        var line: Int
    }

    static let hole: Character = "\u{FFFC}"

    /// The file with comments and texts blanked; every line is where it was.
    private(set) var code: [UInt8]
    private(set) var literals: [Literal] = []
    /// The file's comments, with all else blanked.
    private(set) var comments: [UInt8]

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
        code = bytes
        comments = bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
        scanCode(inInterpolation: false)
    }

    private mutating func scanCode(inInterpolation: Bool) {
        var depth = 1
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "/") where sees("//"): scanLineComment()
            case UInt8(ascii: "/") where sees("/*"): scanBlockComment()
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                if let hashes = hashesBeforeQuote() { scanLiteral(hashes: hashes) } else { advance() }
            case UInt8(ascii: "("):
                depth += 1
                advance()
            case UInt8(ascii: ")"):
                depth -= 1
                if inInterpolation, depth == 0 { return blank(1) }
                advance()
            default: advance()
            }
        }
    }

    private mutating func scanLineComment() {
        while place < bytes.count, !sees("\n") { takeComment() }
    }

    private mutating func scanBlockComment() {
        var depth = 0
        repeat {
            if sees("/*") {
                depth += 1
                takeComment()
            } else if sees("*/") {
                depth -= 1
                takeComment()
            }
            takeComment()
        } while depth > 0 && place < bytes.count
    }

    private mutating func scanLiteral(hashes: Int) {
        let marks = String(repeating: "#", count: hashes)
        blank(hashes)
        let quote = sees(#"""""#) ? #"""""# : "\""
        let (end, escape) = (quote + marks, "\\" + marks)
        blank(quote.utf8.count)
        let first = line
        var text: [UInt8] = []
        while place < bytes.count, !sees(end) {
            if !sees(escape) {
                text.append(bytes[place])
                blank(1)
            } else if sees(escape + "(") {
                blank(2 + hashes)
                scanCode(inInterpolation: true)
                text += Array(String(Self.hole).utf8)
            } else {
                blank(1 + hashes)
                text += escaped()
            }
        }
        blank(quote.utf8.count + hashes)
        literals.append(Literal(text: String(decoding: text, as: UTF8.self), line: first))
    }

    private mutating func escaped() -> [UInt8] {
        guard place < bytes.count else { return [] }
        defer { blank(1) }
        switch bytes[place] {
        case UInt8(ascii: "n"): return [UInt8(ascii: "\n")]
        case UInt8(ascii: "\n"): return []
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [bytes[place]]
        default: return [UInt8(ascii: " ")]
        }
    }

    private func hashesBeforeQuote() -> Int? {
        var after = place
        while after < bytes.count, bytes[after] == UInt8(ascii: "#") { after += 1 }
        return after < bytes.count && bytes[after] == UInt8(ascii: "\"") ? after - place : nil
    }

    private func sees(_ mark: String) -> Bool {
        bytes[place] == mark.utf8.first && bytes[place...].starts(with: mark.utf8)
    }

    private mutating func takeComment() {
        guard place < bytes.count else { return }
        comments[place] = bytes[place]
        blank(1)
    }

    private mutating func blank(_ count: Int) {
        for _ in 0..<count where place < bytes.count {
            if bytes[place] != UInt8(ascii: "\n") { code[place] = UInt8(ascii: " ") }
            advance()
        }
    }

    private mutating func advance() {
        if bytes[place] == UInt8(ascii: "\n") { line += 1 }
        place += 1
    }
}
