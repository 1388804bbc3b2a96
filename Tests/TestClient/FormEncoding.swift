// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The fields of a form, as a browser sends them.
package func form(_ fields: KeyValuePairs<String, String>) -> String {
    fields.map { "\(encoded($0))=\(encoded($1))" }.joined(separator: "&")
}

private func encoded(_ text: String) -> String {
    text.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            String(UnicodeScalar(byte))
        default:
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
    .joined()
}

/// A form in several parts, as a browser sends it.
package struct PartsForm {
    package static let type = "multipart/form-data; boundary=----Grens7"

    private var bytes: [UInt8] = []

    package init(_ fields: KeyValuePairs<String, String>) {
        for (name, value) in fields { add("name=\"\(name)\"", Array(value.utf8)) }
    }

    /// The form with a file more.
    package func with(_ name: String, _ file: [UInt8], as field: String = "file") -> PartsForm {
        var form = self
        form.add("name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: application/octet-stream", file)
        return form
    }

    /// The form with a field more.
    package func and(_ name: String, _ value: String) -> PartsForm {
        var form = self
        form.add("name=\"\(name)\"", Array(value.utf8))
        return form
    }

    /// The whole body.
    package var body: [UInt8] { bytes + Array("------Grens7--\r\n".utf8) }

    private mutating func add(_ head: String, _ content: [UInt8]) {
        bytes += Array("------Grens7\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8)
        bytes += content
        bytes += [13, 10]
    }
}
