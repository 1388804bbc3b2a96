// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

/// A page of the guide for the people who use Rondom.
struct GuideFile: Sendable {
    static let folder = SourceFile.root.appending(path: "docs/handleiding")

    let name: String
    let text: String

    static func all() throws -> [GuideFile] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted().map {
            GuideFile(name: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
        }
    }

    /// Each heading, paragraph and item by itself, without what marks them.
    private var blocks: [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.filter { !$0.hasPrefix("<!--") && !$0.hasPrefix("![") }.reduce(into: [""]) { blocks, line in
            if line.isEmpty || line.hasPrefix("#") || line.contains(/^(?:-|[0-9]+\.)\s/) { blocks.append("") }
            blocks[blocks.count - 1] += line.replacing(/^(?:[#]+|-|[0-9]+\.)\s/, with: "") + " "
        }
    }

    var sentences: [DutchSentence] {
        blocks.flatMap { block in
            block.replacing(/\]\([^)]*\)|\[|\*\*/, with: "").split(separator: /[.!?:;](?=\s|$|”)/)
                .map { DutchSentence(text: String($0), place: name) }
        }.filter { $0.words > 0 }
    }

    var links: [String] { text.matches(of: /(!?)\[[^\]]+\]\(([^)]+)\)/).filter { $0.1.isEmpty }.map { String($0.2) } }
    var pictures: [String] { text.matches(of: /!\[[^\]]*\]\(([^)]+)\)/).map { String($0.1) } }

    /// The features that it says it explains, on its first line.
    var features: [String] {
        guard let said = text.firstMatch(of: /^<!-- (.*) -->/) else { return [] }
        return said.1.split(separator: ", ").map(String.init)
    }

    /// Lines of Markdown that the program does not know.
    var unknownMarks: [String] {
        text.split(separator: "\n").map(String.init).filter { line in
            line.contains(/^(?:[#]{3}|[#][^# ]|\s*\||>|`|\* |\s+- |<(?!!--)|---)/) || line.contains("`")
                || line.contains("__")
        }
    }
}

@Suite struct `The guide` {
    private let files: [GuideFile]
    private var dutch: [GuideFile] { files.filter { !$0.name.hasSuffix(".en.md") } }

    init() throws { files = try GuideFile.all() }

    @Test func `says everything in sentences that everybody can read`() {
        let sentences = dutch.flatMap(\.sentences)
        #expect(sentences.count > 300)
        #expect(DutchSentence.tooLong(sentences) == [])
        #expect(DutchSentence.tooLongOnAverage(sentences) == [])
    }

    @Test func `speaks to people as people`() {
        let cold = dutch.flatMap(\.sentences).filter {
            $0.text.lowercased().contains(/\b(helaas|cliënt|cliënten|casus|u|uw|betrokkene|betrokkenen)\b/)
        }
        #expect(cold.map { "\($0.place): \($0.text)" } == [])
    }

    @Test func `leads only to pages that exist`() {
        let names = Set(files.map(\.name))
        for file in files {
            let lost = file.links.filter { !names.contains($0) && !$0.hasPrefix("tel:") }
            #expect(lost == [], "\(file.name)")
        }
    }

    @Test(arguments: ["README.md", "README.en.md"])
    func `is found from its first page`(first: String) throws {
        let first = try #require(files.first { $0.name == first })
        let pages = dutch.map(\.name).filter { $0 != "README.md" }
        #expect(first.links.sorted() == pages.sorted())
    }

    @Test func `begins each page with a title and one paragraph that says what it is about`() {
        for file in files {
            let begin = file.text.replacing(/^<!--.*-->\n\n/, with: "").split(separator: "\n").prefix(2)
            #expect(begin.first?.hasPrefix("# ") == true, "\(file.name)")
            #expect(begin.last?.contains(/^[A-Z][^\[*]*$/) == true, "\(file.name)")
        }
    }

    @Test func `shows pictures that are there, says what each shows, and weighs little`() throws {
        let folder = GuideFile.folder.appending(path: "beelden")
        let there = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { "beelden/" + $0 }
        #expect(Set(dutch.flatMap(\.pictures)) == Set(there))
        for file in dutch { #expect(!file.text.contains(/!\[.{0,15}\]/), "\(file.name)") }
        let bytes = try there.map { try Data(contentsOf: GuideFile.folder.appending(path: $0)).count }
        #expect(bytes.reduce(0, +) < 1_000_000)
    }

    @Test func `uses no Markdown that the program does not read`() {
        for file in files { #expect(file.unknownMarks == [], "\(file.name)") }
    }

    @Test func `has a page for each feature that people meet`() {
        let met = Set(
            SourceFile.all.compactMap { file in
                file.path.firstMatch(of: /^Sources\/((?:People|Family)\/\w+)\/Web\//).map { String($0.1) }
            })
        let explained = Set(files.flatMap(\.features))
        #expect(met.subtracting(explained).sorted() == [])
    }

    @Test func `that breaks a rule is seen to`() {
        let page = GuideFile(
            name: "a.md",
            text: "# Titel\n\n- Een **zin** met [een weg](b.md)\n  die doorgaat. Nog een.\n### Te diep\n`code`")
        #expect(page.sentences.map(\.words) == [1, 7, 2, 3])
        #expect(page.links == ["b.md"])
        #expect(page.unknownMarks.count == 2)
    }
}
