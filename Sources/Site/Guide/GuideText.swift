// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A page of the guide as it was written: the little of Markdown that the guide uses.
///
/// A title, paragraphs, headings of one level, lists, pictures on a line of their own, **strong** words and links.
package struct GuideText: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case plain(String)
        case strong(String)
        case link(String, to: Link)
    }

    package enum Block: Hashable, Sendable {
        case heading(String)
        case paragraph([Piece])
        case list([[Piece]], isNumbered: Bool)
        case picture(name: String, shows: String)
    }

    package private(set) var title = ""
    package private(set) var blocks: [Block] = []

    package init(_ markdown: String) {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        for block in lines.split(whereSeparator: \.isEmpty) { read(Array(block)) }
    }

    private mutating func read(_ lines: [Substring]) {
        guard let first = lines.first, !first.hasPrefix("<!--") else { return }
        if first.hasPrefix("# ") {
            title = String(first.dropFirst(2))
        } else if first.hasPrefix("## ") {
            blocks.append(.heading(String(first.dropFirst(3))))
            if lines.count > 1 { read(Array(lines.dropFirst())) }
        } else if let picture = first.wholeMatch(of: /!\[([^\]]+)\]\(beelden\/([a-z0-9-]+)\.[a-z]+\)/) {
            blocks.append(.picture(name: String(picture.2), shows: String(picture.1)))
        } else if first.hasPrefix("- ") || first.hasPrefix("1. ") {
            let isNumbered = first.hasPrefix("1. ")
            blocks.append(.list(Self.items(of: lines).map(Self.pieces), isNumbered: isNumbered))
        } else {
            blocks.append(.paragraph(Self.pieces(of: lines.joined(separator: " "))))
        }
    }

    /// An item goes on in lines that are indented.
    private static func items(of lines: [Substring]) -> [String] {
        lines.reduce(into: []) { items, line in
            if let item = line.wholeMatch(of: /(?:-|[0-9]+\.) (.*)/) {
                items.append(String(item.1))
            } else if let last = items.indices.last {
                items[last] += " " + line.drop { $0 == " " }
            }
        }
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let found = rest.firstMatch(of: /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)/) {
            if found.range.lowerBound > rest.startIndex {
                pieces.append(.plain(String(rest[..<found.range.lowerBound])))
            }
            pieces.append(piece(strong: found.1, title: found.2, target: found.3))
            rest = rest[found.range.upperBound...]
        }
        return rest.isEmpty ? pieces : pieces + [.plain(String(rest))]
    }

    private static func piece(strong: Substring?, title: Substring?, target: Substring?) -> Piece {
        if let strong { return .strong(String(strong)) }
        let text = String(title ?? "")
        guard let link = target.flatMap(link) else { return .plain(text) }
        return .link(text, to: link)
    }

    /// Another page of the guide, or a number to call; it leads nowhere else.
    private static func link(to target: Substring) -> Link? {
        if target.hasPrefix("tel:") { return .phone(String(target.dropFirst(4))) }
        return target.hasSuffix(".md") ? GuideTopic(rawValue: String(target.dropLast(3)))?.link : nil
    }
}
