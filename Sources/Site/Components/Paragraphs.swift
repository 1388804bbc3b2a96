// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Text as somebody typed it: an empty line begins a paragraph, a line end stays one.
package struct Paragraphs: Component {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var html: HTML {
        let blocks = text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.allSatisfy(\.isWhitespace) }
        return "\(blocks, paragraph)"
    }

    private func paragraph(_ lines: ArraySlice<Substring>) -> HTML {
        "<p>\(String(lines.first ?? ""))\(lines.dropFirst(), { "<br>\(String($0))" })</p>"
    }

    package static let examples = [
        (name: "two", value: Paragraphs("Dag Aylin,\nhoe ging het?\n\n<b>Groet</b>, Marieke"))
    ]
}

/// The family's own words: the only place for the serif.
package struct Voice: Component {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var html: HTML { "<blockquote class=\"voice\">\(Paragraphs(text))</blockquote>" }

    package static let examples = [
        (name: "story", value: Voice("Wij zijn met z’n vieren, in twee huizen.\n\nWe willen niet weer opnieuw beginnen."))
    ]
}
