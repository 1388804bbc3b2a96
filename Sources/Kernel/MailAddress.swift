// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// An address for electronic mail, parsed at the edge: nothing in it can end a header line or begin another address.
///
/// A dot-atom before the sign (RFC 5322, 3.2.3), also of letters beyond ASCII (RFC 6531), and a name of a host with a
/// dot behind it. Quoted names are refused: hardly anybody has one, and they may hold anything.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    package enum Refusal: Kernel.Refusal {
        case empty
        case noAddress
    }

    /// As it was typed.
    package let text: String
    /// As it goes over the line: the domain in ASCII (RFC 5891).
    package let wire: String
    /// The domain in ASCII.
    package let domain: String

    package var description: String { text }

    package init(_ typed: String) throws(Refusal) {
        let text: String
        do { text = try PlainText.line(typed, limit: 254).text } catch {
            throw error == .empty ? .empty : .noAddress
        }
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, halves.count == 2, Self.isName(halves[0]),
            let domain = Self.domain(String(halves[1]))
        else { throw .noAddress }
        self.text = text
        self.domain = domain
        wire = halves[0] + "@" + domain
    }

    private static func isName(_ name: Substring) -> Bool {
        let atoms = name.split(separator: ".", omittingEmptySubsequences: false)
        return name.utf8.count <= 64 && atoms.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy(isOfAtom) }
    }

    private static func isOfAtom(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? isLetterOrDigit(scalar) || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
            : scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.isEmoji
                || scalar.properties.canonicalCombiningClass != .notReordered
    }

    /// The domain in ASCII, or nil when it is none.
    private static func domain(_ text: String) -> String? {
        var ascii = text.lowercased()
        if !ascii.utf8.allSatisfy({ $0 < 0x80 }) {
            guard ascii.unicodeScalars.allSatisfy({ !$0.isASCII || isOfHost($0) }) else { return nil }
            var address = URLComponents()
            address.scheme = "https"
            address.host = ascii
            guard let host = address.encodedHost else { return nil }
            ascii = host
        }
        let labels = ascii.split(separator: ".", omittingEmptySubsequences: false)
        let isHost = labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.unicodeScalars.allSatisfy { $0.isASCII && (isLetterOrDigit($0) || $0 == "-") }
        }
        return labels.count > 1 && isHost && ascii.utf8.count <= 253 ? ascii : nil
    }

    private static func isOfHost(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || scalar == "-" || scalar == "."
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
