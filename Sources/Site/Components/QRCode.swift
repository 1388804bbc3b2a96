// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CQRencode

/// A text as a square that a phone's camera reads (ISO/IEC 18004), always beside the same text in letters.
///
/// Dark on white in dark mode, too: several cameras read no inverted squares. It stands in the page itself, so no
/// other address ever holds the text.
package struct QRCode: Component {
    /// What the square is, for who doesn't see it.
    package let label: String
    /// The dark places, row by row; empty when the text is longer than a square can hold.
    private let squares: Squares

    package init(_ text: String, label: String) {
        self.label = label
        squares = Squares(text) ?? Squares()
    }

    /// Whether there is a square at all: up to some 2,300 bytes fit.
    package var isReadable: Bool { squares.size > 0 }

    package var html: HTML {
        guard isReadable else { return .empty }
        let side = squares.size + 2 * Self.margin
        return """
            <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(label)" shape-rendering="crispEdges">\
            <path class="qr__paper" d="M0 0h\(side)v\(side)H0z"/><path class="qr__ink" d="\(squares.runs, run)"/></svg>
            """
    }

    private func run(_ run: Run) -> HTML {
        "M\(run.column + Self.margin) \(run.row + Self.margin)h\(run.length)v1h-\(run.length)z"
    }

    /// The quiet zone that the standard asks for.
    private static let margin = 4

    package static let examples = [
        (
            name: "the address on a card",
            value: QRCode("https://rondom.example/join#CDFGH-JKMNP-QRTVW", label: "Code om te scannen")
        )
    ]
}

/// The squares of one code.
private struct Squares: Hashable, Sendable {
    var size = 0
    var runs: [Run] = []

    init() {}

    /// Level M: readable with a seventh of it covered, as by a thumb or a fold.
    init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        size = Int(code.pointee.width)
        let dark = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
        for row in 0..<size { runs += Self.runs(in: dark[row * size..<(row + 1) * size], row: row) }
    }

    private static func runs(in cells: ArraySlice<Bool>, row: Int) -> [Run] {
        var runs: [Run] = []
        for (column, isDark) in cells.enumerated() where isDark {
            if let last = runs.last, last.column + last.length == column {
                runs[runs.count - 1].length += 1
            } else {
                runs.append(Run(row: row, column: column, length: 1))
            }
        }
        return runs
    }
}

/// Dark places side by side.
private struct Run: Hashable, Sendable {
    let row: Int
    let column: Int
    var length: Int
}
