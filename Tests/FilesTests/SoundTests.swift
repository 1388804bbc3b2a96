// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import TestFiles
import Testing

@testable import Files

@Suite struct `Sound on its way in` {
    private typealias In = `A file on its way in`
    private static let secret = Array("52.0907N GEHEIM".utf8)

    static let sounds: [(String, [UInt8])] = [
        ("a.ogg", MadeFile.ogg()), ("b.opus", MadeFile.ogg()),
        ("c.m4a", MadeFile.m4a([MadeFile.box("udta", secret)], track: [MadeFile.box("meta", secret)])),
        ("d.mp3", MadeFile.mp3(MadeFile.id3(secret), behind: MadeFile.id3Behind(secret))),
        ("e.webm", MadeFile.webm()), ("f.weba", MadeFile.webm()),
    ]

    @Test(arguments: sounds)
    func `is the same in whatever pieces it comes, and stays so`(name: String, bytes: [UInt8]) throws {
        let whole = try In.kept(bytes, named: name)
        for size in [1, 2, 3, 5, 7, 11, 13, 64, 300] {
            #expect(try In.kept(bytes, named: name, pieces: size) == whole)
        }
        #expect(try In.kept(whole, named: name) == whole)
        #expect(!whole.contains(Self.secret))
    }

    @Test func `loses what it tells besides, and plays from the same place`() throws {
        let made = MadeFile.m4a([MadeFile.box("udta", Self.secret), MadeFile.box("zzzz", Self.secret)])
        let kept = try In.kept(made, named: "a.m4a")
        #expect(kept.count == made.count && kept.contains([9, 8, 7, 6, 5]))
        let tagged = MadeFile.mp3(MadeFile.id3(Self.secret), behind: MadeFile.id3Behind(Self.secret))
        #expect(try In.kept(tagged, named: "a.mp3") == MadeFile.mp3())
    }

    @Test(arguments: sounds)
    func `is refused when it is cut off or goes on`(name: String, bytes: [UInt8]) throws {
        for count in [1, 4, 11, 12, 20] {
            #expect(throws: FileFlaw.self, "\(count)") { try In.kept(Array(bytes.prefix(count)), named: name) }
        }
        guard !name.hasPrefix("e"), !name.hasPrefix("f") else { return }
        #expect(throws: FileFlaw.self) { try In.kept(bytes.dropLast(), named: name) }
        #expect(throws: FileFlaw.self) { try In.kept(bytes + Array("<script>alert(1)</script>".utf8), named: name) }
    }

    @Test(arguments: [
        ("a.ogg", MadeFile.ogg("\u{1}theora-")), ("a.webm", MadeFile.webm("matroska")),
        ("a.m4a", MadeFile.box("ftyp", Array("M4A \0\0\0\0".utf8)) + MadeFile.box("mdat", [1])),
        ("a.m4a", MadeFile.m4a(tail: MadeFile.box("moov", []))), ("a.mp3", MadeFile.mp3(behind: [1, 2, 3])),
    ])
    func `that is not made as its kind is refused`(name: String, bytes: [UInt8]) {
        #expect(throws: FileFlaw.self) { try In.kept(bytes, named: name) }
    }

    @Test(arguments: [
        ("a.mp3", MadeFile.ogg()), ("a.ogg", MadeFile.webm()), ("a.jpg", MadeFile.m4a()), ("a.m4a", MadeFile.pdf),
    ])
    func `that is not what its name says is refused`(name: String, bytes: [UInt8]) {
        #expect(throws: FileFlaw.misnamed) { try In.kept(bytes, named: name) }
    }

    /// Whatever comes in: what is kept is no longer than it was, and kept again as it is.
    @Test(arguments: sounds)
    func `that was spoiled is refused or comes out clean`(name: String, bytes: [UInt8]) throws {
        var dice = SameDice(11)
        for _ in 0..<3_000 {
            let spoiled = dice.spoiled(bytes)
            guard let kept = try? In.kept(spoiled, named: name, pieces: 17) else { continue }
            #expect(kept.count <= spoiled.count)
            #expect(try In.kept(kept, named: name) == kept)
        }
    }
}
