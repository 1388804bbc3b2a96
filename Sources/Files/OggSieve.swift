// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Lets sound in an Ogg file through: whole pages, one behind the other, that hold Opus or Vorbis (RFC 3533, RFC 7845).
///
/// Nothing may stand before, between or behind the pages: such a file could be another one at the same time.
struct OggSieve: Sendable {
    private static let head = 27

    private var rest: [UInt8] = []
    private var pages = 0

    mutating func take(_ bytes: [UInt8]) throws(FileFlaw) -> [UInt8] {
        rest += bytes
        var kept: [UInt8] = []
        while let size = try pageSize(), rest.count >= size {
            if pages == 0 { try checkFirst(Array(rest[..<size])) }
            kept += rest[..<size]
            rest.removeFirst(size)
            pages += 1
        }
        return kept
    }

    func finish() throws(FileFlaw) {
        guard rest.isEmpty, pages > 1 else { throw .damaged }
    }

    /// How long the next page is; nil while that is not known yet.
    private func pageSize() throws(FileFlaw) -> Int? {
        guard rest.count >= 5 else { return nil }
        guard rest.starts(with: "OggS".utf8), rest[4] == 0 else { throw .damaged }
        guard rest.count >= Self.head else { return nil }
        let segments = Int(rest[26])
        guard rest.count >= Self.head + segments else { return nil }
        let body = rest[Self.head..<Self.head + segments].reduce(0) { $0 + Int($1) }
        return Self.head + segments + body
    }

    /// The first page begins the stream, and says that it is sound.
    private func checkFirst(_ page: [UInt8]) throws(FileFlaw) {
        let body = page[(Self.head + Int(page[26]))...]
        let isSound = body.starts(with: "OpusHead".utf8) || body.starts(with: [1] + Array("vorbis".utf8))
        guard page[5] & 2 == 2, isSound else { throw .damaged }
    }
}
