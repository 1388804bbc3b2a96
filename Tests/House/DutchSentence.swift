// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A sentence that Rondom says in Dutch, as short as reading level B1 asks.
struct DutchSentence {
    static let longest = 20
    static let average = 12

    let text: String
    let place: String

    var words: Int {
        text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0 == SwiftScanner.hole } }
    }
}

extension DutchSentence {
    /// Those longer than anybody should have to read.
    static func tooLong(_ sentences: [DutchSentence]) -> [String] {
        sentences.filter { $0.words > longest }.map { "\($0.place): \($0.words) words: \($0.text)" }
    }

    /// Labels of one or two words are no sentences and don't count.
    static func tooLongOnAverage(_ sentences: [DutchSentence]) -> [String] {
        let lengths = sentences.map(\.words).filter { $0 > 2 }
        guard !lengths.isEmpty else { return [] }
        let mean = Double(lengths.reduce(0, +)) / Double(lengths.count)
        return mean > Double(average) ? ["Dutch sentences have \(mean) words on average"] : []
    }
}

extension Array<DutchSentence> {
    /// The sentences in the types of a file whose name begins with `Dutch`.
    init(in file: SourceFile) {
        let dutch = file.declarations { $0.contains(/\b(struct|enum|extension)\s+Dutch\w*/) }
        self = file.literals.filter { literal in dutch.contains { $0.contains(literal.line) } }.flatMap {
            literal in
            literal.text.replacing(/<[^>]*>/, with: " ").split(separator: /[.!?:;](?=\s|$)|\n/)
                .map { DutchSentence(text: String($0), place: "\(file.path):\(literal.line)") }
        }
    }
}
