// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Lets sound in an MP3 file through: its frames and nothing else (ISO/IEC 11172-3, 13818-3).
///
/// Tags before and behind the sound, with names, pictures and remarks, are left out.
struct MP3Sieve: Sendable {
    private static let rates = [
        [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
        [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    ]
    private static let samples = [44_100, 48_000, 32_000]
    /// The tag behind the sound is as long as this.
    private static let tail = 128

    private var rest: [UInt8] = []
    private var skipped = 0
    private var frames = 0

    mutating func take(_ bytes: [UInt8]) throws(FileFlaw) -> [UInt8] {
        rest += bytes
        var kept: [UInt8] = []
        var place = 0
        while true {
            if skipped > 0 {
                let count = min(skipped, rest.count - place)
                skipped -= count
                place += count
            }
            guard skipped == 0, rest.count - place >= 10 else { break }
            if frames == 0, rest[place...].starts(with: "ID3".utf8) {
                skipped = 10 + rest[(place + 6)..<(place + 10)].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
                continue
            }
            if rest[place...].starts(with: "TAG".utf8) { break }
            let size = try Self.frameSize(Array(rest[place..<place + 4]))
            guard rest.count - place >= size else { break }
            kept += rest[place..<place + size]
            place += size
            frames += 1
        }
        rest.removeFirst(place)
        guard rest.count <= 16_384 else { throw .damaged }
        return kept
    }

    func finish() throws(FileFlaw) {
        let isTail = rest.starts(with: "TAG".utf8) && rest.count == Self.tail
        guard frames > 1, skipped == 0, rest.isEmpty || isTail else { throw .damaged }
    }

    /// How long the frame is that begins with these four bytes.
    private static func frameSize(_ head: [UInt8]) throws(FileFlaw) -> Int {
        let (version, layer) = (head[1] >> 3 & 3, head[1] >> 1 & 3)
        let (rate, sample) = (Int(head[2] >> 4), Int(head[2] >> 2 & 3))
        guard head[0] == 0xFF, head[1] & 0xE0 == 0xE0, version != 1, layer == 1, (1..<15).contains(rate), sample < 3
        else { throw .damaged }
        let isFirst = version == 3
        let frequency = samples[sample] >> (isFirst ? 0 : version == 2 ? 1 : 2)
        return (isFirst ? 144 : 72) * rates[isFirst ? 0 : 1][rate] * 1_000 / frequency + Int(head[2] >> 1 & 1)
    }
}
