// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Markup whose interpolated values are escaped.
///
/// Written as a literal: text in it is markup as it stands (`StaticString`, so only the program can write it), a
/// `String` between `\(` and `)` is escaped, another `HTML` or a ``Component`` is put in as it is, a sequence with
/// a function is repeated. Attributes stand in double quotes, always; addresses are a ``Link``.
///
/// ```swift
/// let row: HTML = """
///     <li class="day\(if: isToday, " day--today")"><a href="\(link)">\(name)</a></li>
///     """
/// ```
package struct HTML: ExpressibleByStringInterpolation, Hashable, Sendable, CustomStringConvertible {
    /// The markup as UTF-8, as it is sent.
    package let bytes: [UInt8]

    package init(stringLiteral markup: StaticString) {
        bytes = markup.withUTF8Buffer(Array.init)
    }

    package init(stringInterpolation markup: StringInterpolation) {
        bytes = markup.bytes
    }

    /// Nothing at all.
    package static let empty: HTML = ""

    package var isEmpty: Bool { bytes.isEmpty }

    package var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension HTML {
    /// What stands in an `HTML` literal, part by part.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 48)
        }

        package mutating func appendLiteral(_ markup: StaticString) {
            markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        /// Text, escaped.
        package mutating func appendInterpolation(_ text: String) {
            appendEscaped(text)
        }

        /// A whole number without points between the thousands, for attributes: texts say numbers by their language.
        package mutating func appendInterpolation(_ number: Int) {
            appendEscaped(String(number))
        }

        /// An identifier, as the name of a part of the page or the value of a field.
        package mutating func appendInterpolation(_ id: ID<some Any>) {
            appendEscaped(id.text)
        }

        /// An address on this site.
        package mutating func appendInterpolation(_ link: Link) {
            appendEscaped(link.text)
        }

        /// Markup, as it is.
        package mutating func appendInterpolation(_ html: HTML) {
            bytes.append(contentsOf: html.bytes)
        }

        /// Markup where there is any.
        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        /// A part of the page.
        package mutating func appendInterpolation(_ part: some Component) {
            bytes.append(contentsOf: part.html.bytes)
        }

        /// A part of the page where there is one.
        package mutating func appendInterpolation(_ part: (some Component)?) {
            if let part { bytes.append(contentsOf: part.html.bytes) }
        }

        /// Markup for each element, one after the other.
        package mutating func appendInterpolation<Items: Sequence>(_ items: Items, _ part: (Items.Element) -> HTML) {
            for item in items { bytes.append(contentsOf: part(item).bytes) }
        }

        /// Components, one after the other.
        package mutating func appendInterpolation<Part: Component>(_ parts: [Part]) {
            for part in parts { bytes.append(contentsOf: part.html.bytes) }
        }

        /// Markup under a condition; it is not made when the condition does not hold.
        package mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
            if condition { bytes.append(contentsOf: html().bytes) }
        }

        /// One or the other.
        package mutating func appendInterpolation(
            if condition: Bool, _ html: @autoclosure () -> HTML, else other: @autoclosure () -> HTML
        ) {
            bytes.append(contentsOf: condition ? html().bytes : other().bytes)
        }

        /// An attribute with a space before it, left out where there is no value.
        package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            bytes.append(UInt8(ascii: " "))
            appendLiteral(name)
            appendLiteral("=\"")
            appendEscaped(value)
            bytes.append(UInt8(ascii: "\""))
        }

        private mutating func appendEscaped(_ text: String) {
            var text = text
            text.withUTF8 { utf8 in
                var start = 0
                for place in utf8.indices {
                    guard let entity = Self.entity(for: utf8[place]) else { continue }
                    bytes.append(contentsOf: utf8[start..<place])
                    appendLiteral(entity)
                    start = place + 1
                }
                bytes.append(contentsOf: utf8[start...])
            }
        }

        private static func entity(for byte: UInt8) -> StaticString? {
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: nil
            }
        }
    }
}
