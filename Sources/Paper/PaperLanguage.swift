// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Says in a PDF which language it is in, and that its title is to be shown: Cairo has no word for either.
///
/// A screen reader needs the language (WCAG 3.1.1; ISO 32000-1, 14.9.2). It is added behind the file, as a later
/// version of its catalog (7.5.6), so nothing that Cairo wrote is moved.
struct PaperLanguage {
    private let language: String

    init(_ language: String) {
        self.language = language.filter { $0.isASCII && ($0.isLetter || $0 == "-") }
    }

    /// The file with its language; nil when it is not made as Cairo makes it.
    func added(to file: [UInt8]) -> [UInt8]? {
        let written = WrittenPDF(bytes: file)
        guard let table = written.number(behindLast: "startxref"), let root = written.number(behindLast: "/Root"),
            let info = written.number(behindLast: "/Info"), let size = written.number(behindLast: "/Size"),
            let catalog = written.dictionary(of: root, table: table)
        else { return nil }
        let version = """

            \(root) 0 obj
            <<\(catalog) /Lang (\(language)) /ViewerPreferences << /DisplayDocTitle true >>
            >>
            endobj

            """
        let digits = String(file.count + 1)
        let place = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
        // Each line of the table is twenty bytes, with a space before its end (7.5.4).
        let end = """
            xref
            \(root) 1
            \(place) 00000 n\u{20}
            trailer
            << /Size \(size) /Root \(root) 0 R /Info \(info) 0 R /Prev \(table) >>
            startxref
            \(file.count + version.utf8.count)
            %%EOF

            """
        return file + Array((version + end).utf8)
    }
}

/// A PDF as bytes, in which numbers and one object are looked up.
private struct WrittenPDF {
    let bytes: [UInt8]

    func number(behindLast word: String) -> Int? {
        // All that is asked for stands in the trailer, at the end.
        place(ofLast: word, in: max(0, bytes.count - 512)..<bytes.count).flatMap { number(from: $0 + word.utf8.count) }
    }

    /// What stands between the outer brackets of an object that is a dictionary.
    func dictionary(of object: Int, table: Int) -> String? {
        // "xref", then "0 COUNT", then twenty bytes an object.
        guard let first = lineEnd(from: table).flatMap({ lineEnd(from: $0 + 1) }) else { return nil }
        guard let begin = number(from: first + 1 + 20 * object), begin < bytes.count,
            let end = place(of: "endobj", in: begin..<bytes.count), let open = place(of: "<<", in: begin..<end),
            let close = place(ofLast: ">>", in: begin..<end), open + 2 <= close
        else { return nil }
        return String(validating: bytes[(open + 2)..<close], as: UTF8.self)
    }

    private func lineEnd(from place: Int) -> Int? {
        bytes.indices.contains(place) ? bytes[place...].firstIndex(of: UInt8(ascii: "\n")) : nil
    }

    private func number(from place: Int) -> Int? {
        guard bytes.indices.contains(place) else { return nil }
        let digits = bytes[place...].drop { $0 == 32 || $0 == 10 }.prefix { (48...57).contains($0) }
        return Int(String(decoding: digits.prefix(18), as: UTF8.self))
    }

    private func place(of word: String, in range: Range<Int>) -> Int? {
        let word = Array(word.utf8)
        return range.first { bytes[$0..<range.upperBound].starts(with: word) }
    }

    private func place(ofLast word: String, in range: Range<Int>) -> Int? {
        let word = Array(word.utf8)
        return range.last { bytes[$0..<range.upperBound].starts(with: word) }
    }
}
