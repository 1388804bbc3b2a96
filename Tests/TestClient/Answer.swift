// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// What a browser got.
package struct Answer: Sendable {
    package let status: HTTPResponse.Status
    /// In lower case, as they came.
    package let headers: [(name: String, value: String)]
    package let bytes: [UInt8]

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var location: String? { self["location"] }

    package subscript(_ header: String) -> String? { headers.first { $0.name == header }?.value }

    /// The form token on the page.
    package var token: String? { field("token") }

    /// The value of the first hidden or typed field of a name.
    package func field(_ name: String) -> String? { fields(name).first }

    /// The values of all fields of a name, in the order of the page.
    package func fields(_ name: String) -> [String] {
        text.ranges(of: "name=\"\(name)\"").compactMap { found in
            let begin = text[..<found.lowerBound].lastIndex(of: "<") ?? found.lowerBound
            let tag = text[begin...].prefix { $0 != ">" }
            guard let start = tag.firstRange(of: " value=\"")?.upperBound else { return nil }
            return String(tag[start...].prefix { $0 != "\"" })
        }
    }

    /// What is shown on the page as its text, without markup, with entities as the characters they stand for.
    package var shown: String { Self.shown(text) }

    /// The text of some markup.
    package static func shown(_ markup: String) -> String { readable(markup.replacing(/<[^>]*>/, with: " ")) }

    /// The local addresses that the page links to, without their fragments.
    package var links: [String] {
        text.matches(of: /href="(\/[^"#]*)/).map { Self.readable(String($0.1)) }
    }

    /// What stands between two marks, such as in the title.
    package func between(_ start: String, _ end: String) -> String? {
        guard let from = text.range(of: start)?.upperBound, let to = text[from...].range(of: end)?.lowerBound
        else { return nil }
        return String(text[from..<to])
    }

    private static func readable(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
