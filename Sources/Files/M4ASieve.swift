// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Lets sound in an MP4 file through, without what it tells besides (ISO/IEC 14496-12): where it was recorded and by
/// whom stand in boxes of their own, which are emptied.
///
/// They stay as long as they were, as the sound is found by its place in the file.
struct M4ASieve: Sendable {
    private enum Content: Sendable { case kept, emptied }

    private static let containers: Set<String> = ["moov", "trak"]
    /// What tells something besides the sound, or could hold anything.
    private static let emptied: Set<String> = ["udta", "meta", "uuid", "free", "skip", "wide"]
    private static let known: Set<String> = [
        "ftyp", "mdat", "moof", "mfra", "sidx", "styp", "mvhd", "tkhd", "edts", "mdia", "tref", "iods", "mvex",
    ]

    private var head: [UInt8] = []
    /// Of the box in which it is: how much of it is left, and whether that is kept.
    private var left = 0
    private var content = Content.kept
    /// How much is left of each of the boxes around it.
    private var around: [Int] = []
    private var isBegun = false
    private var hasSound = false

    mutating func take(_ bytes: [UInt8]) throws(FileFlaw) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            if left > 0 {
                let count = min(left, bytes.count - place)
                kept += content == .kept ? Array(bytes[place..<place + count]) : Array(repeating: 0, count: count)
                place += count
                try passed(count)
                left -= count
                continue
            }
            head.append(bytes[place])
            place += 1
            if let size = boxSize { kept += try begin(size) }
        }
        return kept
    }

    func finish() throws(FileFlaw) {
        guard head.isEmpty, left == 0, around.isEmpty, hasSound else { throw .damaged }
    }

    /// How long the box is whose head is whole; nil while it is not.
    private var boxSize: Int? {
        guard head.count >= 8 else { return nil }
        let size = number(head[..<4])
        guard size == 1 else { return head.count == 8 ? size : nil }
        return head.count == 16 ? number(head[8...]) : nil
    }

    private func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { ($0 & 0x00FF_FFFF_FFFF_FFFF) << 8 | Int($1) }
    }

    /// Begins a box: its head is kept, under a name that says that there is nothing in it where it is emptied.
    private mutating func begin(_ size: Int) throws(FileFlaw) -> [UInt8] {
        let name = String(decoding: head[4..<8], as: UTF8.self)
        guard size >= head.count, size < 1 << 40, isBegun || name == "ftyp" else { throw .damaged }
        isBegun = true
        try passed(head.count)
        let inside = size - head.count
        var kept = head
        head = []
        if Self.containers.contains(name) {
            hasSound = hasSound || name == "moov"
            guard inside > 0, around.count < 2 else { throw .damaged }
            around.append(inside)
            return kept
        }
        let isKept = Self.known.contains(name) && !Self.emptied.contains(name)
        if !isKept { kept.replaceSubrange(4..<8, with: Array("free".utf8)) }
        content = isKept ? .kept : .emptied
        left = inside
        return kept
    }

    /// Takes what was read off the boxes around it; those that are over are left.
    private mutating func passed(_ count: Int) throws(FileFlaw) {
        for place in around.indices {
            guard around[place] >= count else { throw .damaged }
            around[place] -= count
        }
        while around.last == 0 { around.removeLast() }
    }
}
