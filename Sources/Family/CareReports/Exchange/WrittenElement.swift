// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// One element of a document that is written: what it holds is escaped.
struct WrittenElement {
    let name: String
    let attributes: [(name: String, value: String)]
    let text: String
    let children: [WrittenElement]

    private init(
        _ name: String, _ attributes: KeyValuePairs<String, String>, text: String, children: [WrittenElement?]
    ) {
        (self.name, self.text) = (name, text)
        self.attributes = attributes.map { (name: $0.key, value: $0.value) }
        self.children = children.compactMap(\.self)
    }

    init(_ name: String, _ attributes: KeyValuePairs<String, String>, _ children: [WrittenElement?] = []) {
        self.init(name, attributes, text: "", children: children)
    }

    init(_ name: String, _ children: [WrittenElement?]) { self.init(name, [:], text: "", children: children) }

    init(_ name: String, _ text: String) { self.init(name, [:], text: text, children: []) }

    /// The whole document, in UTF-8.
    var document: [UInt8] { Array(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + written(at: 0)).utf8) }

    private func written(at depth: Int) -> String {
        let space = String(repeating: "  ", count: depth)
        let given = attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined()
        guard !children.isEmpty else {
            return text.isEmpty
                ? "\(space)<\(name)\(given)/>\n" : "\(space)<\(name)\(given)>\(Self.escaped(text))</\(name)>\n"
        }
        return "\(space)<\(name)\(given)>\n" + children.map { $0.written(at: depth + 1) }.joined()
            + "\(space)</\(name)>\n"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            // What XML 1.0 has no place for is left out.
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
