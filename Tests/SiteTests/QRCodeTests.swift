// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Site

@Suite struct `A square for a camera` {
    /// Another program than the one that drew it reads what the page shows.
    @Test(arguments: [
        "https://rondom.example/join#CDFGH-JKMNP-QRTVW", "http://localhost:8080/join#34679-34679-34679",
        "Tekst met <haken> & tekens", String(repeating: "lang ", count: 30),
    ])
    func `is read as what was put in`(text: String) throws {
        #expect(try Self.read(QRCode(text, label: "Code").html.description) == text)
    }

    @Test func `says what it is, and nothing of what is in it`() {
        let markup = QRCode("https://rondom.example/join#GEHEIM", label: "Een <code>").html.description
        #expect(markup.contains("role=\"img\" aria-label=\"Een &lt;code&gt;\""))
        #expect(!markup.contains("GEHEIM"))
    }

    @Test func `is left away when the text does not fit`() {
        let code = QRCode(String(repeating: "te lang", count: 1_000), label: "Code")
        #expect(!code.isReadable)
        #expect(code.html.isEmpty)
    }

    /// What `zbarimg` sees in the drawing, four pixels a place.
    private static func read(_ svg: String) throws -> String {
        let side = try #require(svg.firstMatch(of: /viewBox="0 0 (\d+)/).flatMap { Int($0.1) })
        var dark = [Bool](repeating: false, count: side * side)
        for run in svg.matches(of: /M(\d+) (\d+)h(\d+)v1h/) {
            let (column, row, length) = (Int(run.1) ?? 0, Int(run.2) ?? 0, Int(run.3) ?? 0)
            for place in column..<(column + length) { dark[row * side + place] = true }
        }
        let scale = 4
        let rows = stride(from: 0, to: side * side, by: side).map { start in
            dark[start..<start + side].flatMap { [UInt8](repeating: $0 ? 0 : 255, count: scale) }
        }
        let pixels = rows.flatMap { row in (0..<scale).flatMap { _ in row } }
        let picture = Data("P5 \(side * scale) \(side * scale) 255\n".utf8) + pixels
        return try scanned(picture)
    }

    private static func scanned(_ picture: Data) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "rondom-\(UUID().uuidString).pgm")
        try picture.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let reader = Process()
        reader.executableURL = URL(filePath: "/usr/bin/zbarimg")
        reader.arguments = ["--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", file.path]
        let output = Pipe()
        reader.standardOutput = output
        try reader.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        reader.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}
