// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Files as people send them, made byte by byte, so that a test knows all that is in them.
package enum MadeFile {
    // MARK: Pictures

    /// A JPEG picture: what draws it, and between head and tables whatever a test puts there.
    package static func jpeg(
        _ extras: [[UInt8]] = [], scan: [UInt8] = [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4], tail: [UInt8] = []
    ) -> [UInt8] {
        [0xFF, 0xD8] + jpegHead + extras.joined() + jpegTables + scan + [0xFF, 0xD9] + tail
    }

    package static let jpegHead = segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 1, 0, 72, 0, 72, 0, 0])
    package static let jpegTables =
        segment(0xDB, [UInt8](repeating: 1, count: 65)) + segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])
        + segment(0xC4, [UInt8](repeating: 0, count: 17)) + segment(0xDA, [1, 1, 0, 0, 63, 0])

    package static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    }

    /// EXIF with an orientation and the place where the picture was taken.
    package static func exif(orientation: UInt8, place: String) -> [UInt8] {
        let tiff: [UInt8] =
            [0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0] + [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
            + [0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0] + [0, 0, 0, 0] + Array(place.utf8)
        return segment(0xE1, Array("Exif\0\0".utf8) + tiff)
    }

    package static func png(_ extras: [[UInt8]] = [], tail: [UInt8] = []) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
            + extras.joined() + chunk("IDAT", [0x78, 1, 1, 2, 0, 0xFD, 0xFF, 0, 0, 0, 2, 0, 1]) + chunk("IEND", [])
            + tail
    }

    package static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        return number(UInt32(content.count)) + named + number(checksum(named))
    }

    package static func webp(_ extras: [(String, [UInt8])] = [], tail: [UInt8] = []) -> [UInt8] {
        let head: [UInt8] = [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        let picture: [UInt8] = [0x2F, 0, 0, 0, 0, 0]
        var body: [UInt8] = []
        for (name, content) in [("VP8X", head), ("VP8L", picture)] + extras {
            body += Array(name.utf8)
            body += little(content.count, 4)
            body += content
            if content.count % 2 == 1 { body.append(0) }
        }
        var file = Array("RIFF".utf8)
        file += little(body.count + 4, 4)
        file += Array("WEBP".utf8)
        return file + body + tail
    }

    package static let pdf = Array("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<<>>\n%%EOF\n".utf8)

    // MARK: Archives

    package struct Entry {
        let name: String
        let content: [UInt8]
        /// How large it says to be; its true size unless told.
        let size: Int?
        let isLocked: Bool

        package init(_ name: String, _ content: String = "", size: Int? = nil, isLocked: Bool = false) {
            self.name = name
            self.content = Array(content.utf8)
            self.size = size
            self.isLocked = isLocked
        }
    }

    package static func docx(_ more: [Entry] = []) -> [UInt8] {
        zip(
            [
                Entry("[Content_Types].xml", contents("wordprocessingml.document")), Entry("word/document.xml", "<w/>"),
            ] + more)
    }

    /// The contents of an office file whose main part is of a kind, such as `spreadsheetml.sheet`.
    package static func contents(_ kind: String) -> String {
        "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.\(kind).main+xml\"/></Types>"
    }

    /// A zip archive of entries that are not packed, or say so of themselves.
    package static func zip(_ entries: [Entry], comment: String = "") -> [UInt8] {
        var files: [UInt8] = []
        var contents: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            // Packed by deflate is what says to be larger than it is.
            var shared: [UInt8] = [20, 0]
            shared += little(entry.isLocked ? 1 : 0, 2)
            shared += little(entry.size == nil ? 0 : 8, 2)
            shared += [0, 0, 0x21, 0x50]
            shared += little(Int(checksum(entry.content)), 4)
            shared += little(entry.content.count, 4)
            shared += little(entry.size ?? entry.content.count, 4)
            shared += little(name.count, 2)
            shared += [0, 0]
            contents += [0x50, 0x4B, 1, 2, 20, 0]
            contents += shared
            contents += [UInt8](repeating: 0, count: 10)
            contents += little(files.count, 4)
            contents += name
            files += [0x50, 0x4B, 3, 4]
            files += shared
            files += name
            files += entry.content
        }
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        end += little(entries.count, 2)
        end += little(entries.count, 2)
        end += little(contents.count, 4)
        end += little(files.count, 4)
        end += little(comment.utf8.count, 2)
        end += Array(comment.utf8)
        return files + contents + end
    }

    // MARK: Numbers

    private static func number(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { rest, byte in
            (0..<8).reduce(rest ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? 0xEDB8_8320 ^ (rest >> 1) : rest >> 1 }
        }
    }
}

/// Chance that always falls the same, for tests that try thousands of broken inputs.
package struct SameDice: RandomNumberGenerator {
    private var state: UInt64

    package init(_ seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The bytes with some of them changed, taken out, doubled, or cut off.
    package mutating func spoiled(_ bytes: [UInt8]) -> [UInt8] {
        var spoiled = bytes
        for _ in 0..<Int.random(in: 1...4, using: &self) where !spoiled.isEmpty {
            let place = Int.random(in: 0..<spoiled.count, using: &self)
            switch Int.random(in: 0..<5, using: &self) {
            case 0: spoiled[place] = UInt8.random(in: .min ... .max, using: &self)
            case 1: spoiled[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 2: spoiled.removeSubrange(place..<min(place + Int.random(in: 1...9, using: &self), spoiled.count))
            case 3: spoiled.insert(contentsOf: spoiled[place..<min(place + 12, spoiled.count)], at: place)
            default: spoiled.removeSubrange(place...)
            }
        }
        return spoiled
    }
}
