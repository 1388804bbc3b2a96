// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

extension FormPart {
    /// Reads the header lines of a part: what it is called, and whether it is a file.
    ///
    /// Only `Content-Disposition` and `Content-Type` count; others are passed over (RFC 7578, 4.8). `filename*` must
    /// not be used there (4.2), and a name given twice could be read in two ways: both are refused.
    init(headers: some Collection<UInt8>) throws(FormPartFlaw) {
        guard let text = String(validating: headers, as: UTF8.self) else { throw .header }
        var disposition: Substring?
        var type: String?
        for line in try Self.lines(text) {
            guard let colon = line.firstIndex(of: ":") else { throw .header }
            let name = line[..<colon].lowercased()
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isToken) else { throw .header }
            let value = Self.trimmed(line[line.index(after: colon)...])
            switch name {
            case "content-disposition":
                guard disposition == nil else { throw .header }
                disposition = value
            case "content-type":
                guard type == nil else { throw .header }
                type = String(value)
            default: break
            }
        }
        guard let disposition else { throw .header }
        let fields = try Self.fields(of: disposition)
        guard let name = fields["name"], Self.isFieldName(name) else { throw .name }
        self.init(name: name, filename: fields["filename"].map(Self.decoded), type: type)
    }

    /// Lines end with both characters, each on its own is refused; as Swift reads both as one, a line has neither.
    private static func lines(_ text: String) throws(FormPartFlaw) -> [Substring] {
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let isPlain = lines.allSatisfy { line in line.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 } }
        guard isPlain else { throw .header }
        return lines
    }

    /// `form-data; name="x"; filename="y"`, with nothing left over.
    private static func fields(of disposition: Substring) throws(FormPartFlaw) -> [String: String] {
        var rest = disposition
        guard rest.prefix(9).lowercased() == "form-data" else { throw .header }
        rest = trimmed(rest.dropFirst(9))
        var fields: [String: String] = [:]
        while !rest.isEmpty {
            guard rest.first == ";" else { throw .header }
            rest = trimmed(rest.dropFirst())
            guard let equals = rest.firstIndex(of: "=") else { throw .header }
            let name = rest[..<equals].lowercased()
            rest = rest[rest.index(after: equals)...]
            guard ["name", "filename"].contains(name), fields[name] == nil, rest.first == "\"" else { throw .header }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(of: "\"") else { throw .header }
            fields[name] = String(rest[..<end])
            rest = trimmed(rest[rest.index(after: end)...])
        }
        return fields
    }

    /// Browsers write a quote and line ends in names with percent signs, and nothing else so (WHATWG HTML, "escape a
    /// multipart form data name").
    private static func decoded(_ name: String) -> String {
        var decoded = ""
        var rest = Substring(name)
        while let character = rest.first {
            let code = rest.prefix(3).uppercased()
            switch code {
            case "%22": decoded.append("\"")
            case "%0D": decoded.append("\r")
            case "%0A": decoded.append("\n")
            default: decoded.append(character)
            }
            rest = rest.dropFirst(["%22", "%0D", "%0A"].contains(code) ? 3 : 1)
        }
        return decoded
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }

    private static func isFieldName(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
                default: false
                }
            }
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
