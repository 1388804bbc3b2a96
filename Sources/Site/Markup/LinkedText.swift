// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Text in which addresses of the web are told from the rest: only those become links.
///
/// Only `http` and `https` with a host that is written out. The host is shown beside the link as it is, in the letters
/// that the web itself uses, so that a look-alike shows (`xn--…`); nothing is fetched and nothing is hidden.
package struct LinkedText: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case text(String)
        /// An address as it was typed, where it leads, and whose it is.
        case link(String, to: WebAddress)
    }

    package let pieces: [Piece]

    package init(_ text: String) {
        guard text.utf8.contains(UInt8(ascii: ":")) else {
            pieces = [.text(text)]
            return
        }
        var pieces: [Piece] = []
        var plain = Substring()
        var rest = Substring(text)
        while let start = Self.nextStart(in: rest) {
            let before = rest[..<start]
            let typed = Self.typed(rest[start...])
            plain = plain.isEmpty ? before : text[plain.startIndex..<start]
            if let address = WebAddress(String(typed)), !typed.isEmpty {
                if !plain.isEmpty { pieces.append(.text(String(plain))) }
                pieces.append(.link(String(typed), to: address))
                plain = Substring()
                rest = rest[typed.endIndex...]
            } else {
                let after = rest.index(after: start)
                plain = text[plain.isEmpty ? start..<after : plain.startIndex..<after]
                rest = rest[after...]
            }
        }
        plain = plain.isEmpty ? rest : text[plain.startIndex..<text.endIndex]
        if !plain.isEmpty { pieces.append(.text(String(plain))) }
        self.pieces = pieces
    }

    /// Where an address may begin: not in the middle of a word.
    private static func nextStart(in text: Substring) -> Substring.Index? {
        var rest = text
        while let found = rest.utf8.firstIndex(of: UInt8(ascii: "h")) ?? rest.utf8.firstIndex(of: UInt8(ascii: "H")) {
            let lower = text[found...].prefix(8).lowercased()
            let isFree = found == text.startIndex || !text[text.index(before: found)].isLetter
            if isFree, lower.hasPrefix("http://") || lower.hasPrefix("https://") { return found }
            rest = text[text.index(after: found)...]
        }
        return nil
    }

    /// The address as far as it goes, without the punctuation of the sentence around it.
    private static func typed(_ text: Substring) -> Substring {
        var typed = text.prefix { !$0.isWhitespace && !"<>\"“”„‘«»".contains($0) }
        while let last = typed.last {
            if ".,;:!?'’…*_".contains(last) {
                typed.removeLast()
            } else if let open = [")": "(", "]": "[", "}": "{"][last].map(Character.init),
                typed.count(where: { $0 == last }) > typed.count(where: { $0 == open })
            {
                typed.removeLast()
            } else {
                break
            }
        }
        return typed
    }
}

/// An address of the web that is safe to follow by a click: `http` or `https`, a plain host, no name or password in it.
package struct WebAddress: Hashable, Sendable {
    /// In printable ASCII, as a browser sends it.
    package let text: String
    /// Whose it is, as browsers show it: in lower case, other letters as `xn--…`.
    package let host: String

    private static let longest = 2_000

    /// Nil for what is no such address.
    package init?(_ typed: String) {
        guard typed.utf8.count <= Self.longest, let colon = typed.firstIndex(of: ":") else { return nil }
        let scheme = typed[..<colon].lowercased()
        guard scheme == "http" || scheme == "https", typed[colon...].hasPrefix("://") else { return nil }
        let rest = typed[typed.index(colon, offsetBy: 3)...]
        let authority = rest.prefix { !"/?#\\".contains($0) }
        guard !rest.contains("\\"), let (host, port) = Self.parts(of: authority) else { return nil }
        var path = ""
        for byte in rest[authority.endIndex...].utf8 { path += Self.encoded(byte) }
        text = "\(scheme)://\(host)\(port)\(path)"
        self.host = host
    }

    /// Host and port; nothing else may stand there, such as a name before `@` that looks like a host.
    private static func parts(of authority: Substring) -> (String, String)? {
        let halves = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = halves.first else { return nil }
        var port = ""
        if halves.count == 2 {
            guard let number = UInt16(halves[1]), number > 0, halves[1].utf8.allSatisfy({ (48...57).contains($0) })
            else { return nil }
            port = ":\(number)"
        }
        let labels = name.lowercased().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let hosts = labels.compactMap(HostLabel.ascii)
        guard hosts.count == labels.count, hosts.count >= 2, let last = hosts.last, !last.allSatisfy(\.isNumber)
        else { return nil }
        return (hosts.joined(separator: "."), port)
    }

    private static func encoded(_ byte: UInt8) -> String {
        guard byte <= 0x20 || byte >= 0x7F || "\"<>`{}|^".utf8.contains(byte) else {
            return String(UnicodeScalar(byte))
        }
        return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}

/// One step of a host name, in the letters that the web's names are made of (RFC 3492).
enum HostLabel {
    /// The step in ASCII; nil when it can't be one.
    static func ascii(_ label: String) -> String? {
        guard (1...63).contains(label.utf8.count), !label.hasPrefix("-"), !label.hasSuffix("-") else { return nil }
        let isPlain = label.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        if isPlain { return label }
        let isWord = label.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                ? scalar.properties.isAlphabetic || (48...57).contains(scalar.value) || scalar == "-"
                : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || scalar.properties.generalCategory == .nonspacingMark
        }
        guard isWord else { return nil }
        return punycode(Array(label.unicodeScalars.map(\.value))).map { "xn--" + $0 }
    }

    /// RFC 3492, 6.3.
    private static func punycode(_ points: [UInt32]) -> String? {
        var output = points.filter { $0 < 128 }.compactMap { UnicodeScalar($0).map(String.init) }.joined()
        var handled = output.utf8.count
        let basic = handled
        if basic > 0 { output += "-" }
        var (next, delta, bias) = (UInt32(128), 0, 72)
        while handled < points.count {
            guard let least = points.filter({ $0 >= next }).min() else { return nil }
            delta += Int(least - next) * (handled + 1)
            next = least
            for point in points {
                if point < next { delta += 1 }
                guard point == next else { continue }
                output += digits(delta, bias)
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return output.utf8.count <= 59 ? output : nil
    }

    private static func digits(_ delta: Int, _ bias: Int) -> String {
        var (rest, step, text) = (delta, 36, "")
        while true {
            let limit = step <= bias ? 1 : step >= bias + 26 ? 26 : step - bias
            if rest < limit { return text + digit(rest) }
            text += digit(limit + (rest - limit) % (36 - limit))
            rest = (rest - limit) / (36 - limit)
            step += 36
        }
    }

    private static func digit(_ value: Int) -> String {
        String(UnicodeScalar(UInt8(value < 26 ? value + 97 : value + 22)))
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var step = 0
        while delta > 455 {
            delta /= 35
            step += 36
        }
        return step + 36 * delta / (delta + 38)
    }
}
