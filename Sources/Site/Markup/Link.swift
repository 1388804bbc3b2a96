// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// An address, safe to stand in `href`, `action` and `Location`.
///
/// Written as a literal by the program; what comes from data is an identifier, a number, a day, or text that is
/// percent-encoded. Features name their addresses once: `extension Link { package static func circle(of: …) }`.
package struct Link: ExpressibleByStringInterpolation, Hashable, Sendable, CustomStringConvertible {
    /// The address as it is written on the page and in headers, before escaping.
    package let text: String

    package init(stringLiteral text: StaticString) { self.text = text.description }

    package init(stringInterpolation link: StringInterpolation) { text = link.text }

    private init(checked text: String) { self.text = text }

    package var description: String { text }

    /// A path on this site that somebody's browser handed back ("back to"), or nil where it could lead elsewhere.
    ///
    /// Browsers read `//x`, `/\x` and a path with a tab in it as another site (WHATWG URL, "path or authority
    /// state"), so a path begins with one slash and holds printable ASCII without a backslash only.
    package init?(local text: String) {
        let bytes = Array(text.utf8)
        guard bytes.first == Self.slash, bytes.count <= 1_000 else { return nil }
        guard bytes.count == 1 || bytes[1] != Self.slash else { return nil }
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != Self.backslash }) else { return nil }
        self.text = text
    }

    /// The link with fields in its query; a field without a value is left out.
    package func with(query: KeyValuePairs<StaticString, String?>) -> Link {
        let fields = query.compactMap { name, value in value.map { "\(name)=\(Self.encoded($0))" } }
        guard !fields.isEmpty else { return self }
        return Link(checked: text + (text.utf8.contains(Self.question) ? "&" : "?") + fields.joined(separator: "&"))
    }

    /// The link to a part of the page, by the part's `id`.
    package func with(fragment: String) -> Link {
        Link(checked: text + "#" + Self.encoded(fragment))
    }

    /// A link to a part of this page.
    package static func part(_ id: String) -> Link { Link(checked: "#" + encoded(id)) }

    /// A telephone number to call; only digits and a leading plus are kept.
    package static func phone(_ number: String) -> Link {
        let digits = number.unicodeScalars.filter { ("0"..."9").contains($0) }
        return Link(checked: "tel:" + (number.hasPrefix("+") ? "+" : "") + String(String.UnicodeScalarView(digits)))
    }

    private static let slash = UInt8(ascii: "/")
    private static let backslash = UInt8(ascii: "\\")
    private static let question = UInt8(ascii: "?")
}

extension Link {
    /// What stands in a `Link` literal, part by part.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 36)
        }

        package mutating func appendLiteral(_ part: StaticString) { text += part.description }

        package mutating func appendInterpolation(_ id: ID<some Any>) { text += Link.encoded(id.text) }

        package mutating func appendInterpolation(_ number: Int) { text += String(number) }

        package mutating func appendInterpolation(_ day: Day) { text += day.iso }

        /// Text as one step of the path: whatever is not a letter, digit, `-`, `.`, `_` or `~` is percent-encoded.
        package mutating func appendInterpolation(_ step: String) { text += Link.encoded(step) }
    }

    /// Text with all but the unreserved characters encoded (RFC 3986, 2.3).
    ///
    /// Browsers read a step of one or two dots, even
    /// encoded, as "here" and "up": those become a dash.
    fileprivate static func encoded(_ part: String) -> String {
        guard part != ".", part != ".." else { return "-" }
        guard !part.utf8.allSatisfy(isUnreserved) else { return part }
        var encoded: [UInt8] = []
        encoded.reserveCapacity(part.utf8.count * 3)
        for byte in part.utf8 {
            if isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded += [percent, digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// A name or a value of a form's field, encoded as in a query.
    static func encodedField(_ text: String) -> String {
        text.utf8.allSatisfy(isUnreserved) ? text : encoded(text)
    }

    private static let percent = UInt8(ascii: "%")

    private static func digit(_ half: UInt8) -> UInt8 { half < 10 ? 48 + half : 55 + half }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
