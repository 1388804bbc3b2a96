// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A value as it stands in a file for machines (RFC 8259); fields keep the order in which they are written down.
enum JSONText: Hashable, Sendable {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([JSONText])
    case fields([Field])

    struct Field: Hashable, Sendable {
        let name: String
        let value: JSONText
    }

    /// An object; a field without a value is left out.
    static func object(_ fields: KeyValuePairs<String, JSONText?>) -> JSONText {
        .fields(fields.compactMap { name, value in value.map { Field(name: name, value: $0) } })
    }

    static func moment(_ moment: Moment) -> JSONText { .text(moment.iso) }
    static func day(_ day: Day) -> JSONText { .text(day.iso) }
    static func texts(_ texts: [String]) -> JSONText { .list(texts.map { .text($0) }) }

    /// As it is written, with a line for each value.
    var written: String {
        var out = ""
        write(to: &out, inset: "")
        return out + "\n"
    }

    private func write(to out: inout String, inset: String) {
        switch self {
        case .text(let text): Self.write(text, to: &out)
        case .number(let number): out += String(number)
        case .truth(let truth): out += truth ? "true" : "false"
        case .list(let values): Self.write(values, "[", "]", to: &out, inset) { $0.write(to: &$1, inset: $2) }
        case .fields(let fields):
            Self.write(fields, "{", "}", to: &out, inset) { field, out, inset in
                Self.write(field.name, to: &out)
                out += ": "
                field.value.write(to: &out, inset: inset)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], _ open: String, _ close: String, to out: inout String, _ inset: String,
        _ part: (Part, inout String, String) -> Void
    ) {
        guard !parts.isEmpty else { return out += open + close }
        let inner = inset + "  "
        out += open
        for (place, one) in parts.enumerated() {
            out += (place == 0 ? "\n" : ",\n") + inner
            part(one, &out, inner)
        }
        out += "\n" + inset + close
    }

    private static func write(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        out += "\""
    }
}

extension Moment {
    /// By the clock of Greenwich: `2026-11-23T08:00:00Z` (RFC 3339).
    fileprivate var iso: String {
        let seconds = max(0, milliseconds / 1_000)
        let time = [seconds % 86_400 / 3_600, seconds % 3_600 / 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return Day(number: Int(seconds / 86_400)).iso + "T" + time.joined(separator: ":") + "Z"
    }
}
