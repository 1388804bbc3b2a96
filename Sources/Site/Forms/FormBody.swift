// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
import Hummingbird
import Kernel

/// What a form sent: fields by name, as text.
///
/// Parsed strictly (WHATWG URL, "application/x-www-form-urlencoded"): what is not UTF-8, holds a NUL, or a percent
/// sign without two digits did not come from one of our pages, and is refused rather than mended.
package struct FormBody: Hashable, Sendable {
    /// More than any form of ours has.
    private static let mostFields = 500

    private let fields: [String: [String]]

    /// The fields of a body of this type.
    package init(_ bytes: some Collection<UInt8>) throws(Problem) {
        var fields: [String: [String]] = [:]
        var count = 0
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= Self.mostFields else { throw .malformed }
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decoded(halves[0])
            let value = halves.count > 1 ? try Self.decoded(halves[1]) : ""
            fields[name, default: []].append(value)
        }
        self.fields = fields
    }

    /// Fields that came another way.
    package init(fields: [String: [String]]) { self.fields = fields }

    /// The fields as a browser sends them (`application/x-www-form-urlencoded`), in the order of their names.
    package func encoded(without left: Set<String> = []) -> String {
        fields.keys.sorted().filter { !left.contains($0) }.flatMap { name in
            texts(name).map { Link.encodedField(name) + "=" + Link.encodedField($0) }
        }
        .joined(separator: "&")
    }

    /// The body of a request, read up to a limit in bytes.
    package static func read(_ request: Request, limit: Int = 256 * 1_024) async throws -> FormBody {
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased()
        guard type == "application/x-www-form-urlencoded" else { throw Problem(.wrongType) }
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw Problem(.tooLarge) }
        var bytes: [UInt8] = []
        for try await part in request.body {
            guard bytes.count + part.readableBytes <= limit else { throw Problem(.tooLarge) }
            bytes.append(contentsOf: part.readableBytesView)
        }
        return try FormBody(bytes)
    }

    /// What was typed in a field; nothing where the field was not sent.
    package func text(_ name: String) -> String { fields[name]?.first ?? "" }

    /// All that was chosen under one name.
    package func texts(_ name: String) -> [String] { fields[name] ?? [] }

    /// The identifier in a field, or nil where it holds none.
    package func id<Subject>(_ name: String, _: Subject.Type = Subject.self) -> ID<Subject>? { ID(text(name)) }

    /// The identifiers chosen under one name; what is none is left out.
    package func ids<Subject>(_ name: String, _: Subject.Type = Subject.self) -> [ID<Subject>] {
        texts(name).compactMap { ID($0) }
    }

    /// The form's own name, by which a second sending is known.
    package var form: ID<FormID>? { id("form") }

    /// The name of this sending: the form's own name and all that was typed in it.
    ///
    /// The same form sent twice is one sending. Sent again with other words, after going back a page, it is another
    /// one: nothing that somebody typed may be taken for what was sent before.
    package var sending: ID<FormID>? {
        guard form != nil else { return nil }
        var hash = SHA256()
        for name in fields.keys.sorted() where name != "token" {
            for value in [name] + texts(name) {
                hash.update(data: Data("\(value.utf8.count):\(value)".utf8))
            }
        }
        let words = hash.finalize().withUnsafeBytes { $0.bindMemory(to: UInt64.self).map(\.littleEndian) }
        return IDSource { (words[0], words[1]) }.next(at: Moment(milliseconds: Int64(words[2] >> 16)))
    }

    /// The token that shows the form was ours.
    package var token: String? { fields["token"]?.first }

    private static func decoded(_ part: some Collection<UInt8>) throws(Problem) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(part.count)
        var rest = part.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hexDigit), let low = rest.next().flatMap(hexDigit) else {
                    throw .malformed
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
        return text
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
