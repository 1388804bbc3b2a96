// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Lets a WebP picture through without EXIF and XMP (RFC 9649).
///
/// The file says its length at its beginning, which has gone by before those chunks come: so they stay as long as they
/// were, under a name that readers pass over, and hold zeros. Moving pictures are refused.
struct WebPSieve: Sendable {
    private enum State { case start, head, content(left: Int, isKept: Bool), ended }

    private static let drawing: Set<String> = ["VP8 ", "VP8L", "ALPH", "ICCP"]
    private static let pictures: Set<String> = ["VP8 ", "VP8L"]

    private var state = State.start
    private var waiting: [UInt8] = []
    /// Bytes until the end that the file said.
    private var left = 0
    private var hasPicture = false
    private var isFirst = true

    mutating func take(_ bytes: [UInt8]) throws(FileFlaw) -> [UInt8] {
        if case .ended = state { return [] }
        waiting += bytes
        var kept: [UInt8] = []
        while try step(&kept) {}
        return kept
    }

    func finish() throws(FileFlaw) {
        guard case .ended = state else { throw .damaged }
    }

    private mutating func step(_ kept: inout [UInt8]) throws(FileFlaw) -> Bool {
        switch state {
        case .start:
            guard waiting.count >= 12 else { return false }
            left = Self.number(waiting[4..<8]) - 4
            guard waiting.starts(with: "RIFF".utf8), waiting[8..<12].elementsEqual("WEBP".utf8), left > 0, left % 2 == 0
            else { throw .damaged }
            keep(12, &kept)
            state = .head
            return true
        case .head: return try head(&kept)
        case .content(let count, let isKept): return content(count, isKept, &kept)
        case .ended: return false
        }
    }

    private mutating func head(_ kept: inout [UInt8]) throws(FileFlaw) -> Bool {
        guard left > 0 else {
            guard hasPicture else { throw .damaged }
            waiting = []
            state = .ended
            return false
        }
        guard waiting.count >= 8 else { return false }
        let name = String(decoding: waiting[0..<4], as: UTF8.self)
        let length = Self.number(waiting[4..<8])
        let padded = length + length % 2
        guard left >= 8 + padded else { throw .damaged }
        if name == "VP8X" { return try extended(padded, &kept) }
        guard name != "ANIM", name != "ANMF", !Self.pictures.contains(name) || !hasPicture else { throw .damaged }
        isFirst = false
        hasPicture = hasPicture || Self.pictures.contains(name)
        let isKept = Self.drawing.contains(name)
        kept += isKept ? waiting[0..<4] : ArraySlice("JUNK".utf8)
        kept += waiting[4..<8]
        waiting.removeFirst(8)
        left -= 8 + padded
        state = .content(left: padded, isKept: isKept)
        return true
    }

    /// What is in the file: from now on neither EXIF nor XMP, and nothing that moves.
    private mutating func extended(_ length: Int, _ kept: inout [UInt8]) throws(FileFlaw) -> Bool {
        guard length == 10, isFirst else { throw .damaged }
        guard waiting.count >= 18 else { return false }
        guard waiting[8] & 0x02 == 0 else { throw .damaged }
        waiting[8] &= 0x30
        isFirst = false
        keep(18, &kept)
        left -= 18
        return true
    }

    private mutating func content(_ count: Int, _ isKept: Bool, _ kept: inout [UInt8]) -> Bool {
        let now = min(count, waiting.count)
        kept += isKept ? waiting[..<now] : ArraySlice(repeatElement(0, count: now))
        waiting.removeFirst(now)
        state = now == count ? .head : .content(left: count - now, isKept: isKept)
        return now == count
    }

    private mutating func keep(_ count: Int, _ kept: inout [UInt8]) {
        kept += waiting[..<count]
        waiting.removeFirst(count)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
}
