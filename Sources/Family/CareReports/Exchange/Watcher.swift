// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Who holds sight of safety, as somebody typed it: a name, and a number where one stands in it.
struct Watcher: Hashable {
    let name: String
    let phone: String?

    init(_ text: String) {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let number = line.firstMatch(of: /\+?[0-9][0-9 ()\-]{7,17}[0-9]/)
        phone = number.map { String($0.output) }
        let rest = number.map { String(line[..<$0.range.lowerBound] + line[$0.range.upperBound...]) } ?? line
        let trimmed = rest.split(separator: " ").joined(separator: " ")
        let name = String(trimmed.reversed().drop { " ,;:-".contains($0) }.reversed())
        self.name = name.isEmpty ? line : name
    }
}
