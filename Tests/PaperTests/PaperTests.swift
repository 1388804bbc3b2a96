// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Paper
import TestPaper
import Testing

@Suite struct `A document on paper` {
    private static let press = PaperPress()
    private static let made = Moment(milliseconds: 1_795_420_800_000)

    private func document(_ parts: [PaperDocument.Part], title: String = "Een proef") -> PaperDocument {
        PaperDocument(title: title, language: "nl", made: Self.made, undrawn: "Niet te tekenen:", parts)
    }

    private func judge(_ parts: PaperDocument.Part...) async throws -> PaperJudge {
        PaperJudge(try await Self.press.print(document(parts)))
    }

    @Test func `says its title, its language and its moment, and nothing else of itself`() async throws {
        let judge = try await judge(.title("Noor op school"), .note("Tussen Aylin en Joost"))
        try judge.check()
        let facts = try judge.facts
        #expect(facts["Title"] == "Een proef" && facts["Tagged"] == "yes" && facts["Pages"] == "1")
        #expect(facts["CreationDate"] == "2026-11-23T08:00:00Z" && facts["Page size"] == "595.28 x 841.89 pts (A4)")
        #expect(facts["Author"] == nil && facts["Subject"] == nil && facts["ModDate"] == nil)
        let unpacked = try judge.unpacked
        #expect(unpacked.contains("/Lang (nl)") && unpacked.contains("/DisplayDocTitle true"))
        for word in ["/home", "/work", "/usr", "/var", "/root", "hostname"] { #expect(!unpacked.contains(word)) }
    }

    @Test func `is the same bytes when printed again`() async throws {
        let document = document([.title("Dag"), .paragraph([.text("Tekst.")])])
        #expect(try await Self.press.print(document) == Self.press.print(document))
    }

    @Test func `is headings and paragraphs to a screen reader`() async throws {
        let judge = try await judge(
            .title("Noor op school"), .note("Tussen Aylin en Joost"), .heading("Sanne, 11.20 uur"),
            .paragraph([.text("Hoi allemaal.")]))
        let lines = try judge.structure.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(
            lines == [
                "Document", "H1 (block)", "\"Noor op school\"", "P (block)", "\"Tussen Aylin en Joost\"", "H2 (block)",
                "\"Sanne, 11.20 uur\"", "P (block)", "\"Hoi allemaal.\"",
            ])
    }

    @Test(arguments: [
        "Café, fijne effecten, Łódź, Güneş, İstanbul, naïef, ’s-Gravenhage – € 3", "Привет, мир. Як справи?",
        "Καλημέρα",
        "مرحبا بالعالم", "שלום עולם", "你好，世界", "ひらがなカタカナ", "한국어", "አማርኛ", "Հայերեն", "ไทย", "😀 👍 ❤",
        "<b>Geen</b> &amp; opmaak",
    ])
    func `keeps what was written, in any script`(text: String) async throws {
        let judge = try await judge(.paragraph([.text(text)]))
        try judge.check()
        #expect(try Self.letters(judge.text).isSuperset(of: Self.letters(text)))
        #expect(try !judge.text.contains("Niet te tekenen:"))
    }

    /// The letters apart: tools disagree on the order of what runs from right to left, and on spaces in it.
    private static func letters(_ text: String) -> Set<Character> { Set(text.filter { !$0.isWhitespace }) }

    @Test func `puts what begins with a right-to-left letter at the right`() async throws {
        let (left, right) = (try await judge(.paragraph([.text("Dag")])), try await judge(.paragraph([.text("שלום")])))
        #expect(try left.place(of: "Dag") < 100 && right.place(of: "שלום") > 400)
    }

    /// Private, set apart, half of a flag, nothing at all.
    @Test(arguments: [0, 0xE000, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1F1F3, 0xE0041, 0x10FFFD, 0x301, 0x200D, 0x202E])
    func `never fails on a rare letter`(number: UInt32) async throws {
        let letter = try #require(Unicode.Scalar(number))
        try await judge(.paragraph([.text("Voor \(letter) na, e\u{301}\u{302}\u{303}\(letter) 👩‍👩‍👧")])).check()
    }

    @Test func `tells which letters it could not draw`() async throws {
        let numbers: [UInt32] = [0xE000, 0x10FFFD, 0xE000, 0xFFFF]
        let letters = numbers.compactMap { Unicode.Scalar($0).map { String($0) } }.joined()
        let judge = try await judge(.paragraph([.text("x" + letters)]))
        #expect(try judge.textOnOneLine.contains("Niet te tekenen: U+E000, U+FFFF, U+10FFFD"))
    }

    @Test(arguments: [
        String(repeating: "a", count: 10_000), String(repeating: "ع", count: 10_000),
        "e" + String(repeating: "\u{301}", count: 9_999), String(repeating: "\n", count: 5_000) + "x",
        String(repeating: "a b ", count: 2_500), String(repeating: "界", count: 10_000),
    ])
    func `takes a message of the longest kind`(text: String) async throws {
        let clock = ContinuousClock()
        let took = try await clock.measure { try await judge(.paragraph([.text(text)])).check() }
        #expect(took < .seconds(20))
    }

    @Test func `breaks over numbered pages and loses nothing`() async throws {
        let parts = (1...500).flatMap { number -> [PaperDocument.Part] in
            let text = "Bericht nummer \(number) begint. " + String(repeating: "Nog een zin. ", count: number % 40)
            return [.heading("Sanne, bericht \(number)"), .paragraph([.text(text + "Slot \(number).")])]
        }
        let judge = PaperJudge(try await Self.press.print(document([.title("Alles")] + parts)))
        try judge.check()
        let (text, pages) = (try judge.textOnOneLine, try #require(Int(judge.facts["Pages"] ?? "")))
        // Some go on over a page, with its foot in between.
        let read = text.replacing(#/Een proef \d+ / \d+ /#, with: "")
        for number in 1...500 {
            #expect(read.contains("Bericht nummer \(number) begint.") && read.contains("Slot \(number)."), "\(number)")
        }
        #expect(pages > 20)
        for page in 1...pages { #expect(text.contains("Een proef \(page) / \(pages)")) }
        // No heading stands alone at the end of a page.
        for page in try judge.text.split(separator: "\u{C}").dropLast() {
            let last = page.split(separator: "\n").dropLast().last { !$0.trimmingCharacters(in: .whitespaces).isEmpty }
            #expect(last?.contains("Sanne, bericht") == false)
        }
    }

    @Test func `has links that lead where they say, also over two lines`() async throws {
        let long = "https://voorbeeld.example/" + String(repeating: "lang/", count: 40) + "it's"
        let judge = try await judge(
            .paragraph([
                .text("Kijk op "), .link("https://voorbeeld.example", to: "https://voorbeeld.example"), .text(" of "),
                .link(long, to: long),
            ]))
        try judge.check()
        let links = try judge.links
        #expect(links.contains("https://voorbeeld.example\n"))
        #expect(links.contains(long.replacing("'", with: "%27")))
    }

    @Test func `is refused when it is too long, before it is drawn`() async throws {
        let long = document([.paragraph([.text(String(repeating: "woord ", count: 300_000))])])
        await #expect(throws: PaperRefusal.tooLong) { try await Self.press.print(long) }
    }

    @Test func `waits its turn, and is refused when too many wait`() async throws {
        let press = PaperPress()
        let document = document([.paragraph([.text(String(repeating: "woord ", count: 20_000))])])
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 { group.addTask { (try? await press.print(document)) != nil } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(true) && outcomes.contains(false))
        #expect(try await !press.print(document).isEmpty)
    }

    @Test func `finds fonts for all that families here write`() {
        #expect(PaperFonts.lack() == .scripts([]))
    }
}

extension PaperJudge {
    /// How far from the left a word begins, in points.
    fileprivate func place(of word: String) throws -> Double {
        let boxes = try wordPlaces
        return boxes.first { $0.word.contains(word) || word.contains($0.word) }?.left ?? .nan
    }
}
