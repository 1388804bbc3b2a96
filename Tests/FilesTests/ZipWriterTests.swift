// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Files

@Suite struct `An archive that is written` {
    private static let files: [(name: String, bytes: [UInt8])] = [
        ("rondom.json", Array("{}".utf8)), ("bijlagen/0001.jpg", Array(repeating: 7, count: 70_000)),
        ("leeg", []), ("ملف 文件 é.txt", Array("?".utf8)),
    ]

    private func written() throws -> [UInt8] {
        var zip = ZipWriter(day: (2026, 11, 23), hour: 9, minute: 15)
        var bytes: [UInt8] = []
        for file in Self.files {
            var checksum = ZipChecksum()
            for piece in stride(from: 0, to: file.bytes.count, by: 1_000) {
                checksum.add(Array(file.bytes[piece..<min(piece + 1_000, file.bytes.count)]))
            }
            bytes += try zip.begin(file.name, size: file.bytes.count, checksum: checksum.value)
            bytes += file.bytes
        }
        return bytes + zip.end()
    }

    /// Read by another than wrote it.
    @Test func `is read by libzip as it was written`() throws {
        let bytes = try written()
        let archive = try ZipArchive(size: bytes.count) { place, count in Array(bytes[place..<place + count]) }
        defer { archive.close() }
        #expect(archive.count == Self.files.count)
        for (place, file) in Self.files.enumerated() {
            let entry = try archive.entry(place)
            #expect(entry.name == file.name && entry.size == file.bytes.count)
            #expect(try archive.text(of: file.name, limit: 100_000) == String(decoding: file.bytes, as: UTF8.self))
        }
    }

    @Test func `has the checksum that is known of these letters`() {
        var checksum = ZipChecksum()
        checksum.add(Array("123456789".utf8))
        #expect(checksum.value == 0xCBF4_3926)
    }

    @Test func `does not grow beyond what every program reads`() throws {
        var zip = ZipWriter(day: (2026, 11, 23), hour: 0, minute: 0)
        _ = try zip.begin("a", size: 3_000_000_000, checksum: 0)
        #expect(throws: ZipWriter.TooLarge.self) { try zip.begin("b", size: 2_000_000_000, checksum: 0) }
    }
}
