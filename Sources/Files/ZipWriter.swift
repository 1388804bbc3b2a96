// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Writes a zip archive from front to end, piece by piece (APPNOTE 6.3.10): what is written is never looked at again.
///
/// libzip goes back into what it wrote, so the whole archive would have to lie in memory, or unsealed on the disk. Files
/// are stored as they are: pictures, sound and PDF are packed already. Names are UTF-8 (flag 11, 4.4.4).
package struct ZipWriter {
    /// The archive or its table of contents would need the larger form that not every program reads (4.3.9.2).
    package struct TooLarge: Error {}

    /// With how many bytes it is written, the smallest first.
    private typealias Number = (value: Int, bytes: Int)

    private struct Entry {
        let name: [UInt8]
        let size: UInt32
        let checksum: UInt32
        let place: UInt32
    }

    private static let most = 4_000_000_000
    private static let mostEntries = 60_000

    private let date: UInt16
    private let time: UInt16
    private var entries: [Entry] = []
    /// How much was written so far.
    private var place = 0

    /// - Parameter day, time: year, month, day; hour, minute: by the clock of who receives it.
    package init(day: (year: Int, month: Int, day: Int), hour: Int, minute: Int) {
        let year = max(0, min(127, day.year - 1980))
        date = UInt16(year << 9 | day.month << 5 | day.day)
        time = UInt16(hour << 11 | minute << 5)
    }

    /// What stands before a file; its bytes follow, as many as were told.
    ///
    /// - Throws: ``TooLarge``
    package mutating func begin(_ name: String, size: Int, checksum: UInt32) throws(TooLarge) -> [UInt8] {
        let bytes = Array(name.utf8)
        guard size >= 0, place + size + bytes.count < Self.most, entries.count < Self.mostEntries else {
            throw TooLarge()
        }
        let entry = Entry(name: bytes, size: UInt32(size), checksum: checksum, place: UInt32(place))
        entries.append(entry)
        let head = written([(0x0403_4B50, 4)] + common(entry)) + bytes
        place += head.count + size
        return head
    }

    /// What stands behind the last file: the table of contents.
    package func end() -> [UInt8] {
        var table: [UInt8] = []
        for entry in entries {
            let fields: [Number] = [(0, 2), (0, 2), (0, 2), (0, 4), (Int(entry.place), 4)]
            table += written([(0x0201_4B50, 4), (20, 2)] + common(entry) + fields)
            table += entry.name
        }
        let fields: [Number] = [
            (0x0605_4B50, 4), (0, 4), (entries.count, 2), (entries.count, 2), (table.count, 4), (place, 4), (0, 2),
        ]
        return table + written(fields)
    }

    /// What stands in both places where a file is named.
    private func common(_ entry: Entry) -> [Number] {
        let size = Int(entry.size)
        return [
            (20, 2), (0x0800, 2), (0, 2), (Int(time), 2), (Int(date), 2), (Int(entry.checksum), 4), (size, 4),
            (size, 4), (entry.name.count, 2), (0, 2),
        ]
    }

    private func written(_ numbers: [Number]) -> [UInt8] {
        numbers.flatMap { value, count in (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    }
}

/// The checksum of a file in an archive (CRC-32; ISO/IEC 8802-3).
package struct ZipChecksum {
    private static let table: [UInt32] = (0..<256).map { place in
        (0..<8).reduce(UInt32(place)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }

    private var rest: UInt32 = 0xFFFF_FFFF

    package init() {}

    package var value: UInt32 { rest ^ 0xFFFF_FFFF }

    package mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { rest = Self.table[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] ^ rest >> 8 }
    }
}
