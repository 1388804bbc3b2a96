// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Text as somebody typed it: an empty line begins a paragraph, a line end stays one, an address of the web is a link.
package struct Paragraphs: Component {
    package let text: String

    package init(_ text: String) { self.text = text }

    /// Lines are cut as bytes: finding line ends by letters costs ten times the rest of the page.
    package var html: HTML {
        guard text.utf8.contains(UInt8(ascii: "\n")) else { return "<p>\(line(text.utf8[...]))</p>" }
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return "\(lines.split(whereSeparator: Self.isBlank), paragraph)"
    }

    private func paragraph(_ lines: ArraySlice<Substring.UTF8View>) -> HTML {
        "<p>\(lines.first.map(line))\(lines.dropFirst(), { "<br>\(line($0))" })</p>"
    }

    private func line(_ line: Substring.UTF8View) -> HTML {
        let text = String(Substring(line))
        // What holds no colon holds no address, and most lines hold none.
        guard line.contains(UInt8(ascii: ":")) else { return "\(text)" }
        return "\(LinkedText(text).pieces, piece)"
    }

    /// The other site hears nothing of where the reader came from; where the host does not stand in what was typed as
    /// browsers know it, it is shown beside it.
    private func piece(_ piece: LinkedText.Piece) -> HTML {
        switch piece {
        case .text(let text): return "\(text)"
        case .link(let typed, let address):
            let isShown = typed.lowercased().contains(address.host)
            return """
                <a href="\(address.text)" rel="noopener noreferrer nofollow">\(typed)</a>\
                \(if: !isShown, " (\(address.host))")
                """
        }
    }

    private static func isBlank(_ line: Substring.UTF8View) -> Bool {
        line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    package static let examples = [
        (name: "three lines, the last apart", value: Paragraphs("Dag Aylin,\nhoe ging het?\n\n<b>Groet</b>, Marieke")),
        (name: "link", value: Paragraphs("Zie https://bücher.example/a?b&c=\"d\" of javascript:alert(1).")),
    ]
}

/// The family's own words: the only place for the serif.
package struct Voice: Component {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var html: HTML { "<blockquote class=\"voice\">\(Paragraphs(text))</blockquote>" }

    package static let examples = [
        (
            name: "story",
            value: Voice("Wij zijn met z’n vieren, in twee huizen.\n\nWe willen niet weer opnieuw beginnen.")
        )
    ]
}
