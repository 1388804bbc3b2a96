// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What others than we find in a PDF: poppler's tools and qpdf.
package struct PaperJudge: Sendable {
    /// A tool that is not there, or could not read the file.
    package struct Complaint: Error { package let text: String }

    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// All text, in the order of reading.
    package var text: String { get throws { try said("pdftotext", "-enc", "UTF-8", "FILE", "-") } }

    /// The text with all white space as one space, as lines break where a page wants.
    package var textOnOneLine: String {
        get throws { try text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    /// Title, dates, number of pages.
    package var facts: [String: String] {
        get throws {
            try said("pdfinfo", "-isodates", "FILE").split(separator: "\n").reduce(into: [:]) { facts, line in
                let halves = line.split(separator: ":", maxSplits: 1)
                if halves.count == 2 { facts[String(halves[0])] = halves[1].trimmingCharacters(in: .whitespaces) }
            }
        }
    }

    /// The tree that a screen reader walks, with its text.
    package var structure: String { get throws { try said("pdfinfo", "-struct-text", "FILE") } }

    /// Where its links lead.
    package var links: String { get throws { try said("pdfinfo", "-url", "FILE") } }

    /// The file with nothing packed, to look for words in it.
    package var unpacked: String {
        get throws { try said("qpdf", "--qdf", "--object-streams=disable", "--stream-data=uncompress", "FILE", "-") }
    }

    /// Each word, and how far from the left it begins, in points.
    package var wordPlaces: [(word: String, left: Double)] {
        get throws {
            try said("pdftotext", "-bbox", "FILE", "-").matches(of: /xMin="([0-9.]+)".*>(.*)<\/word>/).map {
                (String($0.2), Double($0.1) ?? .nan)
            }
        }
    }

    /// Throws when it is not as a PDF must be.
    package func check() throws { _ = try said("qpdf", "--check", "FILE") }

    private func said(_ tool: String, _ arguments: String...) throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("paper-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments.map { $0 == "FILE" ? path.path : $0 }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Complaint(text: String(decoding: said + complaint, as: UTF8.self))
        }
        return String(decoding: said, as: UTF8.self)
    }
}
