// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Lets a WebM file through: a header that says so, and one segment up to the end (RFC 8794, RFC 9559).
///
/// A browser that records does not know how long the segment will be: then it is as long as the file.
struct WebMSieve: Sendable {
    private static let header: [UInt8] = [0x1A, 0x45, 0xDF, 0xA3]
    private static let segment: [UInt8] = [0x18, 0x53, 0x80, 0x67]
    private static let docType: [UInt8] = [0x42, 0x82]
    /// A header is shorter than this, and one with anything else in it is not taken.
    private static let longest = 256

    private var head: [UInt8] = []
    private var isBegun = false
    /// How much of the segment is to come; nil where it does not say.
    private var left: Int?

    mutating func take(_ bytes: [UInt8]) throws(FileFlaw) -> [UInt8] {
        guard !isBegun else { return try inside(bytes) }
        head += bytes
        guard let (start, length) = Self.size(head, at: 4) else { return try waiting() }
        guard let length, length <= Self.longest else { throw .damaged }
        let end = start + length
        guard head.count >= end + 4, let (first, size) = Self.size(head, at: end + 4) else { return try waiting() }
        guard Self.isWebM(head[start..<end]), head[end...].starts(with: Self.segment) else { throw .damaged }
        isBegun = true
        left = size
        let beginning = Array(head[..<first])
        let rest = Array(head[first...])
        head = []
        return beginning + (try inside(rest))
    }

    func finish() throws(FileFlaw) {
        guard isBegun, left ?? 0 == 0 else { throw .damaged }
    }

    private func waiting() throws(FileFlaw) -> [UInt8] {
        guard head.count <= 2 * Self.longest else { throw .damaged }
        return []
    }

    private mutating func inside(_ bytes: [UInt8]) throws(FileFlaw) -> [UInt8] {
        if let before = left {
            guard before >= bytes.count else { throw .damaged }
            left = before - bytes.count
        }
        return bytes
    }

    private static func isWebM(_ header: ArraySlice<UInt8>) -> Bool {
        let name = docType + [0x84] + Array("webm".utf8)
        return header.indices.contains { header[$0...].starts(with: name) }
    }

    /// A size as EBML writes it, and where what it measures begins; a size of ones alone is unknown.
    private static func size(_ bytes: [UInt8], at place: Int) -> (start: Int, size: Int?)? {
        guard place < bytes.count, bytes[place] != 0 else { return nil }
        let width = bytes[place].leadingZeroBitCount + 1
        guard bytes.count >= place + width else { return nil }
        let mask = UInt8(0xFF) >> UInt8(width)
        let digits = [bytes[place] & mask] + bytes[(place + 1)..<(place + width)]
        let isUnknown = digits[0] == mask && digits.dropFirst().allSatisfy { $0 == 0xFF }
        return (place + width, isUnknown ? nil : digits.reduce(0) { $0 << 8 | Int($1) })
    }
}
