// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Sound as telephones and browsers record it, made byte by byte.
extension MadeFile {
    /// Three pages of Opus.
    package static func ogg(_ first: String = "OpusHead", tail: [UInt8] = []) -> [UInt8] {
        page(2, Array(first.utf8) + [1, 1, 0, 0]) + page(0, Array("OpusTags".utf8) + [0, 0, 0, 0])
            + page(4, [UInt8](repeating: 7, count: 300)) + tail
    }

    package static func page(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
        let segments = [UInt8](repeating: 255, count: body.count / 255) + [UInt8(body.count % 255)]
        let head = Array("OggS".utf8) + [0, type] + [UInt8](repeating: 0, count: 20)
        return head + [UInt8(segments.count)] + segments + body
    }

    /// An MPEG-4 file with whatever a test puts beside the sound.
    package static func m4a(_ extras: [[UInt8]] = [], track: [[UInt8]] = [], tail: [UInt8] = []) -> [UInt8] {
        let inTrack = box("tkhd", [0, 0, 0, 1]) + box("mdia", [1, 2, 3]) + track.joined()
        let inMovie = box("mvhd", [0, 0, 0, 0]) + box("trak", inTrack) + extras.joined()
        return box("ftyp", Array("M4A \0\0\0\0mp42".utf8)) + box("mdat", [9, 8, 7, 6, 5]) + box("moov", inMovie) + tail
    }

    package static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let size = content.count + 8
        return [0, 0, UInt8(size >> 8), UInt8(size & 0xFF)] + Array(name.utf8) + content
    }

    /// Three frames of 128 kbit/s, with tags before and behind where a test puts them.
    package static func mp3(_ before: [UInt8] = [], behind: [UInt8] = []) -> [UInt8] {
        let frame: [UInt8] = [0xFF, 0xFB, 0x90, 0] + [UInt8](repeating: 3, count: 413)
        return before + frame + frame + frame + behind
    }

    package static func id3(_ content: [UInt8]) -> [UInt8] {
        Array("ID3".utf8) + [4, 0, 0, 0, 0, UInt8(content.count >> 7), UInt8(content.count & 0x7F)] + content
    }

    package static func id3Behind(_ content: [UInt8]) -> [UInt8] {
        Array("TAG".utf8) + content + [UInt8](repeating: 0, count: 125 - content.count)
    }

    /// A segment that does not say how long it is, as browsers record it.
    package static func webm(_ type: String = "webm", tail: [UInt8] = []) -> [UInt8] {
        let header: [UInt8] = [0x42, 0x82, 0x80 | UInt8(type.utf8.count)] + Array(type.utf8)
        let length = 0x80 | UInt8(header.count)
        let segment: [UInt8] = [0x18, 0x53, 0x80, 0x67, 1] + [UInt8](repeating: 0xFF, count: 7)
        return [0x1A, 0x45, 0xDF, 0xA3, length] + header + segment + [UInt8](repeating: 5, count: 40) + tail
    }
}
