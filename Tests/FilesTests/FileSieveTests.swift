// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import TestFiles
import Testing

@testable import Files

@Suite struct `A file on its way in` {
    /// The file as it is kept, fed in pieces of a size.
    static func kept(_ bytes: [UInt8], named name: String, pieces: Int = 64 * 1_024) throws -> [UInt8] {
        var sieve = try FileSieve(named: name)
        var kept: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            kept += try sieve.take(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        return try kept + sieve.finish()
    }

    static let place = "52.0907N 5.1214E"
    static let secret = Array("GEHEIM".utf8)
    static let pictures: [(String, [UInt8])] = [
        ("a.jpg", MadeFile.jpeg()),
        ("b.JPEG", MadeFile.jpeg([MadeFile.exif(orientation: 6, place: place)], tail: secret)),
        ("c.png", MadeFile.png()), ("d.png", MadeFile.png([MadeFile.chunk("tEXt", secret)], tail: secret)),
        ("e.webp", MadeFile.webp([("EXIF", secret)], tail: secret)),
    ]
    static let documents: [(String, [UInt8])] = [("a.pdf", MadeFile.pdf), ("b.docx", MadeFile.docx())]

    @Test(arguments: pictures + documents)
    func `is the same in whatever pieces it comes`(name: String, bytes: [UInt8]) throws {
        let whole = try Self.kept(bytes, named: name)
        for size in [1, 2, 3, 5, 7, 11, 13, 64] { #expect(try Self.kept(bytes, named: name, pieces: size) == whole) }
    }

    @Test(arguments: pictures)
    func `that is clean stays as it is`(name: String, bytes: [UInt8]) throws {
        let clean = try Self.kept(bytes, named: name)
        #expect(try Self.kept(clean, named: name) == clean)
    }

    @Test(arguments: pictures + documents)
    func `is refused when it is cut off`(name: String, bytes: [UInt8]) throws {
        let whole = name.hasSuffix("docx") ? bytes.count : bytes.count - Self.secret.count - 1
        for count in [0, 1, 4, 11, 12, 20, whole / 2] where !name.hasSuffix("docx") || count < 4 {
            #expect(throws: FileFlaw.self, "\(name) of \(count)") { try Self.kept(Array(bytes[..<count]), named: name) }
        }
    }

    @Test(arguments: [
        ("script.jpg", "<script>alert(1)</script>"), ("page.png", "<!DOCTYPE html><html></html>"),
        ("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), ("run.pdf", "#!/bin/sh\nrm -rf ~\n"),
        ("picture.gif", "GIF89a............"), ("page.html", "<html></html>"), ("note.txt", "zomaar wat tekst"),
        ("none", "zomaar wat tekst"), ("programma.exe", "MZ.............."), ("oud.doc", "\u{D0}\u{CF}..........."),
    ])
    func `of any other kind is refused`(name: String, text: String) {
        #expect(throws: FileFlaw.unknownKind) { try Self.kept(Array(text.utf8), named: name) }
    }

    @Test(arguments: [
        ("a.png", MadeFile.jpeg()), ("a.jpg", MadeFile.png()), ("a.pdf", MadeFile.jpeg()), ("a.jpg", MadeFile.pdf),
        ("a.docx", MadeFile.pdf), ("a.pdf", MadeFile.docx()),
    ])
    func `that is not what its name says is refused`(name: String, bytes: [UInt8]) {
        #expect(throws: FileFlaw.misnamed) { try Self.kept(bytes, named: name) }
    }

    @Test func `that is empty is refused`() {
        #expect(throws: FileFlaw.empty) { try Self.kept([], named: "a.jpg") }
    }

    /// Whatever comes in: nothing of what is kept grows, and what is kept is kept again as it is.
    @Test(arguments: pictures + documents)
    func `that was spoiled is refused or comes out clean`(name: String, bytes: [UInt8]) throws {
        var dice = SameDice(7)
        for _ in 0..<3_000 {
            let spoiled = dice.spoiled(bytes)
            guard let kept = try? Self.kept(spoiled, named: name, pieces: 17) else { continue }
            #expect(kept.count <= spoiled.count + 36)
            #expect(try Self.kept(kept, named: name) == kept)
        }
    }
}

@Suite struct `A picture` {
    private func kept(_ bytes: [UInt8], _ name: String) throws -> [UInt8] {
        try `A file on its way in`.kept(bytes, named: name)
    }

    private func holds(_ bytes: [UInt8], _ text: String) -> Bool { bytes.contains(Array(text.utf8)) }

    @Test(arguments: UInt8(0)...9)
    func `keeps which way up it is and not where it was taken`(orientation: UInt8) throws {
        let place = `A file on its way in`.place
        let exif = MadeFile.exif(orientation: orientation, place: place)
        let kept = try kept(MadeFile.jpeg([exif, exif]), "a.jpg")
        #expect(!holds(kept, place))
        let own = (2...8).contains(orientation) ? [TIFFOrientation.segment(orientation)] : []
        #expect(kept == MadeFile.jpeg(own))
        #expect(TIFFOrientation.read(in: Array(TIFFOrientation.segment(3).dropFirst(10))) == 3)
    }

    @Test func `loses comments, other data, its thumbnail and what lies behind its end`() throws {
        let jpeg = MadeFile.jpeg(
            [
                MadeFile.segment(0xFE, Array("GEHEIM".utf8)), MadeFile.segment(0xED, Array("Photoshop GEHEIM".utf8)),
                MadeFile.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0GEHEIM".utf8)),
                MadeFile.segment(0xE2, Array("MPF\0GEHEIM".utf8)),
                MadeFile.segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 2, 1] + Array("GEHEIM".utf8)),
            ], tail: Array("PK\u{3}\u{4}GEHEIM".utf8))
        #expect(try !holds(kept(jpeg, "a.jpg"), "GEHEIM"))
        let chunks = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "zzZz", "acTL"].map {
            MadeFile.chunk($0, Array("GEHEIM".utf8))
        }
        #expect(try kept(MadeFile.png(chunks, tail: Array("GEHEIM".utf8)), "a.png") == MadeFile.png())
        let webp = MadeFile.webp([("EXIF", Array("GEHEIM!".utf8)), ("XMP ", Array("GEHEIM".utf8))])
        let clean = try kept(webp, "a.webp")
        #expect(!holds(clean, "GEHEIM") && clean.count == webp.count && clean[20] == 0)
    }

    /// Found by libFuzzer: a second header of which only the head had come.
    @Test func `with a second header that is cut off is refused`() {
        let cut = MadeFile.png([MadeFile.chunk("IHDR", [])]).prefix(41)
        #expect(throws: FileFlaw.damaged) { try kept(Array(cut), "a.png") }
    }

    @Test func `keeps its colours`() throws {
        let icc = MadeFile.segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 9])
        let adobe = MadeFile.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])
        #expect(try kept(MadeFile.jpeg([icc, adobe]), "a.jpg") == MadeFile.jpeg([icc, adobe]))
        let png = MadeFile.png([
            MadeFile.chunk("gAMA", [0, 0, 1, 1]), MadeFile.chunk("pHYs", [UInt8](repeating: 1, count: 9)),
        ])
        #expect(try kept(png, "a.png") == png)
    }

    @Test(arguments: [
        MadeFile.png([MadeFile.chunk("IHDR", [UInt8](repeating: 1, count: 13))]),
        MadeFile.png([MadeFile.chunk("ABCD", [])]),
        MadeFile.png([MadeFile.chunk("gAMA", [0, 0, 1, 1]).dropLast() + [0]]),
        Array(MadeFile.png().prefix(16) + [0xFF, 0xFF, 0xFF, 0xFF] + MadeFile.png().dropFirst(20)),
    ])
    func `that is not made as its kind is refused`(png: [UInt8]) {
        #expect(throws: FileFlaw.damaged) { try kept(png, "a.png") }
    }
}

@Suite struct `A document` {
    private func check(_ bytes: [UInt8], _ kind: FileKind) throws {
        try OfficeCheck.check(kind, size: bytes.count) { place, count in Array(bytes[place..<place + count]) }
    }

    @Test func `of an office is taken when it is what it says`() throws {
        try check(MadeFile.docx(), .docx)
        try check(MadeFile.zip([.init("[Content_Types].xml", MadeFile.contents("spreadsheetml.sheet"))]), .xlsx)
        try check(MadeFile.zip([.init("[Content_Types].xml", MadeFile.contents("presentationml.presentation"))]), .pptx)
        try check(MadeFile.zip([.init("mimetype", FileKind.odt.mediaType), .init("content.xml")]), .odt)
        try check(MadeFile.zip([.init("mimetype", FileKind.ods.mediaType)]), .ods)
    }

    @Test func `of an office that is another one is refused`() {
        #expect(throws: FileFlaw.misnamed) { try check(MadeFile.docx(), .xlsx) }
        #expect(throws: FileFlaw.misnamed) { try check(MadeFile.docx(), .odt) }
        #expect(throws: FileFlaw.misnamed) { try check(MadeFile.zip([.init("a.txt", "zip")]), .docx) }
        #expect(throws: FileFlaw.misnamed) {
            try check(MadeFile.zip([.init("mimetype", FileKind.ods.mediaType)]), .odt)
        }
    }

    @Test(arguments: [
        "word/vbaProject.bin", "xl/macrosheets/sheet1.xml", "word/activeX/activeX1.bin", "word/embeddings/run.exe",
        "word/embeddings/more.zip",
    ])
    func `with a program in it is refused`(name: String) {
        #expect(throws: FileFlaw.program) { try check(MadeFile.docx([.init(name, "x")]), .docx) }
        let macro = MadeFile.contents("wordprocessingml.document") + "application/vnd.ms-word.document.macroEnabled"
        #expect(throws: FileFlaw.program) { try check(MadeFile.zip([.init("[Content_Types].xml", macro)]), .docx) }
        let odt = [MadeFile.Entry("mimetype", FileKind.odt.mediaType), .init("Basic/Standard/Module1.xml", "Sub")]
        #expect(throws: FileFlaw.program) { try check(MadeFile.zip(odt), .odt) }
    }

    @Test(arguments: ["/etc/passwd", "../../x", "word/../../x", "C:/x", "word\\x"])
    func `whose names lead elsewhere is refused`(name: String) {
        #expect(throws: FileFlaw.damaged) { try check(MadeFile.docx([.init(name, "x")]), .docx) }
    }

    @Test func `that unpacks to far more than it is, is refused`() {
        let huge = 3_000_000_000
        #expect(throws: FileFlaw.bomb) { try check(MadeFile.docx([.init("word/a.xml", "x", size: huge)]), .docx) }
        #expect(throws: FileFlaw.bomb) {
            try check(MadeFile.docx([.init("word/a.xml", "x", size: 60_000_000)]), .docx)
        }
        let many = (0..<40).map { MadeFile.Entry("word/\($0).xml", "x", size: 20_000_000) }
        #expect(throws: FileFlaw.bomb) { try check(MadeFile.docx(many), .docx) }
        let contents = MadeFile.Entry("[Content_Types].xml", String(repeating: "a", count: 1_100_000))
        #expect(throws: FileFlaw.bomb) { try check(MadeFile.zip([contents]), .docx) }
    }

    @Test func `that is locked, named twice, or holds more than its archive is refused`() {
        #expect(throws: FileFlaw.locked) { try check(MadeFile.docx([.init("a", "x", isLocked: true)]), .docx) }
        #expect(throws: FileFlaw.damaged) { try check(MadeFile.docx([.init("WORD/document.xml", "x")]), .docx) }
        #expect(throws: FileFlaw.damaged) { try check(MadeFile.docx() + Array("meer".utf8), .docx) }
        #expect(throws: FileFlaw.damaged) { try check(MadeFile.zip([.init("a", "b")], comment: "<script>"), .docx) }
        #expect(throws: FileFlaw.damaged) { try check([0x50, 0x4B, 3, 4], .docx) }
    }

    /// Reading what somebody else stored can fail, and then says why.
    @Test func `that can't be read says why`() {
        struct Gone: Error {}
        #expect(throws: Gone.self) { try OfficeCheck.check(.docx, size: 500) { _, _ in throw Gone() } }
    }

    @Test func `that was spoiled never brings the reader down`() throws {
        var dice = SameDice(11)
        let docx = MadeFile.docx([.init("word/styles.xml", "<s/>")])
        for _ in 0..<3_000 { try? check(dice.spoiled(docx), .docx) }
        try check(docx, .docx)
    }

    @Test(arguments: ["x%PDF-1.7", "%PDF-9", "%!PS"])
    func `that does not begin as a PDF is refused`(head: String) {
        #expect(throws: FileFlaw.self) {
            try `A file on its way in`.kept(Array("\(head)\n1 0 obj endobj\n%%EOF\n".utf8), named: "a.pdf")
        }
    }

    @Test func `with something behind its end is refused`() {
        #expect(throws: FileFlaw.damaged) {
            try `A file on its way in`.kept(MadeFile.pdf + MadeFile.docx(), named: "a.pdf")
        }
    }
}
