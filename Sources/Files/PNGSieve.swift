// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Lets a PNG picture through without texts, times, EXIF and what no reader needs to draw it (W3C PNG, 3rd edition, 11).
///
/// Each chunk that stays must have its right checksum; all behind the end stays behind.
struct PNGSieve: Sendable {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private enum State { case signature, head, kept(left: Int), checksum, left(Int), ended }

    /// Chunks that change how the picture looks.
    private static let drawing: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP",
    ]
    private static let mostPixels = 400_000_000

    private var state = State.signature
    private var waiting: [UInt8] = []
    private var chunk = ""
    private var checksum = PNGChecksum()
    private var hasHeader = false
    private var hasPicture = false

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
        case .signature:
            guard waiting.count >= 8 else { return false }
            guard waiting.starts(with: Self.signature) else { throw .damaged }
            keep(8, &kept)
            state = .head
            return true
        case .head: return try head(&kept)
        case .kept(let left): return content(left, &kept)
        case .checksum: return try endChunk(&kept)
        case .left(let left):
            let count = min(left, waiting.count)
            waiting.removeFirst(count)
            state = left == count ? .head : .left(left - count)
            return left == count
        case .ended: return false
        }
    }

    private mutating func head(_ kept: inout [UInt8]) throws(FileFlaw) -> Bool {
        guard waiting.count >= (hasHeader ? 8 : 25) else { return false }
        let length = Self.number(waiting[0..<4])
        chunk = String(decoding: waiting[4..<8], as: UTF8.self)
        guard length <= Int(Int32.max), waiting[4..<8].allSatisfy(Self.isLetter) else { throw .damaged }
        try checkOrder(length)
        guard Self.drawing.contains(chunk) else {
            // A chunk without which the picture can't be read, and which no standard knows (5.4).
            guard waiting[4] & 0x20 != 0 || chunk == "CgBI" else { throw .damaged }
            waiting.removeFirst(8)
            state = .left(length + 4)
            return true
        }
        checksum = PNGChecksum()
        checksum.add(waiting[4..<8])
        keep(8, &kept)
        state = .kept(left: length)
        return true
    }

    private mutating func checkOrder(_ length: Int) throws(FileFlaw) {
        switch chunk {
        case "IHDR":
            guard !hasHeader else { throw .damaged }
            let (width, height) = (Self.number(waiting[8..<12]), Self.number(waiting[12..<16]))
            guard length == 13, width > 0, height > 0, width <= Self.mostPixels,
                height <= Self.mostPixels / width
            else { throw .damaged }
            hasHeader = true
        case "IDAT":
            guard hasHeader else { throw .damaged }
            hasPicture = true
        case "IEND": guard hasPicture, length == 0 else { throw .damaged }
        default: guard hasHeader else { throw .damaged }
        }
    }

    private mutating func content(_ left: Int, _ kept: inout [UInt8]) -> Bool {
        let count = min(left, waiting.count)
        checksum.add(waiting[..<count])
        keep(count, &kept)
        state = left == count ? .checksum : .kept(left: left - count)
        return left == count
    }

    private mutating func endChunk(_ kept: inout [UInt8]) throws(FileFlaw) -> Bool {
        guard waiting.count >= 4 else { return false }
        guard Self.number(waiting[0..<4]) == Int(checksum.value) else { throw .damaged }
        keep(4, &kept)
        state = chunk == "IEND" ? .ended : .head
        if chunk == "IEND" { waiting = [] }
        return chunk != "IEND"
    }

    private mutating func keep(_ count: Int, _ kept: inout [UInt8]) {
        kept += waiting[..<count]
        waiting.removeFirst(count)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
}

/// The checksum of a chunk (W3C PNG, Annex D).
struct PNGChecksum: Sendable {
    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { rest, _ in rest & 1 == 1 ? 0xEDB8_8320 ^ (rest >> 1) : rest >> 1 }
    }

    private var rest = UInt32.max

    var value: UInt32 { ~rest }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        var rest = rest
        Self.table.withUnsafeBufferPointer { table in
            for byte in bytes { rest = table[Int((rest ^ UInt32(byte)) & 0xFF)] ^ (rest >> 8) }
        }
        self.rest = rest
    }
}
