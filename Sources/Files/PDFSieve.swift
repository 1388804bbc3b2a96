// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Lets a PDF through that begins and ends as one (ISO 32000-2, 7.5.2 and 7.5.5).
///
/// Nothing may stand before its header or behind its end: such a file could be another one at the same time. What is
/// in it is not looked at; it is handed out for saving, never shown here.
struct PDFSieve: Sendable {
    private static let tail = 1_024

    private var end: [UInt8] = []
    private var head: [UInt8] = []

    mutating func take(_ bytes: [UInt8]) throws(FileFlaw) -> [UInt8] {
        if head.count < 8 { head += bytes.prefix(8 - head.count) }
        end = Array((end.suffix(Self.tail) + bytes.suffix(Self.tail)).suffix(Self.tail))
        return bytes
    }

    func finish() throws(FileFlaw) {
        let isHeader = head.starts(with: "%PDF-1.".utf8) || head.starts(with: "%PDF-2.".utf8)
        guard isHeader else { throw .damaged }
        let spaces: Set<UInt8> = [0, 9, 10, 12, 13, 32]
        guard let last = end.lastIndex(where: { !spaces.contains($0) }),
            end[...last].suffix(5).elementsEqual("%%EOF".utf8)
        else { throw .damaged }
    }
}
