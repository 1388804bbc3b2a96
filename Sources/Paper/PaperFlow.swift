// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Lets a document flow over pages, line by line; without a pen it only counts them.
struct PaperFlow {
    private let document: PaperDocument
    private let fonts: PaperFonts
    private let pen: PaperPen?
    /// How many sheets there will be; 0 while they are being counted.
    private let total: Int
    private(set) var sheets = 1
    private var y = Sheet.top
    private var undrawn: Set<Unicode.Scalar> = []

    /// More letters without a shape are not listed.
    private static let mostListed = 50

    /// Nil when a part could not be laid out.
    init?(_ document: PaperDocument, _ fonts: PaperFonts, on pen: PaperPen?, of total: Int = 0) {
        self.document = document
        self.fonts = fonts
        self.pen = pen
        self.total = total
        for part in document.parts {
            guard add(part) else { return nil }
        }
        if !undrawn.isEmpty {
            guard add(.note(document.undrawn + " " + listed)) else { return nil }
        }
        endSheet()
    }

    private var listed: String {
        let letters = undrawn.sorted().prefix(Self.mostListed).map { letter in
            "U+" + String(letter.value, radix: 16, uppercase: true)
        }
        return letters.joined(separator: ", ") + (undrawn.count > Self.mostListed ? "…" : "")
    }

    private mutating func add(_ part: PaperDocument.Part) -> Bool {
        guard let text = PaperText(part.runs, part.style, fonts, language: document.language) else { return false }
        undrawn.formUnion(text.undrawn)
        if y > Sheet.top { y += part.style.above }
        var (offset, isOpen, isFirst) = (0.0, false, true)
        text.forEachLine { line in
            let height = line.bottom - line.top
            if y + height + (isFirst ? part.style.keptWith : 0) > Sheet.bottom, y > Sheet.top {
                if isOpen { pen?.close(part.style) }
                isOpen = false
                endSheet()
                (sheets, y) = (sheets + 1, Sheet.top)
            }
            if !isOpen { pen?.open(part.style) }
            (isOpen, isFirst, offset) = (true, false, line.top)
            pen?.draw(line, of: text, from: y - offset)
            y += height
        }
        if isOpen { pen?.close(part.style) }
        return true
    }

    private func endSheet() {
        guard let pen else { return }
        let foot = "\(document.title)   \(sheets) / \(total)"
        pen.endSheet(PaperText([.text(foot)], .foot, fonts, language: document.language))
    }
}
