// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What somebody typed in one line, as what, who and when: "Oma haalt Noor op · Oma · elke dinsdag".
///
/// A proposal: whoever typed it looks at it before it counts. Nothing of the line gets lost; what is no time and no name
/// stays in `what`.
package struct ActionLine: Hashable, Sendable {
    package let what: String
    package let who: [String]
    /// As it was said; empty where nothing was said.
    package let when: String

    package init(what: String, who: [String], when: String) {
        self.what = what
        self.who = who
        self.when = when
    }

    /// More lines than one form takes.
    package static let most = 30

    /// The lines of a text that say something.
    package static func lines(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(trimmed).filter { !$0.isEmpty }
    }

    /// Reads a line: in three where it has marks between them, else as a sentence.
    ///
    /// - Parameter names: how people of the circle are called, by which they are found at the beginning of a sentence.
    package init(_ line: String, names: [String], today: Day) {
        let reader = ActionTimeReader(today: today)
        let parts = Self.parts(of: line)
        self = parts.count > 1 ? Self(parts: parts, reader) : Self(sentence: Self.trimmed(line), names, reader)
    }

    private init(parts: [String], _ reader: ActionTimeReader) {
        var rest = parts
        let last = rest.indices.last { $0 > 0 && reader.time(in: rest[$0]) != nil }
        let when = last.map { rest.remove(at: $0) } ?? (rest.count > 2 ? rest.removeLast() : "")
        let what = rest.removeFirst()
        self.init(what: what, who: rest.flatMap(Self.names), when: when)
    }

    private init(sentence: String, _ names: [String], _ reader: ActionTimeReader) {
        let words = sentence.split(separator: " ").map(String.init)
        let span = Self.timeSpan(words, reader)
        let when = span.map { words[$0].joined(separator: " ") } ?? ""
        var rest = words
        if let span { rest.removeSubrange(span) }
        let what = Self.trimmed(rest.joined(separator: " "))
        self.init(what: what.isEmpty ? sentence : what, who: Self.doers(at: what, names), when: when)
    }

    /// The longest row of words at the end, else at the beginning, that says when.
    private static func timeSpan(_ words: [String], _ reader: ActionTimeReader) -> Range<Int>? {
        guard words.count > 1 else { return nil }
        let ends = (1..<words.count).map { $0..<words.count }
        let beginnings = (1..<words.count).reversed().map { 0..<$0 }
        return (ends + beginnings).first { reader.time(in: words[$0].joined(separator: " ")) != nil }
    }

    private static func doers(at sentence: String, _ names: [String]) -> [String] {
        let start = sentence.lowercased()
        let found = names.filter { start == $0.lowercased() || start.hasPrefix($0.lowercased() + " ") }
        guard let longest = found.max(by: { $0.count < $1.count }) else { return [] }
        let rest = trimmed(String(sentence.dropFirst(longest.count)))
        for and in ["en ", "and ", "& ", ", "] where rest.lowercased().hasPrefix(and) {
            return [longest] + doers(at: trimmed(String(rest.dropFirst(and.count))), names)
        }
        return [longest]
    }

    /// The names that stand in one field: "Oma en Marieke".
    package static func names(in field: String) -> [String] {
        field.replacing(#/,| & | en | and /#.ignoresCase(), with: "\n").split(separator: "\n").map {
            trimmed(String($0))
        }
        .filter { !$0.isEmpty }
    }

    private static func parts(of line: String) -> [String] {
        line.replacing(#/ [-–—] /#, with: "·").split { $0 == "·" || $0 == ";" || $0 == "|" || $0 == "•" || $0 == "\t" }
            .map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let cut = text.drop { $0.isWhitespace || $0 == "," || $0 == ":" }
        let end = cut.lastIndex { !$0.isWhitespace && $0 != "," && $0 != "." }
        return end.map { String(cut[...$0]) } ?? ""
    }
}
