// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Files
import Kernel

/// A file that came with a message (*bijlage*): sealed in pieces, handed out for saving and never shown.
package struct Attachment: Hashable, Sendable {
    /// How large one may be, and how many a message may have.
    package static let mostBytes = 20 * 1_024 * 1_024
    package static let mostInMessage = 5
    /// The size of a piece that is sealed by itself.
    package static let pieceBytes = 256 * 1_024

    package let id: ID<Attachment>
    package let name: AttachmentName
    package let kind: FileKind
    package let size: Int
    /// In how many pieces it lies.
    package let pieces: Int

    package init(id: ID<Attachment>, name: AttachmentName, kind: FileKind, size: Int, pieces: Int) {
        self.id = id
        self.name = name
        self.kind = kind
        self.size = size
        self.pieces = pieces
    }
}

/// What a file is called, safe to be saved under: no path, nothing unseen, no ending that its kind does not have.
package struct AttachmentName: Hashable, Sendable, CustomStringConvertible {
    private static let longest = 100

    package let text: String

    package var description: String { text }

    /// The name that is left of what a browser gave, with the ending of the kind.
    package init(_ given: String, kind: FileKind) {
        let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let seen = String(String.UnicodeScalarView(last.unicodeScalars.filter(Self.isSafe)))
        let stem = seen.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
        let trimmed = String(stem.drop { $0 == "." || $0 == " " }.prefix(Self.longest))
        let end = seen.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let ending = kind.extensions.contains(end) ? end : kind.extensions[0]
        text = (trimmed.isEmpty ? "-" : trimmed) + "." + ending
    }

    /// Characters that are seen and mean nothing to a file system or a header, and don't turn the reading order around.
    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F: false
        case 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFF: false
        case 0xE0000...0xE0FFF: false
        default: !"\"<>:|?*;%".unicodeScalars.contains(scalar)
        }
    }
}

extension Attachment {
    /// The attachment as text, to be sealed; its name comes last.
    package var text: String { FieldText.joined(["1", kind.rawValue, String(size), String(pieces), name.text]) }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(id: ID<Attachment>, text: String) {
        let fields = FieldText.fields(of: text, atMost: 5)
        guard fields.count == 5, fields[0] == "1", let kind = FileKind(rawValue: String(fields[1])),
            let size = Int(fields[2]), let pieces = Int(fields[3])
        else { return nil }
        self.init(id: id, name: AttachmentName(String(fields[4]), kind: kind), kind: kind, size: size, pieces: pieces)
    }
}
