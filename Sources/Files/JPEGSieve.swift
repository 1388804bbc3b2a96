// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Lets a JPEG picture through without what it tells besides the picture (ITU-T T.81, Annex B).
///
/// Kept are the segments that draw it, its colour profile, and of EXIF the orientation alone, in a segment of our own.
/// Place and time, camera, comments, thumbnails, hidden second pictures and all behind the end stay behind. The
/// picture itself is not touched: nothing is lost.
struct JPEGSieve: Sendable {
    private enum State { case start, segments, scan, ended }

    /// Twenty times what a telephone makes; more would take a reader's memory.
    private static let mostPixels = 400_000_000

    private var state = State.start
    private var waiting: [UInt8] = []
    private var hasFrame = false
    private var hasScan = false
    private var hasOrientation = false

    mutating func take(_ bytes: [UInt8]) throws(FileFlaw) -> [UInt8] {
        guard state != .ended else { return [] }
        waiting += bytes
        var kept: [UInt8] = []
        while try step(&kept) {}
        return kept
    }

    func finish() throws(FileFlaw) {
        guard state == .ended else { throw .damaged }
    }

    private mutating func step(_ kept: inout [UInt8]) throws(FileFlaw) -> Bool {
        switch state {
        case .start:
            guard waiting.count >= 2 else { return false }
            guard waiting.starts(with: [0xFF, 0xD8]) else { throw .damaged }
            keep(2, &kept)
            state = .segments
            return true
        case .segments: return try segment(&kept)
        case .scan: return scan(&kept)
        case .ended: return false
        }
    }

    private mutating func segment(_ kept: inout [UInt8]) throws(FileFlaw) -> Bool {
        guard waiting.count >= 2 else { return false }
        guard waiting[0] == 0xFF else { throw .damaged }
        let marker = waiting[1]
        if marker == 0xFF {
            waiting.removeFirst()
            return true
        }
        if marker == 0xD9 {
            guard hasScan else { throw .damaged }
            keep(2, &kept)
            waiting = []
            state = .ended
            return false
        }
        guard marker >= 0xC0, !(0xD0...0xD8).contains(marker) else { throw .damaged }
        guard waiting.count >= 4 else { return false }
        let length = Int(waiting[2]) << 8 | Int(waiting[3])
        guard length >= 2 else { throw .damaged }
        guard waiting.count >= 2 + length else { return false }
        try pass(marker, length + 2, &kept)
        return true
    }

    /// Decides about a segment that is whole.
    private mutating func pass(_ marker: UInt8, _ count: Int, _ kept: inout [UInt8]) throws(FileFlaw) {
        switch marker {
        case 0xC0, 0xC1, 0xC2:
            try checkFrame(count)
            keep(count, &kept)
        case 0xC4, 0xDB, 0xDC, 0xDD: keep(count, &kept)
        case 0xDA:
            guard hasFrame else { throw .damaged }
            hasScan = true
            keep(count, &kept)
            state = .scan
        case 0xE0: keepFileHeader(count, &kept)
        case 0xE1: keepOrientation(count, &kept)
        case 0xE2: keep(count, &kept, if: begins(with: "ICC_PROFILE\0"))
        // How colours are meant, without which they come out wrong.
        case 0xEE: keep(count, &kept, if: begins(with: "Adobe") && count == 16)
        case 0xE3...0xED, 0xEF, 0xFE: waiting.removeFirst(count)
        default: throw .damaged
        }
    }

    private mutating func checkFrame(_ count: Int) throws(FileFlaw) {
        guard !hasFrame, count >= 10 else { throw .damaged }
        let height = Int(waiting[5]) << 8 | Int(waiting[6])
        let width = Int(waiting[7]) << 8 | Int(waiting[8])
        guard width > 0, width * max(height, 1) <= Self.mostPixels else { throw .damaged }
        hasFrame = true
    }

    /// Density stays, the thumbnail goes: its two sides become zero.
    private mutating func keepFileHeader(_ count: Int, _ kept: inout [UInt8]) {
        if begins(with: "JFIF\0"), count >= 18 {
            kept += [0xFF, 0xE0, 0, 16] + waiting[4..<16] + [0, 0]
        }
        waiting.removeFirst(count)
    }

    private mutating func keepOrientation(_ count: Int, _ kept: inout [UInt8]) {
        if !hasOrientation, begins(with: "Exif\0\0"),
            let orientation = TIFFOrientation.read(in: Array(waiting[10..<max(10, count)]))
        {
            hasOrientation = true
            kept += TIFFOrientation.segment(orientation)
        }
        waiting.removeFirst(count)
    }

    private func begins(with name: StaticString) -> Bool {
        name.withUTF8Buffer { waiting.dropFirst(4).starts(with: $0) }
    }

    private mutating func keep(_ count: Int, _ kept: inout [UInt8], if isKept: Bool = true) {
        if isKept { kept += waiting[..<count] }
        waiting.removeFirst(count)
    }

    /// Lets the picture's own bytes through, up to the next marker (B.1.1.5: a byte FF in them is followed by zero).
    private mutating func scan(_ kept: inout [UInt8]) -> Bool {
        let (end, isMarker) = waiting.withUnsafeBufferPointer { bytes -> (Int, Bool) in
            var place = 0
            while place < bytes.count {
                if bytes[place] == 0xFF {
                    guard place + 1 < bytes.count else { return (place, false) }
                    let next = bytes[place + 1]
                    if next != 0, !(0xD0...0xD7).contains(next) { return (place, true) }
                    place += 1
                }
                place += 1
            }
            return (min(place, bytes.count), false)
        }
        kept += waiting[..<end]
        waiting.removeFirst(end)
        if isMarker { state = .segments }
        return isMarker
    }
}

/// Which way up a picture is: the one thing in EXIF without which it can't be looked at (Exif 2.32, 4.6.4).
enum TIFFOrientation {
    private static let tag = 0x0112

    /// The orientation in a TIFF structure; nil when there is none, or it is upright.
    static func read(in bytes: [UInt8]) -> UInt8? {
        let isLittle = bytes.starts(with: [0x49, 0x49, 42, 0])
        guard isLittle || bytes.starts(with: [0x4D, 0x4D, 0, 42]) else { return nil }
        func number(_ place: Int, _ size: Int) -> Int? {
            guard place >= 0, place + size <= bytes.count else { return nil }
            let part = isLittle ? Array(bytes[place..<place + size].reversed()) : Array(bytes[place..<place + size])
            return part.reduce(0) { $0 << 8 | Int($1) }
        }
        guard let start = number(4, 4), let count = number(start, 2) else { return nil }
        for entry in 0..<min(count, 200) {
            let place = start + 2 + entry * 12
            guard number(place, 2) == tag, number(place + 2, 2) == 3, let value = number(place + 8, 2) else { continue }
            return (2...8).contains(value) ? UInt8(value) : nil
        }
        return nil
    }

    /// A segment that says the orientation and nothing else.
    static func segment(_ orientation: UInt8) -> [UInt8] {
        [0xFF, 0xE1, 0, 34] + Array("Exif\0\0".utf8) + [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1]
            + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0] + [0, 0, 0, 0]
    }
}
